import { byRounding } from "../../../../runtime/contract/wasm-kernel.js";
import { type Body, type Callee, f64, i32, type Variable, type WasmExpr } from "../encoder/index.js";
import type { RowFunction } from "../kernel.js";
import type { Context } from "./context.js";
import { type LmEvaluations, total } from "./evaluate.js";
import { pivotAt } from "./factor.js";
import { leastStart } from "./least-start.js";
import type { StepFunction } from "./step.js";
import { type Index, isNumber, type MatrixEntries, Writer } from "./writer.js";

const nowhere = i32.const(0);

/** The functions that an iteration calls. */
export interface IterationFunctions {
  readonly evaluations: LmEvaluations;
  /** The function written by `defineMeasure`. */
  readonly measure: Callee<readonly [], "i32">;
  /** The function written by `defineFactor`. */
  readonly factor: Callee<readonly ["i32"], "void">;
  readonly step: StepFunction;
}

/**
 * `(columns, stride, rows)`: mirrors `Lm` of the runtime (`solvers/lm.ts`), starting at `point`.
 * Returns the status if the solver converged, otherwise 0.
 */
export function defineLm(
  context: Context,
  functions: IterationFunctions,
): Callee<readonly ["i32", "i32", "i32"], "i32"> {
  return context.module.define(["i32", "i32", "i32"], "i32", (body, ...rows) => {
    new LmCode(context, functions, body, rows).write();
    return nowhere;
  });
}

/** The numeric fields of `Lm`, as locals. */
function localsOf(body: Body) {
  const f64s = () => body.declare("f64");
  const i32s = () => body.declare("i32");
  return {
    radius: f64s(),
    par: f64s(),
    length: f64s(),
    scaledLength: f64s(),
    cosine: f64s(),
    actual: f64s(),
    predicted: f64s(),
    ratio: f64s(),
    slope: f64s(),
    stepNorm: f64s(),
    iteration: i32s(),
    blocked: i32s(),
    isWell: i32s(),
    isFactored: i32s(),
    lengthOfJp: f64s(),
  };
}

/** Writes the body of the function; each method corresponds to a method of `Lm`. */
class LmCode {
  private readonly w: Writer;
  private readonly x: MatrixEntries;
  private readonly point: MatrixEntries;
  /** The step p. */
  private readonly p: MatrixEntries;
  private readonly diag: MatrixEntries;
  private readonly lengths: MatrixEntries;
  private readonly local: ReturnType<typeof localsOf>;

  constructor(
    private readonly context: Context,
    private readonly functions: IterationFunctions,
    private readonly body: Body,
    /** The arguments of a pass over the rows. */
    private readonly rows: Parameters<RowFunction>,
  ) {
    const { places, unrolled } = context;
    this.w = new Writer(body, unrolled, places.gaveUp);
    this.x = this.w.memory(places.x);
    this.point = this.w.memory(places.point);
    this.p = this.w.memory(places.step);
    this.diag = this.w.memory(places.diag);
    this.lengths = this.w.memory(places.lengths);
    this.local = localsOf(body);
  }

  write(): void {
    const { w, body, context, functions, diag, lengths } = this;
    const { n, places } = context;
    const { iteration, cosine, blocked, isWell, isFactored } = this.local;
    this.begin();
    body.loop((nextIteration) => {
      iteration.set(i32.add(iteration.value, i32.const(1)));
      this.largestCosine();
      body.if(f64.le(cosine.value, this.number(places.gtol)), () => body.return(w.handled.value));
      blocked.set(i32.const(0));
      body.loop((again) => {
        const accepted = this.tryStep();
        this.returnIfDone();
        body.branch(again, i32.eqz(accepted));
      });
      isWell.set(functions.measure());
      isFactored.set(i32.const(0));
      this.leaveOvershot();
      w.up(0, n, (j) => diag.set(j, f64.max(diag.get(j), lengths.get(j))));
      body.branch(nextIteration);
    });
  }

  private begin(): void {
    const { w, body, context, functions, rows, x, point, diag, lengths } = this;
    const { n, layout, places } = context;
    const { radius, length, scaledLength, isWell } = this.local;
    body.do(functions.evaluations.evaluate(...rows));
    body.do(functions.evaluations.accept());
    body.do(f64.store(nowhere, total(layout, n), places.firstCost));
    body.do(f64.store(nowhere, w.constant(1), places.nfev));
    body.do(f64.store(nowhere, w.constant(1), places.njev));
    w.up(0, n, (j) => x.set(j, point.get(j)));
    length.set(f64.sqrt(f64.mul(w.constant(2), this.number(places.firstCost))));
    isWell.set(functions.measure());
    // Residuals that are all zero, non-finite values and columns of zeros are left to the runtime.
    w.require(f64.gt(length.value, w.zero));
    this.returnIfGivenUp();
    w.up(0, n, (j) => {
      diag.set(j, lengths.get(j));
      w.memory(places.firstLengths).set(j, lengths.get(j));
    });
    this.measureX();
    const least = leastStart(context, w, body, diag, (j) => this.gradient(j));
    const own = f64.select(f64.eq(scaledLength.value, w.zero), w.constant(1), scaledLength.value);
    radius.set(f64.mul(this.number(places.factor), f64.max(own, least)));
  }

