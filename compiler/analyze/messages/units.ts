import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT2030 to FIT2039 and FIT9016 to FIT9017: units. */
export const unitMessages = {
  unitMismatch: {
    code: "FIT2030",
    severity: "error",
    message: "{what} need the same unit, but {difference}",
    explain:
      "Sums, comparisons, min, max and hypot, both branches of `if` and both sides of '~' need the same unit, including its scale: units never convert values. Example: `t + delay` with t in s and delay in ms. Use one unit for both, or convert: `const c: s/ms = 0.001` and `t + c * delay`. A plain number takes the unit that is needed, and is dimensionless in a product. A name without a unit has the one that follows from the model; `fitc check --verbose` lists it.",
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
    message: "'{name}' is in '{unit}', but its {what} '{text}' is in '{found}'{note}",
    explain:
      "The value of a const, let or derive, and the start value and the bounds of a parameter, must have the declared unit. Example: `let rate: 1/s = t / tau` with both in s. Correct the unit or the expression, or remove the unit: it is inferred.",
  },
  exponentNotConstant: {
    code: "FIT2033",
    severity: "error",
    message: "'{text}' is in '{unit}'{note}, so its exponent must be a constant such as 2 or 1/3, not '{exponent}'",
    help: "divide it by a constant of the same unit first: 'const x0: {unit} = 1' and '({base} / x0)^...'",
    explain:
      "The unit of a power is known only if the exponent is a number or a constant, and a fraction of whole numbers (not `pi`). With a parameter as exponent, the unit of what it is multiplied by would depend on the fit, and its standard error would have no meaning. Example: `x^n` with x in m and n a parameter. Write `(x / x0)^n` with `const x0: m = 1`.",
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
  nameInTwoUnits: {
    code: "FIT2037",
    severity: "error",
    message: "'{name}' is in '{unit}' here, but in '{other}' at {place}{note}",
    help: "give '{name}' a unit, and see which of the two places is wrong",
    explain:
      "A name has one unit in the whole model. One without a declared unit takes it from where it is used, and here two places contradict each other. Example: `param k = mean(t)`, which makes k a time, and `exp(-k * t)`, which makes it one over a time. Correct one of them (`1 / mean(t)`), or use two names. A plain number in place of a named constant has a unit in each place: `const none = 0` cannot be added to both a voltage and a current, but `0` can.",
  },
  affineFactor: {
    code: "FIT2038",
    severity: "error",
    message: "'{text}' is in '{unit}', whose zero is arbitrary, and cannot be {operation}",
    help: "use kelvin ('K') and convert the data, or a difference such as '{text} - T0', which can be multiplied; if '{name}' is a step or an amplitude, leave its unit out",
    explain:
      "Twice 10 degC is not 20 degC: a temperature in degrees Celsius is a point on a scale, and a product, a power or a root of it means nothing. Example: `exp(-Ea / (R * T))` with T in degC. Use kelvin. A difference of two such temperatures is a step and can be multiplied: `k * (T - T0)`. So can a name without a declared unit that is a step, such as A in `T0 + A * sin(w * t)`: it is inferred to be in degC. degC and K are different units, so that they are not added by mistake.",
  },
  logarithmicFactor: {
    code: "FIT2039",
    severity: "error",
    message: "'{text}' would be in '{unit}', but '{base}' counts a logarithm and cannot be {operation}",
    help: "use the quantity itself, 10^(L / 10) for a level L in dB, in place of its logarithm",
    explain:
      "A level in dB (dBm, mag) is a logarithm. Adding levels multiplies the quantities, but the product of a level and a quantity in V, or the square of a level, means nothing. What is per a quantity is fine: an attenuation in `dB/km` times a length in km. The result of `10 * log10(p)` is a plain number, not in dB: write `one * 10 * log10(p)` with `const one: dB = 1`.",
  },
  unequalResiduals: {
    code: "FIT9016",
    severity: "warning",
    message: "the squares of residuals in '{unit}' and '{other}' are added",
    help: "give each 'fit' and 'residual' a sigma, which makes its residual a pure number",
    explain:
      "The sum of squares adds residuals of all statements. Without a sigma they keep their units, so that the weight of each statement depends on whether it is in V or in mV. Example: two `fit` statements, one of a voltage and one of a current.",
  },
  unitsTooLong: {
    code: "FIT9017",
    severity: "warning",
    message: "the units of this model were not checked, because its equations are too long",
    explain:
      "Units are solved for by elimination, which is given up for files with hundreds of thousands of operations, for products of thousands of names without units, and for exponents beyond 15 digits.",
  },
} as const satisfies Record<string, MessageEntry>;
