import { describe, expect, it } from "vitest";
import { curveTable, rowTable, type Table, tableFormats } from "../../report/index.js";
import { loadModel } from "../helpers/load-models.js";
import { readReference } from "../helpers/reference.js";

type Column = readonly (number | null)[];

/** Made by test/reference/tables/generate.py. */
interface ReferenceTable {
  readonly spec: string;
  readonly data: Readonly<Record<string, Column>>;
  readonly level: number;
  readonly status: readonly string[];
  /** Null where there is no value. */
  readonly rows: Readonly<Record<string, Column>>;
  readonly at: Readonly<Record<string, readonly number[]>> | null;
  readonly curve: Readonly<Record<string, Column>> | null;
}

const references = Object.entries(readReference<Readonly<Record<string, ReferenceTable>>>("tables/tables.json"));

/**
 * How far a value may be from the reference, relative to the largest of its column: the parameters
 * of a fit have ten digits or more, and a residual loses two as the difference of numbers a hundred
 * times as large.
 */
const tolerance = 1e-8;

const valuesOf = (table: Table, name: string) => table.columns.find((column) => column.name === name)?.values;
const namesOf = (table: Table) => table.columns.map(({ name }) => name);

function expectColumns(table: Table, expected: Readonly<Record<string, Column>>): void {
  for (const [name, column] of Object.entries(expected)) {
    const values = valuesOf(table, name) as readonly number[];
    expect(values, name).toHaveLength(column.length);
    const size = Math.max(...column.map((value) => Math.abs(value ?? 0)));
    for (const [i, value] of column.entries()) {
      if (value === null) expect(values[i], `${name} ${i}`).toBeNaN();
      else expect(Math.abs((values[i] as number) - value) / size, `${name} ${i}`).toBeLessThan(tolerance);
    }
  }
}

async function fitted(spec: string, data: Readonly<Record<string, Column>>, level = 0.95) {
  const model = await loadModel(spec);
  const columns = Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, values.map((value) => value ?? Number.NaN)]),
  );
  return { model, columns, fit: model.fit(columns, { level }) };
}

describe.each(references)("the tables of %s", (_, { spec, data, level, status, rows, at, curve }) => {
  it("are those of an independent computation", async () => {
    const { model, columns, fit } = await fitted(spec, data, level);
    const table = rowTable(model, fit, columns);
    expect(namesOf(table)).toEqual(
      expect.arrayContaining(["row", "status", ...Object.keys(columns), ...Object.keys(rows)]),
    );
    expect(table.columns).toHaveLength(2 + Object.keys(columns).length + Object.keys(rows).length);
    expect(valuesOf(table, "status")).toEqual(status);
    expect(valuesOf(table, "row")).toEqual(status.map((_, i) => i + 1));
    expectColumns(table, { ...data, ...rows });
    if (at === null || curve === null) return;
    const points = curveTable(model, fit, columns, { at });
    expect(points.columns).toHaveLength(2 + Object.keys(curve).length);
    expectColumns(points, { ...at, ...curve });
  });
});

const line = "model M { input x, y  param a = 1  param b = 1  fit y ~ a + b * x }";
const some = { x: [1, 2, 3, 4], y: [1.1, 1.9, 3.2, 3.9] };

