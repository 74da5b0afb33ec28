import { describe, expect, it } from "vitest";
import {
  reduceArgmax,
  reduceArgmin,
  reduceFirst,
  reduceLast,
  reduceMax,
  reduceMean,
  reduceMedian,
  reduceMin,
  reduceSum,
} from "../../math/reduce.js";

const values = [3, -1, 4, 1, -5, 9, 9];
const of = (list: readonly number[]) => [list.length, (i: number) => list[i] as number] as const;

describe("reductions", () => {
  it("over the rows", () => {
    const [rows, f] = of(values);
    expect(reduceMin(rows, f)).toBe(-5);
    expect(reduceMax(rows, f)).toBe(9);
    expect(reduceSum(rows, f)).toBe(20);
    expect(reduceMean(rows, f)).toBe(20 / 7);
    expect(reduceMedian(rows, f)).toBe(3);
    expect(reduceMedian(6, f)).toBe(2);
    expect(reduceFirst(rows, f)).toBe(3);
    expect(reduceLast(rows, f)).toBe(9);
    expect(reduceArgmax(rows, (i) => i * 10, f)).toBe(50);
    expect(reduceArgmin(rows, (i) => i * 10, f)).toBe(40);
  });

  it("sum without losing small terms among large ones", () => {
    const [rows, f] = of([1e16, 1, -1e16, 1]);
    expect(reduceSum(rows, f)).toBe(2);
  });

  it("do not pass over a NaN, and have no value over no rows", () => {
    const [rows, f] = of([1, Number.NaN, 0]);
    for (const reduce of [reduceMin, reduceMax, reduceSum, reduceMean]) {
      expect(reduce(rows, f)).toBeNaN();
      expect(reduce === reduceSum ? Number.NaN : reduce(0, f)).toBeNaN();
    }
    expect(reduceSum(0, f)).toBe(0);
    for (const reduce of [reduceMedian, reduceFirst, reduceLast]) expect(reduce(0, f)).toBeNaN();
    expect(reduceArgmax(0, f, f)).toBeNaN();
  });

  it("sum infinities as they are", () => {
    const [rows, f] = of([1, Infinity]);
    expect(reduceSum(rows, f)).toBe(Infinity);
  });
});
