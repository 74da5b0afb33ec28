import type { MessageEntry } from "../../../diagnostics/index.js";

/**
 * FIT2001 to FIT2010: names and what they refer to; FIT2044 to FIT2046: models that are too large;
 * FIT2040: a note that further problems are not listed.
 */
export const nameMessages = {
  unknownName: {
    code: "FIT2001",
    severity: "error",
    message: "unknown name '{name}'",
    explain:
      "No parameter, column, const, let, derive or argument has this name. Example: `fit y ~ A * exp(-kk * t)` where the parameter is called `k`. Names are case-sensitive and can be declared after their use. A column of the data must be declared in the `data` block (`t: s`) or with `input`.",
  },
  unknownFunction: {
    code: "FIT2002",
    severity: "error",
    message: "unknown function '{name}'",
    explain:
      "The language has no function of this name, and the file declares none. Example: `ln(x)`; the natural logarithm is `log(x)`. Declare your own function with `fn name(a, b) = expression`.",
  },
  duplicateName: {
    code: "FIT2003",
    severity: "error",
    message: "'{name}' is declared twice; first on line {line}",
    help: "rename one of them",
    explain:
      "The parameters, columns, consts, lets and derives of a model share one namespace, and functions have another. Each name is declared once. Example: `param k = 1` and `let k = 2 * a` in one model.",
  },
  shadowedGlobalName: {
    code: "FIT2004",
    severity: "error",
    message: "'{name}' is already declared for the whole file on line {line}",
    help: "rename one of them",
    explain:
      "Declarations outside the models are visible in all of them, and a model cannot give such a name another meaning. Example: `const c = 3` at the top of the file and `param c = 1` in a model. Only the arguments of a `fn` can hide a name.",
  },
  redeclaredBuiltin: {
    code: "FIT2005",
    severity: "error",
    message: "'{name}' is a function of the language and cannot be declared again",
    help: "choose another name",
    explain:
      "The functions of the language cannot be redefined. Example: `fn exp(x) = 1 + x`. Write `fn exp1(x) = 1 + x`. A parameter or a column can be called `exp` or `gamma`: values and functions have separate namespaces.",
  },
  circularDefinition: {
    code: "FIT2006",
    severity: "error",
    message: "'{name}' depends on itself: {path}",
    help: "break the cycle",
    explain:
      "Definitions can be in any order, but none can depend on its own value. Example: `let a = b + 1` and `let b = 2 * a` form the cycle a -> b -> a.",
  },
  recursiveFunction: {
    code: "FIT2007",
    severity: "error",
    message: "function '{name}' calls itself: {path}",
    help: "write the expression without recursion: functions are inlined",
    explain:
      "A call is replaced by the body of its `fn`, so a function cannot call itself, either directly or through another function. Example: `fn f(n) = n * f(n - 1)`. Write the expression out.",
  },
  functionsTooLong: {
    code: "FIT2044",
    severity: "error",
    message: "{place} is too long with its functions written out: {path}",
    help: "call fewer functions within functions",
    explain:
      "A call is replaced by the body of its `fn`. If that calls another function twice with different arguments, and so on, the expression doubles with each function: twenty make a million copies of the last one. Example: `fn f2(u) = f1(f1(u))` and `fn f3(u) = f2(f2(u))`. Write the formula in another way. A call with the same arguments as another one, such as the second in `f(x) * f(x)`, adds nothing.",
  },
  tooManyDerivatives: {
    code: "FIT2045",
    severity: "error",
    message: "{count} {what} of {free} free parameters have too many derivatives",
    help: "at most 100000 are compiled: fit parts that share no parameter in models of their own",
    explain:
      "A model is compiled with the derivative of each of its residuals, and of each derived quantity, with respect to each free parameter. A thousand `fit` statements with a thousand parameters have a million, of which most are 0 if each statement has its own parameters. Write such statements as models of their own, or as one model that is fitted to many data sets (`fitMany`).",
  },
  definitionsTooLong: {
    code: "FIT2046",
    severity: "error",
    message: "the 'let's that the {count} 'fit's and 'residual's of this model use are too long together",
    help: "at most 100000 operations are compiled: fit fewer steps of a chain of 'let's, or split the model",
    explain:
      "Each `fit` is compiled to a function of its own that predicts its column, which contains all definitions that it uses. If each of 300 `fit`s uses one `let` more of a chain, these functions contain 45,000 definitions. The operations in the `let`s that each statement uses, directly or through others, are added up.",
  },
  functionUsedAsValue: {
    code: "FIT2008",
    severity: "error",
    message: "'{name}' is a function, not a value",
    help: "call it: '{name}(...)'",
    explain:
      "A function is called with its arguments in parentheses. Example: `let a = exp * t`. Write `let a = exp(t)`, or declare a value of that name.",
  },
  valueUsedAsFunction: {
    code: "FIT2009",
    severity: "error",
    message: "'{name}' is a value, not a function",
    help: "write '{name} * (...)' for a product",
    explain:
      "A name followed by a parenthesis is a function call. Example: `A(1 - x)` where A is a parameter. Write a product with '*': `A * (1 - x)`.",
  },
  moreProblems: {
    code: "FIT2040",
    severity: "error",
    message: "there are {count} more problems in this file",
    explain: "Only the first fifty problems of a file are listed, errors first. Fix them and check again.",
  },
  wrongArgumentCount: {
    code: "FIT2010",
    severity: "error",
    message: "'{name}' takes {expected}, not {count}",
    explain:
      "A function is called with the wrong number of arguments. Example: `atan2(y)`, which takes two: `atan2(y, x)`. `min` and `max` with one argument are the smallest and the largest value over the rows.",
  },
} as const satisfies Record<string, MessageEntry>;