describe("a table of rows", () => {
  it("has infinite limits where the data determine nothing, and finite ones beside it", async () => {
    const { model, columns, fit } = await fitted(line, { x: [2, 2, 2], y: [1, 2, 3] });
    const inf = Number.POSITIVE_INFINITY;
    // At x = 2 the prediction is the mean, 2, with s = 1.
    expect(valuesOf(rowTable(model, fit, columns), "stderr")?.[0]).toBeCloseTo(1 / Math.sqrt(3), 12);
    const curve = curveTable(model, fit, columns, { at: { x: [1, 2, 3] } });
    expect(valuesOf(curve, "stderr")).toEqual([inf, expect.closeTo(1 / Math.sqrt(3), 12), inf]);
    expect(valuesOf(curve, "lower")?.[0]).toBe(-inf);
    expect(valuesOf(curve, "prediction_upper")?.[2]).toBe(inf);
    expect(valuesOf(curve, "extrapolated")).toEqual([true, false, true]);
  });

  it("says which columns of the data have the name of another", async () => {
    const spec =
      "model M { input row, fitted, fitted_2  param a = 1  param b = 1  fit fitted ~ a + b * row + 0 * fitted_2 }";
    const { model, columns, fit } = await fitted(spec, { row: some.x, fitted: some.y, fitted_2: some.y });
    const table = rowTable(model, fit, columns);
    expect(namesOf(table).slice(0, 6)).toEqual(["row_2", "status", "row", "fitted", "fitted_2", "fitted_3"]);
    expect(valuesOf(table, "fitted")).toEqual(some.y);
    expect(table.notes.slice(0, 2)).toEqual([
      "column 'row' is called 'row_2', since the data have a 'row'",
      "column 'fitted' is called 'fitted_3', since the data have a 'fitted'",
    ]);
  });

  it("is empty of statistics where the fit ended at values that are not finite", async () => {
    const { model, columns, fit } = await fitted(line, some);
    const params = Object.fromEntries(
      Object.entries(fit.params).map(([name, p]) => [name, { ...p, value: Number.NaN }]),
    );
    const table = rowTable(model, { ...fit, success: false, params, cost: Number.NaN }, columns);
    expect(valuesOf(table, "status")).toEqual(["used", "used", "used", "used"]);
    for (const name of ["fitted", "residual", "leverage", "lower", "prediction_upper"]) {
      expect(valuesOf(table, name), name).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    }
  });

  it("refuses other data than those of the fit", async () => {
    const { model, fit } = await fitted(line, some);
    expect(() => rowTable(model, fit, { ...some, y: [1, 2, 3, 5] })).toThrow(/cost/);
  });
});

describe("a table of the curve", () => {
  it("has 200 points over the range of the only predictor", async () => {
    const { model, columns, fit } = await fitted(line, some);
    const x = valuesOf(curveTable(model, fit, columns), "x") as readonly number[];
    expect([x.length, x[0], x[199]]).toEqual([200, 1, 4]);
    expect(x[1]).toBeCloseTo(1 + 3 / 199, 12);
  });

  it("spaces them by factors where the data span decades", async () => {
    const spec = "model M { input x, y  param a = 1  param b = 1  fit y ~ a + b * log(x) }";
    const { model, columns, fit } = await fitted(spec, { x: [1e-3, 1e-2, 0.1, 1, 10], y: [1, 2.1, 2.9, 4.2, 5] });
    const x = valuesOf(curveTable(model, fit, columns), "x") as readonly number[];
    expect([x[0], x[199]]).toEqual([1e-3, 10]);
    expect((x[100] as number) / (x[99] as number)).toBeCloseTo(1e4 ** (1 / 199), 10);
  });

  it("has all combinations of the given values, and the constant value of a predictor", async () => {
    const spec = "model M { input x, z, T, y  param a = 1  param b = 1  fit y ~ a * x * T + b * z }";
    const data = { x: [1, 2, 3, 4], z: [1, 3, 2, 5], T: [2, 2, 2, 2], y: [3, 6, 9, 12] };
    const { model, columns, fit } = await fitted(spec, data);
    const table = curveTable(model, fit, columns, {
      at: new Map([
        ["z", [1, 9]],
        ["x", [0, 2, 4]],
      ]),
    });
    expect(valuesOf(table, "x")).toEqual([0, 0, 2, 2, 4, 4]);
    expect(valuesOf(table, "z")).toEqual([1, 9, 1, 9, 1, 9]);
    expect(valuesOf(table, "T")).toEqual([2, 2, 2, 2, 2, 2]);
    expect(valuesOf(table, "extrapolated")).toEqual([true, true, false, true, false, true]);
    // The only one left has points over its range.
    expect(valuesOf(curveTable(model, fit, columns, { at: { z: [1] } }), "x")).toHaveLength(200);
    expect(() => curveTable(model, fit, columns)).toThrow(
      "option 'at' must be values of 'x' and 'z' too, which vary in the data, not left out",
    );
  });

  it.each([
    ["option 'at' must be values of predictors ('x'), not of 'q'", { q: [1] }],
    ["option 'at' must be values of predictors ('x'), not of 'y'", { y: [1] }],
    ["option 'at' must be at least one value of 'x', not none", { x: [] }],
    ["option 'at' must be finite numbers for 'x', not NaN", { x: [1, Number.NaN] }],
  ])("must be right: %s", async (message, at) => {
    const { model, columns, fit } = await fitted(line, some);
    expect(() => curveTable(model, fit, columns, { at })).toThrow(message);
  });

  it("has no more than a million points", async () => {
    const { model, columns, fit } = await fitted(line, some);
    const at = { x: new Float64Array(1_000_001) };
    expect(() => curveTable(model, fit, columns, { at })).toThrow(
      "option 'at' must be a grid of at most 1000000 points, not of 1000001",
    );
  });

  it("says why there is no prediction band", async () => {
    const { model, columns, fit } = await fitted(`${line.slice(0, -1)} sigma 0.1 * y relative }`, some);
    const table = curveTable(model, fit, columns, { at: { x: [1] } });
    expect(valuesOf(table, "prediction_lower")).toEqual([Number.NaN]);
    expect(table.notes).toEqual(["no prediction band for 'y': its sigma is not known there"]);
  });

  it("has no values where the prediction has none", async () => {
    const spec = "model M { input x, y  param a = 1  param b = 1  fit y ~ a + b * log(x) }";
    const { model, columns, fit } = await fitted(spec, some);
    const { columns: made } = curveTable(model, fit, columns, { at: { x: [-1] } });
    expect(made.map(({ values }) => values[0]).slice(1)).toEqual([
      true,
      ...Array.from({ length: 6 }, () => Number.NaN),
    ]);
  });
});

