import { describe, expect, it } from "vitest";
import { prepareData } from "../../../runtime/data/prepare.js";
import { caught, errorOf, oddNames, problemOf } from "../../helpers/data-files.js";

const xy = [{ name: "x" }, { name: "y" }];

describe("columns passed", () => {
  it("are taken as they are, without a copy, when all rows are kept", () => {
    const [x, y] = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
    const prepared = prepareData(problemOf(xy), { x, y, further: [1] });
    expect(prepared).toEqual({ columns: [x, y], rows: 2, given: 2, dropped: 0, kept: null });
    expect(prepared.columns[0]).toBe(x);
    expect(prepared.columns[1]).toBe(y);
  });

  it("may be any array of numbers, in an object or a Map", () => {
    const data = new Map<string, ArrayLike<number>>([
      ["x", [1, 2]],
      ["y", Float32Array.of(0.5, 4)],
    ]);
    const expected = [Float64Array.of(1, 2), Float64Array.of(0.5, 4)];
    expect(prepareData(problemOf(xy), data).columns).toEqual(expected);
    expect(prepareData(problemOf(xy), { x: { length: 2, 0: 1, 1: 2 }, y: Int8Array.of(3, 4) }).columns).toEqual([
      Float64Array.of(1, 2),
      Float64Array.of(3, 4),
    ]);
  });

  it("may have names that objects treat specially", () => {
    const names = [...oddNames, "toString", "get"];
    const problem = problemOf(names.map((name) => ({ name })));
    const arrays = names.map((_, i) => [i]);
    const expected = names.map((_, i) => Float64Array.of(i));
    expect(prepareData(problem, new Map(names.map((name, i) => [name, arrays[i] ?? []]))).columns).toEqual(expected);
    const object = Object.fromEntries(names.map((name, i) => [name, arrays[i] ?? []]));
    expect(prepareData(problem, object).columns).toEqual(expected);
    // An inherited property is not a column.
    expect(caught(() => prepareData(problemOf([{ name: "constructor" }]), {})).code).toBe("FIT4001");
    expect(caught(() => prepareData(problemOf([{ name: "__proto__" }]), {})).code).toBe("FIT4001");
  });

  it("that nothing uses are neither needed nor read", () => {
    const problem = problemOf([{ name: "x" }, { name: "label", used: false }]);
    expect(prepareData(problem, { x: [1] }).columns).toEqual([Float64Array.of(1), new Float64Array(0)]);
  });

  it("are not needed by a model that uses none", () => {
    expect(prepareData(problemOf([]), {})).toEqual({ columns: [], rows: 0, given: 0, dropped: 0, kept: null });
  });
});

describe("wrong columns", () => {
  const prepareXY = (data: unknown) => prepareData(problemOf(xy), data as Record<string, number[]>);

  it("missing: lists those that exist and suggests the nearest", () => {
    expect(errorOf(() => prepareXY({ x: [1], Y: [1], sigma: [1] }))).toBe(
      "FIT4001: the data have no column 'y'; there are 'x', 'Y', 'sigma' (did you mean 'Y'?)",
    );
    expect(errorOf(() => prepareXY({ x: [1] }))).toBe("FIT4001: the data have no column 'y'; there is 'x'");
    expect(errorOf(() => prepareXY(new Map()))).toBe("FIT4001: the data have no column 'x'; there are none");
    const many = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`column${i}`, [1]]));
    expect(errorOf(() => prepareXY(many))).toMatch(/'column11' and 3 more$/);
  });

  it("of different lengths", () => {
    const error = caught(() => prepareXY({ x: [1, 2, 3], y: [1, 2] }));
    expect(error.message).toBe("FIT4002: columns differ in length: 'x' has 3 rows, 'y' has 2");
    expect(error.column).toBe("y");
  });

  it("with something else than a number", () => {
    const message = (y: unknown) => errorOf(() => prepareXY({ x: [1, 2], y }));
    const help = " is not a number (write NaN for a missing value)";
    expect(message([1, "2"])).toBe(`FIT4003: column 'y', row 2: "2"${help}`);
    expect(message([null, 2])).toBe(`FIT4003: column 'y', row 1: null${help}`);
    expect(message([1n, 2])).toBe(`FIT4003: column 'y', row 1: the bigint 1n${help}`);
    expect(message([1, [2]])).toBe(`FIT4003: column 'y', row 2: an array${help}`);
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    expect(message([, 2])).toBe(`FIT4003: column 'y', row 1: undefined${help}`);
    expect(caught(() => prepareXY({ x: [1, 2], y: [1, true] }))).toMatchObject({ row: 1, column: "y", location: null });
  });

  it("that are no arrays", () => {
    const message = (y: unknown) => errorOf(() => prepareXY({ x: [1], y }));
    expect(message(5)).toBe("FIT4005: column 'y' is 5, not an array of numbers");
    expect(message("12")).toBe(`FIT4005: column 'y' is "12", not an array of numbers`);
    expect(message(undefined)).toBe("FIT4005: column 'y' is undefined, not an array of numbers");
    expect(message({ length: -1 })).toBe("FIT4005: column 'y' is an object of length -1, not an array of numbers");
    expect(message(() => 1)).toBe("FIT4005: column 'y' is a function, not an array of numbers");
  });

  it("without rows", () => {
    expect(errorOf(() => prepareXY({ x: [], y: [] }))).toBe("FIT4006: the data have no rows");
  });
});

