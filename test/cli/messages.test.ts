// Each layer has its own table of messages. Together they must be consistent: each code is used
// once, is explained, and is in the range of its layer.
import { describe, expect, it } from "vitest";
import { algebraMessages } from "../../compiler/algebra-checks/messages.js";
import { analysisMessages } from "../../compiler/analyze/index.js";
import { grammarMessages } from "../../grammar/index.js";
import { dataMessages } from "../../runtime/data/index.js";
import { runtimeMessages } from "../../runtime/index.js";

const tables = { grammarMessages, analysisMessages, algebraMessages, runtimeMessages, dataMessages };
const rows = Object.entries(tables).flatMap(([table, { entries }]) =>
  Object.entries(entries).map(([name, entry]) => ({ table, name, code: entry.code, entry })),
);

describe("messages", () => {
  it("have a code each", () => {
    const codes = rows.map(({ code }) => code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    expect(codes.length).toBeGreaterThan(60);
  });

  it("have a name each, whichever table they are in", () => {
    const names = rows.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it.each(rows)("$code is explained at length, in the range of its layer", ({ table, code, entry }) => {
    const range = {
      grammarMessages: "1",
      analysisMessages: "[23]",
      algebraMessages: "[23]",
      runtimeMessages: "5",
      dataMessages: "4",
    }[table];
    expect(code).toMatch(entry.severity === "warning" ? /^FIT9\d{3}$/ : new RegExp(`^FIT${range}\\d{3}$`));
    expect(entry.explain).toMatch(/[.!?`)]$/);
    // The code is printed before them.
    expect(`${entry.message} ${entry.help ?? ""} ${entry.explain}`).not.toContain(code);
  });
});
