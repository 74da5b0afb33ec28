import { describe, expect, test } from "vitest";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

const rest = ["param k = 1", "fit y ~ k * t"];

describe("where the data come from", () => {
  test.each([
    ['"a.csv"', "csv"],
    ['"dir.json/a.TSV"', "tsv"],
    ['"a.json"', "json"],
    ['"a.csv.ndjson"', "ndjson"],
    ['"results.txt" as csv', "csv"],
    ['"results" as json', "json"],
  ])("data %s is %s", (source, format) => {
    const { models, diagnostics } = analyzeText(model(`data ${source} { t y }`, ...rest));
    expect(diagnostics).toEqual([]);
    expect(models[0]?.data?.format).toBe(format);
  });

  test("several inputs add up", () => {
    expect(complaints(model("input t", "input y", ...rest))).toEqual([]);
  });

  test("two sources", () => {
    expect(
      complaints(
        model('data "a.csv" { t y }', "input x", 'data "b.csv" { z }', "param k = 1", "fit y ~ k * t * x * z"),
      ),
    ).toEqual([
      "3:1-8 FIT2022 this model has a second data source; the first is on line 2 (keep one 'data' block, or one 'input' if the caller passes the columns)",
      "4:6-13 FIT2022 this model has a second data source; the first is on line 2 (keep one 'data' block, or one 'input' if the caller passes the columns)",
    ]);
  });

  test("no source, and no need of one", () => {
    expect(complaints(model("param k = 1", "residual k - 2"))).toEqual([]);
  });

  test("no source, but rows are needed", () => {
    expect(complaints(model("param k = count()", "residual k - 2"))).toEqual([
      "2:11-18 FIT2028 'count' reduces over the rows of the data, but the model has no data (declare the columns in a 'data' block or with 'input')",
    ]);
  });

  test("unknown formats", () => {
    const say = "(write 'as csv', 'as tsv', 'as json' or 'as ndjson')";
    expect(complaints(model('data "a.txt" { t y }', ...rest))).toEqual([
      `2:6-13 FIT2023 the format of "a.txt" is unknown: '.txt' is not a known extension ${say}`,
    ]);
    expect(complaints(model('data "results" { t y }', ...rest))).toEqual([
      `2:6-15 FIT2023 the format of "results" is unknown: it has no extension ${say}`,
    ]);
    expect(complaints(model('data "a.csv" as excel { t y }', ...rest))).toEqual([
      `2:17-22 FIT2023 the format of "a.csv" is unknown: 'excel' is not a format ${say}`,
    ]);
  });

  test("a format that is reserved", () => {
    expect(complaints(model('data "a.parquet" { t y }', ...rest))).toEqual([
      "2:6-17 FIT2024 the format 'parquet' is not available yet (convert the file to CSV)",
    ]);
    expect(complaints(model('data "a" as parquet { t y }', ...rest))).toEqual([
      "2:13-20 FIT2024 the format 'parquet' is not available yet (convert the file to CSV)",
    ]);
  });
});

describe("the items of a data block", () => {
  test("columns, where and missing", () => {
    const text = model('data "a.csv" { t: s from "time (s)" y where t > 0 missing drop }', ...rest);
    const [checked] = analyzeText(text).models;
    expect(checked?.columns.map(({ name, header, index }) => [name.text, header, index])).toEqual([
      ["t", "time (s)", 0],
      ["y", "y", 1],
    ]);
    expect(checked?.missing).toBe("drop");
    expect(checked?.where?.kind).toBe("binary");
  });

  test("the default of missing", () => {
    expect(analyzeText(model("input t, y", ...rest)).models[0]?.missing).toBe("error");
  });

  test("another policy", () => {
    expect(complaints(model('data "a.csv" { t y missing skip }', ...rest))).toEqual([
      "2:28-32 FIT2025 expected 'drop' or 'error' after 'missing', not 'skip'",
    ]);
  });

  test("twice", () => {
    expect(
      complaints(model('data "a.csv" { t y where t > 0 where y > 0 missing drop missing drop }', ...rest)),
    ).toEqual([
      "2:32-43 FIT2026 'where' occurs twice in this data block; first on line 2 (join the conditions with 'and')",
      "2:57-69 FIT2026 'missing' occurs twice in this data block; first on line 2 (keep one)",
    ]);
  });

  test("no column", () => {
    expect(complaints(model('data "a.csv" { }', "param k = 1", "residual k - 2"))).toEqual([
      "2:6-13 FIT2027 this data block declares no column (declare the columns that the model uses, as in 't: s')",
    ]);
  });
});

describe("something to fit", () => {
  test("no statement", () => {
    expect(complaints(model("input t, y", "param k = 1"))).toEqual([
      "1:7-8 FIT2021 model 'M' has nothing to fit: it has neither 'fit' nor 'residual' (add 'fit observed ~ predicted')",
    ]);
  });

  test("no parameter", () => {
    expect(complaints(model("input t, y", "fit y ~ t"))).toEqual([
      "1:7-8 FIT3007 model 'M' has nothing to fit: it has no parameter (declare one: 'param k = 1')",
    ]);
  });

  test("no free parameter", () => {
    expect(complaints(model("input t, y", "param k = 1 fixed", "fit y ~ k * t"))).toEqual([
      "1:7-8 FIT3007 model 'M' has nothing to fit: all its parameters are fixed (remove 'fixed' from one of them)",
    ]);
  });
});
