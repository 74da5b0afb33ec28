// Compares values and first derivatives of 361 expressions, computed by the emitted module, with 25
// digits computed with mpmath.
import { beforeAll, describe, expect, it } from "vitest";
import type { Fitter } from "../../../../runtime/index.js";
import { loadModels } from "../../../helpers/load-models.js";
import { readReference } from "../../../helpers/reference.js";

type Ast = string | number | readonly Ast[];

interface Entry {
  readonly id: string;
  readonly expr: string;
  readonly ast: Ast;
  readonly vars: Readonly<Record<string, number>>;
  readonly value: string;
  readonly derivatives: Readonly<Record<string, string>>;
  /** The accuracy of simple forward differentiation in doubles. */
  readonly f64_rel_err: { readonly value: number; readonly derivatives: number };
}

const { expressions } = readReference<{ readonly expressions: readonly Entry[] }>("derivatives/derivatives.json");

/**
 * An expression of the reference in the syntax of the language. Every operation is in parentheses,
 * because precedence is tested elsewhere.
 */
function spell(ast: Ast): string {
  if (typeof ast !== "object") throw new Error(`no expression: ${ast}`);
  const [head, ...rest] = ast;
  const operand = (i: number) => spell(rest[i] ?? "nothing");
  if (head === "num") return String(Number(rest[0]));
  if (head === "var") return rest[0] === "pi" ? "pi" : `\`${String(rest[0])}\``;
  if (head === "neg") return `(-${operand(0)})`;
  if (head === "not") return `(not ${operand(0)})`;
  if (head === "if") return `(if ${operand(0)} then ${operand(1)} else ${operand(2)})`;
  if (head === "call") return `${String(rest[0])}(${rest.slice(1).map(spell)})`;
  return `(${operand(0)} ${String(head)} ${operand(1)})`;
}

function specOf({ id, ast, vars }: Entry): string {
  const params = Object.entries(vars).map(([name, value]) => `param \`${name}\` = ${value}`);
  return `model ${id} { ${params.join("  ")}  residual ${spell(ast)} }`;
}

/**
 * The relative error if the exact number is not zero; otherwise the absolute error, which must be
 * 0.
 */
function errorOf(actual: number, exact: string): number {
  const expected = Number(exact);
  if (Object.is(actual, expected) || actual === expected) return 0;
  return expected === 0 ? Math.abs(actual) : Math.abs((actual - expected) / expected);
}

describe("derivatives of 361 expressions", () => {
  let models: ReadonlyMap<string, Fitter>;
  beforeAll(async () => {
    models = await loadModels(expressions.map(specOf).join("\n"));
  });

  it("are all there", () => {
    expect(expressions).toHaveLength(361);
    expect([...models.keys()].sort()).toEqual(expressions.map(({ id }) => id).sort());
  });

  it.each(expressions)("$id: $expr", ({ id, vars, value, derivatives, f64_rel_err }) => {
    const fitter = models.get(id);
    const x = Float64Array.from(Object.values(vars));
    const [residual = Number.NaN] = fitter?.residuals(x, {}) ?? [];
    const gradient = fitter?.jacobian(x, {}) ?? [];
    // The error may be up to 4 times that of simple differentiation in doubles, because the
    // operations may be ordered differently, and a few units in the last place in any case. dcur035
    // is atan2 at 1e-200, where the naive derivative has no correct digit.
    const bound = (plain: number) => (id === "dcur035" ? 1e-12 : Math.max(8 * Number.EPSILON, 4 * plain));
    expect(errorOf(residual, value)).toBeLessThanOrEqual(bound(f64_rel_err.value));
    Object.keys(vars).forEach((name, j) => {
      const error = errorOf(gradient[j] ?? Number.NaN, derivatives[name] ?? "absent");
      expect(error, `by ${name}`).toBeLessThanOrEqual(bound(f64_rel_err.derivatives));
    });
  });
});