describe("the formats of tables", () => {
  const inf = Number.POSITIVE_INFINITY;
  const table: Table = {
    columns: [
      { name: "x", values: [0.1 + 0.2, 1e-7, 1e21] },
      { name: 'a,"b"\n;', values: [Number.NaN, inf, -inf] },
      { name: "__proto__", values: ["used", "a,b", 'q"q'] },
      { name: "é.1", values: [true, false, true] },
    ],
    notes: [],
  };
  const text = (format: keyof typeof tableFormats) => [...tableFormats[format](table)].join("");

  it("are CSV with quotes where they are needed", () => {
    expect(text("csv")).toBe(
      'x,"a,""b""\n;",__proto__,é.1\n0.30000000000000004,,used,true\n1e-7,inf,"a,b",false\n1e+21,-inf,"q""q",true\n',
    );
    expect(text("tsv").split("\n")[3]).toBe('1e-7\tinf\t"a,b"\tfalse');
  });

  it("are JSON with null for what is missing", () => {
    const records = [
      '{"x":0.30000000000000004,"a,\\"b\\"\\n;":null,"__proto__":"used","é.1":true}',
      '{"x":1e-7,"a,\\"b\\"\\n;":"inf","__proto__":"a,b","é.1":false}',
      '{"x":1e+21,"a,\\"b\\"\\n;":"-inf","__proto__":"q\\"q","é.1":true}',
    ];
    expect(text("ndjson")).toBe(`${records.join("\n")}\n`);
    expect(JSON.parse(text("json"))).toEqual(records.map((record) => JSON.parse(record)));
  });

  it("are written in pieces", () => {
    const values = Array.from({ length: 10_000 }, (_, i) => i / 7);
    const long = { columns: [{ name: "x", values }], notes: [] };
    for (const format of ["csv", "ndjson", "json"] as const) {
      const pieces = [...tableFormats[format](long)];
      expect(pieces.length).toBeGreaterThan(3);
      const numbers = pieces
        .join("")
        .match(/[\d.e-]+(?=[\n}])/g)
        ?.map(Number);
      expect(numbers).toEqual(values);
    }
  });
});
