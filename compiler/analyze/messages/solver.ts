import { listed, type MessageEntry } from "../../../diagnostics/index.js";
import { solverNames } from "../../../runtime/contract/solver.js";
import { solverOptions } from "../../../runtime/contract/solver-options.js";

/** FIT3030 to FIT3039: the solver and its options. */
export const solverMessages = {
  declaredLmWithBounds: {
    code: "FIT3030",
    severity: "error",
    message: "solver 'lm' does not support bounds, but parameter '{name}' has them",
    help: "write 'solver trf' or 'solver dogbox', or remove the bounds",
    explain:
      "The Levenberg-Marquardt method of MINPACK is for problems without bounds. trf, a trust-region reflective method, and dogbox, a dogleg method with rectangular trust regions, support them. Without a `solver` statement, fitc chooses a suitable solver.",
  },
  declaredLmRobustLoss: {
    code: "FIT3031",
    severity: "error",
    message: "solver 'lm' supports only the linear loss, but '{loss}' is robust",
    help: "write 'solver trf' or 'solver dogbox', or remove the loss",
    explain:
      "The Levenberg-Marquardt method of MINPACK minimises a sum of squares; trf and dogbox support robust losses. Without a `solver` statement, fitc chooses a suitable solver.",
  },
  unknownSolver: {
    code: "FIT3032",
    severity: "error",
    message: "unknown solver '{name}'",
    help: `use ${listed(solverNames, "or")}`,
    explain:
      "lm is the Levenberg-Marquardt method of MINPACK. trf, a trust-region reflective method, and dogbox, a dogleg method with rectangular trust regions, support bounds.",
  },
  duplicateSolver: {
    code: "FIT3033",
    severity: "error",
    message: "there is a second 'solver'; the first is on line {line}",
    help: "keep one",
    explain: "A model is fitted by one solver, so it has one `solver` statement.",
  },
  unknownSolverOption: {
    code: "FIT3034",
    severity: "error",
    message: "unknown solver option '{name}'",
    help: "use one of {known}",
    explain:
      "ftol, xtol and gtol are tolerances; max_evals limits the evaluations of the model; x_scale is a number, a number for each parameter in braces, or jac; factor, for lm only, is the size of the first step; starts is the number of local fits from different start values, and seed is the seed of the random generator for them; search: off switches off the search for a better minimum after a suspicious fit.",
  },
  invalidSolverOption: {
    code: "FIT3035",
    severity: "error",
    message: "option '{name}' must be {need}, but it is {value}",
    explain: `A tolerance is at least 0 and less than 1, or \`off\`, which switches its test off; max_evals is a whole number of at least 1; x_scale is positive, the word jac, or positive numbers by parameter, \`x_scale: { a: 10, b: 0.1 }\`; factor is positive; starts is a whole number from 1 to ${solverOptions.starts.most}, and seed one of at least 0; search is \`on\` or \`off\`. With every test off, the fit continues until rounding prevents further progress, or until max_evals.`,
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
      "`factor` sets the size of the first step of lm; trf and dogbox derive the size of theirs from the start values.",
  },
  duplicateScale: {
    code: "FIT3038",
    severity: "error",
    message: "the scale of '{name}' is given twice; first on line {line}",
    help: "keep one",
    explain: "Each parameter has one scale. Example: `solver trf { x_scale: { a: 10, b: 0.1 } }`.",
  },
  declaredInvalidScale: {
    code: "FIT3039",
    severity: "error",
    message: "the scale of '{name}' must be positive and finite, but it is {value}",
    explain:
      "The solver measures the change of each parameter in units of its scale. Give the rough size of the parameter, without its sign: `x_scale: { a: 1e-9, k: 1 }`. A parameter that is not named has the scale 1.",
  },
} as const satisfies Record<string, MessageEntry>;
