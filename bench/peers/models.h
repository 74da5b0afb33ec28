/*
 * The models with a million rows: the residual of one row, and its derivatives in d[0..n). Shared
 * by all C peers: REAL is a double or a vector of doubles, EXP, SIN and COS are its functions, and
 * NAME makes the name of a function. The compiler removes the computation of entries of d that a
 * caller does not use.
 */

#define ONE ((REAL){0} + 1)

static inline REAL NAME(decay)(const double *p, REAL x, REAL y, REAL *d) {
  REAL e = EXP(-p[1] * x);
  d[0] = e;
  d[1] = -p[0] * x * e;
  d[2] = ONE;
  return p[0] * e + p[2] - y;
}

static inline REAL NAME(cosine)(const double *p, REAL x, REAL y, REAL *d) {
  REAL e = EXP(-p[1] * x);
  REAL phase = p[2] * x + p[3];
  REAL ec = e * COS(phase);
  REAL aes = p[0] * e * SIN(phase);
  d[0] = ec;
  d[1] = -p[0] * x * ec;
  d[2] = -x * aes;
  d[3] = -aes;
  d[4] = ONE;
  return p[0] * ec + p[4] - y;
}

static inline REAL NAME(gauss)(const double *p, REAL x, REAL y, REAL *d) {
  REAL e = EXP(-p[1] * x);
  REAL t = (x - p[3]) / p[4], u = (x - p[6]) / p[7];
  REAL g = EXP(-t * t), h = EXP(-u * u);
  REAL s = 2 * p[2] / p[4] * (t * g), v = 2 * p[5] / p[7] * (u * h);
  d[0] = e;
  d[1] = -p[0] * x * e;
  d[2] = g;
  d[3] = s;
  d[4] = t * s;
  d[5] = h;
  d[6] = v;
  d[7] = u * v;
  return p[0] * e + p[2] * g + p[5] * h - y;
}
