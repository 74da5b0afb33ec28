import { type Callee, f64, i32, type Variable, type WasmExpr } from "../encoder/index.js";
import type { Context } from "./context.js";
import { pivotAt } from "./factor.js";
import type { Places } from "./places.js";
import { type MatrixEntries, plus, Writer } from "./writer.js";

const smallestNormal = 2 ** -1022;

/**
 * `(delta, first)`: computes the Levenberg-Marquardt step of a given length and returns its
 * parameter. Mirrors `LmStep` of the runtime (`solvers/lm-step.ts`).
 */
export type StepFunction = Callee<readonly ["f64", "f64"], "f64">;

export function defineStep({ module, n, places, unrolled }: Context): StepFunction {
  return module.define(["f64", "f64"], "f64", (body, delta, first) => {
    const w = new Writer(body, unrolled, places.gaveUp);
    const r = w.memory(places.r, 1, n);
    const [qtf, diag, step] = [w.memory(places.qtf), w.memory(places.diag), w.memory(places.step)];
    const [solution, scaled] = [w.room(places.solution, n), w.room(places.scaled, n)];
    const damped = new Damped(w, n, places);
    const diagonal = w.room(places.damping, n);
    const length = body.declare("f64");
    const excess = body.declare("f64");
    const par = body.declare("f64");

    /** Computes D p in the order of the pivots, and its length. */
    const measure = () => {
      w.up(0, n, (j) => scaled.set(j, f64.mul(solution.get(j), diagonal.get(j))));
      length.set(w.length(0, n, (j) => scaled.get(j)));
      excess.set(f64.sub(length.value, delta));
    };
    /** Computes D (D p) / |D p|. */
    const direct = () =>
      w.up(0, n, (j) => scaled.set(j, f64.mul(diagonal.get(j), f64.div(scaled.get(j), length.value))));
    const correction = () => {
      const slope = w.length(0, n, (j) => scaled.get(j));
      return f64.div(f64.div(f64.div(excess.value, delta), slope), slope);
    };

    w.up(0, n, (j) => {
      diagonal.set(j, diag.get(body.let(pivotAt(places, j))));
      solution.set(j, qtf.get(j));
      w.require(f64.ne(r.get(j, j), w.zero));
    });
    w.down(n, (j) => {
      const x = body.let(f64.div(solution.get(j), r.get(j, j)));
      solution.set(j, x);
      w.up(0, j, (i) => solution.set(i, f64.sub(solution.get(i), f64.mul(x, r.get(i, j)))));
    });
    measure();
    body.if(f64.gt(excess.value, f64.mul(w.constant(0.1), delta)), () => {
      direct();
      w.up(0, n, (j) => {
        const sum = body.variable(scaled.get(j));
        w.up(0, j, (i) => sum.set(f64.sub(sum.value, f64.mul(r.get(i, j), scaled.get(i)))));
        scaled.set(j, f64.div(sum.value, r.get(j, j)));
      });
      const lower = body.variable(correction());
      w.up(0, n, (j) => {
        const sum = body.variable(w.zero);
        w.up(0, plus(j, 1), (i) => sum.set(f64.add(sum.value, f64.mul(r.get(i, j), qtf.get(i)))));
        scaled.set(j, f64.div(sum.value, diagonal.get(j)));
      });
      const steepest = w.length(0, n, (j) => scaled.get(j));
      const upper = body.variable(f64.div(steepest, delta));
      // The upper bound can be 0 by underflow.
      w.require(f64.ne(upper.value, w.zero));
      par.set(f64.min(f64.max(first, lower.value), upper.value));
      body.if(f64.eq(par.value, w.zero), () => par.set(f64.div(steepest, length.value)));
      newton(
        { w, delta, lower, upper, par, excess },
        () => {
          const root = body.let(f64.sqrt(par.value));
          w.up(0, n, (j) => solution.set(j, qtf.get(j)));
          damped.factor((j) => body.let(f64.mul(root, diagonal.get(j))), solution);
          damped.solve(solution);
          measure();
        },
        () => {
          direct();
          damped.solveTransposed(scaled);
          return correction();
        },
      );
    });
    body.do(f64.store(i32.const(0), length.value, places.stepNorm));
    w.up(0, n, (j) => step.set(body.let(pivotAt(places, j)), f64.neg(solution.get(j))));
    w.report();
    return par.value;
  });
}

