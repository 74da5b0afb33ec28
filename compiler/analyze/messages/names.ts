import type { MessageEntry } from "../../../diagnostics/index.js";

/** FIT2001 to FIT2010: names, and what they denote; FIT2040: that there is more. */
export const nameMessages = {
  unknownName: {
    code: "FIT2001",
    severity: "error",
    message: "unknown name '{name}'",
    explain:
      "No parameter, column, const, let, derive or argument has this name. Example: `fit y ~ A * exp(-kk * t)` where the parameter is called `k`. Names are case-sensitive, and may be declared after their use. A column of the data is declared in the `data` block (`t: s`) or by `input` before it can be used.",
  },
  unknownFunction: {
    code: "FIT2002",
    severity: "error",
    message: "unknown function '{name}'",
    explain:
      "Neither the language nor a `fn` of the file has a function of this name. Example: `ln(x)`; the natural logarithm is `log(x)`. A function of one's own is declared by `fn name(a, b) = expression`.",
  },
  duplicateName: {
    code: "FIT2003",
    severity: "error",
    message: "'{name}' is declared twice; first on line {line}",
    help: "rename one of them",
    explain:
      "Parameters, columns, consts, lets and derives of a model share one namespace, and functions have another; each name is declared once. Example: `param k = 1` and `let k = 2 * a` in one model.",
  },
  shadowedGlobalName: {
    code: "FIT2004",
    severity: "error",
    message: "'{name}' is already declared for the whole file on line {line}",
    help: "rename one of them",
    explain:
      "What is declared outside the models holds in all of them, and a model cannot give the name another meaning. Example: `const c = 3` at the head of the file and `param c = 1` in a model. Only the arguments of a `fn` hide a name.",
  },
  redeclaredBuiltin: {
    code: "FIT2005",
    severity: "error",
    message: "'{name}' is a function of the language and cannot be declared again",
    help: "choose another name",
    explain:
      "Functions of the language keep their meaning. Example: `fn exp(x) = 1 + x`. Write `fn exp1(x) = 1 + x`. A parameter or a column may be called `exp` or `gamma`: values and functions are separate namespaces.",
  },
  circularDefinition: {
    code: "FIT2006",
    severity: "error",
    message: "'{name}' is defined by itself: {path}",
    help: "break the cycle",
    explain:
      "Definitions may stand in any order, but none may need its own value. Example: `let a = b + 1` and `let b = 2 * a` give the cycle a -> b -> a.",
  },
  recursiveFunction: {
    code: "FIT2007",
    severity: "error",
    message: "function '{name}' calls itself: {path}",
    help: "functions are inlined, so they cannot recurse",
    explain:
      "The body of a `fn` is put in the place of its call, so it cannot call itself, be it directly or through another. Example: `fn f(n) = n * f(n - 1)`. Write the expression out.",
  },
  functionUsedAsValue: {
    code: "FIT2008",
    severity: "error",
    message: "'{name}' is a function, not a value",
    help: "call it: '{name}(...)'",
    explain:
      "A function stands before parentheses with its arguments. Example: `let a = exp * t`. Write `let a = exp(t)`, or declare a value of that name.",
  },
  valueUsedAsFunction: {
    code: "FIT2009",
    severity: "error",
    message: "'{name}' is a value, not a function",
    help: "write '{name} * (...)' for a product",
    explain:
      "A name before a parenthesis is a call. Example: `A(1 - x)` where A is a parameter. A product is always written out: `A * (1 - x)`.",
  },
  moreProblems: {
    code: "FIT2040",
    severity: "error",
    message: "and {count} more problems in this file",
    explain: "Only the first fifty problems of a file are listed, errors first. Mend them, and check again.",
  },
  wrongArgumentCount: {
    code: "FIT2010",
    severity: "error",
    message: "'{name}' takes {expected}, not {count}",
    explain:
      "A call gives a function another number of arguments than it takes. Example: `atan2(y)`; it takes two, `atan2(y, x)`. `min` and `max` of one argument are the smallest and the largest value over the rows.",
  },
} as const satisfies Record<string, MessageEntry>;
