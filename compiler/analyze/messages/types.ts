import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT2011 to FIT2013: numbers and conditions. */
export const typeMessages = {
  conditionUsedAsNumber: {
    code: "FIT2011",
    severity: "error",
    message: "a number is needed here, but '{text}' is a condition",
    help: "write 'if ... then 1 else 0' to turn it into a number",
    explain:
      "A condition is true or false, not a number. Example: `let step = (t > 5) * A`. Write `let step = if t > 5 then A else 0`.",
  },
  numberUsedAsCondition: {
    code: "FIT2012",
    severity: "error",
    message: "a condition is needed here, but '{text}' is a number",
    help: "compare it with something, as in '... > 0'",
    explain:
      "`if`, `and`, `or`, `not` and `where` take conditions. Example: `if flag then A else B` where flag is a column of zeros and ones. Write `if flag == 1 then A else B`.",
  },
  branchTypesDiffer: {
    code: "FIT2013",
    severity: "error",
    message: "one branch of this 'if' is a number and the other is a condition",
    explain: "Both branches of an `if` must have the same type. Example: `if t > 0 then A else t < 5`.",
  },
} as const satisfies Record<string, MessageEntry>;
