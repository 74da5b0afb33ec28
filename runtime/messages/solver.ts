import type { MessageEntry } from "../../diagnostics/index.js";

/** FIT5026 to FIT5028: a solver that cannot do what a call asks of it. */
export const solverMessages = {
  lmWithBounds: {
    code: "FIT5026",
    severity: "error",
    message: "solver 'lm' cannot keep bounds, and parameter '{name}' has them",
    help: "use solver 'trf' or 'dogbox', which can, or remove the bounds",
    explain:
      'The Levenberg-Marquardt method of MINPACK is for problems without bounds; trf and dogbox keep them. Example: `fit(data, { solver: "lm", bounds: { k: [0, 1] } })`. Where neither the spec nor the call names a solver, the right one is chosen. Mend: pass `solver: "trf"`, or `bounds: { k: [-Infinity, Infinity] }` to take away the spec\'s.',
  },
  lmRobustLoss: {
    code: "FIT5027",
    severity: "error",
    message: "solver 'lm' is for the linear loss, and '{loss}' is robust",
    help: "use solver 'trf' or 'dogbox', or the linear loss",
    explain:
      'The Levenberg-Marquardt method of MINPACK minimises a plain sum of squares; trf and dogbox handle robust losses. Example: `fit(data, { solver: "lm", loss: "huber" })`. Where neither the spec nor the call names a solver, the right one is chosen. Mend: pass `solver: "trf"`, or `loss: "linear"`.',
  },
  factorWithoutLm: {
    code: "FIT5028",
    severity: "error",
    message: "the option factor is for solver 'lm' only, and this fit is by '{method}'",
    help: "leave it out, or pass solver: 'lm'",
    explain:
      "`factor` sets the size of the first step of lm; trf and dogbox take the size of their first step from the start values. Left unread, it would be taken for what was asked for.",
  },
} as const satisfies Record<string, MessageEntry>;