  /** Tries one step. Returns whether it was accepted. */
  private tryStep(): WasmExpr<"i32"> {
    const { w, body, context, functions, rows, x, point, p } = this;
    const { n, places } = context;
    const { cost, linearize, accept } = functions.evaluations;
    const { radius, length, ratio, stepNorm, iteration, blocked } = this.local;
    this.takeStep();
    w.require(isNumber(stepNorm.value));
    this.returnIfGivenUp();
    body.if(i32.eq(iteration.value, i32.const(1)), () => radius.set(f64.min(radius.value, stepNorm.value)));

    w.up(0, n, (j) => point.set(j, f64.add(x.get(j), p.get(j))));
    const trialLength = body.let(f64.sqrt(f64.mul(w.constant(2), cost(...rows))));
    this.count(places.nfev);
    this.compare(trialLength);
    const accepted = body.let(f64.ge(ratio.value, f64.const(1e-4)));
    body.if(accepted, () => body.do(linearize(...rows)));
    body.if(f64.eq(trialLength, f64.const(Number.POSITIVE_INFINITY)), () => blocked.set(i32.const(1)));
    this.adapt(trialLength);
    body.if(accepted, () => {
      w.up(0, n, (j) => x.set(j, point.get(j)));
      body.do(accept());
      length.set(trialLength);
      this.measureX();
      this.count(places.njev);
    });
    return accepted;
  }

  /** Leaves a step that would have to be taken back to the runtime (`solvers/overshoot.ts`). */
  private leaveOvershot(): void {
    const { w, context, p, diag, lengths } = this;
    w.up(0, context.n, (j) => {
      const hasGrown = f64.gt(lengths.get(j), f64.mul(f64.const(1e3), diag.get(j)));
      const change = f64.mul(lengths.get(j), f64.abs(p.get(j)));
      const isFar = f64.gt(change, f64.mul(f64.const(1e6), this.local.length.value));
      w.require(i32.eqz(i32.and(hasGrown, isFar)));
    });
    this.returnIfGivenUp();
  }

  /** Computes |D x|, the scaled length of x; it is 0 if all start values are 0. */
  private measureX(): void {
    const { w, body, context, x, diag } = this;
    const sum = body.variable(w.zero);
    const most = body.variable(w.zero);
    w.up(0, context.n, (j) => {
      const value = body.let(f64.mul(x.get(j), diag.get(j)));
      sum.set(f64.add(sum.value, f64.mul(value, value)));
      most.set(f64.max(most.value, f64.abs(value)));
    });
    w.require(i32.or(w.isInRange(sum.value), f64.eq(most.value, w.zero)));
    this.local.scaledLength.set(f64.sqrt(sum.value));
  }

  /** Computes the largest cosine of the angle between r and a column of J. */
  private largestCosine(): void {
    const { w, context, lengths } = this;
    const { cosine, length } = this.local;
    cosine.set(w.zero);
    w.up(0, context.n, (j) => {
      const one = f64.abs(f64.div(f64.div(this.gradient(j), length.value), lengths.get(j)));
      cosine.set(f64.max(cosine.value, one));
    });
  }

