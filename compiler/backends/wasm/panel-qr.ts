import { type Body, type Callee, f64, f64x2, i32, i64, type ModuleBuilder, type WasmExpr } from "./encoder/index.js";
import type { MemoryLayout } from "./layout.js";
import { type ApplyToMany, nothing, type ProductsOfMany } from "./panel-loops.js";

type Address = WasmExpr<"i32">;

/**
 * Between these limits of the square of its length, products of a column with others of almost any
 * size neither underflow nor overflow.
 */
const small = 1e-60;
const large = 1e60;
/** Below this, a sum of squares may have lost digits to underflow. */
const tiny = 1e-280;

/**
 * Folds the rows of the panel into the triangular factor, in the same steps as the runtime's
 * `PanelQr` (Householder reflections of [R; panel]; Golub and Van Loan, Matrix Computations, 4th
 * ed., 5.1 and 5.2). `(count, bytes)`: the number of columns without the right-hand side, and the
 * size of a panel column in bytes. `withLast` must have been computed.
 */
export function definePanelQr(
  module: ModuleBuilder,
  layout: MemoryLayout,
  products: ProductsOfMany,
  apply: ApplyToMany,
): Callee<readonly ["i32", "i32"], "void"> {
  const scaleColumn = defineScaling(module);
  return module.define(["i32", "i32"], "void", (body, count, bytes) => {
    const width = body.let(i32.add(count, i32.const(1)));
    /** Products of column k with itself and those after it. */
    const productsFrom = (k: Address, until: Address) =>
      body.do(products(i32.load(tableAt(k)), tableAt(k), i32.sub(until, k), bytes, slot(layout.dots, k)));
    const tableAt = (k: Address) => i32.add(i32.const(layout.table), i32.shl(k, i32.const(2)));
    const k = body.variable(i32.const(0));
    body.block((leave) => {
      body.branch(leave, i32.eqz(count));
      // The products with the right-hand side have already been computed.
      productsFrom(k.value, count);
      body.do(f64.store(slot(layout.dots, count), f64.load(i32.const(0), layout.withLast)));
      body.loop((again) => {
        const row = body.let(i32.add(i32.const(layout.factor), i32.shl(i32.mul(k.value, width), i32.const(3))));
        const diagonal = body.let(slotOf(row, k.value));
        const head = body.variable(f64.load(diagonal));
        const own = body.let(slot(layout.dots, k.value));
        const unit = body.variable(f64.const(1));
        const y = body.let(i32.load(tableAt(k.value)));
        const square = body.variable(f64.load(own));
        const squares = body.variable(f64.add(f64.mul(head.value, head.value), square.value));
        const isUsual = i32.and(f64.gt(squares.value, f64.const(small)), f64.lt(squares.value, f64.const(large)));
        const isOrdinary = i32.and(isUsual, f64.gt(square.value, f64.const(tiny)));
        body.if(i32.eqz(isOrdinary), () => {
          // Products could overflow or underflow. Scaling the column does not change its
          // reflection.
          unit.set(scaleColumn(y, bytes, f64.abs(head.value)));
          body.if(f64.ne(unit.value, f64.const(0)), () => {
            head.set(f64.div(head.value, unit.value));
            productsFrom(k.value, width);
            squares.set(f64.add(f64.mul(head.value, head.value), f64.load(own)));
          });
        });
        const next = body.let(i32.add(k.value, i32.const(1)));
        const isLast = body.let(i32.geS(next, count));
        body.if(
          f64.eq(unit.value, f64.const(0)),
          // Nothing to reflect: the reflection is the identity.
          () => body.if(i32.eqz(isLast), () => productsFrom(next, width)),
          () => {
            reflect(body, {
              layout,
              row,
              diagonal,
              head: head.value,
              squares: squares.value,
              unit: unit.value,
              next,
              width,
            });
            body.if(i32.eqz(isLast), () => {
              const after = i32.sub(width, next);
              body.do(apply(y, tableAt(next), after, bytes, slot(layout.weights, next), slot(layout.dots, next)));
            });
          },
        );
        k.set(next);
        body.branch(again, i32.ltS(next, count));
      });
    });
    return nothing;
  });
}

interface Reflection {
  readonly layout: MemoryLayout;
  readonly row: Address;
  readonly diagonal: Address;
  readonly head: WasmExpr<"f64">;
  readonly squares: WasmExpr<"f64">;
  readonly unit: WasmExpr<"f64">;
  readonly next: Address;
  readonly width: Address;
}

/** Applies the reflection to the row of R, and computes the weight of each column after it. */
function reflect(body: Body, { layout, row, diagonal, head, squares, unit, next, width }: Reflection): void {
  const norm = body.let(f64.sqrt(squares));
  const beta = body.let(f64.select(f64.gt(head, f64.const(0)), f64.neg(norm), norm));
  const first = body.let(f64.sub(head, beta));
  const tau = body.let(f64.div(f64.const(1), f64.mul(norm, f64.add(norm, f64.abs(head)))));
  body.do(f64.store(diagonal, f64.mul(beta, unit)));
  const j = body.variable(next);
  body.loop((again) => {
    const place = body.let(slotOf(row, j.value));
    const top = body.let(f64.load(place));
    const dot = f64.load(slot(layout.dots, j.value));
    const w = body.let(f64.mul(tau, f64.add(f64.mul(first, top), dot)));
    body.do(f64.store(slot(layout.weights, j.value), w));
    body.do(f64.store(place, f64.sub(top, f64.mul(w, first))));
    j.set(i32.add(j.value, i32.const(1)));
    body.branch(again, i32.ltS(j.value, width));
  });
}

/**
 * `(column, bytes, head)`: divides a column by a power of two near its largest entry, or near
 * `head` if that is larger, and returns this power; 0 if the column is all zeros.
 */
function defineScaling(module: ModuleBuilder): Callee<readonly ["i32", "i32", "f64"], "f64"> {
  return module.define(["i32", "i32", "f64"], "f64", (body, column, bytes, head) => {
    const largest = body.variable(f64x2.const(0));
    const at = body.variable(i32.const(0));
    const overRows = (inside: (address: Address) => void) => {
      at.set(i32.const(0));
      body.loop((again) => {
        inside(body.let(i32.add(column, at.value)));
        at.set(i32.add(at.value, i32.const(16)));
        body.branch(again, i32.ltU(at.value, bytes));
      });
    };
    overRows((address) => largest.set(f64x2.max(largest.value, f64x2.abs(f64x2.load(address)))));
    const most = body.let(f64.max(f64x2.extract(largest.value, 0), f64x2.extract(largest.value, 1)));
    body.if(f64.eq(most, f64.const(0)), () => body.return(f64.const(0)));
    // The power of two below; for a subnormal number, the smallest normal one.
    const bits = i64.reinterpretF64(f64.max(f64.max(most, head), f64.const(2 ** -1022)));
    const unit = body.let(f64.reinterpretI64(i64.and(bits, i64.const(0x7ff0000000000000n))));
    const divisor = body.let(f64x2.splat(unit));
    overRows((address) => body.do(f64x2.store(address, f64x2.div(f64x2.load(address), divisor))));
    return unit;
  });
}

/** The address of a double in an array of doubles. */
function slot(start: number, index: Address): Address {
  return slotOf(i32.const(start), index);
}

function slotOf(start: Address, index: Address): Address {
  return i32.add(start, i32.shl(index, i32.const(3)));
}
