// Compares every primitive, printed by every backend, with the reference evaluator: the same bits,
// with NaN equal to NaN, except for functions that a backend approximates. The lists are those of
// the compiler itself, so a new primitive or special function is tested as soon as it exists.
import { describe, expect, it } from "vitest";
import { specialFunctions } from "../../../compiler/builtins/index.js";
import { type ExprId, type ExprNode, ExprPool } from "../../../compiler/ir/pool.js";
import {
  binaryPrimitives,
  conditionPrimitives,
  leafPrimitives,
  otherPrimitives,
  unaryPrimitives,
} from "../../../compiler/ir/primitives.js";
import type { Kernel } from "../../../compiler/schedule/kernel.js";
import { backends, type KernelBackend } from "../../helpers/backends.js";
import { disagreements, storingAll } from "../../helpers/nodes.js";

const ordinary = [0.3, 1, -1, 2, -2.5, 7.25, 31.4];
const extreme = [0, -0, 5e-324, -2e-310, 1e-160, -1e160, 1.7e308, 710, Infinity, -Infinity, NaN];
const points = [...ordinary, ...extreme];

function kernel(pool: ExprPool, values: readonly ExprId[], temps: readonly ExprId[] = []): Kernel {
  return {
    pool,
    temps: new Map(temps.map((id) => [id, "t"])),
    prologue: [],
    body: temps,
    stores: values.map((value, slot) => ({ output: "out", slot, value })),
    columns: [0, 1],
    params: [0, 1, 2],
  };
}

/**
 * Compares a kernel's results with those of the reference evaluator, for arguments a, b, c
 * (parameters) and x, y (columns).
 */
function compare(backend: KernelBackend, k: Kernel): void {
  const all = storingAll(k, "out");
  const run = backend.compile(all.kernel);
  const out = new Float64Array(all.ids.length);
  for (const a of points) {
    for (const b of points) {
      const params = Float64Array.of(a, b, -b);
      const columns = [Float64Array.of(9, b), Float64Array.of(9, a)];
      run(params, columns, 1, out);
      const leaf = ({ op, index }: ExprNode) => (op === "param" ? params[index] : columns[index]?.[1]) ?? Number.NaN;
      expect(disagreements(k, all.ids, out, leaf, backend.ulps), `at ${a}, ${b}`).toEqual([]);
    }
  }
}

describe.each(backends)("$name", (backend) => {
  const leaves = (pool: ExprPool) => [pool.param(0), pool.column(0), pool.param(2)] as const;

  it.each(unaryPrimitives)("%s", (op) => {
    const pool = new ExprPool();
    compare(backend, kernel(pool, [pool.make(op, pool.param(0)), pool.make(op, pool.make("neg", pool.column(0)))]));
  });

  it.each(binaryPrimitives)("%s", (op) => {
    const pool = new ExprPool();
    const [a, x, c] = leaves(pool);
    const nested = [
      pool.make(op, pool.make(op, a, x), c),
      pool.make(op, a, pool.make(op, x, c)),
      pool.make("neg", pool.make(op, a, pool.make("neg", x))),
      pool.make(op, pool.make("neg", a), pool.constant(-3)),
    ];
    compare(backend, kernel(pool, [pool.make(op, a, x), ...nested]));
  });

  it.each(conditionPrimitives)("%s", (op) => {
    const pool = new ExprPool();
    const [a, x, c] = leaves(pool);
    const [p, q] = [pool.make("lt", a, x), pool.make("eq", x, c)];
    const takesNumbers = op === "lt" || op === "le" || op === "eq";
    const condition = takesNumbers ? pool.make(op, a, x) : op === "not" ? pool.make(op, p) : pool.make(op, p, q);
    const nested = [
      pool.make("not", condition),
      pool.make("and", condition, pool.make("or", p, condition)),
      pool.make("or", pool.make("and", condition, q), pool.make("not", pool.make("or", p, q))),
    ];
    const chosen = nested.map((each) => pool.make("select", each, a, x));
    compare(backend, kernel(pool, [condition, ...nested, ...chosen]));
    compare(backend, kernel(pool, [pool.make("not", condition), ...chosen], [condition]));
  });

  it("select, nested in every place", () => {
    const pool = new ExprPool();
    const [a, x, c] = leaves(pool);
    const p = pool.make("lt", a, x);
    const choice = pool.make("select", p, a, c);
    compare(
      backend,
      kernel(pool, [
        pool.make("select", p, choice, pool.make("select", pool.make("le", c, x), x, a)),
        pool.make("select", pool.make("lt", choice, a), choice, x),
        pool.make("add", choice, pool.make("neg", choice)),
        pool.make("select", p, pool.make("div", a, pool.constant(0)), pool.constant(-0)),
      ]),
    );
  });

  it.each([...specialFunctions.values()])("call $name", ({ name, arity }) => {
    const pool = new ExprPool();
    const args = leaves(pool).slice(0, arity);
    compare(backend, kernel(pool, [pool.call(name, args)]));
  });

  it("constants", () => {
    const pool = new ExprPool();
    const constants = [...points, 0.1, 1 / 3, 2 ** 53, 1e21, 1.5e-7, -1e-7, 5e-324, Number.MAX_VALUE].map((value) =>
      pool.constant(value),
    );
    const b = pool.param(1);
    const used = constants.flatMap((id) => [
      pool.make("neg", id),
      pool.make("sub", b, id),
      pool.make("div", id, b),
      pool.make("pow", id, b),
    ]);
    compare(backend, kernel(pool, [...constants, ...used]));
  });

  it("covers every primitive", () => {
    // `reduce` and `variable` do not occur in row kernels; the emitted modules of specs contain
    // them.
    expect([...leafPrimitives]).toEqual(["const", "param", "column", "reduce", "variable"]);
    expect([...otherPrimitives]).toEqual(["select", "call"]);
  });
});
