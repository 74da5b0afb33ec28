import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT3020 to FIT3029: losses. */
export const lossMessages = {
  unknownLoss: {
    code: "FIT3020",
    severity: "error",
    message: "unknown loss '{name}'",
    help: "the losses are {known}; one's own is written 'loss(C) z => ...'",
    explain:
      "Losses are linear, soft_l1(C), huber(C), cauchy(C) and arctan(C), as SciPy's least_squares has them, or one's own: `loss(1) z => log1p(z)`.",
  },
  invalidLossScale: {
    code: "FIT3021",
    severity: "error",
    message: "the scale of a loss must be positive and finite, but is {value}",
    explain:
      "The scale C is the size of residual, divided by its sigma, beyond which a row counts less. Example: `loss huber(0)`. Without a scale it is 1.",
  },
  linearLossWithScale: {
    code: "FIT3022",
    severity: "error",
    message: "the linear loss has no scale",
    help: "write 'loss linear'",
    explain:
      "Plain least squares counts all residuals alike, so a scale would have no effect. Example: `loss linear(2)`.",
  },
  lossNonzeroAtOrigin: {
    code: "FIT3023",
    severity: "error",
    message: "a loss must be 0 at {variable} = 0, but this is {value}",
    help: "subtract {value}",
    explain:
      "A loss rho(z) takes z, the square of the scaled residual, and agrees with least squares near zero: rho(0) = 0 and rho'(0) = 1. Example: `loss(1) z => log(2 + z)`. Write `log1p(z)`.",
  },
  lossSlopeNotOne: {
    code: "FIT3024",
    severity: "error",
    message: "a loss must have slope 1 at {variable} = 0, but this has {value}",
    explain:
      "A loss rho(z) takes z, the square of the scaled residual, and agrees with least squares near zero: rho(0) = 0 and rho'(0) = 1. Example: `loss(1) z => 2 * log1p(z)` has slope 2. Divide by the slope.",
  },
  decreasingLoss: {
    code: "FIT3027",
    severity: "error",
    message: "a loss must not fall as {variable} grows, but at {variable} = {z} {what}",
    help: "a loss rises, or stays level far out",
    explain:
      "A larger residual must not cost less: the fit would run away to ever larger residuals. Example: `loss(1) z => z - z^2`, which falls beyond z = 0.5. A loss may become flat, as `1 - exp(-z)` does. It is looked at from z = 1e-10 to 1e12.",
  },
  duplicateLoss: {
    code: "FIT3025",
    severity: "error",
    message: "a second 'loss'; the first is on line {line}",
    help: "keep one; a 'fit' may have its own in braces",
    explain: "One loss holds for a statement. Different `fit`s may have their own: `fit y2 ~ g { loss huber(1) }`.",
  },
} as const satisfies Record<string, MessageEntry>;
