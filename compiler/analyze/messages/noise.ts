import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT3010 to FIT3019: noise. */
export const noiseMessages = {
  missingScaleWord: {
    code: "FIT3010",
    severity: "error",
    message: "'{word}' needs the word 'absolute' or 'relative'",
    help: "absolute: the {quantity}s are known, and the errors of the parameters are computed from them as they are. relative: only their ratios are known, and the errors are scaled by the scatter of the residuals",
    explain:
      "Tools disagree on the default, and the errors of the parameters differ by the square root of the reduced chi-square, so there is none here. `sigma sy absolute`: sy is the standard deviation of each observation, in its unit; the covariance is not rescaled (SciPy's absolute_sigma=True). `sigma sy relative`: sy is known up to a common factor, which is estimated from the residuals; the covariance is multiplied by the reduced chi-square (SciPy's absolute_sigma=False).",
  },
  noiseDependsOnParameter: {
    code: "FIT3011",
    severity: "error",
    message: "{noise} may not depend on a free parameter, as '{name}' does{through}",
    help: "fix the parameter, or use a column or a constant",
    explain:
      "Least squares with a deviation that the fit may change would make it infinite. A parameter in `sigma` or `weight` must be `fixed`. Example: `sigma s0 * y absolute` where s0 is a free parameter.",
  },
  duplicateNoise: {
    code: "FIT3012",
    severity: "error",
    message: "'{word}' here, and '{first}' on line {line}: one of {words} holds for a statement",
    help: "keep one; a weight w is the same as 'sigma 1/sqrt(w) relative'",
    explain:
      "The residual is divided by sigma, or its square is multiplied by weight; not both, nor twice. Different `fit`s may have their own: `fit y2 ~ g { sigma s2 absolute }`.",
  },
  mixedNoiseScales: {
    code: "FIT3013",
    severity: "error",
    message: "this statement has {noise}, but the one on line {line} has an absolute {word}",
    help: "give every statement of the model '{word} ... absolute', or none",
    explain:
      "With `absolute`, the covariance is not rescaled by the scatter of the residuals; with anything else it is. One fit has one covariance, so all statements of a model must agree. A residual without data that belongs to an absolute fit takes its deviation too: `residual k - 0.5 { sigma 0.1 absolute }`.",
  },
  invalidDeclaredNoise: {
    code: "FIT3014",
    severity: "error",
    message: "'{word}' is {value}, but must be {need}",
    explain:
      "A standard deviation is positive and finite; a weight is finite and not negative. For columns this is checked for every row when the data are read.",
  },
  noiseDependsOnRow: {
    code: "FIT3015",
    severity: "error",
    message:
      "no column occurs in this '{kind}', so it counts once, but its '{word}' varies from row to row ('{column}')",
    help: "{mend}",
    explain:
      "A residual without a column contributes one value, not one a row, and cannot be divided by a deviation that differs by row. Example: `sigma sy absolute` for the model, and `residual k - 0.5` as a penalty. Write `residual k - 0.5 { sigma 0.1 absolute }`.",
  },
} as const satisfies Record<string, MessageEntry>;
