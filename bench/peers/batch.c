/*
 * cminpack's lmder on peaks height * exp(-((x - center) / width)^2) + base, with standard errors.
 * argv: points per peak, binary files of x, of y and of the starts (all heights, all centers, ...),
 * and the output file for the costs. Each line of standard input is the number of fits to do.
 */
#include <cminpack.h>

#include "peer.h"

enum { n = 4 };

typedef struct Peak {
  const double *x, *y;
} Peak;

static int peak(void *of, int m, int count, const double *p, double *r, double *J, int ldfjac, int iflag) {
  (void)count;
  const Peak *data = (const Peak *)of;
  for (int i = 0; i < m; i++) {
    double t = (data->x[i] - p[1]) / p[2], e = exp(-t * t);
    if (iflag == 1) {
      r[i] = p[0] * e + p[3] - data->y[i];
    } else {
      double s = 2 * p[0] / p[2] * t * e;
      J[i] = e;
      J[i + ldfjac] = s;
      J[i + 2 * ldfjac] = t * s;
      J[i + 3 * ldfjac] = 1;
    }
  }
  return 0;
}

int main(int argc, char **argv) {
  (void)argc;
  int m = atoi(argv[1]);
  long rows, starts;
  double *x = read_doubles(argv[2], &rows), *y = read_doubles(argv[3], &rows), *start = read_doubles(argv[4], &starts);
  size_t fits = (size_t)starts / n;
  double *params = malloc(8 * n * fits), *stderrs = malloc(8 * n * fits), *costs = malloc(8 * fits);
  double r[m], J[n * m], work[m];
  say("{}");
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    size_t wanted = (size_t)atol(line);
    double begin = now();
    for (size_t k = 0; k < wanted; k++) {
      double *p = params + n * k, diag[n], qtf[n], wa1[n], wa2[n], wa3[n];
      int nfev, njev, ipvt[n];
      Peak data = {x + k * (size_t)m, y + k * (size_t)m};
      for (int j = 0; j < n; j++) p[j] = start[k + (size_t)j * fits];
      lmder(peak, &data, m, n, p, r, J, m, 1e-10, 1e-10, 0, 1000, diag, 1, 100, 0, &nfev, &njev, ipvt, qtf, wa1, wa2, wa3, work);
      double rss = 0;
      for (int i = 0; i < m; i++) rss += r[i] * r[i];
      covar(n, J, m, ipvt, 1e-14, wa1);
      for (int j = 0; j < n; j++) stderrs[n * k + (size_t)j] = sqrt(J[j + j * m] * rss / (m - n));
      costs[k] = rss / 2;
    }
    double seconds = now() - begin;
    FILE *out = fopen(argv[5], "wb");
    fwrite(costs, 8, wanted, out);
    fwrite(stderrs, 8, n * wanted, out);
    fclose(out);
    say("{\"seconds\":%.9g}", seconds);
  }
}
