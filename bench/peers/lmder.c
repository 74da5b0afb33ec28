/*
 * cminpack's lmder, with the covariance computed from its final factor. See large.h for its
 * arguments.
 */
#include <cminpack.h>

#include "large.h"

static int evaluate(void *model, int m, int n, const double *p, double *r, double *J, int ldfjac, int iflag) {
  (void)m, (void)n;
  const Model *of = (const Model *)model;
  if (iflag == 1) of->evaluate(of, p, r, NULL, 0, 0);
  else of->evaluate(of, p, NULL, J, 1, ldfjac);
  return 0;
}

int main(int argc, char **argv) {
  Model model = read_model(argc, argv);
  int n = model.n, m = (int)model.rows;
  size_t rows = (size_t)m;
  double *r = malloc(8 * rows), *J = malloc(8 * rows * (size_t)n), *work = malloc(8 * rows);
  say("{}");
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    double start = now();
    double p[most], diag[most], qtf[most], wa1[most], wa2[most], wa3[most], stderrs[most];
    int ipvt[most], nfev, njev;
    memcpy(p, model.start, sizeof p);
    lmder(evaluate, &model, m, n, p, r, J, m, 1e-10, 1e-10, 0, 1000, diag, 1, 100, 0, &nfev, &njev, ipvt, qtf, wa1, wa2, wa3, work);
    double rss = 0;
    for (int i = 0; i < m; i++) rss += r[i] * r[i];
    covar(n, J, m, ipvt, 1e-14, wa1);
    for (int j = 0; j < n; j++) stderrs[j] = sqrt(J[j + (size_t)j * rows] * rss / (m - n));
    answer(now() - start, rss / 2, nfev, p, n, stderrs);
  }
}
