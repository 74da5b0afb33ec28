import { type Body, type Callee, f64, f64x2, i32, type ModuleBuilder, type WasmExpr } from "./encoder/index.js";

/*
 * The inner loops of the fold over the columns of one panel, like those of the runtime but with two
 * vectors of two rows at a time. Several columns are processed together, so that the chains of
 * dependent additions do not limit the speed: a dependent addition takes as long as eight
 * independent ones.
 */

type Address = WasmExpr<"i32">;

/**
 * `(reflected, with, table, bytes, weights, dots)`: `table` is the address of the first column
 * address.
 */
export type Apply = Callee<readonly ["i32", "i32", "i32", "i32", "i32", "i32"], "void">;
/** `(column, table, bytes, dots)` */
export type Products = Callee<readonly ["i32", "i32", "i32", "i32"], "void">;

/** The result of a function without a return value. */
export const nothing: WasmExpr<"void"> = { type: "void", code: [] };

/** Loops over vectors, two at a time; `bytes` is a positive multiple of 32. */
function overRows(body: Body, bytes: Address, inside: (at: Address, vector: 0 | 1) => void): void {
  const at = body.variable(i32.const(0));
  body.loop((again) => {
    inside(at.value, 0);
    inside(at.value, 1);
    at.set(i32.add(at.value, i32.const(32)));
    body.branch(again, i32.ltU(at.value, bytes));
  });
}

function positions(count: number): readonly number[] {
  return Array.from({ length: count }, (_, q) => q);
}

function columnsOf(body: Body, table: Address, count: number): readonly Address[] {
  return positions(count).map((q) => body.let(i32.load(table, 4 * q)));
}

/** Defines a function that writes the products of a column with `count` others to `dots`. */
function defineProductsOf(module: ModuleBuilder, count: number): Products {
  return module.define(["i32", "i32", "i32", "i32"], "void", (body, column, table, bytes, dots) => {
    const others = columnsOf(body, table, count);
    // With few columns, each of the two vectors has its own sum.
    const chains = count < 4 ? 2 : 1;
    const sums = positions(chains).map(() => others.map(() => body.declare("f64x2")));
    overRows(body, bytes, (at, vector) => {
      const offset = 16 * vector;
      const c = body.let(f64x2.load(i32.add(column, at), offset));
      others.forEach((other, q) => {
        const sum = sums[vector % chains]?.[q];
        sum?.set(f64x2.add(sum.value, f64x2.mul(c, f64x2.load(i32.add(other, at), offset))));
      });
    });
    others.forEach((_, q) => {
      const lanes = sums.map((chain) => chain[q]?.value).filter((value) => value !== undefined);
      body.do(f64.store(dots, total(body, lanes), 8 * q));
    });
    return nothing;
  });
}

/** The sum of all lanes. */
function total(body: Body, vectors: readonly WasmExpr<"f64x2">[]): WasmExpr<"f64"> {
  const sum = body.let(vectors.reduce((a, b) => f64x2.add(a, b)));
  return f64.add(f64x2.extract(sum, 0), f64x2.extract(sum, 1));
}

/**
 * Defines a function that subtracts `weight * reflected` from each of `count` columns and computes
 * their products with column `with`; if `leads`, with the first of them, which has just been
 * updated.
 */
function defineApplyTo(module: ModuleBuilder, count: number, leads: boolean): Apply {
  const types = ["i32", "i32", "i32", "i32", "i32", "i32"] as const;
  return module.define(types, "void", (body, reflected, withColumn, table, bytes, weights, dots) => {
    const columns = columnsOf(body, table, count);
    const w = positions(count).map((q) => body.let(f64x2.loadSplat(weights, 8 * q)));
    const sums = columns.map(() => body.declare("f64x2"));
    overRows(body, bytes, (at, vector) => {
      const offset = 16 * vector;
      const y = body.let(f64x2.load(i32.add(reflected, at), offset));
      let p = leads ? null : body.let(f64x2.load(i32.add(withColumn, at), offset));
      columns.forEach((column, q) => {
        const [weight, sum] = [w[q], sums[q]];
        if (weight === undefined || sum === undefined) return;
        const address = body.let(i32.add(column, at));
        const value = body.let(f64x2.sub(f64x2.load(address, offset), f64x2.mul(weight, y)));
        body.do(f64x2.store(address, value, offset));
        p ??= value;
        sum.set(f64x2.add(sum.value, f64x2.mul(p, value)));
      });
    });
    sums.forEach((sum, q) => {
      body.do(f64.store(dots, total(body, [sum.value]), 8 * q));
    });
    return nothing;
  });
}

/**
 * Splits `count` columns into groups of the given sizes (descending to 1) and runs `inside` for
 * each group; it gets the number of columns done before.
 */
function bySizes<F>(
  body: Body,
  count: Address,
  sizes: readonly (readonly [size: number, loop: F])[],
  inside: (loop: F, done: Address) => void,
): void {
  const done = body.variable(i32.const(0));
  for (const [size, loop] of sizes) {
    const fits = () => i32.leS(i32.add(done.value, i32.const(size)), count);
    body.block((leave) => {
      body.branch(leave, i32.eqz(fits()));
      body.loop((again) => {
        inside(loop, done.value);
        done.set(i32.add(done.value, i32.const(size)));
        body.branch(again, fits());
      });
    });
  }
}

/** Products of a column with `count` others: `(column, table, count, bytes, dots)`. */
export type ProductsOfMany = Callee<readonly ["i32", "i32", "i32", "i32", "i32"], "void">;

export function defineProducts(module: ModuleBuilder): ProductsOfMany {
  const sizes = [4, 3, 2, 1].map((size) => [size, defineProductsOf(module, size)] as const);
  return module.define(["i32", "i32", "i32", "i32", "i32"], "void", (body, column, table, count, bytes, dots) => {
    bySizes(body, count, sizes, (products, done) => {
      const slots = i32.add(dots, i32.shl(done, i32.const(3)));
      body.do(products(column, i32.add(table, i32.shl(done, i32.const(2))), bytes, slots));
    });
    return nothing;
  });
}

/**
 * Applies the reflection of a column to the `count` >= 2 columns after it and computes the products
 * of the first of these, which is reduced next, with all of them: `(reflected, table, count, bytes,
 * weights, dots)`.
 */
export type ApplyToMany = Callee<readonly ["i32", "i32", "i32", "i32", "i32", "i32"], "void">;

export function defineApply(module: ModuleBuilder): ApplyToMany {
  const [lead3, lead2] = [defineApplyTo(module, 3, true), defineApplyTo(module, 2, true)];
  const sizes = [3, 2, 1].map((size) => [size, defineApplyTo(module, size, false)] as const);
  const types = ["i32", "i32", "i32", "i32", "i32", "i32"] as const;
  return module.define(types, "void", (body, reflected, table, count, bytes, weights, dots) => {
    const next = body.let(i32.load(table));
    body.if(
      i32.eq(count, i32.const(2)),
      () => body.do(lead2(reflected, next, table, bytes, weights, dots)),
      () => {
        body.do(lead3(reflected, next, table, bytes, weights, dots));
        bySizes(body, i32.sub(count, i32.const(3)), sizes, (follow, done) => {
          const slot = body.let(i32.add(done, i32.const(3)));
          const offset = body.let(i32.shl(slot, i32.const(3)));
          const columns = i32.add(table, i32.shl(slot, i32.const(2)));
          body.do(follow(reflected, next, columns, bytes, i32.add(weights, offset), i32.add(dots, offset)));
        });
      },
    );
    return nothing;
  });
}
