import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT2041 to FIT2043, FIT3040 to FIT3049, FIT9040: priors, orders, and the covariance of the observations. */
export const constraintMessages = {
  constraintOnNonParameter: {
    code: "FIT2041",
    severity: "error",
    message: "'{name}' is a {kind}, and '{word}' takes parameters",
    explain:
      "A prior and an order are about what the fit determines. Example: `prior tau ~ normal(2, 0.1)` where `derive tau = 1 / k`. A quantity made of parameters takes a residual instead: `residual (1/k - 2) { sigma 0.1 absolute }`.",
  },
  unknownPriorDistribution: {
    code: "FIT2042",
    severity: "error",
    message: "there is no distribution '{name}' for a prior",
    help: "the only one is normal: 'prior k ~ normal(mean, deviation)'",
    explain:
      "A prior is a residual of its own, (k - mean) / deviation, which is a normal distribution. For a positive parameter that is known up to a factor, fit its logarithm: `param logk = 0`, `prior logk ~ normal(0, 0.5)`, and `exp(logk)` in the model. For a uniform distribution, give bounds: `in [0, 1]`.",
  },
  wrongPriorArguments: {
    code: "FIT2043",
    severity: "error",
    message: "'normal' takes a mean and a standard deviation, not {found}",
    explain:
      "Example: `prior k ~ normal(0.5)`. Write `prior k ~ normal(0.5, 0.1)`: 0.5 with a standard deviation of 0.1.",
  },
  constraintOnFixedParameter: {
    code: "FIT3040",
    severity: "error",
    message: "'{name}' is fixed, so that '{word}' has no say in it",
    help: "remove the word 'fixed', or the {word}",
    explain:
      "A prior draws a parameter towards a value, and an order keeps it below another; a fixed parameter does not move.",
  },
  duplicatePrior: {
    code: "FIT3041",
    severity: "error",
    message: "a second prior of '{name}'; the first is on line {line}",
    help: "keep one, or combine them: the mean weighted by 1/deviation^2, and the deviation 1/sqrt(1/s1^2 + 1/s2^2)",
    explain: "What is known of a parameter before the data is one distribution.",
  },
  invalidPriorArgument: {
    code: "FIT3042",
    severity: "error",
    message: "the {what} of this prior is {value}, but must be {need}",
    explain:
      "`prior k ~ normal(m, s)` says that k is m with a standard deviation of s. A deviation of 0 would fix the parameter: write `param k = m fixed`. One of infinity says nothing: leave the prior out.",
  },
  duplicateOrder: {
    code: "FIT3043",
    severity: "error",
    message: "'{name}' is ordered twice; first on line {line}",
    help: "write one chain: 'order a < b < c'",
    explain:
      "A parameter stands in one place of one chain. Examples: `order a < b` and `order b < c`, to be written `order a < b < c`; `order a < b < a`, which nothing can meet.",
  },
  orderWithoutStartValue: {
    code: "FIT3044",
    severity: "error",
    message: "'{name}' is in an order and has no start value",
    help: "give it one: 'param {name} = 1'",
    explain:
      "The parameters of an order begin in that order, so that each has a start value. The middle of the bounds, which they share, would be the same for all.",
  },
  declaredStartsUnordered: {
    code: "FIT3045",
    severity: "error",
    message: "'{name}' starts at {start}, which is not above '{lower}' at {below}",
    help: "give '{lower}' the smaller start value",
    explain:
      "A fit begins where the order holds, and keeps it. Example: `param c1 = 5`, `param c2 = 2` and `order c1 < c2`.",
  },
  declaredOrderBoundsDiffer: {
    code: "FIT3046",
    severity: "error",
    message: "the bounds of '{first}', {firstBounds}, are not those of '{second}', {secondBounds}",
    help: "give all of the chain the same bounds, or none",
    explain:
      "An order is kept by fitting the lowest parameter and the steps to the next ones, which can keep one pair of bounds for all of the chain. Example: `param c1 = 1 in [0, 5]`, `param c2 = 2` and `order c1 < c2`.",
  },
  duplicateCovariance: {
    code: "FIT3047",
    severity: "error",
    message: "a second 'covariance'; the first is on line {line}",
    help: "keep one",
    explain: "The observations have one covariance matrix.",
  },
  covarianceNeedsOneStatement: {
    code: "FIT3048",
    severity: "error",
    message: "'covariance' is for a model of one 'fit' or 'residual' over the rows, and this one has {found}",
    explain:
      "The matrix has one row and one column for each row of the data, in their order: it is that of the observations of one statement. Several responses are one when the data are stacked, with a column that tells which is which. What is known of a parameter beforehand is a `prior`, which may stand beside a covariance.",
  },
  covarianceConflict: {
    code: "FIT3049",
    severity: "error",
    message: "'covariance' and {what} exclude each other",
    help: "keep one",
    explain:
      "The variances of the observations are on the diagonal of their covariance matrix, so that there is neither a sigma nor a weight besides. A robust loss judges each residual by itself, and correlated ones cannot be.",
  },
  priorWithoutAbsoluteSigma: {
    code: "FIT9040",
    severity: "warning",
    message:
      "the deviations of the data are not known, and the prior of '{name}' is weighed against them as if they were {assumed}",
    help: "give the data their standard deviations: 'sigma ... absolute'",
    explain:
      "`prior k ~ normal(m, s)` adds ((k - m) / s)^2 to the sum of squares. That is Bayes' rule where every other residual is divided by its own standard deviation, too. Without `sigma ... absolute` it is not: with data in mV instead of V the same prior would count a million times less against them. And the covariance is then multiplied by the reduced chi-square, the prior's share included. Mend: give the standard deviations of the data, `sigma 0.02 absolute`, if need be estimated from a fit without the prior.",
  },
} as const satisfies Record<string, MessageEntry>;
