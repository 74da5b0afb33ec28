// `fitc explain NAME`: everything that has a name in the language is explained, and what is said
// is true: examples compile, and derivatives and domains are those of the functions.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtins } from "../../../compiler/builtins/index.js";
import { languageReference } from "../../../compiler/explain/reference/index.js";
import { SourceFile } from "../../../diagnostics/index.js";
import { parse } from "../../../grammar/index.js";
import { laterWords } from "../../../grammar/statements/index.js";
import { spellings } from "../../../grammar/vocabulary.js";
import { lossNames } from "../../../runtime/contract/losses.js";
import { missingPolicies } from "../../../runtime/contract/missing-policies.js";
import { reductionNames } from "../../../runtime/contract/reductions.js";
import { solverNames } from "../../../runtime/contract/solver.js";
import { solverOptions } from "../../../runtime/contract/solver-options.js";
import { loadModel } from "../../helpers/load-models.js";

const reference = languageReference();
const headings = new Set(
  [...readFileSync(new URL("../../../docs/language.md", import.meta.url), "utf8").matchAll(/^#+ (.+)$/gm)].map(
    ([, heading]) => heading,
  ),
);

describe("the reference", () => {
  it.each([
    ["word", [...spellings.keys()].filter((spelling) => /^\w+$/.test(spelling))],
    ["function", [...builtins.keys()]],
    ["reduction", reductionNames],
    ["loss", lossNames],
    ["solver", solverNames],
    ["option of a solver", Object.values(solverOptions).map(({ name }) => name)],
    ["policy for missing values", missingPolicies],
    ["word of a later version", [...laterWords]],
  ])("explains every %s", (_, names) => {
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !reference.some((word) => word.name === name))).toEqual([]);
  });

  it.each(reference.map((word) => [word.name, word.kind, word] as const))("of %s, %s", (_, kind, word) => {
    expect(word.what).toMatch(/^[A-Z1-].*\.$|^rho\(z\) = .*\.$|^[a-z]\w*\(.*\.$/s);
    expect(headings).toContain(/"(.*)"$/.exec(word.see)?.[1]);
    if (kind === "a reserved word") return;
    const isWhole = word.example.startsWith("model");
    const source = isWhole ? word.example : `model Page {\n${word.example}\n}\n`;
    expect(parse(new SourceFile("example.fit", source)).diagnostics).toEqual([]);
    if (kind.startsWith("a word of")) return;
    // A column begins with its name.
    if (word.name !== "column") expect(word.example).toMatch(new RegExp(`\\b${word.name}\\b`));
  });
});

/** Points on both sides of every edge of a domain, and on it. */
const points = [-2.5, -1, -0.75, 0, 0.4, 1, 2.5];
const ofOneArgument = [...builtins.values()].filter(({ maxArgs }) => maxArgs === 1);

describe.each(ofOneArgument.map(({ name, doc }) => [name, doc] as const))("%s(x)", (name, { domain, derivative }) => {
  const isIn = (x: number): boolean => {
    if (domain === "any x") return true;
    if (domain === "any x but 0, -1, -2, ...") return x > 0 || !Number.isInteger(x);
    const [, inside] = /^x (.+)$/.exec(domain) ?? [];
    return (inside ?? "").split(" and x ").every((condition) => {
      const [operator, limit] = condition.split(" ");
      const bound = Number(limit);
      return { ">": x > bound, ">=": x >= bound, "<": x < bound, "<=": x <= bound }[operator ?? ""] ?? false;
    });
  };

  it("has a value in the domain, and none outside", async () => {
    const fitter = await loadModel(`model M { input y  param x = 1  fit y ~ ${name}(x) }`);
    const found = points.map((x) => Number.isFinite(fitter.residuals([x], { y: [0] })[0]));
    expect(found).toEqual(points.map(isIn));
  });

  it("has the derivative that is told", async () => {
    // In words, as no function of the language is it.
    if (name === "trigamma") return;
    const fitter = await loadModel(`model M { input y  param x = 1  fit y ~ ${name}(x)  fit y ~ ${derivative} }`);
    // Not at kinks and edges, where the expression has no value.
    for (const x of points.filter((x) => isIn(x) && Math.abs(x) !== 1 && x !== 0)) {
      const slope = fitter.jacobian([x], { y: [0] })[0] ?? Number.NaN;
      const told = fitter.residuals([x], { y: [0] })[1] ?? Number.NaN;
      // A few roundings, some of them of terms ten times the result.
      expect(Math.abs(told - slope), `at ${x}: ${told}, not ${slope}`).toBeLessThan(1e-13 * (1 + Math.abs(slope)));
    }
  });
});

it.each([...builtins.values()].map(({ name, minArgs, maxArgs, doc }) => [name, { minArgs, maxArgs, doc }] as const))(
  "%s is shown with as many arguments as it takes",
  (_, { minArgs, maxArgs, doc: { args = "x" } }) => {
    const names = args.split(", ");
    expect(names.includes("...")).toBe(maxArgs === Number.POSITIVE_INFINITY);
    expect(names.filter((name) => name !== "...").length).toBe(minArgs === 1 && maxArgs > 1 ? 2 : minArgs);
  },
);