  /** Computes the actual and the predicted relative reduction of the sum of squares. */
  private compare(trialLength: WasmExpr<"f64">): void {
    const { w, body } = this;
    const { par, length, actual, predicted, ratio, slope, stepNorm, lengthOfJp } = this.local;
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

  /** Computes the step within the trust region. */
  private takeStep(): void {
    const { w, body, context, p, diag } = this;
    const { n, places } = context;
    const { radius, par, stepNorm, isWell, lengthOfJp } = this.local;
    const newton = w.memory(places.newton);
    const isTaken = body.variable(i32.const(0));
    body.if(isWell.value, () => {
      const norm = w.length(0, n, (j) => f64.mul(newton.get(j), diag.get(j)));
      isTaken.set(f64.le(f64.sub(norm, radius.value), f64.mul(w.constant(0.1), radius.value)));
      body.if(isTaken.value, () => {
        par.set(w.zero);
        stepNorm.set(norm);
        lengthOfJp.set(this.number(places.lengthOfJp));
        w.up(0, n, (j) => p.set(j, newton.get(j)));
      });
    });
    body.if(i32.eqz(isTaken.value), () => this.takeDampedStep());
  }

  private takeDampedStep(): void {
    const { w, body, context, functions, p } = this;
    const { n, places } = context;
    const { radius, par, stepNorm, isWell, isFactored, lengthOfJp } = this.local;
    const r = w.memory(places.r, 1, n);
    body.if(i32.eqz(isFactored.value), () => body.do(functions.factor(isWell.value)));
    isFactored.set(i32.const(1));
    par.set(functions.step(radius.value, par.value));
    stepNorm.set(this.number(places.stepNorm));
    const jp = w.room(places.work, n);
    w.up(0, n, (j) => {
      const entry = body.let(p.get(body.let(pivotAt(places, j))));
      w.up(0, j, (i) => jp.set(i, f64.add(jp.get(i), f64.mul(r.get(i, j), entry))));
      jp.set(j, f64.mul(r.get(j, j), entry));
    });
    lengthOfJp.set(w.length(0, n, (j) => jp.get(j)));
  }

  private adapt(trialLength: WasmExpr<"f64">): void {
    const { w, body } = this;
    const { radius, par, length, actual, ratio, slope, stepNorm } = this.local;
    const shorten = (): void => {
      const half = f64.mul(w.constant(0.5), slope.value);
      const bent = f64.div(half, f64.add(slope.value, f64.mul(w.constant(0.5), actual.value)));
      const shrink = body.variable(f64.select(f64.ge(actual.value, w.zero), w.constant(0.5), bent));
      const isFar = f64.ge(f64.mul(w.constant(0.1), trialLength), length.value);
      const isShort = i32.eqz(f64.ge(shrink.value, w.constant(0.1)));
      body.if(i32.or(isFar, isShort), () => shrink.set(w.constant(0.1)));
      radius.set(f64.mul(shrink.value, f64.min(radius.value, f64.div(stepNorm.value, w.constant(0.1)))));
      par.set(f64.div(par.value, shrink.value));
    };
    body.if(f64.le(ratio.value, f64.const(0.25)), shorten, () => {
      const isFree = f64.eq(par.value, w.zero);
      body.if(i32.or(isFree, f64.ge(ratio.value, f64.const(0.75))), () => {
        radius.set(f64.div(stepNorm.value, w.constant(0.5)));
        par.set(f64.mul(par.value, w.constant(0.5)));
      });
    });
  }

  /** Mirrors `isDone` of `Lm`: returns from the function when the solver is done. */
  private returnIfDone(): void {
    const { w, body } = this;
    const { places } = this.context;
    const { radius, scaledLength, cosine, actual, predicted, ratio, blocked } = this.local;
    const bound = (tolerance: WasmExpr<"f64">) => f64.le(radius.value, f64.mul(tolerance, scaledLength.value));
    const reducedByLess = (tolerance: WasmExpr<"f64">) => {
      const both = i32.and(f64.le(f64.abs(actual.value), tolerance), f64.le(predicted.value, tolerance));
      return i32.and(both, f64.le(f64.mul(w.constant(0.5), ratio.value), w.constant(1)));
    };
    const epsilon = w.constant(Number.EPSILON);
    const code = body.variable(
      i32.add(
        i32.shl(reducedByLess(this.number(places.ftol)), i32.const(1)),
        i32.mul(bound(this.number(places.xtol)), i32.const(3)),
      ),
    );
    body.if(i32.eq(code.value, i32.const(2 + 3)), () => code.set(i32.const(4)));
    body.if(i32.eqz(code.value), () =>
      roundingOf(body, code, reducedByLess(epsilon), bound(epsilon), f64.le(cosine.value, epsilon)),
    );
    body.if(code.value, () => body.return(i32.select(i32.gtU(w.handled.value, blocked.value), code.value, nowhere)));
    body.if(f64.ge(this.number(places.nfev), this.number(places.maxEvals)), () => body.return(nowhere));
  }

  private returnIfGivenUp(): void {
    const { w, body, context } = this;
    const isHandled = i32.gtU(w.handled.value, i32.load(nowhere, context.places.gaveUp));
    body.if(i32.eqz(isHandled), () => body.return(nowhere));
  }

  private gradient(j: Index): WasmExpr<"f64"> {
    const { w, context } = this;
    const { layout, places } = context;
    const here = places.current - layout.state;
    return f64.add(w.memory(here + layout.sums).get(j), w.memory(here + layout.errors).get(j));
  }

  private number(place: number): WasmExpr<"f64"> {
    return f64.load(nowhere, place);
  }

  /** Adds 1 to a number in memory. */
  private count(place: number): void {
    this.body.do(f64.store(nowhere, f64.add(this.number(place), this.w.constant(1)), place));
  }
}

function roundingOf(
  body: Body,
  code: Variable<"i32">,
  byCost: WasmExpr<"i32">,
  byStep: WasmExpr<"i32">,
  byAngle: WasmExpr<"i32">,
): void {
  code.set(i32.select(byCost, i32.const(2), i32.select(byStep, i32.const(3), byAngle)));
  body.if(code.value, () => code.set(i32.add(code.value, i32.const(byRounding))));
}
