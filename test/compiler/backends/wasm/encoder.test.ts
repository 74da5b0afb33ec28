import { describe, expect, it } from "vitest";
import { signed, unsigned } from "../../../../compiler/backends/wasm/encoder/bytes.js";
import {
  f64,
  f64x2,
  i32,
  i64,
  i64x2,
  ModuleBuilder,
  type WasmExpr,
} from "../../../../compiler/backends/wasm/encoder/index.js";
import { instantiate } from "../../../helpers/instantiate-wasm.js";

describe("LEB128", () => {
  // The examples in figures 46 and 47 of the DWARF 4 standard, and the limits of the ranges.
  it("of unsigned numbers", () => {
    expect([2, 127, 128, 129, 12857, 2 ** 32 - 1].map(unsigned)).toEqual([
      [2],
      [127],
      [0x80, 1],
      [0x81, 1],
      [57 + 0x80, 100],
      [0xff, 0xff, 0xff, 0xff, 0x0f],
    ]);
  });

  it("of signed numbers", () => {
    expect([2n, -2n, 127n, -127n, 128n, -128n, 63n, 64n, -64n, -65n].map(signed)).toEqual([
      [2],
      [0x7e],
      [127 + 0x80, 0],
      [1 + 0x80, 0x7f],
      [0x80, 1],
      [0x80, 0x7f],
      [63],
      [0xc0, 0],
      [0x40],
      [0xbf, 0x7f],
    ]);
    expect(signed(-(2n ** 63n))).toEqual([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f]);
  });
});

/** A module with one exported function. */
function one(write: (module: ModuleBuilder) => { readonly index: number }): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder();
  module.export("f", write(module));
  return module.bytes();
}

function run<F>(write: (module: ModuleBuilder) => { readonly index: number }): F {
  return instantiate<{ readonly f: F }>(one(write)).f;
}

