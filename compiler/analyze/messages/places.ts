import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT2014 to FIT2019: what is allowed where. */
export const placeMessages = {
  misplacedReduction: {
    code: "FIT2014",
    severity: "error",
    message: "'{name}' reduces over all rows, which is not allowed in {place}",
    help: "write the number itself; for two or more values write 'min(a, b)'",
    explain:
      "min, max, mean, median, sum, first, last, count, argmin and argmax over the rows are computed once for each data set, over the rows that the fit uses. A `const` and the settings of a loss or a solver are known before there are data, and `where` decides which rows the fit uses. Example: `where t < max(t) / 2`. Write the number itself, or prepare the data.",
  },
  reductionDependsOnParameter: {
    code: "FIT2015",
    severity: "error",
    message: "a reduction over rows must not depend on a parameter, but '{name}' does{through}",
    help: "reduce columns only",
    explain:
      "Reductions are computed once for a data set, from columns and constants. Example: `derive m = mean(A * x)`. Write `derive m = A * mean(x)`.",
  },
  valueDependsOnRow: {
    code: "FIT2016",
    severity: "error",
    message: "{place} is one number, but '{name}' varies from row to row{through}",
    help: "reduce it over the rows: 'max({name})', 'mean({name})', 'first({name})', ...",
    explain:
      "A start value, a bound or a derived quantity is one number for the whole data set. Example: `param A = y`. Write `param A = max(y)`.",
  },
  valueDependsOnParameter: {
    code: "FIT2017",
    severity: "error",
    message: "{place} must not depend on a parameter, but '{name}' does{through}",
    explain:
      "Start values, bounds and the choice of rows are computed before the fit begins, from constants and columns. Example: `param b = 2 * a` where `a` is a parameter. Give the number, or declare a `const` that both start values use.",
  },
  valueNotConstant: {
    code: "FIT2018",
    severity: "error",
    message: "{place} must be constant, but '{name}' is {what}",
    explain:
      "A const, the scale of a loss, the mean and the standard deviation of a prior, and the options of a solver must be known when the model is compiled. Example: `const half = A / 2` where A is a parameter. Use `let`, which can depend on parameters and columns. A loss of your own can depend on its variable and on constants.",
  },
  observedDependsOnParameter: {
    code: "FIT2019",
    severity: "error",
    message: "the observed side of '~' must not depend on a free parameter, but '{name}' does{through}",
    help: "move it to the right of '~', or use 'residual'",
    explain:
      "The left side of '~' is the observed data: a column, or an expression of columns such as `log(y)`. Example: `fit y - c ~ A * x`. Write `fit y ~ A * x + c`.",
  },
} as const satisfies Record<string, MessageEntry>;