describe("missing values", () => {
  const data = { x: [1, 2, Number.NaN, 4], y: [5, Number.NaN, 7, 8] };

  it("are an error that names the row and the column, by default", () => {
    const error = caught(() => prepareData(problemOf(xy), data));
    expect(error.message).toBe(
      "FIT4004: column 'y' has no value in row 2 (complete the data, or write `missing drop` in the data block to exclude such rows)",
    );
    expect(error).toMatchObject({ row: 1, column: "y", location: null });
  });

  it("are dropped and counted under `missing drop`", () => {
    expect(prepareData(problemOf(xy, { missing: "drop" }), data)).toEqual({
      columns: [Float64Array.of(1, 4), Float64Array.of(5, 8)],
      rows: 2,
      given: 4,
      dropped: 2,
      kept: Uint32Array.of(0, 3),
    });
  });

  it("do not matter in a column that nothing uses", () => {
    const problem = problemOf([{ name: "x", used: false }, { name: "y" }]);
    expect(prepareData(problem, { x: [Number.NaN], y: [1] }).rows).toBe(1);
  });

  it("leave infinities alone: whether the model is finite there is for the fit to see", () => {
    const [x, y] = [Float64Array.of(1, Number.POSITIVE_INFINITY), Float64Array.of(1, 2)];
    expect(prepareData(problemOf(xy), { x, y }).columns[0]).toBe(x);
  });

  it("in all rows are an error", () => {
    const all = { x: [Number.NaN, 1], y: [1, Number.NaN] };
    expect(errorOf(() => prepareData(problemOf(xy, { missing: "drop" }), all))).toBe(
      "FIT4008: no rows are left: of 2 rows, 2 have a missing value in a used column, and `where` keeps none of the others",
    );
  });
});

describe("where", () => {
  const columns = [{ name: "t", used: false, filter: true }, { name: "y" }];
  const keep: NonNullable<Parameters<typeof problemOf>[1]>["keep"] = (d, row) => (d[0]?.[row] ?? 0) >= 0;

  it("keeps rows, maps them back, and lets go of a column that only it uses", () => {
    const prepared = prepareData(problemOf(columns, { keep }), { t: [-1, 0, 1, -2], y: [5, 6, 7, 8] });
    expect(prepared).toEqual({
      columns: [new Float64Array(0), Float64Array.of(6, 7)],
      rows: 2,
      given: 4,
      dropped: 0,
      kept: Uint32Array.of(1, 2),
    });
  });

  it("copies nothing where it keeps all", () => {
    const y = Float64Array.of(1, 2);
    const prepared = prepareData(problemOf(columns, { keep }), { t: [0, 1], y });
    expect(prepared.columns[1]).toBe(y);
    expect(prepared.kept).toBeNull();
  });

  it("excuses a missing value in a row that it excludes", () => {
    const data = { t: [-1, 1], y: [Number.NaN, 2] };
    expect(prepareData(problemOf(columns, { keep }), data)).toMatchObject({ rows: 1, dropped: 0 });
    const dropping = prepareData(problemOf(columns, { keep, missing: "drop" }), data);
    expect(dropping).toMatchObject({ rows: 1, dropped: 0, kept: Uint32Array.of(1) });
  });

  it("needs values itself", () => {
    const data = { t: [0, Number.NaN, -1], y: [1, 2, 3] };
    expect(caught(() => prepareData(problemOf(columns, { keep }), data))).toMatchObject({
      code: "FIT4004",
      row: 1,
      column: "t",
    });
    const dropping = prepareData(problemOf(columns, { keep, missing: "drop" }), data);
    expect(dropping).toMatchObject({ rows: 1, dropped: 1, kept: Uint32Array.of(0) });
  });

  it("that keeps nothing is an error", () => {
    expect(errorOf(() => prepareData(problemOf(columns, { keep }), { t: [-1, -2], y: [1, 2] }))).toBe(
      "FIT4007: `where` keeps none of the 2 rows",
    );
  });
});
