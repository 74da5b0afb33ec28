import { type ReductionName, reductionNames } from "../../../runtime/contract/reductions.js";
import type { UnitRule } from "../../builtins/builtin.js";
import { builtins } from "../../builtins/index.js";
import { type ExplainedWord, languageWord } from "./explained-word.js";

const unitRules: Readonly<Record<UnitRule, string>> = {
  none: "a pure number; so is the result",
  same: "any unit, the same for all arguments; the result has it too",
  sign: "any unit; the result is a pure number",
  angle: "any unit, the same for both arguments; the result is a pure number",
  density: "any unit, the same for all arguments; the result has 1 over it",
  root2: "any unit; the result has its square root",
  root3: "any unit; the result has its cube root",
  power: "with a constant fraction as y, any unit of x, and the result has its power; otherwise pure numbers",
};

const reductions: Readonly<Record<ReductionName, readonly [form: string, what: string]>> = {
  min: ["min(EXPRESSION)", "The smallest value over the rows."],
  max: ["max(EXPRESSION)", "The largest value over the rows."],
  mean: ["mean(EXPRESSION)", "The mean over the rows."],
  median: ["median(EXPRESSION)", "The median over the rows."],
  sum: ["sum(EXPRESSION)", "The sum over the rows."],
  first: ["first(EXPRESSION)", "The value in the first row."],
  last: ["last(EXPRESSION)", "The value in the last row."],
  count: ["count(EXPRESSION)", "The number of rows."],
  argmin: ["argmin(x, y)", "The x of the row with the smallest y."],
  argmax: ["argmax(x, y)", "The x of the row with the largest y."],
};

/** The functions of the language. */
export function explainedFunctions(): readonly ExplainedWord[] {
  return [...builtins.values()].map(({ name, units, doc }) => {
    const { what, args = "x", domain, derivative, example } = doc;
    const text = { form: `${name}(${args})`, what, example: `fit y ~ ${example}`, section: "Expressions" };
    return languageWord(name, "a function", text, [
      ["domain", domain],
      ["units", unitRules[units]],
      ["derivative", derivative],
    ]);
  });
}

/** The reductions of the data. */
export function explainedReductions(): readonly ExplainedWord[] {
  return reductionNames.map((name) => {
    const [form, what] = reductions[name];
    const explained = {
      form,
      what: `${what} It is computed once per data set, from the columns of the rows that the fit uses.`,
      example: `param p = ${form.replace("EXPRESSION", "y")}`,
      section: "Parameters",
    };
    return languageWord(name, "a reduction of the data", explained);
  });
}
