import type { MessageEntry } from "../../diagnostics/index.js";

/** Errors and warnings of profiles, contours, bootstraps and fits from several starts. */
export const inferenceMessages = {
  noResidualVariance: {
    code: "FIT5037",
    severity: "error",
    message: "the variance of the residuals, which sets the scale for the rise of the cost, is unknown: {reason}",
    explain:
      "A profile or a contour ends where the cost has risen by a multiple of the residual variance. This variance is estimated from the residuals, unless `sigma ... absolute` gives it. It is unknown if the model goes through all data points or no degrees of freedom are left. Fix: give more data, fix parameters, or declare known standard deviations.",
  },
  invalidProfileQuantity: {
    code: "FIT5038",
    severity: "error",
    message: "{name} has no profile or contour: {reason}",
    explain:
      'A profile or a contour sets free parameters, or derived quantities that depend on one, to other values and fits the remaining parameters. A fixed parameter has only one value. Example: `profile(Decay, result, data, "k")` where the spec says `param k = 1 fixed`. Fix: name a free parameter or a derived quantity that depends on one.',
  },
  degenerateContour: {
    code: "FIT5039",
    severity: "error",
    message: "there is no contour of {a} and {b}: {reason}",
    explain:
      'A contour is the boundary of the joint confidence region of two quantities that vary independently. If both are the same quantity, or one is a function of the other, the region is only a curve. Example: `contour(Decay, result, data, "k", "tau")` where the model says `derive tau = 1 / k`. Fix: name two independent quantities, or compute a profile.',
  },
  uninformativeBootstrap: {
    code: "FIT5040",
    severity: "error",
    message: "a bootstrap is not possible: {reason}",
    explain:
      "A bootstrap resamples rows, or the residuals of rows, and fits each sample. A model without rows has nothing to resample. If the model goes through all data points, all residuals are zero, whatever the errors of the data. If the data do not determine a parameter, its replicates depend only on the start values of the refits. Fix: give more data, or fix parameters.",
  },
  caseBootstrapWithCovariance: {
    code: "FIT5041",
    severity: "error",
    message: "rows with correlated errors cannot be resampled one by one",
    help: 'use `kind: "residual"`, which resamples the whitened residuals',
    explain:
      "The case bootstrap assumes that the rows are independent. A model with a `covariance` says that they are not. The whitened residuals are independent, and the residual bootstrap resamples them.",
  },
  tooManyFailedRefits: {
    code: "FIT5042",
    severity: "error",
    message: "{failed} of {samples} refits found no minimum: too few replicates are left",
    explain:
      "Replicates without a minimum are left out. If they are more than half, the others are not a representative sample. This happens when the data hardly determine the parameters: some resampled data sets then do not determine them at all. Fix: fix parameters, or use the residual bootstrap, which keeps the predictors.",
  },
  betterMinimumFound: {
    code: "FIT9022",
    severity: "warning",
    message: "there is a better minimum near {params}: its cost is {cost}, that of the result is {found}",
    help: "fit again from there",
    explain:
      "A refit with a quantity fixed at another value reached a lower cost than the result itself, so the result is only a local minimum: its values and intervals are not those of least squares. Fix: fit again with the start values in the message, or with `starts`.",
  },
  linearIntervalUnreliable: {
    code: "FIT9023",
    severity: "warning",
    message: "the linear interval of '{name}', [{linear}], differs from its profile interval, [{profile}]",
    help: "report the profile interval: over this range the model is not linear, or a bound cuts it short",
    explain:
      "The linear interval, value plus or minus a multiple of the standard error, assumes that the model is linear over this range. The profile likelihood does not, and one of its half-widths differs by more than 20 %: the linear interval contains the true value less often than it claims, or is shifted to one side. Fix: report the profile interval; a transformed parameter, such as a logarithm, may be closer to linear.",
  },
  failedRefits: {
    code: "FIT9024",
    severity: "warning",
    message: "{failed} of {samples} refits found no minimum and were left out",
    explain:
      "A resampled data set may determine the parameters less well than the data, so its fit may not converge or may have a quantity that is not finite. Leaving such replicates out makes the intervals too narrow. Fix: a few do no harm; if there are many, fix a parameter or use the other kind of bootstrap.",
  },
} as const satisfies Record<string, MessageEntry>;
