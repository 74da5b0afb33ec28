/*
 * cminpack's lmder on a NIST problem, with the covariance computed from its final factor. argv: the
 * problem, binary files of the observations and of the predictors (one after another), then the
 * start. Each line of standard input is a number of fits; the answer is the seconds of one.
 */
#include <cminpack.h>

#include "nist-models.h"
#include "peer.h"

enum { most = 9 };

typedef struct Problem {
  const double *x, *w, *y;
} Problem;

#define FUNCTION(problem, model)                                                                              \
  static int problem(void *of, int m, int n, const double *p, double *r, double *J, int ldfjac, int iflag) { \
    const Problem *data = (const Problem *)of;                                                                \
    double d[most];                                                                                           \
    if (iflag == 1) {                                                                                         \
      for (int i = 0; i < m; i++) r[i] = model(p, data->x[i], data->w[i], d) - data->y[i];                    \
      return 0;                                                                                               \
    }                                                                                                         \
    for (int i = 0; i < m; i++) {                                                                             \
      model(p, data->x[i], data->w[i], d);                                                                    \
      for (int j = 0; j < n; j++) J[i + j * ldfjac] = d[j];                                                   \
    }                                                                                                         \
    return 0;                                                                                                 \
  }
PROBLEMS(FUNCTION)

static cminpack_funcder_mn find(const char *name) {
#define ENTRY(problem, model) {#problem, problem},
  static const struct {
    const char *name;
    cminpack_funcder_mn function;
  } all[] = {PROBLEMS(ENTRY)};
  for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
    if (strcmp(all[k].name, name) == 0) return all[k].function;
  }
  fprintf(stderr, "no problem %s\n", name);
  exit(1);
}

int main(int argc, char **argv) {
  cminpack_funcder_mn function = find(argv[1]);
  long rows, values;
  Problem problem;
  problem.y = read_doubles(argv[2], &rows);
  problem.x = read_doubles(argv[3], &values);
  problem.w = problem.x + (values - rows);
  int n = argc - 4, m = (int)rows;
  double start_values[most];
  for (int j = 0; j < n; j++) start_values[j] = atof(argv[4 + j]);
  size_t size = 8 * (size_t)m;
  double *r = malloc(size), *J = malloc(size * (size_t)n), *work = malloc(size);
  say("{}");
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    int fits = atoi(line), nfev, njev, ipvt[most];
    double p[most], diag[most], qtf[most], wa1[most], wa2[most], wa3[most], stderrs[most];
    double rss = 0, start = now();
    for (int k = 0; k < fits; k++) {
      memcpy(p, start_values, sizeof p);
      lmder(function, &problem, m, n, p, r, J, m, 1e-10, 1e-10, 0, 10000, diag, 1, 100, 0, &nfev, &njev, ipvt, qtf, wa1, wa2, wa3, work);
      rss = 0;
      for (int i = 0; i < m; i++) rss += r[i] * r[i];
      covar(n, J, m, ipvt, 1e-14, wa1);
      for (int j = 0; j < n; j++) stderrs[j] = sqrt(J[j + j * m] * rss / (m - n));
    }
    answer((now() - start) / fits, rss / 2, nfev, p, n, stderrs);
  }
}
