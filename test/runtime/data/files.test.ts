import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { loadData, readData } from "../../../runtime/data/index.js";
import { FitError } from "../../../runtime/index.js";
import { errorOf, infoOf } from "../../helpers/data-files.js";

const directory = mkdtempSync(join(tmpdir(), "fitc-data-"));
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const info = infoOf("x", "y");
const csv = "x,y\n1,2\n3,nan\n";

describe("data files", () => {
  it.each([
    ["a.csv", csv],
    ["a.CSV", csv],
    ["a.tsv", csv.replaceAll(",", "\t")],
    ["a.json", '[{"x": 1, "y": 2}, {"x": 3}]'],
    ["a.ndjson", '{"x": 1, "y": 2}\n{"x": 3, "y": null}\n'],
  ])("%s is read by its extension, by path or URL", (name, content) => {
    const path = file(name, content);
    for (const where of [path, pathToFileURL(path)]) {
      const columns = readData(info, where);
      expect([...columns]).toEqual([
        ["x", Float64Array.of(1, 3)],
        ["y", Float64Array.of(2, Number.NaN)],
      ]);
    }
  });

  it("with another extension are read in the format said, or in that of the model", () => {
    const path = file("results.txt", csv);
    expect(readData(info, path, { format: "csv" }).get("x")).toEqual(Float64Array.of(1, 3));
    const ofModel = { ...info, source: { path: "other.txt", format: "csv" } } as const;
    expect(readData(ofModel, path).get("x")).toEqual(Float64Array.of(1, 3));
    expect(errorOf(() => readData(info, path))).toBe(
      `FIT4023: the format of '${path}' is unknown (name the format: csv, tsv, json or ndjson)`,
    );
    expect(errorOf(() => readData(info, "a.constructor"))).toContain("FIT4023");
  });

  it("have a hash and, for each value, a place", () => {
    for (const [name, content] of [
      ["b.csv", `# comment\r\n"x","y"\r\n1,2\r\n\r\n3, 4\r\n${"5,6\r\n".repeat(50_000)}`],
      ["b.json", '[{"x": 1, "y": 2},\n\n\n {"x": 3, "y":4}]'],
    ] as const) {
      const path = file(name, content);
      const loaded = loadData(info, path);
      expect(loaded.sha256).toBe(createHash("sha256").update(content).digest("hex"));
      const [line, lineText] = name === "b.csv" ? [5, "3, 4"] : [4, ' {"x": 3, "y":4}]'];
      const column = lineText.indexOf("4") + 1;
      expect(loaded.locate(1, "y")).toEqual({
        path,
        start: { line, column },
        end: { line, column: column + 1 },
        lineText,
      });
      expect(loaded.locate(10_000_000, "y")).toBeNull();
      expect(loaded.locate(1, "z")).toBeNull();
    }
  });

  it("may be bytes that were read already", () => {
    const loaded = loadData(info, new TextEncoder().encode(csv), { path: "in.csv" });
    expect(loaded.columns.get("x")).toEqual(Float64Array.of(1, 3));
    expect(loaded.sha256).toBe(createHash("sha256").update(csv).digest("hex"));
    expect(loaded.locate(1, "y")).toMatchObject({ path: "in.csv", start: { line: 3, column: 3 } });
    expect(errorOf(() => loadData(info, new TextEncoder().encode(csv)))).toContain("FIT4023: the format of 'data'");
  });

  it("may be a pipe, which can be read once only", () => {
    const path = join(directory, "pipe.csv");
    execFileSync("mkfifo", [path]);
    execFileSync("sh", ["-c", 'printf "x,y\\n1,2\\n" > "$0" &', path], { stdio: "ignore" });
    const loaded = loadData(info, path);
    expect(loaded.columns.get("y")).toEqual(Float64Array.of(2));
    // The place of a value is known even though nothing can be read from the pipe any more.
    expect(loaded.locate(0, "y")).toMatchObject({ path, start: { line: 2, column: 3 }, lineText: "1,2" });
    expect(loaded.sha256).toBe(createHash("sha256").update("x,y\n1,2\n").digest("hex"));
  });
});

describe("wrong data files", () => {
  it("absent: suggests one of the same directory", () => {
    file("decay.csv", csv);
    const path = join(directory, "dacay.csv");
    expect(errorOf(() => readData(info, path))).toBe(
      `FIT4020: there is no data file '${path}' (did you mean 'decay.csv'?)`,
    );
    const nowhere = join(directory, "nowhere", "a.csv");
    expect(errorOf(() => readData(info, nowhere))).toBe(`FIT4020: there is no data file '${nowhere}'`);
  });

  it("a directory", () => {
    const path = join(directory, "folder.csv");
    mkdirSync(path);
    expect(errorOf(() => readData(info, path))).toBe(`FIT4021: the data file '${path}' is a directory`);
  });

  it("what is neither a file nor a pipe", () => {
    expect(errorOf(() => readData(info, "/dev/null", { format: "csv" }))).toBe(
      "FIT4022: cannot read the data file '/dev/null': it is not a file",
    );
  });

  it("a name of a column that is not UTF-8", () => {
    const latin1 = Uint8Array.of(0x78, 0x2c, 0xb5, 0x73, 0x0a, 0x31, 0x2c, 0x32);
    const path = file("latin1.csv", latin1);
    expect(errorOf(() => readData(info, path))).toBe(
      `${path}:1:3 - FIT4017: a column name is not valid UTF-8 (save the table as text in UTF-8)`,
    );
    // Invalid bytes in a column that is not read are ignored.
    const note = file("note.csv", Buffer.concat([Buffer.from("x,note\n1,"), latin1.subarray(2, 4)]));
    expect(readData(infoOf("x"), note).get("x")).toEqual(Float64Array.of(1));
  });

  it("name the path that the caller says", () => {
    const path = file("c.csv", "x,y\n1,a\n");
    expect(errorOf(() => readData(info, path, { path: "c.csv" }))).toMatch(/^c\.csv:2:3 - FIT4010: /);
  });

  it("of random bytes are refused, and never crash a reader", () => {
    for (let i = 0; i < 40; i++) {
      const bytes = randomBytes(1 + i * 500);
      for (const name of ["r.csv", "r.tsv", "r.json", "r.ndjson"]) {
        const path = file(name, bytes);
        expect(() => readData(info, path), bytes.toString("base64")).toThrow(FitError);
      }
    }
  });
});
