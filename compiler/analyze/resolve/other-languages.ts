import type { Expr } from "../../../grammar/index.js";
import { printExpr } from "../../../grammar/index.js";

/** The names in this language of functions from other languages. */
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
  ["theta", "heaviside"],
  ["unitstep", "heaviside"],
  ["heavisidetheta", "heaviside"],
  ["len", "count"],
]);

/** What another language calls a function: its arguments, and its value in this one. */
export type Formula = readonly [args: string, value: string];

const gaussian = "exp(-((x - c) / w)^2 / 2)";
const lorentzian = "1 / (1 + ((x - c) / w)^2)";
const logistic = "1 / (1 + exp(-x))";
const logisticStep = "1 / (1 + exp(-(x - c) / w))";
const density = `${gaussian} / (w * sqrt(2 * pi))`;
const remainder: readonly Formula[] = [["a b", "(a - b * floor(a / b))"]];
const choice: readonly Formula[] = [["c a b", "(if c then a else b)"]];
const clamp: readonly Formula[] = [["x a b", "min(max(x, a), b)"]];
const gaussians: readonly Formula[] = [
  ["x c w", gaussian],
  ["x A c w", `A * ${gaussian}`],
];
const lorentzians: readonly Formula[] = [
  ["x c w", lorentzian],
  ["x A c w", `A / (1 + ((x - c) / w)^2)`],
];
const logistics: readonly Formula[] = [
  ["x", logistic],
  ["x c w", logisticStep],
  ["x A c w", `A / (1 + exp(-(x - c) / w))`],
];

/**
 * Functions of other languages that are written as an expression here, in each case first with the
 * arguments that are shown if a call has another number of them.
 */
export const formulas: ReadonlyMap<string, readonly Formula[]> = new Map([
  ["gaussian", gaussians],
  ["gauss", gaussians],
  ["lorentzian", lorentzians],
  ["lorentz", lorentzians],
  ["cauchy", lorentzians],
  ["normal", [["x c w", density]]],
  ["norm", [["x c w", density]]],
  ["normpdf", [["x c w", density]]],
  ["dnorm", [["x c w", density]]],
  [
    "normcdf",
    [
      ["x", "(1 + erf(x / sqrt(2))) / 2"],
      ["x c w", "(1 + erf((x - c) / (w * sqrt(2)))) / 2"],
    ],
  ],
  [
    "pnorm",
    [
      ["x", "(1 + erf(x / sqrt(2))) / 2"],
      ["x c w", "(1 + erf((x - c) / (w * sqrt(2)))) / 2"],
    ],
  ],
  ["pseudovoigt", [["x c w f", "(f / (1 + ((x - c) / w)^2) + (1 - f) * exp(-log(2) * ((x - c) / w)^2))"]]],
  ["sigmoid", logistics],
  ["expit", logistics],
  ["logistic", logistics],
  ["logit", [["x", "log(x / (1 - x))"]]],
  ["softplus", [["x", "log(1 + exp(x))"]]],
  ["relu", [["x", "max(x, 0)"]]],
  ["factorial", [["n", "gamma(n + 1)"]]],
  ["fact", [["n", "gamma(n + 1)"]]],
  ["binom", [["n k", "gamma(n + 1) / (gamma(k + 1) * gamma(n - k + 1))"]]],
  ["choose", [["n k", "gamma(n + 1) / (gamma(k + 1) * gamma(n - k + 1))"]]],
  ["beta", [["a b", "gamma(a) * gamma(b) / gamma(a + b)"]]],
  ["sqr", [["x", "x^2"]]],
  ["square", [["x", "x^2"]]],
  ["sq", [["x", "x^2"]]],
  ["cube", [["x", "x^3"]]],
  ["root", [["x n", "x^(1 / n)"]]],
  ["sec", [["x", "1 / cos(x)"]]],
  ["csc", [["x", "1 / sin(x)"]]],
  ["cot", [["x", "1 / tan(x)"]]],
  ["sech", [["x", "1 / cosh(x)"]]],
  ["csch", [["x", "1 / sinh(x)"]]],
  ["coth", [["x", "1 / tanh(x)"]]],
  ["exp2", [["x", "2^x"]]],
  ["exp10", [["x", "10^x"]]],
  ["radians", [["x", "x * pi / 180"]]],
  ["deg2rad", [["x", "x * pi / 180"]]],
  ["degrees", [["x", "x * 180 / pi"]]],
  ["rad2deg", [["x", "x * 180 / pi"]]],
  ["round", [["x", "floor(x + 0.5)"]]],
  ["int", [["x", "floor(x)"]]],
  ["trunc", [["x", "(if x < 0 then ceil(x) else floor(x))"]]],
  ["mod", remainder],
  ["fmod", remainder],
  ["rem", remainder],
  ["clip", clamp],
  ["clamp", clamp],
  ["where", choice],
  ["ifelse", choice],
  ["piecewise", choice],
  ["iif", choice],
  ["linear", [["x a b", "(a * x + b)"]]],
  ["exponential", [["x A t", "A * exp(-x / t)"]]],
  ["powerlaw", [["x A k", "A * x^k"]]],
  ["michaelismenten", [["x v k", "v * x / (k + x)"]]],
  ["hill", [["x v k n", "v * x^n / (k^n + x^n)"]]],
]);

/** Longer arguments are not repeated in a message. */
const longestArgument = 40;

/**
 * What to write for a function of another language, with the arguments of the call; null if the
 * name is not known.
 */
export function fromOtherLanguage(name: string, args: readonly Expr[]): string | null {
  const known = name.toLowerCase().replaceAll("_", "");
  const spelling = spellings.get(known);
  if (spelling !== undefined) return `write '${spelling}'`;
  const versions = formulas.get(known);
  const [first] = versions ?? [];
  if (versions === undefined || first === undefined) return null;
  const exact = versions.find(([names]) => names.split(" ").length === args.length);
  const given = args.map(operandText);
  if (exact === undefined || given.includes(null)) {
    return `write '${first[1]}' for '${name}(${first[0].replaceAll(" ", ", ")})'`;
  }
  const byName = new Map(exact[0].split(" ").map((each, i) => [each, given[i] ?? each]));
  return `write '${exact[1].replace(/[A-Za-z_]\w*(?!\w|\()/g, (word) => byName.get(word) ?? word)}'`;
}

/** An argument as it is written inside a larger expression; null if it is long. */
function operandText(expr: Expr): string | null {
  const text = printExpr(expr);
  if (text.length > longestArgument) return null;
  const isOperand = expr.kind === "ref" || expr.kind === "call" || expr.kind === "number";
  return isOperand ? text : `(${text})`;
}

/** Constants of other languages. */
const constants: ReadonlyMap<string, string> = new Map([
  ["\u03c0", "write 'pi'"],
  ["\ud835\udf0b", "write 'pi'"],
  ["PI", "write 'pi'"],
  ["Pi", "write 'pi'"],
  ["M_PI", "write 'pi'"],
  ["e", "write 'exp(x)' for 'e^x'; or declare it, 'const e = exp(1)'"],
  ["E", "write 'exp(x)' for 'E^x'; or declare it, 'const E = exp(1)'"],
  ["euler", "write 'exp(1)'"],
  ["M_E", "write 'exp(1)'"],
  ["Inf", "write 'inf'"],
  ["INF", "write 'inf'"],
  ["infinity", "write 'inf'"],
  ["Infinity", "write 'inf'"],
  ["\u221e", "write 'inf'"],
]);

/** What to write for a constant of another language; null if the name is not known. */
export function constantFromOtherLanguage(name: string): string | null {
  return constants.get(name) ?? null;
}
