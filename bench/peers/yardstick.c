/*
 * What the hardware can do: all residuals and derivatives of a model in one fused loop over the
 * rows, in panels that stay in cache like those of fitc. argv: model, work ("evaluate" or
 * "normal"), binary files of x and y, then the parameters. Each line of standard input is a number
 * of passes; the answer is the seconds of one.
 *
 * evaluate: writes the panels of residuals and derivatives. normal: accumulates J'J, J'r and r'r in
 * the same loop. Compiled with -DVECTOR, it processes four rows at once with libmvec's AVX2
 * functions; otherwise one row at a time with libm.
 */
#include "peer.h"

#ifdef VECTOR
typedef double REAL __attribute__((vector_size(32)));
REAL _ZGVdN4v_exp(REAL), _ZGVdN4v_sin(REAL), _ZGVdN4v_cos(REAL);
#define EXP _ZGVdN4v_exp
#define SIN _ZGVdN4v_sin
#define COS _ZGVdN4v_cos
#define LANES 4
static inline double total(REAL v) { return v[0] + v[1] + v[2] + v[3]; }
#else
#define REAL double
#define EXP exp
#define SIN sin
#define COS cos
#define LANES 1
static inline double total(REAL v) { return v; }
#endif
#define NAME(model) model
#include "models.h"

enum { panel = 128 };
static double r[panel] __attribute__((aligned(64))), J[8][panel] __attribute__((aligned(64)));
static volatile double sink;

typedef struct {
  long rows;
  const double *x, *y, *p;
} Data;

static inline REAL load(const double *at) {
  REAL v;
  memcpy(&v, at, sizeof v);
  return v;
}
static inline void store(double *at, REAL v) { memcpy(at, &v, sizeof v); }

#define MODEL(model, n)                                                         \
  static void model##_evaluate(const Data *data) {                              \
    for (long from = 0; from + panel <= data->rows; from += panel) {            \
      for (int i = 0; i < panel; i += LANES) {                                  \
        REAL d[n];                                                              \
        store(r + i, model(data->p, load(data->x + from + i), load(data->y + from + i), d)); \
        for (int j = 0; j < n; j++) store(&J[j][i], d[j]);                      \
      }                                                                         \
      sink = r[0] + J[n - 1][panel - 1];                                        \
    }                                                                           \
  }                                                                             \
  static void model##_normal(const Data *data) {                                \
    double all = 0;                                                             \
    for (long from = 0; from + panel <= data->rows; from += panel) {            \
      REAL sums[n + 1][n + 1] = {0};                                            \
      for (int i = 0; i < panel; i += LANES) {                                  \
        REAL d[n + 1];                                                          \
        d[n] = model(data->p, load(data->x + from + i), load(data->y + from + i), d); \
        _Pragma("GCC unroll 16") for (int j = 0; j <= n; j++)                   \
            _Pragma("GCC unroll 16") for (int k = 0; k <= j; k++) sums[j][k] += d[j] * d[k]; \
      }                                                                         \
      for (int j = 0; j <= n; j++)                                              \
        for (int k = 0; k <= j; k++) all += total(sums[j][k]);                  \
    }                                                                           \
    sink = all;                                                                 \
  }

MODEL(decay, 3)
MODEL(cosine, 5)
MODEL(gauss, 8)

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    void (*evaluate)(const Data *), (*normal)(const Data *);
  } models[] = {{"decay", decay_evaluate, decay_normal}, {"cosine", cosine_evaluate, cosine_normal}, {"gauss", gauss_evaluate, gauss_normal}};
  Data data;
  data.x = read_doubles(argv[3], &data.rows);
  data.y = read_doubles(argv[4], &data.rows);
  double p[8];
  for (int j = 0; j + 5 < argc; j++) p[j] = atof(argv[j + 5]);
  data.p = p;
  for (int m = 0; m < 3; m++) {
    if (strcmp(models[m].name, argv[1]) != 0) continue;
    void (*pass)(const Data *) = strcmp(argv[2], "normal") == 0 ? models[m].normal : models[m].evaluate;
    say("{}");
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
      int passes = atoi(line);
      double start = now();
      for (int k = 0; k < passes; k++) pass(&data);
      say("{\"seconds\":%.9g}", (now() - start) / passes);
    }
  }
}
