import type { MessageEntry } from "../../diagnostics/index.js";

/** FIT5026 to FIT5028: a solver that does not support what a call asks of it. */
export const solverMessages = {
  lmWithBounds: {
    code: "FIT5026",
    severity: "error",
    message: "solver 'lm' does not support bounds, but parameter '{name}' has them",
    help: "use solver 'trf' or 'dogbox', or remove the bounds",
    explain:
      'The Levenberg-Marquardt method of MINPACK is for problems without bounds; trf and dogbox support them. Example: `fit(data, { solver: "lm", bounds: { k: [0, 1] } })`. If neither the spec nor the call names a solver, fitc chooses a suitable one. Fix: pass `solver: "trf"`, or `bounds: { k: [-Infinity, Infinity] }` to remove the bounds of the spec.',
  },
  lmRobustLoss: {
    code: "FIT5027",
    severity: "error",
    message: "solver 'lm' supports only the linear loss, but '{loss}' is robust",
    help: "use solver 'trf' or 'dogbox', or the linear loss",
    explain:
      'The Levenberg-Marquardt method of MINPACK minimises a sum of squares; trf and dogbox support robust losses. Example: `fit(data, { solver: "lm", loss: "huber" })`. If neither the spec nor the call names a solver, fitc chooses a suitable one. Fix: pass `solver: "trf"`, or `loss: "linear"`.',
  },
  factorWithoutLm: {
    code: "FIT5028",
    severity: "error",
    message: "option 'factor' is for solver 'lm' only, but this fit uses '{method}'",
    help: "remove it, or pass solver: 'lm'",
    explain:
      "`factor` sets the size of the first step of lm; trf and dogbox derive the size of theirs from the start values. Ignoring the option would hide a mistake.",
  },
} as const satisfies Record<string, MessageEntry>;
