import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT3020 to FIT3029: losses. */
export const lossMessages = {
  unknownLoss: {
    code: "FIT3020",
    severity: "error",
    message: "unknown loss '{name}'",
    help: "use one of {known}, or write your own: 'loss(C) z => ...'",
    explain:
      "The losses are linear, soft_l1(C), huber(C), cauchy(C) and arctan(C), as in SciPy's least_squares, or your own: `loss(1) z => log1p(z)`.",
  },
  invalidLossScale: {
    code: "FIT3021",
    severity: "error",
    message: "the scale of a loss must be positive and finite, but it is {value}",
    explain:
      "The scale C is the size of a residual, divided by its sigma, beyond which a row counts less. Example: `loss huber(0)`. The default is 1.",
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
    message: "a loss must be 0 at {variable} = 0, but this one is {value}",
    help: "subtract {value}",
    explain:
      "A loss is a function rho(z) of the squared scaled residual z. It agrees with least squares near zero: rho(0) = 0 and rho'(0) = 1. Example: `loss(1) z => log(2 + z)`. Write `log1p(z)`.",
  },
  lossSlopeNotOne: {
    code: "FIT3024",
    severity: "error",
    message: "a loss must have slope 1 at {variable} = 0, but the slope of this one is {value}",
    explain:
      "A loss is a function rho(z) of the squared scaled residual z. It agrees with least squares near zero: rho(0) = 0 and rho'(0) = 1. Example: `loss(1) z => 2 * log1p(z)` has slope 2. Divide by the slope.",
  },
  decreasingLoss: {
    code: "FIT3027",
    severity: "error",
    message: "a loss must not decrease as {variable} grows, but at {variable} = {z} {what}",
    help: "use a loss that never decreases; it may become constant far out",
    explain:
      "A larger residual must not cost less: the fit would run off to larger and larger residuals. Example: `loss(1) z => z - z^2`, which decreases beyond z = 0.5. A loss may become flat, as `1 - exp(-z)` does. The compiler checks it from z = 1e-10 to 1e12.",
  },
  duplicateLoss: {
    code: "FIT3025",
    severity: "error",
    message: "there is a second 'loss'; the first is on line {line}",
    help: "keep one; give a 'fit' its own loss in braces",
    explain: "Each statement has one loss. A `fit` can have its own: `fit y2 ~ g { loss huber(1) }`.",
  },
} as const satisfies Record<string, MessageEntry>;
