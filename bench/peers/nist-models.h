/*
 * The models of NIST's nonlinear regression problems (https://www.itl.nist.gov/div898/strd/): each
 * returns the value at x (and w, if there is a second predictor) and stores its derivatives with
 * respect to the parameters in d.
 */
#include <math.h>

#define VALUE(name) static inline double name(const double *b, double x, double w, double *d)
static const double pi = 3.14159265358979323846;

VALUE(bennett5) {
  double s = b[1] + x, l = log(s), v = exp(-l / b[2]);
  d[0] = v;
  d[1] = -b[0] * v / (b[2] * s);
  d[2] = b[0] * v * l / (b[2] * b[2]);
  return b[0] * v;
}

VALUE(boxbod) {
  double e = exp(-b[1] * x);
  d[0] = 1 - e;
  d[1] = b[0] * x * e;
  return b[0] * (1 - e);
}

VALUE(chwirut) {
  double q = 1 / (b[1] + b[2] * x), v = exp(-b[0] * x) * q;
  d[0] = -x * v;
  d[1] = -v * q;
  d[2] = -x * v * q;
  return v;
}

VALUE(danwood) {
  double v = pow(x, b[1]);
  d[0] = v;
  d[1] = b[0] * v * log(x);
  return b[0] * v;
}

VALUE(enso) {
  double year = 2 * pi * x / 12, t = 2 * pi * x / b[3], u = 2 * pi * x / b[6];
  double ct = cos(t), st = sin(t), cu = cos(u), su = sin(u);
  d[0] = 1;
  d[1] = cos(year);
  d[2] = sin(year);
  d[3] = (b[4] * st - b[5] * ct) * t / b[3];
  d[4] = ct;
  d[5] = st;
  d[6] = (b[7] * su - b[8] * cu) * u / b[6];
  d[7] = cu;
  d[8] = su;
  return b[0] + b[1] * d[1] + b[2] * d[2] + b[4] * ct + b[5] * st + b[7] * cu + b[8] * su;
}

VALUE(eckerle4) {
  double t = (x - b[2]) / b[1], e = exp(-0.5 * t * t) / b[1], v = b[0] * e;
  d[0] = e;
  d[1] = v * (t * t - 1) / b[1];
  d[2] = v * t / b[1];
  return v;
}

VALUE(gauss) {
  double e = exp(-b[1] * x), t = (x - b[3]) / b[4], u = (x - b[6]) / b[7], g = exp(-t * t), h = exp(-u * u);
  d[0] = e;
  d[1] = -b[0] * x * e;
  d[2] = g;
  d[3] = 2 * b[2] * t * g / b[4];
  d[4] = t * d[3];
  d[5] = h;
  d[6] = 2 * b[5] * u * h / b[7];
  d[7] = u * d[6];
  return b[0] * e + b[2] * g + b[5] * h;
}

/* Hahn1 and Thurber. */
VALUE(cubics) {
  double q = 1 / (1 + x * (b[4] + x * (b[5] + x * b[6]))), v = (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) * q;
  d[0] = q;
  d[1] = x * q;
  d[2] = x * d[1];
  d[3] = x * d[2];
  d[4] = -v * d[1];
  d[5] = -v * d[2];
  d[6] = -v * d[3];
  return v;
}

VALUE(kirby2) {
  double q = 1 / (1 + x * (b[3] + x * b[4])), v = (b[0] + x * (b[1] + x * b[2])) * q;
  d[0] = q;
  d[1] = x * q;
  d[2] = x * d[1];
  d[3] = -v * d[1];
  d[4] = -v * d[2];
  return v;
}

VALUE(lanczos) {
  double v = 0;
  for (int k = 0; k < 6; k += 2) {
    d[k] = exp(-b[k + 1] * x);
    v += b[k] * d[k];
    d[k + 1] = -b[k] * x * d[k];
  }
  return v;
}

VALUE(mgh09) {
  double above = x * x + x * b[1], q = 1 / (x * x + x * b[2] + b[3]), v = b[0] * above * q;
  d[0] = above * q;
  d[1] = b[0] * x * q;
  d[2] = -v * x * q;
  d[3] = -v * q;
  return v;
}

VALUE(mgh10) {
  double s = x + b[2], e = exp(b[1] / s);
  d[0] = e;
  d[1] = b[0] * e / s;
  d[2] = -b[1] * d[1] / s;
  return b[0] * e;
}

VALUE(mgh17) {
  double e = exp(-x * b[3]), f = exp(-x * b[4]);
  d[0] = 1;
  d[1] = e;
  d[2] = f;
  d[3] = -b[1] * x * e;
  d[4] = -b[2] * x * f;
  return b[0] + b[1] * e + b[2] * f;
}

VALUE(misra1b) {
  double s = 1 + b[1] * x / 2, v = 1 / (s * s);
  d[0] = 1 - v;
  d[1] = b[0] * x * v / s;
  return b[0] * (1 - v);
}

VALUE(misra1c) {
  double s = 1 + 2 * b[1] * x, v = 1 / sqrt(s);
  d[0] = 1 - v;
  d[1] = b[0] * x * v / s;
  return b[0] * (1 - v);
}

VALUE(misra1d) {
  double s = 1 + b[1] * x, v = x / s;
  d[0] = b[1] * v;
  d[1] = b[0] * v / s;
  return b[0] * b[1] * v;
}

/* Nelson's model describes log y. */
VALUE(nelson) {
  double e = exp(-b[2] * w);
  d[0] = 1;
  d[1] = -x * e;
  d[2] = b[1] * x * w * e;
  return b[0] - b[1] * x * e;
}

VALUE(rat42) {
  double e = exp(b[1] - b[2] * x), q = 1 / (1 + e);
  d[0] = q;
  d[1] = -b[0] * e * q * q;
  d[2] = -x * d[1];
  return b[0] * q;
}

VALUE(rat43) {
  double e = exp(b[1] - b[2] * x), l = log(1 + e), q = exp(-l / b[3]), v = b[0] * q;
  d[0] = q;
  d[1] = -v * e / ((1 + e) * b[3]);
  d[2] = -x * d[1];
  d[3] = v * l / (b[3] * b[3]);
  return v;
}

VALUE(roszman1) {
  double s = x - b[3], q = 1 / (pi * (s * s + b[2] * b[2]));
  d[0] = 1;
  d[1] = -x;
  d[2] = -s * q;
  d[3] = -b[2] * q;
  return b[0] - b[1] * x - atan(b[2] / s) / pi;
}

/* Every problem with its model. */
#define PROBLEMS(use)                                                                                          \
  use(Bennett5, bennett5) use(BoxBOD, boxbod) use(Chwirut1, chwirut) use(Chwirut2, chwirut) use(DanWood, danwood) \
  use(ENSO, enso) use(Eckerle4, eckerle4) use(Gauss1, gauss) use(Gauss2, gauss) use(Gauss3, gauss)             \
  use(Hahn1, cubics) use(Kirby2, kirby2) use(Lanczos1, lanczos) use(Lanczos2, lanczos) use(Lanczos3, lanczos)  \
  use(MGH09, mgh09) use(MGH10, mgh10) use(MGH17, mgh17) use(Misra1a, boxbod) use(Misra1b, misra1b)             \
  use(Misra1c, misra1c) use(Misra1d, misra1d) use(Nelson, nelson) use(Rat42, rat42) use(Rat43, rat43)          \
  use(Roszman1, roszman1) use(Thurber, cubics)
