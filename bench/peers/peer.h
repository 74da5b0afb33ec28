/* Shared by the C peers: a clock, files of doubles, one-line answers. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static inline double *read_doubles(const char *path, long *count) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  fseek(file, 0, SEEK_END);
  *count = ftell(file) / 8;
  rewind(file);
  double *values = (double *)malloc(8 * (size_t)*count);
  if (fread(values, 8, (size_t)*count, file) != (size_t)*count) exit(1);
  fclose(file);
  return values;
}

static inline void say(const char *format, ...) {
  va_list args;
  va_start(args, format);
  vprintf(format, args);
  va_end(args);
  putchar('\n');
  fflush(stdout);
}

/* Prints the result of a fit. */
static inline void answer(double seconds, double cost, int nfev, const double *p, int n, const double *stderrs) {
  printf("{\"seconds\":%.9g,\"cost\":%.17g,\"nfev\":%d,\"x\":[", seconds, cost, nfev);
  for (int j = 0; j < n; j++) printf("%s%.17g", j ? "," : "", p[j]);
  printf("],\"stderr\":[");
  for (int j = 0; j < n; j++) printf("%s%.17g", j ? "," : "", stderrs[j]);
  say("]}");
}
