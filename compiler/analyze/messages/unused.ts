import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT9001 to FIT9003: declarations that have no effect. */
export const unusedMessages = {
  unusedParameter: {
    code: "FIT9001",
    severity: "warning",
    message: "no residual depends on parameter '{name}'",
    help: "remove it, or use it in a 'fit' or 'residual'",
    explain:
      "The data cannot determine a parameter that occurs in no residual: it keeps its start value, and its standard error is infinite. Often a name is misspelt or a term is missing.",
  },
  unusedColumn: {
    code: "FIT9002",
    severity: "warning",
    message: "column '{name}' is not used",
    help: "remove it from the list of columns",
    explain:
      "The column occurs in no residual, sigma, weight, start value, bound, derived quantity or condition, so it is not read.",
  },
  unusedDefinition: {
    code: "FIT9003",
    severity: "warning",
    message: "{kind} '{name}' is not used",
    help: "remove it",
    explain: "Neither a residual nor any other reported quantity depends on this definition.",
  },
} as const satisfies Record<string, MessageEntry>;
