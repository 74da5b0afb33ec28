import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT3010 to FIT3019: noise. */
export const noiseMessages = {
  missingScaleWord: {
    code: "FIT3010",
    severity: "error",
    message: "'{word}' needs the word 'absolute' or 'relative'",
    help: "write 'absolute' if the {quantity}s are known: the standard errors are computed from them directly. Write 'relative' if only their ratios are known: the standard errors are scaled by the scatter of the residuals",
    explain:
      "Programs disagree on the default, and the standard errors differ by the square root of the reduced chi-square, so fitc has no default. `sigma sy absolute`: sy is the standard deviation of each observation, in its unit; the covariance is not rescaled (SciPy's absolute_sigma=True). `sigma sy relative`: sy is known up to a common factor, which is estimated from the residuals; the covariance is multiplied by the reduced chi-square (SciPy's absolute_sigma=False).",
  },
  noiseDependsOnParameter: {
    code: "FIT3011",
    severity: "error",
    message: "{noise} must not depend on a free parameter, but '{name}' does{through}",
    help: "fix the parameter, or use a column or a constant",
    explain:
      "If the fit could change sigma, least squares would make it infinite. A parameter in `sigma` or `weight` must be `fixed`. Example: `sigma s0 * y absolute` where s0 is a free parameter.",
  },
  duplicateNoise: {
    code: "FIT3012",
    severity: "error",
    message: "'{word}' here and '{first}' on line {line}: a statement can have only one of {words}",
    help: "keep one",
    explain:
      "A residual is divided by sigma, or its square is multiplied by weight, but not both, and only once. A `fit` can have its own: `fit y2 ~ g { sigma s2 absolute }`.",
  },
  mixedNoiseScales: {
    code: "FIT3013",
    severity: "error",
    message: "this statement has {noise}, but the one on line {line} has an absolute {word}",
    help: "give every statement of the model '{word} ... absolute', or none",
    explain:
      "With `absolute`, the covariance is not rescaled by the scatter of the residuals; otherwise it is. A fit has one covariance, so all statements of a model must agree. In a model with an absolute sigma, a residual without data needs its standard deviation too: `residual k - 0.5 { sigma 0.1 absolute }`.",
  },
  invalidDeclaredNoise: {
    code: "FIT3014",
    severity: "error",
    message: "'{word}' must be {need}, but it is {value}",
    explain:
      "A standard deviation must be positive and finite, a weight finite and not negative. Columns are checked row by row when the data are read.",
  },
  noiseDependsOnRow: {
    code: "FIT3015",
    severity: "error",
    message:
      "this '{kind}' has no column, so it is a single residual, but its '{word}' varies from row to row ('{column}')",
    help: "{fix}",
    explain:
      "A residual without a column contributes one value, not one per row, and cannot be divided by a standard deviation that varies from row to row. Example: `sigma sy absolute` for the model, and `residual k - 0.5` as a penalty. Write `residual k - 0.5 { sigma 0.1 absolute }`.",
  },
} as const satisfies Record<string, MessageEntry>;
