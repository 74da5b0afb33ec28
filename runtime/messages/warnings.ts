import type { MessageEntry } from "../../diagnostics/index.js";

/** What a user must know of a result before trusting it. */
export const warningMessages = {
  parameterAtBound: {
    code: "FIT9004",
    severity: "warning",
    message: "'{name}' ended on its {end} bound, {bound}: {errors}",
    explain:
      "The best value inside the bounds lies on one of them: the data want the parameter outside. Its uncertainty is then not that of least squares, and those of the others suppose that the bound is right; under SciPy's rules no error takes account of it. Mend: see whether the bound is meant, or whether the model is wrong.",
  },
  standardErrorExceedsValue: {
    code: "FIT9005",
    severity: "warning",
    message: "'{name}' = {value} has a standard error of {stderr}, larger than itself",
    explain:
      "The data hardly tell the parameter from 0. It may be superfluous, or the data too few or in the wrong place to determine it.",
  },
  undeterminedParameters: {
    code: "FIT9007",
    severity: "warning",
    message: "the data {finding}",
    help: "fix what is not determined, or write the model in what is: that has a finite standard error all the same",
    explain:
      "The Jacobian at the result has a smaller rank than the model has free parameters: the parameters named can change together without any change of the residuals, so that each has an infinite standard error. Examples: a parameter whose every derivative is 0; `A * B`, where `the data determine 'A' and 'B' only through A*B`; `(a + b) * x`, only through a + b. A combination of no such form, or one that holds at the result alone, is not spelled out: two peaks that came to coincide are one there, and fewer rows than parameters leave many solutions. Mend: fix one of the parameters, or write the model in what is determined, `param P` for `A * B`; start elsewhere if the fit ran off or terms came to coincide.",
  },
  underdeterminedFit: {
    code: "FIT9009",
    severity: "warning",
    message: "fewer residuals ({residuals}) than free parameters ({params}): the result is one of many",
    explain:
      "With fewer residuals than free parameters the minimum is not a point. The result is the one that the solver came to from this start, and the errors of what is not determined are infinite.",
  },
  noDegreesOfFreedom: {
    code: "FIT9010",
    severity: "warning",
    message:
      "as many residuals as free parameters leave no degree of freedom: there is nothing to estimate errors from",
    explain:
      "The scatter of the data about the model, from which relative standard errors come, is unknown when the model can go through all of them. Mend: give more data, fix parameters, or declare known deviations (`sigma ... absolute`).",
  },
  stoppedBeforeMinimum: {
    code: "FIT9011",
    severity: "warning",
    message: "the fit stopped where the cost still falls: a full step promises to take {percent} % of it away",
    help: "start nearer to the data, tighten the tolerances, or scale the model",
    explain:
      "At a minimum the residuals are orthogonal to every column of the Jacobian (but for parameters on a bound), so that a Gauss-Newton step promises nothing. The solver's tolerances were met earlier: its steps were too short for the cost to notice, as they are in a narrow valley, with loose tolerances, or from a start many orders of magnitude away. Mend: start nearer to the data, or tighten the tolerances.",
  },
  vanishedDerivatives: {
    code: "FIT9012",
    severity: "warning",
    message:
      "the residuals no longer depend on {names}: every derivative has become 0, so that the fit may have run off",
    help: "try another start, or bound the parameter",
    explain:
      "At the start the parameter mattered; at the result it does not, in any row. That happens when a step leads to where a term vanishes, as `exp(-b * x)` does for a large b: no minimum, but nothing shows the way back. Mend: start closer, or bound the parameter.",
  },
  derivedQuantityNotFinite: {
    code: "FIT9013",
    severity: "warning",
    message: "the derived quantity '{name}' is {value} at the result",
    help: "bound the parameters to where it has a value",
    explain:
      "A `derive` expression has no finite value at the fitted parameters, as `log(k)` has none where k ended below 0. The fit is not reported as a success then. Mend: bound the parameters, or write the expression so that it holds there.",
  },
  residualsWithoutInfluence: {
    code: "FIT9014",
    severity: "warning",
    message: "the loss is flat, or falls, at {flat} of {count} residuals, which have no influence on the fit",
    help: "start closer to the data, or give the loss a larger scale",
    explain:
      "A residual pulls at the fit by the slope of its loss. Where the slope is 0 or negative for more than half of the residuals, the others alone decide, or nothing does: a start too far away, or a scale C far below the scatter, makes all data look like outliers. Example: `loss(0.1) z => 1 - exp(-z)` from a start whose residuals are about 1. Mend: start closer, give a larger C, or take a loss that keeps a slope, as `soft_l1`.",
  },
  implausibleReducedChiSquare: {
    code: "FIT9032",
    severity: "warning",
    message: "reduced chi-square is {value} with {dof} degrees of freedom, far from 1: {verdict}",
    help: "the standard errors rest on the declared deviations; `relative` takes them from the scatter of the residuals instead",
    explain:
      "Where the deviations of the observations are known (`sigma ... absolute`), the weighted sum of squared residuals has about as much as there are degrees of freedom. A value that far from it comes by chance in less than one fit of a thousand, and means deviations wrong by more than a tenth. Far above 1 the model misses the data, or the deviations are too small; far below, they are too large, or the errors of neighbouring rows are alike. The standard errors, which rest on the deviations, are as wrong as these. Mend: look at the residuals; correct the model or the deviations; or declare them `relative`.",
  },
  lowerCostNotConverged: {
    code: "FIT9033",
    severity: "warning",
    message: "a lower cost, {lowest}, was met on the way than the {cost} of the result, but no fit converged there",
    help: "start nearer to that point (`onIteration` shows the iterates), or bound the parameters to where the model is finite",
    explain:
      "The result is the lowest minimum at which a fit converged. Another fit, from one of several `starts` or by way of variable projection, came to a lower cost and then failed: its evaluations were used up, or beyond its last point the model is not finite. The lower minimum, if there is one, has not been found. Mend: start there; allow more evaluations (`max_evals`); or bound the parameters to where the model has values.",
  },
} as const satisfies Record<string, MessageEntry>;
