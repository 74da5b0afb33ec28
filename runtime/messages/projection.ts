import type { MessageEntry } from "../../diagnostics/index.js";

/** Errors in parameters whose start values follow from those of the others. */
export const projectionMessages = {
  fixedWithoutValue: {
    code: "FIT5034",
    severity: "error",
    message: "'{name}' is to be fixed, but it has no value",
    help: "give it a value with the call",
    explain:
      'The spec gives this parameter no start value: the model is linear in it, so the fit finds the value itself. A parameter that the call fixes is not fitted. Example: `fit(data, { fixed: ["A"] })` where the spec says `param A`. Fix: give the value as well, `fit(data, { fixed: ["A"], start: { A: 1 } })`; on the command line `--fix A --set A=1`.',
  },
} as const satisfies Record<string, MessageEntry>;
