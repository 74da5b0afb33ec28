import { importModule } from "../../../runtime/contract/wasm-kernel.js";
import {
  type Body,
  type Callee,
  f64x2,
  i32,
  i64x2,
  type ModuleBuilder,
  type Variable,
  type WasmExpr,
} from "./encoder/index.js";
import { constantsInLocals, type VectorConstants } from "./functions/constants.js";
import { Below } from "./functions/function.js";
import { type FunctionName, mathFunctions } from "./functions/index.js";
import { vectorLanes } from "./functions/lanes.js";
import type { MathLibrary } from "./functions/library.js";
import { fastSinCos } from "./functions/sin-cos.js";

type Number2 = WasmExpr<"f64x2">;

/**
 * The context in which the code of a special function is generated. Its arguments are variables, so
 * using one twice does not compute it twice.
 */
export interface CallScope {
  readonly body: Body;
  /** Calls a math function of one or two arguments. */
  math(name: FunctionName, x: Number2, y?: Number2): Number2;
  /** `value`, but `other` in the lanes of a mask that is nearly always empty. */
  except(mask: WasmExpr<"i64x2">, value: Number2, other: () => Number2): Number2;
}

type VectorForm = (scope: CallScope, a: Number2, b: Number2, c: Number2) => Number2;

const zero = f64x2.const(0);
const one = f64x2.const(1);

/** `value`, and 0 in lanes where `x` is 0. */
const unlessZero = (x: Number2, value: Number2): Number2 => f64x2.select(f64x2.eq(x, zero), zero, value);

const library =
  (name: FunctionName): VectorForm =>
  (scope, a, b) =>
    scope.math(name, a, b);

/** Powers below this are near underflow and have lost most of their digits. */
const tinyPower = f64x2.const(2 ** -960);

/** The special functions that are computed for two lanes at once, by the formulas of `math/`. */
const vectorForms: ReadonlyMap<string, VectorForm> = new Map<string, VectorForm>([
  ["min", (_, a, b) => f64x2.min(a, b)],
  ["max", (_, a, b) => f64x2.max(a, b)],
  ["ratioOrZero", (_, a, b) => unlessZero(b, f64x2.div(a, b))],
  ["overSquareOrZero", (_, a, b) => unlessZero(b, f64x2.div(f64x2.div(a, b), b))],
  ["productOrZero", (_, a, b) => unlessZero(a, f64x2.mul(a, b))],
  ["quotientOrZero", (_, a, b) => unlessZero(a, f64x2.div(a, b))],
  ["cosAsin", (_, x) => f64x2.sqrt(f64x2.mul(f64x2.sub(one, x), f64x2.add(one, x)))],
  ["sinhAcosh", (_, x) => f64x2.mul(f64x2.sqrt(f64x2.sub(x, one)), f64x2.sqrt(f64x2.add(x, one)))],
  ["softplus", softplus],
  ["logistic", logistic],
  ["powDx", powDx],
  ["powDy", (scope, x, power) => unlessZero(x, f64x2.mul(power, scope.math("log", x)))],
  ...(["asinh", "cosh", "erf", "erfDerivative", "hypot", "log10", "log2", "sinh", "tanh"] as const).map(
    (name) => [name, library(name)] as const,
  ),
]);

function softplus(scope: CallScope, x: Number2): Number2 {
  const rest = scope.math("log1p", scope.math("exp", f64x2.neg(f64x2.abs(x))));
  return f64x2.add(rest, f64x2.select(f64x2.gt(x, zero), x, zero));
}

function logistic(scope: CallScope, x: Number2): Number2 {
  const e = scope.body.let(scope.math("exp", f64x2.neg(f64x2.abs(x))));
  return f64x2.div(f64x2.select(f64x2.ge(x, zero), one, e), f64x2.add(one, e));
}

function powDx(scope: CallScope, x: Number2, y: Number2, power: Number2): Number2 {
  const size = f64x2.abs(power);
  const isExtreme = i64x2.or(f64x2.lt(size, tinyPower), f64x2.eq(size, f64x2.const(Number.POSITIVE_INFINITY)));
  const slope = scope.except(i64x2.andNot(isExtreme, f64x2.eq(y, zero)), f64x2.div(power, x), () =>
    scope.math("pow", x, f64x2.sub(y, one)),
  );
  return unlessZero(y, f64x2.mul(y, slope));
}

/**
 * Whether a function is computed for two lanes at once; any other function is imported and called
 * for each lane.
 */
export function hasVectorForm(name: string): boolean {
  return vectorForms.has(name);
}

