// Ceres with dense QR and analytic derivatives. All rows are one cost function, which avoids a
// million calls; the covariance is computed from J'J. See large.h for its arguments.
#include <ceres/ceres.h>
#include <ceres/version.h>

#include <Eigen/Dense>

#include "large.h"

class AllRows : public ceres::CostFunction {
 public:
  explicit AllRows(const Model &model) : model(model) {
    set_num_residuals(static_cast<int>(model.rows));
    mutable_parameter_block_sizes()->push_back(model.n);
  }
  bool Evaluate(double const *const *p, double *r, double **J) const override {
    model.evaluate(&model, p[0], r, J == nullptr ? nullptr : J[0], model.n, 1);
    return true;
  }

 private:
  const Model &model;
};

int main(int argc, char **argv) {
  Model model = read_model(argc, argv);
  say("{\"version\":\"%s\"}", CERES_VERSION_STRING);
  using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  Matrix J(model.rows, model.n);
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    double start = now();
    double p[most], stderrs[most];
    memcpy(p, model.start, sizeof p);
    ceres::Problem problem;
    problem.AddResidualBlock(new AllRows(model), nullptr, p);
    ceres::Solver::Options options;
    options.linear_solver_type = ceres::DENSE_QR;
    options.function_tolerance = 1e-10;
    options.parameter_tolerance = 1e-10;
    options.gradient_tolerance = 0;
    options.max_num_iterations = 1000;
    options.logging_type = ceres::SILENT;
    ceres::Solver::Summary summary;
    ceres::Solve(options, &problem, &summary);
    model.evaluate(&model, p, nullptr, J.data(), model.n, 1);
    Eigen::MatrixXd inverse = (J.transpose() * J).inverse();
    double variance = 2 * summary.final_cost / static_cast<double>(model.rows - model.n);
    for (int j = 0; j < model.n; j++) stderrs[j] = std::sqrt(inverse(j, j) * variance);
    answer(now() - start, summary.final_cost, summary.num_residual_evaluations, p, model.n, stderrs);
  }
}
