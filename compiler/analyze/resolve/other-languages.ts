/** The names in this language of functions and constants from other languages. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["ln", "log"],
  ["loge", "log"],
  ["lg", "log10"],
  ["ld", "log2"],
  ["arcsin", "asin"],
  ["arccos", "acos"],
  ["arctan", "atan"],
  ["arctan2", "atan2"],
  ["arcsinh", "asinh"],
  ["arccosh", "acosh"],
  ["arctanh", "atanh"],
  ["fabs", "abs"],
  ["absolute", "abs"],
  ["power", "pow"],
  ["fmin", "min"],
  ["fmax", "max"],
  ["minimum", "min"],
  ["maximum", "max"],
  ["average", "mean"],
  ["avg", "mean"],
  ["sgn", "sign"],
  ["tgamma", "gamma"],
  ["gammaln", "lgamma"],
  ["loggamma", "lgamma"],
  ["psi", "digamma"],
  ["j0", "besselj0"],
  ["j1", "besselj1"],
  ["step", "heaviside"],
  ["len", "count"],
]);

/** Functions of other languages that are written as an expression here. */
const expressions: ReadonlyMap<string, string> = new Map([
  ["sigmoid", "1 / (1 + exp(-x))"],
  ["expit", "1 / (1 + exp(-x))"],
  ["logistic", "1 / (1 + exp(-x))"],
  ["logit", "log(x / (1 - x))"],
  ["softplus", "log(1 + exp(x))"],
  ["sqr", "x^2"],
  ["square", "x^2"],
  ["sec", "1 / cos(x)"],
  ["csc", "1 / sin(x)"],
  ["cot", "1 / tan(x)"],
  ["sech", "1 / cosh(x)"],
  ["exp2", "2^x"],
  ["exp10", "10^x"],
  ["where", "if condition then a else b"],
]);

/** `write 'log'` for the `ln` of another language; null if the name is not known. */
export function fromOtherLanguage(name: string): string | null {
  const known = name.toLowerCase();
  const write = spellings.get(known) ?? expressions.get(known);
  return write === undefined ? null : `write '${write}'`;
}
