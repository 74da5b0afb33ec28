/*
 * The models with a million rows as functions of all rows, for the peers that fit them. argv:
 * model, binary files of x and y, then the start.
 */
#include "peer.h"

#define REAL double
#define EXP exp
#define SIN sin
#define COS cos
#define NAME(model) model##_row
#include "models.h"

enum { most = 8 };

typedef struct Model {
  int n;
  long rows;
  const double *x, *y;
  double start[most];
  /*
   * r and J may be null. The derivative of row i with respect to parameter j is written to
   * J[i * row + j * column].
   */
  void (*evaluate)(const struct Model *model, const double *p, double *r, double *J, long row, long column);
} Model;

#define EVALUATE(model, n)                                                                                     \
  static void model##_evaluate(const Model *m, const double *p, double *r, double *J, long row, long column) { \
    double d[n];                                                                                               \
    if (J == NULL) {                                                                                           \
      for (long i = 0; i < m->rows; i++) r[i] = model##_row(p, m->x[i], m->y[i], d);                           \
      return;                                                                                                  \
    }                                                                                                          \
    for (long i = 0; i < m->rows; i++) {                                                                       \
      double residual = model##_row(p, m->x[i], m->y[i], d);                                                   \
      if (r != NULL) r[i] = residual;                                                                          \
      for (int j = 0; j < n; j++) J[i * row + j * column] = d[j];                                              \
    }                                                                                                          \
  }

EVALUATE(decay, 3)
EVALUATE(cosine, 5)
EVALUATE(gauss, 8)

static inline Model read_model(int argc, char **argv) {
  Model m;
  m.x = read_doubles(argv[2], &m.rows);
  m.y = read_doubles(argv[3], &m.rows);
  m.n = argc - 4;
  for (int j = 0; j < m.n; j++) m.start[j] = atof(argv[4 + j]);
  m.evaluate = m.n == 3 ? decay_evaluate : m.n == 5 ? cosine_evaluate : gauss_evaluate;
  return m;
}
