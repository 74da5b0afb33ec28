import { describe, expect, it } from "vitest";
import { errorOf, oddNames, table } from "../../helpers/data-files.js";

const xy = ["x", "y"];

describe("JSON", () => {
  it.each([
    ["an array of records", '[{"x": 1, "y": 2}, {"y": 4.5e0, "x": -3, "z": [{"a": "]"}]}]', "json"],
    ["a record of arrays", '{"x": [1, -3], "note": {"a": ["}"]}, "y": [2, 4.5]}', "json"],
    ["one record on each line", '{"x": 1, "y": 2}\n{"y": 4.5, "x": -3}\r\n', "ndjson"],
    ["records after a byte order mark", '\ufeff[{"x":1,"y":2},{"x":-3,"y":4.5}]', "json"],
  ] as const)("%s", (_, text, format) => {
    expect(table(text, xy, format)).toEqual([
      [1, -3],
      [2, 4.5],
    ]);
  });

  it("null, NaN and an absent member are missing values", () => {
    const text = '[{"x": null, "y": 1}, {"x": NaN, "y": 2}, {"y": 3}, {"x": -Infinity, "y": 4}]';
    expect(table(text, ["x"], "json")).toEqual([[Number.NaN, Number.NaN, Number.NaN, Number.NEGATIVE_INFINITY]]);
  });

  it("takes names literally, whatever objects or texts make of them", () => {
    const names = [...oddNames, "é\u{1f600}"];
    const records = names.map((name, i) => `${JSON.stringify(name)}: ${i}`).join(", ");
    const arrays = names.map((name, i) => `${JSON.stringify(name)}: [${i}]`).join(", ");
    for (const text of [`[{${records}}]`, `{${arrays}}`]) {
      expect(table(text, names, "json")).toEqual(names.map((_, i) => [i]));
    }
    expect(table('[{"\\u0078": 1}]', ["x"], "json")).toEqual([[1]]);
  });
});

describe("numbers of JSON", () => {
  const rows = (value: string) => `{"x": 1, "y": 2}\n{"x": ${value}, "y": 3}\n`;

  it.each(["0", "-0", "10", "-1.50", "0.5", "1e5", "1E+05", "12.5e-3", "1e400", "5e-324"])("%s is one", (value) => {
    expect(table(rows(value), ["x"], "ndjson")).toEqual([[1, value === "1e400" ? Infinity : JSON.parse(value)]]);
  });

  it.each(
    "NA nan Nan NULL Null inf Inf infinity +Infinity -NaN N/A 01 -01 00 .5 -.5 1. -1. 1.e5 +1 - -- 1e 1e+ e5 0x1F 1_0 True '1'"
      .split(" ")
      .concat(["\u0661", "1\u00a0"]),
  )("%s is none, needed or not", (value) => {
    for (const [format, text] of [
      ["ndjson", rows(value)],
      ["json", `[{"x": 1, "y": 2}, {"x": ${value}, "y": 3}]`],
      ["json", `{"x": [1, ${value}], "y": [2, 3]}`],
      ["ndjson", rows(`[0, {"a": ${value}}]`)],
    ] as const) {
      expect(errorOf(() => table(text, ["x"], format))).toMatch(/FIT40(10|24|18): /);
      expect(errorOf(() => table(text, ["y"], format))).toMatch(/FIT4024: /);
    }
  });

  it("are told how to be written", () => {
    expect(errorOf(() => table(rows(".5"), xy, "ndjson"))).toBe(
      `data:2:7 - FIT4010: column 'x': ".5" is not a number (write it as 0.5, 1 or 1e-3: this is not JSON)`,
    );
  });
});

describe("names of JSON are compared whole", () => {
  const long = "n".repeat(20_000);
  const name = (text: string) => JSON.stringify(text);

  it.each([
    ["plain", name],
    [
      "escaped",
      (text: string) => `"${[...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"`,
    ],
    ["of several bytes", (text: string) => name(text.replaceAll("n", "€"))],
  ])("%s", (_, written) => {
    const wanted = String(JSON.parse(written(long)));
    const record = (names: readonly string[]) => `{${names.map((each, i) => `${written(each)}: ${i}`).join(", ")}}`;
    expect(table(record([`${long}n`, long, long.slice(1)]), [wanted], "ndjson")).toEqual([[1]]);
    expect(errorOf(() => table(record([`${long}n`]), [wanted], "ndjson"))).toContain("FIT4001: ");
    expect(errorOf(() => table(record([`${long}n`]), ["x"], "ndjson"))).toContain("FIT4001: ");
  });
});

