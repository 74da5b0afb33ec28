import { listed, type MessageEntry } from "../../../diagnostics/index.js";
import { solverNames } from "../../../runtime/contract/solver.js";
import { solverOptions } from "../../../runtime/contract/solver-options.js";

/** FIT3030 to FIT3039: the solver and its options. */
export const solverMessages = {
  declaredLmWithBounds: {
    code: "FIT3030",
    severity: "error",
    message: "solver 'lm' cannot keep bounds, and parameter '{name}' has them",
    help: "write 'solver trf' or 'solver dogbox', which can, or remove the bounds",
    explain:
      "The Levenberg-Marquardt method of MINPACK is for problems without bounds; trf, a trust-region reflective method, and dogbox, a dogleg method in rectangular trust regions, keep them. Without a `solver` statement the right one is chosen.",
  },
  declaredLmRobustLoss: {
    code: "FIT3031",
    severity: "error",
    message: "solver 'lm' is for the linear loss, and '{loss}' is robust",
    help: "write 'solver trf' or 'solver dogbox', or remove the loss",
    explain:
      "The Levenberg-Marquardt method of MINPACK minimises a plain sum of squares; trf and dogbox handle robust losses. Without a `solver` statement the right one is chosen.",
  },
  unknownSolver: {
    code: "FIT3032",
    severity: "error",
    message: "unknown solver '{name}'",
    help: `the solvers are ${listed(solverNames)}`,
    explain:
      "lm is the Levenberg-Marquardt method of MINPACK; trf is a trust-region reflective method, and dogbox a dogleg method in rectangular trust regions, which both keep bounds.",
  },
  duplicateSolver: {
    code: "FIT3033",
    severity: "error",
    message: "a second 'solver'; the first is on line {line}",
    help: "keep one",
    explain: "A model is fitted by one solver.",
  },
  unknownSolverOption: {
    code: "FIT3034",
    severity: "error",
    message: "unknown option '{name}' of a solver",
    help: "the options are {known}",
    explain:
      "ftol, xtol and gtol are tolerances; max_evals limits the evaluations of the model; x_scale is a number or jac; factor, for lm, is the size of its first step; starts is the number of local fits from different starts, and seed that of the generator that the starts come from.",
  },
  invalidSolverOption: {
    code: "FIT3035",
    severity: "error",
    message: "option '{name}' must be {need}, but is {value}",
    explain: `Tolerances are from 0 up to, but not including, 1, and \`off\` switches the test off; max_evals is a whole number from 1 on; x_scale is positive, or the word jac; factor is positive; starts is a whole number from 1 to ${solverOptions.starts.most}, and seed one from 0 on. With every test off, the fit goes on until rounding leaves nothing to gain, or until max_evals.`,
  },
  duplicateSolverOption: {
    code: "FIT3036",
    severity: "error",
    message: "option '{name}' is given twice; first on line {line}",
    explain: "Each option of a solver is given once.",
  },
  declaredFactorWithoutLm: {
    code: "FIT3037",
    severity: "error",
    message: "option 'factor' is for solver 'lm' only",
    help: "remove it",
    explain:
      "`factor` sets the size of the first step of lm; trf and dogbox take the size of their first step from the start values.",
  },
} as const satisfies Record<string, MessageEntry>;
