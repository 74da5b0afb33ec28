import { type Callee, f64, i32, type WasmExpr } from "../encoder/index.js";
import { nothing } from "../panel-loops.js";
import type { Context } from "./context.js";
import { type LmEvaluations, total } from "./evaluate.js";
import { isNumber, plus, Writer } from "./writer.js";

const nowhere = i32.const(0);
const mostSteps = 60;
/** With ftol above this, the user does not ask for the last digits. */
const allDigits = 1e-12;
/** Up to this condition number of J there is no doubt about its rank. */
const wellConditioned = 1e10;
/**
 * The relative rounding errors of a cost, and of a residual relative to the terms it is computed
 * from.
 */
const ofCost = 1e-13;
const ofResiduals = 8 * Number.EPSILON;

/**
 * `(state, x)`, both addresses: computes a Gauss-Newton step, and stores its end point and the
 * lengths of the columns. Mirrors `GaussNewton` of the runtime (`solvers/gauss-newton.ts`), without
 * bounds.
 */
type TakeFunction = Callee<readonly ["i32", "i32"], "void">;

/**
 * `(columns, stride, rows)`: mirrors `Polish` of the runtime (`solvers/polish.ts`), starting at
 * `x`.
 */
export function definePolish(
  context: Context,
  { cost, linearize, accept }: LmEvaluations,
): Callee<readonly ["i32", "i32", "i32"], "void"> {
  const { module, layout, n, places, unrolled } = context;
  const take = defineTake(context);
  const here = places.current - layout.state;
  return module.define(["i32", "i32", "i32"], "void", (body, columns, stride, rows) => {
    const w = new Writer(body, unrolled, places.gaveUp);
    const [x, point, target] = [w.memory(places.x), w.memory(places.point), w.memory(places.target)];
    const [norms, before] = [w.memory(places.columnNorms), w.memory(places.normsBefore)];
    const read = (place: number) => f64.load(nowhere, place);
    const count = (place: number) => body.do(f64.store(nowhere, f64.add(read(place), w.constant(1)), place));
    const k = body.variable(i32.const(0));
    const lowest = body.variable(total(layout, n, here));
    body.do(take(i32.const(places.current), i32.const(places.x)));
    body.block((leave) =>
      body.loop((again) => {
        body.branch(leave, i32.load(nowhere, places.gaveUp));
        body.branch(leave, i32.eq(k.value, i32.const(mostSteps)));
        body.branch(leave, i32.eqz(f64.lt(read(places.nfev), read(places.maxEvals))));
        body.branch(leave, f64.le(read(places.relative), read(places.xtol)));
        const moves = body.variable(i32.const(0));
        const scale = body.variable(w.zero);
        w.up(0, n, (j) => {
          point.set(j, target.get(j));
          moves.set(i32.or(moves.value, f64.ne(target.get(j), x.get(j))));
          scale.set(f64.max(scale.value, f64.mul(f64.abs(x.get(j)), norms.get(j))));
        });
        body.branch(leave, i32.eqz(moves.value));
        const own = body.let(total(layout, n, here));
        const least = f64.mul(f64.mul(read(places.ftol), w.constant(2)), own);
        const isLoose = f64.gt(read(places.ftol), f64.const(allDigits));
        const isWithin = f64.le(f64.mul(read(places.length), read(places.length)), least);
        body.branch(leave, i32.and(isLoose, isWithin));
        const there = body.let(cost(columns, stride, rows));
        count(places.nfev);
        const noise = body.let(f64.mul(f64.const(ofResiduals), scale.value));
        const root = f64.add(f64.sqrt(f64.mul(w.constant(2), own)), noise);
        const room = f64.add(f64.mul(f64.const(ofCost), own), f64.mul(noise, root));
        body.branch(leave, i32.eqz(f64.le(there, f64.add(lowest.value, room))));
        body.do(linearize(columns, stride, rows));
        count(places.njev);
        const length = body.let(read(places.length));
        w.up(0, n, (j) => before.set(j, norms.get(j)));
        body.do(take(i32.const(layout.state), i32.const(places.point)));
        body.branch(leave, i32.eqz(f64.lt(read(places.length), length)));
        const isLocal = body.variable(i32.const(1));
        w.up(0, n, (j) => {
          const from = before.get(j);
          const to = norms.get(j);
          const isFar = i32.or(f64.lt(to, f64.div(from, w.constant(2))), f64.gt(to, f64.mul(w.constant(2), from)));
          isLocal.set(i32.and(isLocal.value, i32.eqz(isFar)));
        });
        body.branch(leave, i32.eqz(isLocal.value));
        lowest.set(f64.min(lowest.value, there));
        w.up(0, n, (j) => x.set(j, point.get(j)));
        body.do(accept());
        k.set(i32.add(k.value, i32.const(1)));
        body.branch(again);
      }),
    );
    return nothing;
  });
}