describe("wrong JSON", () => {
  const notValid = (place: string, what: string) =>
    `data:${place} - FIT4024: this is not valid JSON: expected ${what} here`;
  const noRecord = (place: string, what: string) =>
    `data:${place} - FIT4027: expected a record here, not ${what} ` +
    '(write records as [{"x": 1, "y": 2}, ...], or as one record of arrays, {"x": [1, ...], "y": [2, ...]})';
  const noLine = (place: string, what: string) =>
    `data:${place} - FIT4027: expected a record here, not ${what} ` +
    '(write records as {"x": 1, "y": 2}, one on each line; name a file with an array of records .json)';

  it.each([
    ["nothing", "", "json", "data:1:1 - FIT4016: the data file is empty"],
    ["blanks", " \n ", "ndjson", "data:1:1 - FIT4016: the data file is empty"],
    ["no records", "[]", "json", "data:1:1 - FIT4006: the data have no rows"],
    ["no values", '{"x": [], "y": []}', "json", "data:1:1 - FIT4006: the data have no rows"],
    [
      "a missing column",
      '[{"x": 1, "Y": 2}]',
      "json",
      "data:1:1 - FIT4001: the data have no column 'y'; there are 'x', 'Y' (did you mean 'Y'?)",
    ],
    ["a missing array", '{"x": [1]}', "json", "data:1:1 - FIT4001: the data have no column 'y'; there is 'x'"],
    [
      "arrays of different lengths",
      '{"x": [1, 2], "y": [1]}',
      "json",
      "data:1:1 - FIT4002: columns differ in length: 'x' has 2 rows, 'y' has 1",
    ],
    ["a name twice", '[{"x": 1, "y": 2,\n "x": 3}]', "json", "data:2:2 - FIT4018: two columns are called 'x'"],
    [
      "a string for a number",
      '[{"x": 1, "y": 2},\n {"x": "1", "y": 2}]',
      "json",
      `data:2:8 - FIT4010: column 'x': "1" is not a number (write numbers without quotes)`,
    ],
    [
      "a word in quotes for a missing value",
      '[{"x": "NA", "y": 2}]',
      "json",
      `data:1:8 - FIT4010: column 'x': "NA" is not a number (correct the cell; for a missing value, write null or NaN, or leave the member out)`,
    ],
    [
      "a boolean for a number",
      '{"x": 1, "y": 2}\n{"x": 1, "y": true}',
      "ndjson",
      `data:2:15 - FIT4010: column 'y': "true" is not a number (correct the cell; for a missing value, write null or NaN, or leave the member out)`,
    ],
    [
      "an array for a number",
      '[{"x": 1, "y": [2]}]',
      "json",
      `data:1:16 - FIT4010: column 'y': "[" is not a number (correct the cell; for a missing value, write null or NaN, or leave the member out)`,
    ],
    ["a comma too many", '[{"x": 1, "y": 2},\n]', "json", notValid("2:1", "'{'")],
    ["a comma too few", '[{"x": 1 "y": 2}]', "json", notValid("1:10", "',' or '}'")],
    ["a colon too few", '[{"x" 1}]', "json", notValid("1:7", "':'")],
    ["a name without quotes", "[{x: 1}]", "json", notValid("1:3", "a name in quotes")],
    ["no value", '[{"x": , "y": 2}]', "json", notValid("1:8", "a value")],
    ["an end too early", '[{"x": 1, "y": 2}', "json", notValid("1:18", "',' or ']'")],
    ["a bracket of the other kind", '[{"x": 1, "y": 2, "z": [{]]}]', "json", notValid("1:26", "'}'")],
    ["an end inside brackets", '[{"x": 1, "y": 2, "z": [1', "json", notValid("1:26", "']'")],
    ["text after the end", '[{"x": 1, "y": 2}] 3', "json", notValid("1:20", "the end of the file")],
    ["a wrong escape", '[{"\\q": 1}]', "json", notValid("1:3", "a name with valid escapes")],
    [
      "a string without end",
      '[{"x": 1, "y": "2}]\n',
      "json",
      "data:1:16 - FIT4025: this string is not closed on its line",
    ],
    [
      "one record, not an array",
      '{"x": 1, "y": 2}',
      "json",
      "data:1:7 - FIT4026: the value of 'x' is not an array (write an array for each column, or name a file with one record on each line .ndjson)",
    ],
    ["a number for the table", "3", "json", noRecord("1:1", "a number")],
    ["arrays in an array", "[[1, 2], [2, 3]]", "json", noRecord("1:2", "an array")],
    ["null among records", '[{"x": 1, "y": 2}, null]', "json", noRecord("1:20", "null")],
    ["a text for the table", '"x,y"', "json", noRecord("1:1", "a string")],
    ["arrays on lines", '{"x": 1, "y": 2}\n[1, 2]', "ndjson", noLine("2:1", "an array")],
    ["an array of records in NDJSON", '[{"x": 1, "y": 2}]', "ndjson", noLine("1:1", "an array")],
    ["an array without end in an array", "[[1, 2", "json", notValid("1:7", "']'")],
    ...[
      ["two records on a line", '{"x": 1, "y": 2}{"x": 1, "y": 2}\n', "1:17"],
      ["two records on a later line", '{"x": 1, "y": 2}\n{"x": 1, "y": 2} \t{"x": 1, "y": 2}\n', "2:19"],
      ["a record on two lines", '{"x": 1, "y": 2}\n{"x": 1,\r\n"y": 2}\n', "2:1"],
      ["a value on two lines", '{"x": 1, "z": [1,\n2], "y": 2}\n', "1:1"],
    ].map(
      ([what = "", text = "", place = ""]) =>
        [
          what,
          text,
          "ndjson",
          `data:${place} - FIT4032: this record is not on a line of its own (write one record on each line, or an array of records in a file named .json)`,
        ] as const,
    ),
    ["CSV", "x,y\n1,2", "json", notValid("1:1", "'[' or '{'")],
    [
      "a NUL byte",
      '[{"x": \0}]',
      "json",
      "data:1:8 - FIT4012: the file contains a NUL byte, so it is not text (save the table as text in UTF-8)",
    ],
    ["deep nesting", `[{"z": ${"[".repeat(5000)}`, "json", notValid("1:1008", "no more than 1000 levels")],
  ] as const)("%s", (_, text, format, expected) => {
    expect(errorOf(() => table(text, xy, format))).toBe(expected);
  });
});
