import type { MessageEntry } from "../../diagnostics/index.js";

/** What profiles, contours, bootstraps and fits from several starts refuse or warn of. */
export const inferenceMessages = {
  noResidualVariance: {
    code: "FIT5037",
    severity: "error",
    message: "there is no scale to measure the rise of the cost by: {reason}",
    explain:
      "A profile or a contour is where the cost has risen by a multiple of the variance of a residual. It comes from the residuals, unless `sigma ... absolute` gives it, and there is none where the model goes through all data, or where no degree of freedom is left. Mend: give more data, fix parameters, or declare known deviations.",
  },
  invalidProfileQuantity: {
    code: "FIT5038",
    severity: "error",
    message: "{name} cannot be held: {reason}",
    explain:
      'A profile or a contour holds free parameters, or derived quantities that depend on one, at other values and fits the rest. A parameter that is fixed has no other values. Example: `profile(result, data, "k")` where the spec says `param k = 1 fixed`. Mend: name one that the fit was free to change.',
  },
  degenerateContour: {
    code: "FIT5039",
    severity: "error",
    message: "a contour of {a} and {b} encloses nothing: {reason}",
    explain:
      'The joint region of a pair is drawn in the plane of two quantities that vary independently. One quantity given twice, or one that is a function of the other, has a curve for its region. Example: `contour(result, data, "k", "tau")` where the model says `derive tau = 1 / k`. Mend: name two that differ, or ask for a profile.',
  },
  uninformativeBootstrap: {
    code: "FIT5040",
    severity: "error",
    message: "a bootstrap would tell nothing: {reason}",
    explain:
      "A bootstrap draws rows, or the residuals of rows, again and fits each draw. A model without rows has none; the residuals of one that goes through all data are zero, whatever its errors; and where the data do not determine a parameter, its replicates tell of the starts of the refits alone. Mend: give more data, or fix parameters.",
  },
  caseBootstrapWithCovariance: {
    code: "FIT5041",
    severity: "error",
    message: "rows whose errors are correlated cannot be drawn one by one",
    help: 'take `kind: "residual"`, which draws the whitened residuals',
    explain:
      "The case bootstrap takes rows for independent. A model with a `covariance` says that they are not. The whitened residuals are, and the residual bootstrap draws them.",
  },
  tooManyFailedRefits: {
    code: "FIT5042",
    severity: "error",
    message: "{failed} of {samples} refits found no minimum: the replicates that are left tell nothing",
    explain:
      "Replicates without a minimum are left out. Where they are more than half, those that are left are no sample of anything. It happens where the data hardly determine the parameters: a resample then does not at all. Mend: fix parameters, or take the residual bootstrap, which keeps the predictors.",
  },
  betterMinimumFound: {
    code: "FIT9022",
    severity: "warning",
    message: "a better minimum was met on the way: its cost is {cost}, that of the result {found}; it is near {params}",
    help: "fit again from there",
    explain:
      "A refit with a quantity held at another value has come to a lower cost than the result itself, which can then be a local minimum only: its values and its intervals are not those of least squares. Mend: fit again with the start values that the message tells, or with `starts`.",
  },
  linearIntervalUnreliable: {
    code: "FIT9023",
    severity: "warning",
    message: "the linear interval of '{name}', [{linear}], is not that of its profile, [{profile}]",
    help: "report that of the profile: over its length the model is not linear, or a bound cuts it short",
    explain:
      "The usual interval, value plus or minus a multiple of the standard error, takes the model for linear over its length. The profile likelihood does not, and one of its half-widths differs by more than 20 %: the linear interval covers the truth more rarely than it says, or lies on the wrong side. Mend: report the profile interval; a transformed parameter, as a logarithm, may be nearer to linear.",
  },
  failedRefits: {
    code: "FIT9024",
    severity: "warning",
    message: "{failed} of {samples} refits found no minimum and were left out",
    explain:
      "A resampled data set may determine the parameters less than the data do, so that its fit does not converge, or has a quantity that is not finite. Leaving such replicates out makes the intervals narrower than they ought to be. Mend: a few do no harm; where they are many, fix a parameter or take the other kind of bootstrap.",
  },
} as const satisfies Record<string, MessageEntry>;
