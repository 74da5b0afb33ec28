// Every function of `fitc/data` with wrong values in place of each argument and option: it refuses
// them with a FitError or, where the table says so, reads the data.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as data from "fitc/data";
import { afterAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../helpers/batches.js";
import { loadModel } from "../../helpers/load-models.js";
import { allFaults, type Call, type Expected } from "../../helpers/wrong-arguments.js";
import { emptyRecords } from "../../helpers/wrong-values.js";

const directory = mkdtempSync(join(tmpdir(), "fitc-arguments-"));
afterAll(() => rmSync(directory, { recursive: true }));
const table = "x,y\n1,2\n3,4\n";
const path = join(directory, "table.csv");
writeFileSync(path, table);
const { info } = await loadModel(`model M {
  data "table.csv" { x, y }
  param a = 1
  fit y ~ a * x
}`);
const bytes = new TextEncoder().encode(table);
const matrix = new TextEncoder().encode("1,0\n0,1\n");

const options = ["format", "columns", "path"];
const loaded = data.loadData(info, path);

const calls: Readonly<Record<string, Call>> = {
  loadData: {
    run: ([info, file, options]) => data.loadData(info as never, file as never, options as never),
    args: [info, bytes, { format: "csv" }],
    kinds: ["info", "file"],
    options,
  },
  readData: {
    run: ([info, file, options]) => data.readData(info as never, file as never, options as never),
    args: [info, path, {}],
    kinds: ["info", "file"],
    options,
  },
  readDataText: {
    run: ([info, text, format, options]) => {
      return data.readDataText(info as never, text as never, format as never, options as never);
    },
    args: [info, table, "csv", {}],
    kinds: ["info", "text", "format of a text"],
    options: ["columns", "path"],
  },
  readMatrix: {
    run: ([file, options]) => data.readMatrix(file as never, options as never),
    args: [matrix, {}],
    kinds: ["file"],
    options: ["path"],
  },
};

const locate: Call = {
  run: ([row, column]) => loaded.locate(row as never, column as never),
  args: [1, "y"],
  kinds: ["row", "name"],
  options: [],
};

const expected: Expected = {
  isRefusal: (found) => isRefusal(found) && /^FIT[45]\d{3}$/.test(found.code),
  accepted: {
    options: ["undefined", ...emptyRecords],
    // The texts are "x" and "y". No column at all is as good a choice as any.
    columns: ["[]", "an array of texts"],
    columnInfo: ["[]"],
    path: ["a text", "a long text"],
  },
  placeInside: (kind, part) => (kind !== "info" ? null : part === "columnInfo" ? part : "part"),
  // What reading data does not need is not read.
  mayBeEither: (place) => place === "part" || place === "row" || place === "name",
};

describe("wrong arguments", () => {
  it("are tried with every function", () => {
    const named = Object.entries(data).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
    expect(Object.keys(calls).sort()).toEqual(named.sort());
  });

  it.each(Object.keys(calls))("of %s are refused", { timeout: 120_000 }, async (name) => {
    expect(await allFaults(expected, calls[name] as Call)).toEqual([]);
  });

  it("of locate are no cell, and nothing else", async () => {
    expect(await allFaults(expected, locate)).toEqual([]);
    expect(loaded.locate(Number.NaN, "y")).toBeNull();
    expect(loaded.locate(1, "z")).toBeNull();
    expect(loaded.locate(1, "y")).toMatchObject({ start: { line: 3, column: 3 } });
  });

  it("say what is right", () => {
    const messageOf = (call: () => unknown) => {
      try {
        return call();
      } catch (error) {
        return isRefusal(error) ? error.message : error;
      }
    };
    expect(messageOf(() => data.readData("data.csv" as never, path))).toBe(
      'FIT5071: the first argument must be the `info` of a fitter, as in `readData(Decay.info, "data.csv")`, ' +
        'not "data.csv"',
    );
    expect(messageOf(() => data.readData(info, 3 as never))).toBe(
      "FIT5071: the file must be a path, a `file:` URL or the bytes of a file, not 3",
    );
    expect(messageOf(() => data.readDataText(info, bytes as never, "csv"))).toBe(
      "FIT5071: the text must be a string, not an object",
    );
    expect(messageOf(() => data.readDataText(info, table, "xls" as never))).toBe(
      "FIT5071: the format must be one of 'csv', 'tsv', 'json', 'ndjson', not \"xls\"",
    );
    expect(messageOf(() => data.readData(info, path, { columns: ["x", "why"] as never }))).toContain(
      "FIT5007: option 'columns' must be names of the model's columns, not \"why\"",
    );
    expect(messageOf(() => data.readData(info, { href: "table.csv" }))).toContain("FIT5068: the file cannot be read");
    expect(messageOf(() => data.readData(info, { href: "https://example.org/table.csv" }))).toContain("FIT4022");
  });

  it("are told apart from right ones of other kinds", () => {
    const expectedColumns = new Map([
      ["x", Float64Array.of(1, 3)],
      ["y", Float64Array.of(2, 4)],
    ]);
    const url = pathToFileURL(path);
    for (const file of [path, url, { href: url.href }, bytes, Buffer.from(bytes)]) {
      expect(data.loadData(info, file, { format: "csv" }).columns).toEqual(expectedColumns);
    }
    expect([...data.readData(info, path, { columns: ["y"] }).keys()]).toEqual(["y"]);
  });
});
