import { byRounding } from "../../../../runtime/contract/wasm-kernel.js";
import { type Callee, type Expr, f64, i32, type ModuleBuilder, type Variable } from "../encoder/index.js";
import type { Layout } from "../layout.js";
import { type Evaluations, total } from "./evaluate.js";
import { pivotAt } from "./factor.js";
import type { Places } from "./places.js";
import type { StepFunction } from "./step.js";
import { type Entries, isNumber, Writer } from "./writer.js";

const nowhere = i32.const(0);

/**
 * `(columns, stride, rows)`: the runtime's `Lm`, from the point in `point` on; gives its status if it converged, else 0.
 *
 * @param measure the function of `defineMeasure`
 * @param factor that of `defineFactor`
 */
export function defineLm(
  module: ModuleBuilder,
  layout: Layout,
  n: number,
  places: Places,
  unrolled: boolean,
  { evaluate, cost, linearize, accept }: Evaluations,
  measure: Callee<readonly [], "i32">,
  factor: Callee<readonly ["i32"], "void">,
  step: StepFunction,
): Callee<readonly ["i32", "i32", "i32"], "i32"> {
  const here = places.current - layout.state;
  return module.define(["i32", "i32", "i32"], "i32", (body, columns, stride, rows) => {
    const w = new Writer(body, unrolled, places.unusual);
    const [x, point, p] = [w.memory(places.x), w.memory(places.point), w.memory(places.step)];
    const [diag, lengths] = [w.memory(places.diag), w.memory(places.lengths)];
    const r = w.memory(places.r, 1, n);
    const f64s = () => body.declare("f64");
    const [radius, par, length, scaledLength, cosine] = [f64s(), f64s(), f64s(), f64s(), f64s()] as const;
    const [actual, predicted, ratio, slope, stepNorm] = [f64s(), f64s(), f64s(), f64s(), f64s()] as const;
    const [iteration, blocked] = [body.declare("i32"), body.declare("i32")] as const;
    const [isPlain, isFactored] = [body.declare("i32"), body.declare("i32")] as const;
    const lengthOfJp = f64s();
    const setting = (place: number) => f64.load(nowhere, place);
    const count = (place: number) => body.do(f64.store(nowhere, f64.add(setting(place), w.constant(1)), place));
    const gradient = (j: number | Expr<"i32">) =>
      f64.add(w.memory(here + layout.sums).get(j), w.memory(here + layout.errors).get(j));
    /** |D x|; a start of all zeros has none. */
    const measureX = () => {
      const sum = body.variable(w.zero);
      const most = body.variable(w.zero);
      w.up(0, n, (j) => {
        const value = body.let(f64.mul(x.get(j), diag.get(j)));
        sum.set(f64.add(sum.value, f64.mul(value, value)));
        most.set(f64.max(most.value, f64.abs(value)));
      });
      w.demand(i32.or(w.isPlain(sum.value), f64.eq(most.value, w.zero)));
      scaledLength.set(f64.sqrt(sum.value));
    };
    /** The largest cosine of the angle between r and a column of J. */
    const measureCosine = () => {
      cosine.set(w.zero);
      w.up(0, n, (j) => {
        const one = f64.abs(f64.div(f64.div(gradient(j), length.value), lengths.get(j)));
        cosine.set(f64.max(cosine.value, one));
      });
    };

    body.do(evaluate(columns, stride, rows));
    body.do(accept());
    body.do(f64.store(nowhere, total(layout, n), places.firstCost));
    body.do(f64.store(nowhere, w.constant(1), places.nfev));
    body.do(f64.store(nowhere, w.constant(1), places.njev));
    w.up(0, n, (j) => x.set(j, point.get(j)));
    length.set(f64.sqrt(f64.mul(w.constant(2), setting(places.firstCost))));
    isPlain.set(measure());
    // Residuals that are all zeros, or not finite, or a column that is, are unusual.
    w.demand(f64.gt(length.value, w.zero));
    stopWhereUnusual();
    w.up(0, n, (j) => {
      diag.set(j, lengths.get(j));
      w.memory(places.firstLengths).set(j, lengths.get(j));
    });
    measureX();
    const least = leastStart(w, n, places, layout, gradient, diag);
    const own = f64.select(f64.eq(scaledLength.value, w.zero), w.constant(1), scaledLength.value);
    radius.set(f64.mul(setting(places.factor), f64.max(own, least)));

    body.loop((nextIteration) => {
      iteration.set(i32.add(iteration.value, i32.const(1)));
      measureCosine();
      body.if(f64.le(cosine.value, setting(places.gtol)), () => body.return(w.usual.value));
      blocked.set(i32.const(0));
      body.loop((again) => {
        takeStep();
        w.demand(isNumber(stepNorm.value));
        stopWhereUnusual();
        body.if(i32.eq(iteration.value, i32.const(1)), () => radius.set(f64.min(radius.value, stepNorm.value)));

        w.up(0, n, (j) => point.set(j, f64.add(x.get(j), p.get(j))));
        const trialLength = body.let(f64.sqrt(f64.mul(w.constant(2), cost(columns, stride, rows))));
        count(places.nfev);
        compare(trialLength);
        const accepted = body.let(f64.ge(ratio.value, f64.const(1e-4)));
        body.if(accepted, () => body.do(linearize(columns, stride, rows)));
        body.if(f64.eq(trialLength, f64.const(Number.POSITIVE_INFINITY)), () => blocked.set(i32.const(1)));
        adapt(trialLength);
        body.if(accepted, () => {
          w.up(0, n, (j) => x.set(j, point.get(j)));
          body.do(accept());
          length.set(trialLength);
          measureX();
          count(places.njev);
        });
        finish();
        body.branch(again, i32.eqz(accepted));
      });
      isPlain.set(measure());
      isFactored.set(i32.const(0));
      w.up(0, n, (j) => diag.set(j, f64.max(diag.get(j), lengths.get(j))));
      body.branch(nextIteration);
    });

    function stopWhereUnusual(): void {
      const isUsual = i32.gtU(w.usual.value, i32.load(nowhere, places.unusual));
      body.if(i32.eqz(isUsual), () => body.return(i32.const(0)));
    }

    /** The actual and the predicted relative reduction of the sum of squares. */
    function compare(trialLength: Expr<"f64">): void {
      const part = body.let(f64.div(trialLength, length.value));
      const isNear = f64.lt(f64.mul(w.constant(0.1), trialLength), length.value);
      actual.set(f64.select(isNear, f64.sub(w.constant(1), f64.mul(part, part)), f64.const(-1)));
      const model = body.let(f64.div(lengthOfJp.value, length.value));
      const damping = body.let(f64.div(f64.mul(f64.sqrt(par.value), stepNorm.value), length.value));
      const own = body.let(f64.mul(model, model));
      const damped = body.let(f64.mul(damping, damping));
      predicted.set(f64.add(own, f64.div(damped, w.constant(0.5))));
      slope.set(f64.neg(f64.add(own, damped)));
      const isZero = f64.eq(predicted.value, w.zero);
      ratio.set(f64.select(isZero, w.zero, f64.div(actual.value, predicted.value)));
    }

    /** The step within the radius. */
    function takeStep(): void {
      const plain = w.memory(places.plain);
      const isTaken = body.variable(i32.const(0));
      body.if(isPlain.value, () => {
        const norm = w.length(0, n, (j) => f64.mul(plain.get(j), diag.get(j)));
        isTaken.set(f64.le(f64.sub(norm, radius.value), f64.mul(w.constant(0.1), radius.value)));
        body.if(isTaken.value, () => {
          par.set(w.zero);
          stepNorm.set(norm);
          lengthOfJp.set(setting(places.lengthOfJp));
          w.up(0, n, (j) => p.set(j, plain.get(j)));
        });
      });
      body.if(i32.eqz(isTaken.value), () => {
        body.if(i32.eqz(isFactored.value), () => body.do(factor(isPlain.value)));
        isFactored.set(i32.const(1));
        par.set(step(radius.value, par.value));
        stepNorm.set(setting(places.stepNorm));
        const jp = w.room(places.work, n);
        w.up(0, n, (j) => {
          const entry = body.let(p.get(body.let(pivotAt(places, j))));
          w.up(0, j, (i) => jp.set(i, f64.add(jp.get(i), f64.mul(r.get(i, j), entry))));
          jp.set(j, f64.mul(r.get(j, j), entry));
        });
        lengthOfJp.set(w.length(0, n, (j) => jp.get(j)));
      });
    }

    function adapt(trialLength: Expr<"f64">): void {
      const quarter = f64.le(ratio.value, f64.const(0.25));
      body.if(
        quarter,
        () => {
          const half = f64.mul(w.constant(0.5), slope.value);
          const bent = f64.div(half, f64.add(slope.value, f64.mul(w.constant(0.5), actual.value)));
          const shrink = body.variable(f64.select(f64.ge(actual.value, w.zero), w.constant(0.5), bent));
          const isFar = f64.ge(f64.mul(w.constant(0.1), trialLength), length.value);
          const isShort = i32.eqz(f64.ge(shrink.value, w.constant(0.1)));
          body.if(i32.or(isFar, isShort), () => shrink.set(w.constant(0.1)));
          radius.set(f64.mul(shrink.value, f64.min(radius.value, f64.div(stepNorm.value, w.constant(0.1)))));
          par.set(f64.div(par.value, shrink.value));
        },
        () => {
          const isFree = f64.eq(par.value, w.zero);
          body.if(i32.or(isFree, f64.ge(ratio.value, f64.const(0.75))), () => {
            radius.set(f64.div(stepNorm.value, w.constant(0.5)));
            par.set(f64.mul(par.value, w.constant(0.5)));
          });
        },
      );
    }

    /** Returns where the solver is done. */
    function finish(): void {
      const bound = (tolerance: Expr<"f64">) => f64.le(radius.value, f64.mul(tolerance, scaledLength.value));
      const reducedByLess = (tolerance: Expr<"f64">) => {
        const both = i32.and(f64.le(f64.abs(actual.value), tolerance), f64.le(predicted.value, tolerance));
        return i32.and(both, f64.le(f64.mul(w.constant(0.5), ratio.value), w.constant(1)));
      };
      const epsilon = w.constant(Number.EPSILON);
      const code = body.variable(
        i32.add(
          i32.shl(reducedByLess(setting(places.ftol)), i32.const(1)),
          i32.mul(bound(setting(places.xtol)), i32.const(3)),
        ),
      );
      body.if(i32.eq(code.value, i32.const(2 + 3)), () => code.set(i32.const(4)));
      body.if(i32.eqz(code.value), () =>
        roundingOf(code, reducedByLess(epsilon), bound(epsilon), f64.le(cosine.value, epsilon)),
      );
      body.if(code.value, () =>
        body.return(i32.select(i32.gtU(w.usual.value, blocked.value), code.value, i32.const(0))),
      );
      body.if(f64.ge(setting(places.nfev), setting(places.maxEvals)), () => body.return(i32.const(0)));
    }

    function roundingOf(code: Variable<"i32">, byCost: Expr<"i32">, byStep: Expr<"i32">, byAngle: Expr<"i32">): void {
      const status = i32.select(byCost, i32.const(2), i32.select(byStep, i32.const(3), byAngle));
      code.set(status);
      body.if(code.value, () => code.set(i32.add(code.value, i32.const(byRounding))));
    }
    return i32.const(0);
  });
}

