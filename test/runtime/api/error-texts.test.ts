// What people see of an error names its code once, wherever it is printed.
import { execFile } from "node:child_process";
import { inspect, promisify } from "node:util";
import { renderDiagnostic } from "fitc";
import { FitError, runtimeMessages } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import { root } from "../../helpers/strictest.js";

const error = new FitError(runtimeMessages.nothingToFit(), { row: 2, column: "y", about: "data" });
const { code, diagnostic } = error;
const times = (text: string): number => text.split(code).length - 1;

describe("the code of a FitError is in its text once", () => {
  it.each([
    ["message", error.message],
    ["String", String(error)],
    ["stack", error.stack ?? ""],
    ["inspect", inspect(error)],
    ["a cause", inspect(new Error("no fit", { cause: error }))],
    ["JSON", JSON.stringify(error)],
    ["renderDiagnostic", renderDiagnostic(diagnostic)],
  ])("%s", (_, text) => {
    expect(times(text)).toBe(1);
    expect(text.split(diagnostic.message)).toHaveLength(2);
  });

  it("in Node's report of an error that nobody caught, which is short", async () => {
    const program = [
      `import { FitError, runtimeMessages } from ${JSON.stringify(`file://${root}dist/runtime.js`)};`,
      "throw new FitError(runtimeMessages.nothingToFit(), { row: 2 });",
    ];
    const arguments_ = ["--input-type=module", "--eval", program.join("\n")];
    const { stderr } = await promisify(execFile)(process.execPath, arguments_).catch((failed) => failed);
    expect(times(stderr)).toBe(1);
    expect(stderr).toContain("row: 2");
  });

  it("whereas programs still find it", () => {
    expect([error.code, error.diagnostic.code]).toEqual(["FIT5013", "FIT5013"]);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      ...diagnostic,
      row: 2,
      column: "y",
      param: null,
      location: null,
      about: "data",
    });
  });
});

it("a message without a place is rendered without one", () => {
  expect(renderDiagnostic({ code: "FIT9000", severity: "warning", message: "look", help: "do this" })).toBe(
    "warning FIT9000: look\n\n  help: do this",
  );
});