function defineTake(context: Context): TakeFunction {
  const { module, n, places, unrolled } = context;
  const isWell = defineIsWell(context);
  return module.define(["i32", "i32"], "void", (body, state, origin) => {
    const w = new Writer(body, unrolled, places.gaveUp);
    const R = w.memory(0, n + 1, 1, state);
    const x = w.memory(0, 1, 1, origin);
    const [norms, target] = [w.memory(places.columnNorms), w.memory(places.target)];
    const p = w.room(places.work, n);
    const determinant = body.variable(w.constant(1));
    w.up(0, n, (j) => {
      const length = w.length(0, plus(j, 1), (i) => R.get(i, j));
      norms.set(j, length);
      determinant.set(f64.mul(determinant.value, f64.div(f64.abs(R.get(j, j)), length)));
    });
    const isSmall = i32.eqz(f64.gt(f64.mul(f64.const(wellConditioned), determinant.value), w.constant(2)));
    body.if(isSmall, () => w.require(isWell(state)));
    w.up(0, n, (j) => p.set(j, f64.neg(R.get(j, n))));
    body.do(
      f64.store(
        nowhere,
        w.length(0, n, (j) => p.get(j)),
        places.length,
      ),
    );
    w.down(n, (i) => {
      const sum = body.variable(p.get(i));
      w.up(plus(i, 1), n, (j) => sum.set(f64.sub(sum.value, f64.mul(R.get(i, j), p.get(j)))));
      p.set(i, f64.div(sum.value, R.get(i, i)));
    });
    w.up(0, n, (j) => {
      const value = body.let(f64.add(x.get(j), p.get(j)));
      w.require(isNumber(value));
      target.set(j, value);
    });
    const step = w.length(0, n, (j) => f64.mul(p.get(j), norms.get(j)));
    const whole = w.length(0, n, (j) => f64.mul(x.get(j), norms.get(j)));
    body.do(f64.store(nowhere, f64.div(step, whole), places.relative));
    w.report();
    return nothing;
  });
}

/**
 * `(state)`: whether the condition number of J, with its columns scaled to equal length, is small
 * enough. The column lengths must be known.
 */
function defineIsWell({ module, n, places }: Context): Callee<readonly ["i32"], "i32"> {
  return module.define(["i32"], "i32", (body, state) => {
    const w = new Writer(body, false, places.gaveUp);
    const R = w.memory(0, n + 1, 1, state);
    const norms = w.memory(places.columnNorms);
    const work = w.memory(places.row);
    const squares = body.variable(w.zero);
    const inverse = body.variable(w.zero);
    const entry = (i: number | WasmExpr<"i32">, j: number | WasmExpr<"i32">) => f64.div(R.get(i, j), norms.get(j));
    w.up(0, n, (k) => {
      w.up(0, k, (i) => work.set(i, w.zero));
      work.set(k, w.constant(1));
      const j = body.variable(typeof k === "number" ? i32.const(8 * k) : k);
      body.loop((again) => {
        const own = body.let(entry(j.value, k));
        squares.set(f64.add(squares.value, f64.mul(own, own)));
        const x = body.let(f64.div(work.get(j.value), entry(j.value, j.value)));
        inverse.set(f64.add(inverse.value, f64.mul(x, x)));
        w.up(0, j.value, (i) => work.set(i, f64.sub(work.get(i), f64.mul(x, entry(i, j.value)))));
        j.set(i32.sub(j.value, i32.const(8)));
        body.branch(again, i32.geS(j.value, i32.const(0)));
      });
    });
    const bound = f64.mul(f64.sqrt(squares.value), f64.sqrt(inverse.value));
    return f64.lt(bound, f64.const(wellConditioned));
  });
}
