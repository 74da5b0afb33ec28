/*
 * GSL's multifit_nlinear: Levenberg-Marquardt with its default settings, and its covariance. See
 * large.h for its arguments.
 */
#include <gsl/gsl_blas.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_version.h>

#include "large.h"

static int residuals(const gsl_vector *p, void *model, gsl_vector *r) {
  const Model *m = (const Model *)model;
  m->evaluate(m, p->data, r->data, NULL, 0, 0);
  return GSL_SUCCESS;
}

static int jacobian(const gsl_vector *p, void *model, gsl_matrix *J) {
  const Model *m = (const Model *)model;
  m->evaluate(m, p->data, NULL, J->data, (long)J->tda, 1);
  return GSL_SUCCESS;
}

int main(int argc, char **argv) {
  Model model = read_model(argc, argv);
  size_t n = (size_t)model.n, m = (size_t)model.rows;
  gsl_multifit_nlinear_fdf fdf = {.f = residuals, .df = jacobian, .n = m, .p = n, .params = &model};
  gsl_multifit_nlinear_parameters settings = gsl_multifit_nlinear_default_parameters();
  gsl_multifit_nlinear_workspace *work = gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &settings, m, n);
  gsl_matrix *covariance = gsl_matrix_alloc(n, n);
  gsl_vector_view start_values = gsl_vector_view_array(model.start, n);
  say("{\"version\":\"%s\"}", GSL_VERSION);
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    double start = now();
    int info;
    double cost, stderrs[most];
    gsl_multifit_nlinear_init(&start_values.vector, &fdf, work);
    gsl_multifit_nlinear_driver(1000, 1e-10, 1e-10, 1e-10, NULL, NULL, &info, work);
    gsl_vector *r = gsl_multifit_nlinear_residual(work);
    gsl_blas_ddot(r, r, &cost);
    gsl_multifit_nlinear_covar(gsl_multifit_nlinear_jac(work), 0, covariance);
    for (size_t j = 0; j < n; j++) stderrs[j] = sqrt(gsl_matrix_get(covariance, j, j) * cost / (double)(m - n));
    answer(now() - start, cost / 2, (int)fdf.nevalf, gsl_multifit_nlinear_position(work)->data, model.n, stderrs);
  }
}
