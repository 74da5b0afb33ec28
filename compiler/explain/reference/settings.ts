import { type LossName, lossNames } from "../../../runtime/contract/losses.js";
import { type SolverName, solverNames } from "../../../runtime/contract/solver.js";
import { type SolverOptionInfo, type SolverOptions, solverOptions } from "../../../runtime/contract/solver-options.js";
import { losses } from "../../losses/index.js";
import { type ExplainedWord, languageWord } from "./explained-word.js";

const solvers: Readonly<Record<SolverName, string>> = {
  lm: "Levenberg-Marquardt (MINPACK's lmder), for linear loss without bounds, where it is the default.",
  trf: "Trust region reflective (Branch, Coleman and Li, as in SciPy), with bounds and any loss; the default where lm cannot be used.",
  dogbox: "The dogleg method with rectangular trust regions (as in SciPy), with bounds and any loss.",
};

const options: Readonly<Record<keyof Required<SolverOptions>, readonly [what: string, value: string]>> = {
  ftol: [
    "The fit has converged if a step reduces the cost by less than this fraction. `off` switches the test off.",
    "1e-10",
  ],
  xtol: [
    "The fit has converged if a step changes the parameters by less than this fraction. `off` switches the test off.",
    "1e-10",
  ],
  gtol: ["The fit has converged if the gradient is less than this. `off` switches the test off.", "1e-8"],
  maxEvals: ["The maximum number of evaluations of the model.", "500"],
  xScale: [
    "The size of a parameter, which the solver's steps are measured by: a number for all, a block with one for each parameter, or `jac` for the inverse length of its column of the Jacobian.",
    "{ a: 10, b: 0.1 }",
  ],
  factor: ["For lm: the size of the first step.", "0.1"],
  starts: [
    "The number of local fits: the first from the start values, the others from points spread over the bounds. The best one is the result, and all minima found are reported.",
    "20",
  ],
  seed: ["The seed of the random generator for the points of `starts`: the same seed gives the same points.", "7"],
  search: ["Whether fitc searches for a better minimum when a fit looks suspicious: `on` or `off`.", "off"],
};

/** The losses, the solvers and their options. */
export function explainedSettings(): readonly ExplainedWord[] {
  return [
    ...lossNames.map(explainedLoss),
    ...solverNames.map((name) =>
      languageWord(name, "a solver", {
        form: `solver ${name} [{ OPTION: VALUE, ... }]`,
        what: solvers[name],
        example: `solver ${name} { ftol: 1e-10 }`,
        section: "Solver",
      }),
    ),
    ...Object.entries(options).map(([key, text]) => explainedOption(solverOptions[key as keyof SolverOptions], text)),
  ];
}

function explainedLoss(name: LossName): ExplainedWord {
  const { doc } = losses[name];
  const isLinear = name === "linear";
  return languageWord(name, "a loss", {
    form: isLinear ? "loss linear" : `loss ${name}(C)`,
    what: isLinear
      ? `${doc} The default.`
      : `${doc} Here z = (residual / C)^2, after sigma or weight, and the fit minimises half the sum of C^2 rho(z): residuals well below C count as in least squares, larger ones less. C is 1 if left out.`,
    example: isLinear ? "loss linear" : `loss ${name}(0.1)`,
    section: "Loss",
  });
}

function explainedOption(
  option: SolverOptionInfo,
  [what, value]: readonly [what: string, value: string],
): ExplainedWord {
  const { name, default: standard } = option;
  const standardText = {
    number: String(standard),
    string: String(standard),
    boolean: standard === true ? "on" : "off",
    function: "1000 (parameters + 1)",
  }[typeof standard as "number" | "string" | "boolean" | "function"];
  const solver = name === "factor" ? "lm" : "trf";
  const explained = {
    form: `solver NAME { ${name}: VALUE }`,
    what,
    example: `solver ${solver} { ${name}: ${value} }`,
    section: "Solver",
  };
  return languageWord(name, "an option of a solver", explained, [["default", standardText]]);
}
