import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT3001 to FIT3009, FIT9045: parameters, start values and bounds; the values of constants. */
export const paramMessages = {
  noStartValue: {
    code: "FIT3001",
    severity: "error",
    message: "parameter '{name}' has no start value{why}",
    help: "give one: 'param {name} = 1'",
    explain:
      "A fit needs a point to start from. Without a start value, a parameter with two finite bounds starts in their middle, and a parameter in which the model is linear, given the others, needs none. Every other parameter starts at 1, with a warning, and every fixed one needs `= value`. Start values can be computed from the data: `param A = max(y)`.",
  },
  defaultStart: {
    code: "FIT9045",
    severity: "warning",
    message: "parameter '{name}' has no start value{why}: it starts at {value}",
    help: "give it one of the size that you expect: 'param {name} = 0.5'",
    explain:
      "A fit needs a point to start from, and may end at a wrong minimum, or at none, if that is far from the right one. Without a start value, a parameter with two finite bounds starts in their middle, and a parameter in which the model is linear, given the others, needs none. Every other parameter starts at 1, or where its bound excludes 1, at a distance of 1 from the bound. Start values can be computed from the data: `param tau = median(t)`.",
  },
  declaredStartNotFinite: {
    code: "FIT3002",
    severity: "error",
    message: "the start value of '{name}' is not finite: {value}",
    explain: "A fit cannot start at infinity or at a value that is not a number. Example: `param k = log(-1)`.",
  },
  declaredBoundsReversed: {
    code: "FIT3003",
    severity: "error",
    message: "the lower bound of '{name}', {lower}, is greater than its upper bound, {upper}",
    help: "swap them",
    explain: "An interval goes from its lower to its upper end. Example: `param k = 1 in [5, 0]`. Write `in [0, 5]`.",
  },
  declaredBoundsEqual: {
    code: "FIT3004",
    severity: "error",
    message: "both bounds of '{name}' are {value}, which leaves nothing to fit",
    help: "write 'fixed' to keep a parameter at its start value",
    explain: "A bounded parameter needs room to move. Example: `param c = 1 in [1, 1]`. Write `param c = 1 fixed`.",
  },
  declaredStartOutsideBounds: {
    code: "FIT3005",
    severity: "error",
    message: "the start value of '{name}', {start}, is outside its bounds {interval}",
    explain: "A fit starts inside the bounds. Example: `param k = 7 in [0, 5]`. Change the start value or the bounds.",
  },
  declaredStartExcluded: {
    code: "FIT3006",
    severity: "error",
    message: "the start value of '{name}', {start}, is an end that {interval} excludes",
    help: "start inside the interval, or write '{closed}' to include the end",
    explain:
      "A parenthesis excludes the end of an interval, a square bracket includes it. Example: `param k = 0 in (0, 5]`. Start at a small positive value, or write `in [0, 5]`.",
  },
  noFreeParameter: {
    code: "FIT3007",
    severity: "error",
    message: "model '{name}' has nothing to fit: {why}",
    help: "{fix}",
    explain: "A fit determines the free parameters of a model. Declare at least one: `param k = 1`, without `fixed`.",
  },
  constNotFinite: {
    code: "FIT3009",
    severity: "error",
    message: "const '{name}' is {value}",
    help: "use a finite value; for a bound at infinity write 'inf'",
    explain:
      "A constant that is not a finite number makes every value that uses it meaningless. Examples: `const c = 1/0`, `const c = log(-1)`. `const big = inf` is allowed, because it says so explicitly.",
  },
  invalidDeclaredBound: {
    code: "FIT3008",
    severity: "error",
    message: "the {end} bound of '{name}' is {value}",
    help: "{fix}",
    explain:
      "A lower bound is a number or -inf, an upper bound a number or inf. Example: `param k = 1 in [0, 0/0]`, whose upper bound is not a number.",
  },
} as const satisfies Record<string, MessageEntry>;
