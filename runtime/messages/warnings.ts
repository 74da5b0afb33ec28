import type { MessageEntry } from "../../diagnostics/index.js";

/** What a user must know about a result before trusting it. */
export const warningMessages = {
  parameterAtBound: {
    code: "FIT9004",
    severity: "warning",
    message: "'{name}' is at its {end} bound, {bound}: {errors}",
    explain:
      "The best value within the bounds is on one of them: the data favour a value outside, or, for a width that ends at 0, even less than none. The parameter then has no least-squares uncertainty, and the standard errors of the others assume that the bound is right. With SciPy's rules, all standard errors ignore the bound. Fix: check whether the bound is right and whether the model is.",
  },
  standardErrorExceedsValue: {
    code: "FIT9005",
    severity: "warning",
    message: "the standard error of '{name}', {stderr}, is larger than its value, {value}",
    explain:
      "The data can hardly distinguish the parameter from 0. It may be superfluous, or there may be too few data, or data in the wrong range, to determine it.",
  },
  undeterminedParameters: {
    code: "FIT9007",
    severity: "warning",
    message: "the data {finding}",
    help: "fix what is not determined, or write the model in terms of what is: that still has a finite standard error",
    explain:
      "The rank of the Jacobian at the result is smaller than the number of free parameters: the named parameters can change together without changing the residuals, so each has an infinite standard error. Examples: a parameter whose derivatives are all 0; `A * B`, where `the data determine 'A' and 'B' only through A*B`; `(a + b) * x`, only through a + b. A combination of another form, or one that exists only at the result, is not named: two peaks that coincide are one peak there, and fewer rows than parameters leave many solutions. Fix: fix one of the parameters, or write the model in terms of what is determined, `param P` for `A * B`; change the start values if the fit ran off or if terms coincide.",
  },
  underdeterminedFit: {
    code: "FIT9009",
    severity: "warning",
    message:
      "there are fewer residuals ({residuals}) than free parameters ({params}): the result is one of many solutions",
    explain:
      "With fewer residuals than free parameters the minimum is not a single point. The result is the solution that the solver reached from these start values, and the standard errors of what is not determined are infinite.",
  },
  noDegreesOfFreedom: {
    code: "FIT9010",
    severity: "warning",
    message:
      "the data determine as many parameters as there are residuals, which leaves no degrees of freedom to estimate standard errors from",
    explain:
      "Relative standard errors are estimated from the scatter of the data about the model, which is unknown if the model can go through all data points. Fix: give more data, fix parameters, or declare known standard deviations (`sigma ... absolute`).",
  },
  stoppedBeforeMinimum: {
    code: "FIT9011",
    severity: "warning",
    message: "the fit stopped while the cost still falls: a full step promises to reduce it by {percent} %",
    help: "start closer to the data, tighten the tolerances, or scale the model",
    explain:
      "At a minimum the residuals are orthogonal to every column of the Jacobian (except for parameters at a bound), so a Gauss-Newton step promises no reduction. Here the tolerances were met earlier: the steps were too short to change the cost, as happens in a narrow valley, with loose tolerances, or with start values many orders of magnitude away. Fix: start closer to the data, or tighten the tolerances.",
  },
  vanishedDerivatives: {
    code: "FIT9012",
    severity: "warning",
    message: "the residuals no longer depend on {names}: every derivative has become 0, so the fit may have run off",
    help: "try other start values, or bound the parameter",
    explain:
      "At the start values the parameter mattered; at the result it does not, in any row. This happens if a step leads to a point where a term vanishes, as `exp(-b * x)` does for a large b: it is not a minimum, but no derivative shows the way back. Fix: start closer to the data, or bound the parameter.",
  },
  derivedQuantityNotFinite: {
    code: "FIT9013",
    severity: "warning",
    message: "the derived quantity '{name}' is {value} at the result",
    help: "bound the parameters so that it has a value",
    explain:
      "A `derive` expression has no finite value at the fitted parameters, as with `log(k)` if k is negative. The fit is then not reported as a success. Fix: bound the parameters, or write the expression so that it is finite there.",
  },
  residualsWithoutInfluence: {
    code: "FIT9014",
    severity: "warning",
    message: "the loss is flat, or decreases, at {flat} of {count} residuals, which have no influence on the fit",
    help: "start closer to the data, or give the loss a larger scale",
    explain:
      "The slope of the loss determines how much a residual influences the fit. If the slope is 0 or negative for more than half of the residuals, only the others determine the fit, or nothing does: with start values too far away, or a scale C far below the scatter, all data look like outliers. Example: `loss(0.1) z => 1 - exp(-z)` with residuals of about 1 at the start values. Fix: start closer to the data, give a larger C, or use a loss that keeps a slope, such as `soft_l1`.",
  },
  implausibleReducedChiSquare: {
    code: "FIT9032",
    severity: "warning",
    message: "the reduced chi-square is {value} with {dof} degrees of freedom, far from 1: {verdict}",
    help: "check the declared standard deviations, or use `relative` to estimate the standard errors from the scatter of the residuals",
    explain:
      "If the standard deviations of the observations are known (`sigma ... absolute`), the weighted sum of squared residuals is about the number of degrees of freedom. A value this far off occurs by chance in fewer than one in a thousand fits, and means that the standard deviations are wrong by more than a tenth. Far above 1, the model misses the data or the standard deviations are too small; far below 1, they are too large or the errors of neighbouring rows are similar. The standard errors are computed from the standard deviations and are just as wrong. Fix: look at the residuals; correct the model or the standard deviations; or declare them `relative`.",
  },
  lowerCostNotConverged: {
    code: "FIT9033",
    severity: "warning",
    message: "the fit met a lower cost, {lowest}, than the {cost} of the result, but did not converge there",
    help: "start closer to that point (`onIteration` shows the iterates), or bound the parameters so that the model is finite",
    explain:
      "The result is the lowest minimum at which a fit converged. Another fit, from one of several `starts` or with variable projection, reached a lower cost and then failed: it used up its evaluations, or the model is not finite beyond its last point. If there is a lower minimum, it has not been found. Fix: start there; allow more evaluations (`max_evals`); or bound the parameters so that the model is finite.",
  },
  foundBySearch: {
    code: "FIT9044",
    severity: "warning",
    message:
      "the fit from the start values ended at a cost of {first}; a search found this result, with a cost of {cost}, from {start}",
    help: "give these start values; `search: off` in `solver` turns the search off",
    explain:
      "A fit finds the minimum that its start values lead to. If that fit did not converge, explains little of the data, leaves parameters undetermined, or misses a trend, fitc searches other start values: sizes of every order of magnitude, places in the data, and frequencies. If a fit from one of them has less than half of the cost, it is the result, and the fit from the given start values is kept beside it (`fromStart`). The search is deterministic. Fix: look at the data and the curve, then give the start values that the message names.",
  },
} as const satisfies Record<string, MessageEntry>;
