// What is said to write for a function of another language is right: it compiles, and has the value
// of that function.
import { describe, expect, it } from "vitest";
import { formulas } from "../../../compiler/analyze/resolve/other-languages.js";
import { compile } from "../../../compiler/index.js";
import { analyzeText } from "../../helpers/analyze.js";

const versions = [...formulas].flatMap(([name, list]) => list.map(([args, value]) => ({ name, args, value })));

describe("formulas for functions of other languages", () => {
  it.each(versions)("$name($args) is an expression of its arguments", ({ name, args, value }) => {
    const list = args.split(" ");
    const condition = args === "c a b";
    const body = condition ? value.replace("if c", "if c > 0") : value;
    const text = `fn f(${list.join(", ")}) = ${body}
      model M { input y, ${list.map((each) => `${each}_`).join(", ")} param p = 1 fit y ~ p * f(${list.map((each) => `${each}_`).join(", ")}) }`;
    expect(analyzeText(text).diagnostics.map(({ message }) => message)).toEqual([]);
    expect(name).toMatch(/^[a-z0-9]+$/);
  });

  // SciPy 1.17: scipy.stats.norm.pdf and cdf, scipy.special.expit, factorial, binom, beta, logit.
  it.each([
    ["normal", [1.5, 1, 2], 0.19333405840142465],
    ["normcdf", [1.5, 1, 2], 0.5987063256829237],
    ["expit", [0.3], 0.574442516811659],
    ["factorial", [5], 120],
    ["binom", [6, 2], 15],
    ["beta", [2, 3], 1 / 12],
    ["logit", [0.3], -0.8472978603872036],
    ["fmod", [7, 3], 1],
    ["clip", [7, 0, 3], 3],
  ])("%s%j", async (name, values, expected) => {
    const version = formulas.get(name)?.find(([args]) => args.split(" ").length === values.length);
    const [args = "", value = ""] = version ?? [];
    const consts = args.split(" ").map((each, i) => `const ${each} = ${values[i]}`);
    const spec = `model M { input y param p = 1 ${consts.join(" ")} derive d = p * ${value} fit y ~ p }`;
    const { code } = await compile(spec, { runtime: import.meta.resolve("fitc/runtime") });
    const { M } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code ?? "")}`);
    // Gamma and the error function are accurate to a few units of the last place.
    expect(M.fit({ y: [1, 1, 1] }).derived.d.value).toBeCloseTo(expected, 12);
  });
});