/** The runtime's `leastStart` for a linear loss. */
function leastStart(
  w: Writer,
  n: number,
  places: Places,
  layout: Layout,
  gradient: (j: number | Expr<"i32">) => Expr<"f64">,
  diag: Entries,
): Expr<"f64"> {
  const { body } = w;
  const along = w.room(places.work, n);
  const R = w.memory(places.current + layout.factor - layout.state, n + 1);
  const largest = body.variable(w.zero);
  w.up(0, n, (j) => {
    along.set(j, f64.div(gradient(j), diag.get(j)));
    largest.set(f64.max(largest.value, f64.abs(along.get(j))));
  });
  w.demand(f64.gt(largest.value, w.zero));
  w.up(0, n, (j) => along.set(j, f64.div(along.get(j), largest.value)));
  const size = w.length(0, n, (j) => along.get(j));
  const curvature = body.variable(w.zero);
  w.up(0, n, (i) => {
    const sum = body.variable(w.zero);
    w.up(i, n, (j) => sum.set(f64.add(sum.value, f64.mul(f64.div(R.get(i, j), diag.get(j)), along.get(j)))));
    curvature.set(w.lengthOfPair(curvature.value, sum.value));
  });
  const first = f64.mul(f64.div(size, curvature.value), f64.mul(largest.value, size));
  const length = body.let(f64.mul(f64.div(first, curvature.value), size));
  return body.let(f64.select(isNumber(length), length, w.zero));
}
