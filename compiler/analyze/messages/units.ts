import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT2030 to FIT2039: units. */
export const unitMessages = {
  unitMismatch: {
    code: "FIT2030",
    severity: "error",
    message: "{what} need equal units, but '{left}' is in '{leftUnit}' and '{right}' in '{rightUnit}'{note}",
    explain:
      "Sums, comparisons, min, max and hypot, both branches of `if` and both sides of '~' need the same unit, scale included: units never convert values. Example: `t + delay` with t in s and delay in ms. Give both in one unit, or convert: `const c: s/ms = 0.001` and `t + c * delay`. A bare number takes the unit of its place, and is dimensionless in a product. A name without a unit switches the check off.",
  },
  unitNotDimensionless: {
    code: "FIT2031",
    severity: "error",
    message: "{what} must be dimensionless, but '{text}' is in '{unit}'{note}",
    help: "divide it by a quantity of the same unit first",
    explain:
      "Functions such as exp, log and sin take pure numbers, and so does an exponent. Example: `exp(-t)` with t in s. Divide by a quantity of the same unit: `exp(-t / tau)`. With k in 1/s and t in ms, `k * t` is in ms/s, a factor 0.001 from a pure number: give both in one scale, or multiply by `const c: s/ms = 0.001`.",
  },
  declaredUnitMismatch: {
    code: "FIT2032",
    severity: "error",
    message: "'{name}' is declared in '{unit}', but this is in '{found}'{note}",
    explain:
      "The value of a const, let or derive, the start value and the bounds of a parameter have the unit that its name is declared in. Example: `let rate: 1/s = t / tau` with both in s. Correct the unit or the expression, or leave the unit of a `let` out: it is inferred.",
  },
  exponentNotConstant: {
    code: "FIT2033",
    severity: "error",
    message: "'{text}' is in '{unit}', so its exponent must be a constant",
    help: "divide it by a constant of the same unit first",
    explain:
      "The unit of a power is known only where the exponent is a number. Example: `x^n` with x in m and n a parameter. Write `(x / x0)^n`.",
  },
  noiseUnitMismatch: {
    code: "FIT2034",
    severity: "error",
    message: "'{word}' must have {what} of what is observed, '{unit}', but '{text}' is in '{found}'{note}",
    explain:
      "A residual is divided by sigma, the standard deviation of the observation, and both are in the unit of the observation. Example: `fit log(y) ~ ...` has dimensionless residuals, so sigma is dimensionless too.",
  },
  lossScaleUnitMismatch: {
    code: "FIT2035",
    severity: "error",
    message: "the scale of the loss must be in '{unit}', as the residual is, but '{text}' is in '{found}'{note}",
    explain:
      "The scale C of a loss is where a residual, divided by its sigma, begins to count as an outlier. With a sigma it is dimensionless; without one it is in the unit of the residual.",
  },
  invalidUnitExponent: {
    code: "FIT2036",
    severity: "error",
    message: "an exponent of this unit is out of range",
    explain:
      "The exponent of a unit is a whole number or a fraction of two, up to a million, and no denominator is zero. Example: `m^(1/0)`.",
  },
} as const satisfies Record<string, MessageEntry>;
