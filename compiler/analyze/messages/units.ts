import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT2030 to FIT2039: units. */
export const unitMessages = {
  unitMismatch: {
    code: "FIT2030",
    severity: "error",
    message: "{what} need the same unit, but '{left}' is in '{leftUnit}' and '{right}' in '{rightUnit}'{note}",
    explain:
      "Sums, comparisons, min, max and hypot, both branches of `if` and both sides of '~' need the same unit, including its scale: units never convert values. Example: `t + delay` with t in s and delay in ms. Use one unit for both, or convert: `const c: s/ms = 0.001` and `t + c * delay`. A plain number takes the unit that is needed, and is dimensionless in a product. A name without a unit switches the check off.",
  },
  unitNotDimensionless: {
    code: "FIT2031",
    severity: "error",
    message: "{what} must be dimensionless, but '{text}' is in '{unit}'{note}",
    help: "divide it by a quantity of the same unit first",
    explain:
      "The arguments of functions such as exp, log and sin, and exponents, must be dimensionless. Example: `exp(-t)` with t in s. Divide by a quantity of the same unit: `exp(-t / tau)`. With k in 1/s and t in ms, `k * t` is in ms/s, which differs from a dimensionless number by a factor of 0.001: use one scale for both, or multiply by `const c: s/ms = 0.001`.",
  },
  declaredUnitMismatch: {
    code: "FIT2032",
    severity: "error",
    message: "'{name}' is declared in '{unit}', but this is in '{found}'{note}",
    explain:
      "The value of a const, let or derive, and the start value and the bounds of a parameter, must have the declared unit. Example: `let rate: 1/s = t / tau` with both in s. Correct the unit or the expression, or remove the unit of a `let`: it is inferred.",
  },
  exponentNotConstant: {
    code: "FIT2033",
    severity: "error",
    message: "'{text}' is in '{unit}', so its exponent must be a constant",
    help: "divide it by a constant of the same unit first",
    explain:
      "The unit of a power is known only if the exponent is a constant. Example: `x^n` with x in m and n a parameter. Write `(x / x0)^n`.",
  },
  noiseUnitMismatch: {
    code: "FIT2034",
    severity: "error",
    message: "'{word}' must have {what} of the observation, '{unit}', but '{text}' is in '{found}'{note}",
    explain:
      "A residual is divided by sigma, the standard deviation of the observation, so both have the unit of the observation. Example: `fit log(y) ~ ...` has dimensionless residuals, so its sigma is dimensionless too.",
  },
  lossScaleUnitMismatch: {
    code: "FIT2035",
    severity: "error",
    message: "the scale of the loss must have the unit of the residual, '{unit}', but '{text}' is in '{found}'{note}",
    explain:
      "A residual, divided by its sigma, counts as an outlier beyond the scale C of the loss. With a sigma the scale is dimensionless; without one it has the unit of the residual.",
  },
  invalidUnitExponent: {
    code: "FIT2036",
    severity: "error",
    message: "an exponent of this unit is out of range",
    explain:
      "The exponent of a unit is a whole number or a fraction. Its numbers are at most a million, and the denominator is not zero. Example: `m^(1/0)`.",
  },
} as const satisfies Record<string, MessageEntry>;
