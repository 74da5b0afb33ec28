import type { MessageEntry } from "../../diagnostics/index.js";

/**
 * Reasons why a fit cannot begin: start values, bounds, noise, a model that is not finite. Messages
 * count rows from 1.
 */
export const startMessages = {
  startNotFinite: {
    code: "FIT5002",
    severity: "error",
    message: "the start value of '{name}' is {value}",
    help: "give it a finite start value",
    explain:
      "A start value must be a finite number. One that is computed from the data may not be, as with `param k = 1 / min(x)` if the smallest x is 0. Fix: write an expression that works for these data, or give a start value with the call (`--set k=1`).",
  },
  boundNotNumber: {
    code: "FIT5003",
    severity: "error",
    message: "the {end} bound of '{name}' is not a number",
    explain:
      "A bound that is computed from the data is NaN, as `log(min(y))` is if the smallest y is negative. Fix: write a bound that works for these data, or `inf`.",
  },
  boundsWithoutRoom: {
    code: "FIT5004",
    severity: "error",
    message: "the lower bound of '{name}', {lower}, is not below the upper bound, {upper}",
    explain:
      "The bounds must leave room between them. They can depend on the data: `in [0, max(y)]` leaves no room if no y is positive. Fix: correct the bounds, or make the parameter `fixed`.",
  },
  startOutsideBounds: {
    code: "FIT5005",
    severity: "error",
    message: "'{name}' starts at {start}, outside its bounds {interval}",
    explain:
      "A start value must be inside the bounds of its parameter. It is not moved there silently, because often the bounds are wrong. Fix: change the start value or the bounds.",
  },
  startExcluded: {
    code: "FIT5006",
    severity: "error",
    message: "'{name}' starts at {start}, an end that its bounds {interval} exclude",
    explain:
      "A parenthesis in an interval excludes its end, so `param k = 0 in (0, 1]` cannot start at 0. Fix: start inside, or write a square bracket.",
  },
  noiseNotPositive: {
    code: "FIT5008",
    severity: "error",
    message: "{word} `{text}` is {value} in row {row}; it must be positive and finite",
    help: "correct the data, or exclude such rows with `where`",
    explain:
      "Residuals are divided by the standard deviation of their observation, so it must be positive and finite in every row that is used. Fix: correct the data, or exclude such rows: `where sy > 0`.",
  },
  noiseNegative: {
    code: "FIT5009",
    severity: "error",
    message: "{word} `{text}` is {value} in row {row}; it must be finite and not negative",
    help: "correct the data, or exclude such rows with `where`",
    explain:
      "Squared residuals are multiplied by their weight, so it must be finite and not negative in every row that is used. A weight of 0 excludes a row from the fit. Fix: correct the data, or exclude such rows with `where`.",
  },
  modelNotFinite: {
    code: "FIT5010",
    severity: "error",
    message: "the model is not finite at the start values: {place}`{text}` is {value}{values}",
    help: "change the start values, or restrict the rows with `where`",
    explain:
      "At the start values a residual is NaN or infinite, so the fit cannot begin. The message names the row, the smallest subexpression that is not finite, and the values in it. Example: `log(k * t)` with a row where t is 0. Fix: change the start values, exclude the row with `where`, or write the model so that it is finite there.",
  },
  derivativeNotFinite: {
    code: "FIT5011",
    severity: "error",
    message: "the derivative with respect to '{name}' is {value} at the start values{place}, in `{text}`{values}",
    help: "change the start values, restrict the rows with `where`, or guard it with `{guard}`",
    explain:
      "The residuals are finite at the start values, but a derivative is not. The message names the row and, where it can be found, the smallest subexpression without a derivative. Examples: `sqrt(a)` at a = 0, and `(t - a)^b` with b below 1 in a row where t equals a. A row that makes a part of the model constant, such as `sqrt(a*x)` at x = 0, is no such case: its derivative is 0. Fix: change the start values, exclude the row with `where`, or say what the value is there, because a branch that is not taken has no derivative: `if t > a then (t - a)^b else 0`.",
  },
  lmUnderdetermined: {
    code: "FIT5012",
    severity: "error",
    message:
      "there are fewer residuals ({residuals}) than free parameters ({params}), which solver 'lm' does not support",
    help: "fix some parameters, or use `solver trf`, which returns one of many solutions",
    explain:
      "With fewer residuals than free parameters the minimum is not a single point, and MINPACK's algorithm does not support that. Fix: give more data, fix parameters, or use `solver trf`, which finds one of the solutions and says so.",
  },
  nothingToFit: {
    code: "FIT5013",
    severity: "error",
    message: "there is nothing to fit: no parameter is free",
    help: "free a parameter, or use the fitter's `residuals` to evaluate the model",
    explain:
      "All parameters are fixed, by the spec or by the options of the call. Fix: leave at least one parameter free.",
  },
  allWeightsZero: {
    code: "FIT5016",
    severity: "error",
    message: "every weight is 0, so there is nothing to fit",
    help: "give some rows a positive weight",
    explain:
      "A weight of 0 excludes a row from the fit, and these weights exclude all rows. Fix: correct the data or the expression after `weight`.",
  },
  costOutOfRange: {
    code: "FIT5021",
    severity: "error",
    message: "the sum of squares at the {place} is too {size} for double precision",
    help: "use units that bring the data closer to 1",
    explain:
      "Every residual is finite and not 0, but the sum of their squares is above the largest number, about 1e308, or below the smallest, about 1e-308, or disappears in the rounding of the sum at the start values. The solver could not see any progress, and the cost, the reduced chi-square and the covariance, which are also sums of squares, could not be computed. Examples: data near 1e300 or 1e-200; `sigma 1e200`; data near 1e-40 with a start value of 1. Fix: use other units for the data or their standard deviations, and start closer to the data.",
  },
  dataNotFinite: {
    code: "FIT5022",
    severity: "error",
    message: "the data cannot be fitted: {place}`{text}` is {value}{values}, whatever the parameters",
    help: "correct the data, or exclude such rows with `where`",
    explain:
      "A part of the model that does not depend on a parameter is NaN or infinite, as with an infinite value in a column, or with `log(t)` in a row where t is 0. No start value can fix that. Fix: correct the data, exclude such rows with `where t > 0`, or write a missing value as an empty cell and add `missing drop`.",
  },
} as const satisfies Record<string, MessageEntry>;
