import type { MessageEntry } from "../../diagnostics/index.js";

/** Why a fit cannot begin: start values, bounds, noise, a model that is not finite. Rows are counted from 1 in texts. */
export const startMessages = {
  startNotFinite: {
    code: "FIT5002",
    severity: "error",
    message: "the start value of '{name}' is {value}",
    help: "give it a finite start value",
    explain:
      "A start value must be a finite number. One computed from the data is not if the data are such, as in `param k = 1 / min(x)` where the least x is 0. Mend: write a rule that holds for these data, or give a start value with the call (`--set k=1`).",
  },
  boundNotNumber: {
    code: "FIT5003",
    severity: "error",
    message: "the {end} bound of '{name}' is not a number",
    explain:
      "A bound computed from the data gave NaN, as `log(min(y))` does where the least y is negative. Mend: write a bound that holds for these data, or `inf`.",
  },
  boundsWithoutRoom: {
    code: "FIT5004",
    severity: "error",
    message: "the lower bound of '{name}', {lower}, is not below the upper one, {upper}",
    explain:
      "Bounds must leave room between them. They may depend on the data: `in [0, max(y)]` leaves none where no y is positive. Mend: correct the bounds, or make the parameter `fixed`.",
  },
  startOutsideBounds: {
    code: "FIT5005",
    severity: "error",
    message: "'{name}' starts at {start}, outside its bounds {interval}",
    explain:
      "A start value must lie inside the bounds of its parameter; it is not moved there silently, because it is more often the bounds that are wrong. Mend: change the one or the other.",
  },
  startExcluded: {
    code: "FIT5006",
    severity: "error",
    message: "'{name}' starts at {start}, an end that its bounds {interval} exclude",
    explain:
      "A parenthesis in an interval excludes its end, so that `param k = 0 in (0, 1]` cannot start at 0. Mend: start inside, or write a square bracket.",
  },
  noiseNotPositive: {
    code: "FIT5008",
    severity: "error",
    message: "{word} `{text}` is {value} in row {row}; it must be positive and finite",
    help: "correct the data, or leave such rows out with `where`",
    explain:
      "Residuals are divided by the standard deviation of their observation, so that it must be positive and finite in every row that is kept. Mend: correct the data, or leave such rows out: `where sy > 0`.",
  },
  noiseNegative: {
    code: "FIT5009",
    severity: "error",
    message: "{word} `{text}` is {value} in row {row}; it must be finite and not negative",
    help: "correct the data, or leave such rows out with `where`",
    explain:
      "Squared residuals are multiplied by their weight, so that it must be finite and not negative in every row that is kept. A weight of 0 leaves a row out of the fit. Mend: correct the data, or leave such rows out with `where`.",
  },
  modelNotFinite: {
    code: "FIT5010",
    severity: "error",
    message: "the model is not finite at its start: {place}`{text}` is {value}{values}",
    help: "start elsewhere, or restrict the rows with `where`",
    explain:
      "With the start values some residual is NaN or infinite, so that there is nothing to improve on. The message names the row, the smallest subexpression at fault, and what stood in it. Example: `log(k * t)` with a row where t is 0. Mend: start elsewhere; leave the row out with `where`; or write the model so that it holds there.",
  },
  derivativeNotFinite: {
    code: "FIT5011",
    severity: "error",
    message: "the derivative by '{name}' is {value} at the start{place}, in `{text}`",
    help: "start elsewhere, or restrict the rows with `where`",
    explain:
      "The residuals are finite at the start but a derivative is not, as that of `t^b` by t at 0 with b below 1, or of `sqrt(a)` at a = 0. Mend: start elsewhere, or leave the row out with `where`.",
  },
  lmUnderdetermined: {
    code: "FIT5012",
    severity: "error",
    message: "fewer residuals ({residuals}) than free parameters ({params}), which solver lm cannot fit",
    help: "fix some parameters, or use `solver trf`, whose result then is one of many",
    explain:
      "With fewer residuals than free parameters the minimum is not a point. MINPACK's algorithm is not made for that. Mend: give more data, fix parameters, or use `solver trf`, which finds one of the solutions and says so.",
  },
  nothingToFit: {
    code: "FIT5013",
    severity: "error",
    message: "there is nothing to fit: no parameter is free",
    help: "free a parameter, or use the fitter's `residuals` to evaluate the model",
    explain:
      "All parameters are fixed, by the spec or by the options of the call. Mend: leave at least one of them free.",
  },
  allWeightsZero: {
    code: "FIT5016",
    severity: "error",
    message: "every weight is 0: there is nothing to fit to",
    help: "give some rows a weight",
    explain:
      "A weight of 0 leaves a row out of the fit, and these weights leave out all. Mend: correct the data or the expression after `weight`.",
  },
  costOutOfRange: {
    code: "FIT5021",
    severity: "error",
    message: "the sum of squares at the {place} is too {size} to go by",
    help: "scale the data, by units that bring them nearer to 1",
    explain:
      "Every residual is finite, and not 0, but the sum of their squares is beyond what a number can hold, about 1e308, or below what it can resolve, about 1e-308, or nothing but rounding against that at the start: the fit would not see its own progress, and the cost, the reduced chi-square and the covariance, which are sums of squares too, could not be told. Examples: data near 1e300 or 1e-200; `sigma 1e200`; data near 1e-40 from a start at 1. Mend: express the data, or their deviations, in other units, and start nearer to them.",
  },
  dataNotFinite: {
    code: "FIT5022",
    severity: "error",
    message: "the data leave nothing to fit: {place}`{text}` is {value}{values}, whatever the parameters",
    help: "correct the data, or leave such rows out with `where`",
    explain:
      "A part of the model that no parameter occurs in is NaN or infinite, as a column with an infinite value is, or `log(t)` in a row where t is 0. No start value can mend that. Mend: correct the data, leave such rows out, `where t > 0`, or write a missing value as an empty cell and say `missing drop`.",
  },
} as const satisfies Record<string, MessageEntry>;