interface Search {
  readonly w: Writer;
  readonly delta: WasmExpr<"f64">;
  readonly lower: Variable<"f64">;
  readonly upper: Variable<"f64">;
  readonly par: Variable<"f64">;
  readonly excess: Variable<"f64">;
}

/** Newton's iteration on 1/|D p|. */
function newton(
  { w, delta, lower, upper, par, excess }: Search,
  evaluate: () => void,
  correct: () => WasmExpr<"f64">,
): void {
  const { body } = w;
  const iteration = body.variable(i32.const(1));
  body.block((leave) =>
    body.loop((again) => {
      body.if(f64.eq(par.value, w.zero), () =>
        par.set(f64.max(f64.const(smallestNormal), f64.mul(f64.const(0.001), upper.value))),
      );
      const before = body.let(excess.value);
      evaluate();
      body.branch(leave, f64.le(f64.abs(excess.value), f64.mul(w.constant(0.1), delta)));
      const isStuck = i32.and(f64.le(excess.value, before), f64.lt(before, w.zero));
      body.branch(leave, i32.and(f64.eq(lower.value, w.zero), isStuck));
      body.branch(leave, i32.eq(iteration.value, i32.const(10)));
      const correction = body.let(correct());
      body.if(
        f64.gt(excess.value, w.zero),
        () => lower.set(f64.max(lower.value, par.value)),
        () => body.if(f64.lt(excess.value, w.zero), () => upper.set(f64.min(upper.value, par.value))),
      );
      par.set(f64.max(lower.value, f64.add(par.value, correction)));
      iteration.set(i32.add(iteration.value, i32.const(1)));
      body.branch(again);
    }),
  );
}

/** The triangular factor of [R; D]. Mirrors `DampedFactor` of `math/dense/damped-factor.ts`. */
class Damped {
  private readonly s: MatrixEntries;
  private readonly row: MatrixEntries;

  constructor(
    private readonly w: Writer,
    private readonly n: number,
    private readonly places: Places,
  ) {
    this.s = w.room(places.s, n, n);
    this.row = w.room(places.row, n);
  }

  factor(entry: (j: number | WasmExpr<"i32">) => WasmExpr<"f64">, rhs: MatrixEntries): void {
    const { w, n, s, row, places } = this;
    const { body } = w;
    const r = w.memory(places.r, 1, n);
    w.up(0, n, (j) => w.up(0, plus(j, 1), (i) => s.setAt(i, j, r.get(i, j))));
    w.up(0, n, (j) => {
      const head = entry(j);
      w.require(f64.ne(head, w.zero));
      w.up(plus(j, 1), n, (i) => row.set(i, w.zero));
      row.set(j, head);
      const z = body.variable(w.zero);
      w.up(j, n, (k) => {
        const below = body.let(row.get(k));
        body.if(f64.ne(below, w.zero), () => {
          const top = body.let(s.get(k, k));
          const length = w.lengthOfPair(top, below);
          const cosine = body.let(f64.div(top, length));
          const sine = body.let(f64.div(below, length));
          s.setAt(k, k, f64.add(f64.mul(cosine, top), f64.mul(sine, below)));
          w.up(plus(k, 1), n, (i) => {
            const upper = body.let(s.get(k, i));
            const lower = body.let(row.get(i));
            s.setAt(k, i, f64.add(f64.mul(cosine, upper), f64.mul(sine, lower)));
            row.set(i, f64.sub(f64.mul(cosine, lower), f64.mul(sine, upper)));
          });
          const value = body.let(rhs.get(k));
          rhs.set(k, f64.add(f64.mul(cosine, value), f64.mul(sine, z.value)));
          z.set(f64.sub(f64.mul(cosine, z.value), f64.mul(sine, value)));
        });
      });
    });
    w.up(0, n, (j) => w.require(f64.ne(s.get(j, j), w.zero)));
  }

  solve(b: MatrixEntries): void {
    const { w, n, s } = this;
    w.down(n, (j) => {
      const sum = w.body.variable(b.get(j));
      w.up(plus(j, 1), n, (i) => sum.set(f64.sub(sum.value, f64.mul(s.get(j, i), b.get(i)))));
      b.set(j, f64.div(sum.value, s.get(j, j)));
    });
  }

  solveTransposed(b: MatrixEntries): void {
    const { w, n, s } = this;
    w.up(0, n, (j) => {
      const x = w.body.let(f64.div(b.get(j), s.get(j, j)));
      b.set(j, x);
      w.up(plus(j, 1), n, (i) => b.set(i, f64.sub(b.get(i), f64.mul(x, s.get(j, i)))));
    });
  }
}