describe("a module", () => {
  it("has the bytes of the specification", () => {
    const bytes = one((module) => module.define(["f64", "f64"], "f64", (_, a, b) => f64.add(a, b)));
    expect([...bytes]).toEqual([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...[0x01, 0x07, 0x01, 0x60, 0x02, 0x7c, 0x7c, 0x01, 0x7c],
      ...[0x03, 0x02, 0x01, 0x00],
      ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00],
      ...[0x0a, 0x09, 0x01, 0x07, 0x00, 0x20, 0x00, 0x20, 0x01, 0xa0, 0x0b],
    ]);
  });

  it("is the same however often it is made", () => {
    const make = () => one((module) => module.define(["f64x2"], "f64", (body, x) => f64x2.extract(body.let(x), 1)));
    expect(make()).toEqual(make());
  });

  it("imports functions and memory, and places data once", () => {
    const module = new ModuleBuilder(64);
    module.memory({ minimum: 1, exported: "memory" });
    const half = module.import("host", "half", ["f64"], "f64");
    const at = module.data([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
    expect(module.data([7])).toBe(at + 8);
    expect(module.data([0, 0, 0, 0, 0, 0, 0xf0, 0x3f])).toBe(at);
    expect(module.dataEnd).toBe(at + 9);
    module.export(
      "f",
      module.define([], "f64", () => half(f64.load(i32.const(at)))),
    );
    const { f } = instantiate<{ f: () => number }>(module.bytes(), { host: { half: (x: number) => x / 2 } });
    expect(f()).toBe(0.5);
  });

  it("refuses what would move indices", () => {
    const module = new ModuleBuilder();
    module.define([], "i32", () => i32.const(1));
    expect(() => module.import("host", "late", [], "i32")).toThrow(/^fitc bug/);
  });
});

describe("a body", () => {
  it("computes once what one statement uses twice", () => {
    const sixteenth = (x: WasmExpr<"f64">) => {
      let power = x;
      for (let i = 0; i < 24; i++) power = f64.mul(power, power);
      return power;
    };
    const write = (module: ModuleBuilder) => module.define(["f64"], "f64", (_, x) => sixteenth(x));
    // Expanded as a tree, the expression would have 2^24 leaves.
    expect(one(write).length).toBeLessThan(300);
    expect(run<(x: number) => number>(write)(1 + 2 ** -20)).toBeCloseTo((1 + 2 ** -20) ** (2 ** 24), 1);
  });

  it("branches, loops and leaves", () => {
    // The number of Collatz steps to 1, at most 1000.
    const steps = run<(n: bigint) => number>((module) =>
      module.define(["i64"], "i32", (body, start) => {
        const n = body.variable(start);
        const count = body.variable(i32.const(0));
        body.block((leave) => {
          body.loop((again) => {
            body.branch(leave, i64.leS(n.value, i64.const(1n)));
            const odd = i32.wrapI64(i64.and(n.value, i64.const(1n)));
            body.if(
              odd,
              () => n.set(i64.add(i64.mul(n.value, i64.const(3n)), i64.const(1n))),
              () => n.set(i64.shrU(n.value, i64.const(1n))),
            );
            count.set(i32.add(count.value, i32.const(1)));
            body.branch(again, i32.ltU(count.value, i32.const(1000)));
          });
        });
        return count.value;
      }),
    );
    expect([1n, 2n, 27n].map(steps)).toEqual([0, 1, 111]);
  });

  it("runs only the branch that is chosen", () => {
    const quotient = run<(a: number, b: number) => number>((module) =>
      module.define(["i32", "i32"], "i32", (body, a, b) =>
        body.choose(
          i32.eqz(b),
          () => i32.const(-1),
          () => i32.divU(a, b),
        ),
      ),
    );
    // A division by zero would trap.
    expect([quotient(7, 2), quotient(7, 0)]).toEqual([3, -1]);
  });

  it("keeps lanes and their order", () => {
    const lanes = run<(a: number, b: number) => number>((module) =>
      module.define(["f64", "f64"], "f64", (body, a, b) => {
        const pair = body.let(f64x2.replace(f64x2.splat(a), 1, b));
        const swapped = f64x2.shuffle(pair, pair, 1, 0);
        const smaller = f64x2.select(f64x2.lt(pair, swapped), pair, swapped);
        const mask = i64x2.bitmask(f64x2.lt(pair, swapped));
        return f64.add(f64x2.extract(smaller, 0), f64.convertI32S(i32.mul(mask, i32.const(100))));
      }),
    );
    expect([lanes(1, 2), lanes(5, 3)]).toEqual([101, 203]);
  });

  it("computes early what a loop is found to need", () => {
    const sum = run<(count: number) => number>((module) =>
      module.define(["i32"], "f64", (body, count) => {
        const early = body.early();
        const left = body.variable(count);
        const total = body.variable(f64.const(0));
        body.loop((again) => {
          // `left` is still zero before the loop, so this is 10 each time.
          const ten = early(f64.add(f64.const(10), f64.convertI32S(left.value)));
          total.set(f64.add(total.value, ten));
          left.set(i32.sub(left.value, i32.const(1)));
          body.branch(again, i32.gtS(left.value, i32.const(0)));
        });
        return total.value;
      }),
    );
    expect(sum(3)).toBe(30);
  });

  it("loads lanes one by one", () => {
    const module = new ModuleBuilder();
    module.memory({ minimum: 1 });
    const at = module.data([7, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0]);
    const load = module.define(["i32"], "i32", (body, lane) => {
      const low = i64x2.loadZero(i32.const(at));
      const both = body.let(i64x2.loadLane(i32.const(at), low, 1, 8));
      return i32.select(lane, i64x2.extractLow(both, 1), i64x2.extractLow(both, 0));
    });
    module.export("f", load);
    const { f } = instantiate<{ f: (lane: number) => number }>(module.bytes());
    expect([f(0), f(1)]).toEqual([7, 9]);
  });
});