/** The special functions without vector code that a module imports, by name. */
export type Imported = ReadonlyMap<string, Callee<readonly "f64"[], "f64">>;

/** @param functions names and numbers of arguments */
export function importFunctions(module: ModuleBuilder, functions: ReadonlyMap<string, number>): Imported {
  return new Map(
    [...functions].map(([name, arity]) => {
      const params: readonly "f64"[] = Array.from({ length: arity }, () => "f64" as const);
      return [name, module.import(importModule, name, params, "f64")];
    }),
  );
}

export interface SinCosPair {
  readonly sin: Number2;
  readonly cos: Number2;
}

/** How a function of the module evaluates mathematical functions. */
export interface Calls extends CallScope {
  sinCos(x: Number2): SinCosPair;
}

/**
 * Formulas in place that hold for ordinary arguments. Whether they held for all arguments is tested
 * once, at the end: a call inside a loop, even one that is never made, would keep V8 from holding
 * values in registers.
 */
export class InPlace implements Calls {
  /** The lanes in which all conditions given as masks have held so far. */
  private readonly inside: Variable<"i64x2">;
  /** For each limit, the largest of the numbers that must stay below it. */
  private readonly largest = new Map<number, Variable<"f64x2">>();
  private readonly constants: VectorConstants;
  /** Whether some formula does not hold for every argument. */
  isPartial = false;

  /** Create it before the loop. */
  constructor(
    readonly body: Body,
    module: ModuleBuilder,
  ) {
    this.inside = body.variable(i64x2.const(-1n));
    this.constants = constantsInLocals(module, body);
    this.math = this.math.bind(this);
  }

  math(name: FunctionName, x: Number2, y: Number2 = x): Number2 {
    const { value, holds } = mathFunctions[name].fast(this.lanes(), x, y);
    if (holds !== null) this.require(holds);
    return this.body.let(value);
  }

  sinCos(x: Number2): SinCosPair {
    const { sin, cos, holds } = fastSinCos(this.lanes(), x);
    this.require(holds);
    return { sin: this.body.let(sin), cos: this.body.let(cos) };
  }

  except(mask: WasmExpr<"i64x2">, value: Number2): Number2 {
    this.require(i64x2.not(mask));
    return value;
  }

  /** Whether some formula did not hold for an argument. */
  get failed(): WasmExpr<"i32"> {
    const masks = [...this.largest].map(([limit, most]) => f64x2.lt(most.value, f64x2.const(limit)));
    return i32.eqz(i64x2.allTrue(masks.reduce(i64x2.and, this.inside.value)));
  }

  private require(condition: WasmExpr<"i64x2"> | Below<Number2>): void {
    this.isPartial = true;
    if (!(condition instanceof Below)) {
      this.inside.set(i64x2.and(this.inside.value, condition));
      return;
    }
    const most = this.largest.get(condition.limit) ?? this.body.declare("f64x2");
    this.largest.set(condition.limit, most);
    most.set(f64x2.pmax(most.value, condition.value));
  }

  private lanes() {
    return vectorLanes(this.body, this.constants);
  }
}

/** Calls of library functions, which are valid for every argument. */
export class ByCalls implements Calls {
  constructor(
    readonly body: Body,
    private readonly library: MathLibrary,
  ) {
    this.math = this.math.bind(this);
  }

  math(name: FunctionName, x: Number2, y: Number2 = x): Number2 {
    return this.body.let(this.library.vector(name)(x, y));
  }

  sinCos(x: Number2): SinCosPair {
    return { sin: this.math("sin", x), cos: this.math("cos", x) };
  }

  except(mask: WasmExpr<"i64x2">, value: Number2, other: () => Number2): Number2 {
    const { body } = this;
    const lanes = body.let(mask);
    const result = body.variable(value);
    body.if(i64x2.anyTrue(lanes), () => result.set(f64x2.select(lanes, other(), result.value)));
    return result.value;
  }
}

/** Prints a call of a special function. */
export function printCall(calls: Calls, imported: Imported, name: string, args: readonly Number2[]): Number2 {
  const values = args.map((arg) => calls.body.let(arg));
  const form = vectorForms.get(name);
  if (form !== undefined) {
    const [a = zero, b = zero, c = zero] = values;
    return form(calls, a, b, c);
  }
  const scalar = imported.get(name);
  if (scalar === undefined) throw new Error(`fitc bug: ${name} is not imported`);
  const lane = (index: 0 | 1) => scalar(...values.map((value) => f64x2.extract(value, index)));
  return f64x2.replace(f64x2.splat(lane(0)), 1, lane(1));
}
