import type { MessageEntry } from "../../../diagnostics/index.js";

/**
 * FIT2041 to FIT2043, FIT3040 to FIT3049, FIT9040: priors, orders and the covariance of the
 * observations.
 */
export const constraintMessages = {
  constraintOnNonParameter: {
    code: "FIT2041",
    severity: "error",
    message: "'{name}' is a {kind}, but '{word}' takes parameters",
    explain:
      "Only a parameter can have a prior, a place in an order or a scale. Example: `prior tau ~ normal(2, 0.1)` where `derive tau = 1 / k`. For a quantity computed from parameters, write a residual instead: `residual (1/k - 2) { sigma 0.1 absolute }`.",
  },
  unknownPriorDistribution: {
    code: "FIT2042",
    severity: "error",
    message: "'{name}' is not a distribution for a prior",
    help: "write 'prior k ~ normal(mean, deviation)': normal is the only one",
    explain:
      "A prior adds the residual (k - mean) / deviation, which stands for a normal distribution. For a positive parameter that is known up to a factor, fit its logarithm: `param logk = 0`, `prior logk ~ normal(0, 0.5)`, and `exp(logk)` in the model. For a uniform distribution, give bounds: `in [0, 1]`.",
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
    message: "'{name}' is fixed, so '{word}' has no effect on it",
    help: "remove the word 'fixed', or the {word}",
    explain:
      "A prior pulls a parameter towards a value, an order keeps it below another parameter, and a scale measures its steps. A fixed parameter does not change.",
  },
  duplicatePrior: {
    code: "FIT3041",
    severity: "error",
    message: "'{name}' has a second prior; the first is on line {line}",
    help: "keep one, or combine them: the mean weighted by 1/deviation^2, and the deviation 1/sqrt(1/s1^2 + 1/s2^2)",
    explain:
      "What is known about a parameter before the fit is stated as one distribution, so a parameter has one prior.",
  },
  invalidPriorArgument: {
    code: "FIT3042",
    severity: "error",
    message: "the {what} of this prior must be {need}, but it is {value}",
    explain:
      "`prior k ~ normal(m, s)` says that k is m with a standard deviation of s. A standard deviation of 0 would fix the parameter: write `param k = m fixed` instead. An infinite one has no effect: remove the prior.",
  },
  duplicateOrder: {
    code: "FIT3043",
    severity: "error",
    message: "'{name}' is ordered twice; first on line {line}",
    help: "write one chain: 'order a < b < c'",
    explain:
      "A parameter has one place in one chain. Write `order a < b` and `order b < c` as `order a < b < c`. Nothing satisfies `order a < b < a`.",
  },
  orderWithoutStartValue: {
    code: "FIT3044",
    severity: "error",
    message: "'{name}' is in an order and has no start value",
    help: "give it one: 'param {name} = 1'",
    explain:
      "The start values of the parameters must be in the given order, so each parameter needs one. The default, the middle of the bounds, would be the same for all of them.",
  },
  declaredStartsUnordered: {
    code: "FIT3045",
    severity: "error",
    message: "'{name}' starts at {start}, which is not above '{lower}' at {below}",
    help: "give '{lower}' the smaller start value",
    explain:
      "The start values must be in the given order, and the fit keeps them so. Example: `param c1 = 5`, `param c2 = 2` and `order c1 < c2`.",
  },
  declaredOrderBoundsDiffer: {
    code: "FIT3046",
    severity: "error",
    message: "'{first}' and '{second}' are in one order, but their bounds differ: {firstBounds} and {secondBounds}",
    help: "give all parameters of the chain the same bounds, or none",
    explain:
      "To keep the order, fitc fits the lowest parameter and the steps to the next ones. This works only with one pair of bounds for the whole chain. Example: `param c1 = 1 in [0, 5]`, `param c2 = 2` and `order c1 < c2`.",
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
    message: "'covariance' is for a model with one 'fit' or 'residual' over the rows, but this one has {found}",
    explain:
      "The matrix has one row and one column for each row of the data, in the same order: it describes the observations of one statement. To fit several responses, stack the data into one column and add a column that says which is which. Write what is known about a parameter beforehand as a `prior`, which can be combined with a covariance.",
  },
  covarianceConflict: {
    code: "FIT3049",
    severity: "error",
    message: "'covariance' cannot be combined with {what}",
    help: "keep one",
    explain:
      "The diagonal of the covariance matrix already holds the variances of the observations, so a sigma or a weight would count them twice. A robust loss treats each residual on its own, which is not possible when they are correlated.",
  },
  priorWithoutAbsoluteSigma: {
    code: "FIT9040",
    severity: "warning",
    message:
      "the standard deviations of the data are not known; the prior of '{name}' is weighed as if they were {assumed}",
    help: "give the data their standard deviations: 'sigma ... absolute'",
    explain:
      "`prior k ~ normal(m, s)` adds ((k - m) / s)^2 to the sum of squares. This is Bayes' rule if every other residual is divided by its own standard deviation, too. Without `sigma ... absolute` it is not: with data in mV instead of V, the same prior would count a million times less. The covariance is then also multiplied by the reduced chi-square, and so is the share of the prior. Fix: give the standard deviations of the data, `sigma 0.02 absolute`; if necessary, estimate them from a fit without the prior.",
  },
} as const satisfies Record<string, MessageEntry>;
