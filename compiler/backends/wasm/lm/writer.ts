import { type Body, f64, i32, type Label, type Variable, type WasmExpr } from "../encoder/index.js";

/**
 * An index. If it is known when the code is generated, it is that number; otherwise it is an
 * expression for 8 times the index (a local, or a sum with one).
 */
export type Index = number | WasmExpr<"i32">;

/** A vector or matrix of doubles, with its strides in doubles. */
export interface MatrixEntries {
  get(i: Index, j?: Index): WasmExpr<"f64">;
  set(i: Index, value: WasmExpr<"f64">): void;
  setAt(i: Index, j: Index, value: WasmExpr<"f64">): void;
}

/** A sum of squares between these limits has neither overflowed nor lost anything to underflow. */
const tiny = 1e-280;
const huge = 1e280;

const zero = i32.const(0);

export function plus(index: Index, more: number): Index {
  return typeof index === "number" ? index + more : i32.add(index, i32.const(8 * more));
}

export function bytesOf(index: Index): WasmExpr<"i32"> {
  return typeof index === "number" ? i32.const(8 * index) : index;
}

/**
 * Generates the loops of dense linear algebra for a size known in advance: unrolled, or as loops.
 */
export class Writer {
  /** A local that is never assigned, so it is 0. */
  readonly zero: WasmExpr<"f64">;
  /** 1 as long as nothing has come up that only the runtime handles. */
  readonly handled: Variable<"i32">;
  private readonly early: ReturnType<Body["early"]>;
  private readonly constants = new Map<number, WasmExpr<"f64">>();

  /**
   * Must be constructed before anything else is written to the body.
   *
   * @param gaveUp address of the flag that says that something has come up that only the runtime
   * handles
   */
  constructor(
    readonly body: Body,
    private readonly unrolled: boolean,
    private readonly gaveUp: number,
  ) {
    this.zero = body.declare("f64").value;
    this.handled = body.variable(i32.const(1));
    this.early = body.early();
  }

  /** A constant in a local, which saves bytes if a value is used several times. */
  constant(value: number): WasmExpr<"f64"> {
    const known = this.constants.get(value) ?? this.early(f64.const(value));
    this.constants.set(value, known);
    return known;
  }

  /** Tells the other functions whether this one gave up. Must be written last. */
  report(): void {
    const { body, handled, gaveUp } = this;
    body.if(i32.eqz(handled.value), () => body.do(i32.store(zero, i32.const(1), gaveUp)));
  }

  /**
   * Doubles in memory.
   * @param base address known only at run time, added to `start`
   */
  memory(start: number, rowStride = 1, columnStride = 1, base: WasmExpr<"i32"> | null = null): MatrixEntries {
    const { body } = this;
    const place = (i: Index, j: Index): readonly [address: WasmExpr<"i32">, offset: number] => {
      let offset = start;
      let address = base;
      for (const [index, stride] of [
        [i, rowStride],
        [j, columnStride],
      ] as const) {
        if (typeof index === "number") offset += 8 * index * stride;
        else {
          const part = stride === 1 ? index : i32.mul(index, i32.const(stride));
          address = address === null ? part : i32.add(address, part);
        }
      }
      return [address ?? zero, offset];
    };
    const setAt = (i: Index, j: Index, value: WasmExpr<"f64">): void => {
      const [address, offset] = place(i, j);
      body.do(f64.store(address, value, offset));
    };
    return { get: (i, j = 0) => f64.load(...place(i, j)), set: (i, value) => setAt(i, 0, value), setAt };
  }

  /** Workspace: locals if all indices are known in advance, otherwise memory. */
  room(start: number, rows: number, columns = 1): MatrixEntries {
    if (!this.unrolled) return this.memory(start, columns, 1);
    const places = Array.from({ length: rows * columns }, () => this.body.declare("f64"));
    const at = (i: Index, j: Index) => {
      const place = typeof i === "number" && typeof j === "number" ? places[i * columns + j] : undefined;
      if (place === undefined) throw new Error("fitc bug: an index that is not known");
      return place;
    };
    return {
      get: (i, j = 0) => at(i, j).value,
      set: (i, value) => at(i, 0).set(value),
      setAt: (i, j, value) => at(i, j).set(value),
    };
  }

  /** Loops over i = from, ..., to - 1. */
  up(from: Index, to: Index, inside: (i: Index) => void): void {
    const { body } = this;
    const known = typeof from === "number" && typeof to === "number";
    if (known && this.unrolled) {
      for (let i = from; i < to; i++) inside(i);
      return;
    }
    if (known && from >= to) return;
    const i = body.variable(bytesOf(from));
    this.guarded(known ? null : i32.ltU(i.value, bytesOf(to)), (again) => {
      inside(i.value);
      i.set(i32.add(i.value, i32.const(8)));
      body.branch(again, i32.ltU(i.value, bytesOf(to)));
    });
  }

  /** Loops over i = from - 1, ..., 0. */
  down(from: number, inside: (i: Index) => void): void {
    const { body } = this;
    if (this.unrolled) {
      for (let i = from - 1; i >= 0; i--) inside(i);
      return;
    }
    const i = body.variable(i32.const(8 * (from - 1)));
    this.guarded(null, (again) => {
      inside(i.value);
      i.set(i32.sub(i.value, i32.const(8)));
      body.branch(again, i32.geS(i.value, zero));
    });
  }

  /** The Euclidean norm of these entries. Gives up if a sum of squares is out of range. */
  length(from: Index, to: Index, entry: (i: Index) => WasmExpr<"f64">): WasmExpr<"f64"> {
    const { body } = this;
    const sum = body.variable(this.zero);
    this.up(from, to, (i) => {
      const value = body.let(entry(i));
      sum.set(f64.add(sum.value, f64.mul(value, value)));
    });
    return this.root(sum.value);
  }

  /** The length of (x, y). */
  lengthOfPair(x: WasmExpr<"f64">, y: WasmExpr<"f64">): WasmExpr<"f64"> {
    return this.root(this.body.let(f64.add(f64.mul(x, x), f64.mul(y, y))));
  }

  /** Gives up unless the condition holds. */
  require(condition: WasmExpr<"i32">): void {
    this.handled.set(i32.and(this.handled.value, condition));
  }

  /** Whether a sum of squares has neither overflowed nor lost anything to underflow. */
  isInRange(sum: WasmExpr<"f64">): WasmExpr<"i32"> {
    return i32.and(f64.gt(sum, this.constant(tiny)), f64.lt(sum, this.constant(huge)));
  }

  private root(sum: WasmExpr<"f64">): WasmExpr<"f64"> {
    this.require(this.isInRange(sum));
    return this.body.let(f64.sqrt(sum));
  }

  private guarded(condition: WasmExpr<"i32"> | null, loop: (again: Label) => void): void {
    if (condition === null) this.body.loop(loop);
    else this.body.if(condition, () => this.body.loop(loop));
  }
}

/** Whether a number is finite. */
export function isNumber(value: WasmExpr<"f64">): WasmExpr<"i32"> {
  return f64.eq(f64.sub(value, value), f64.const(0));
}
