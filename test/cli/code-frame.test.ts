// How a diagnostic is shown at a terminal, and how in a log.
import { describe, expect, it } from "vitest";
import { terminalWidth, wantsColour } from "../../cli/console.js";
import { checkSource } from "../../compiler/pipeline.js";
import { type Paint, renderDiagnostic, SourceFile } from "../../diagnostics/index.js";

const plain: Paint = (_style, text) => text;
const spec = "model Line {\n  input t, y\n  param a = 1\n\tparam b = 1\n  fit y ~ a + bb * t\n}\n";
const [error] = checkSource(new SourceFile("line.fit", spec)).diagnostics;
if (error === undefined) throw new Error("the spec should be wrong");

describe("a diagnostic", () => {
  it("is one line in a log", () => {
    expect(renderDiagnostic(error, { frame: false, paint: plain })).toBe(
      "line.fit:5:15 - error FIT2001: unknown name 'bb' (did you mean 'b'?)",
    );
  });

  it("shows the line and underlines the place on a terminal", () => {
    expect(renderDiagnostic(error, { frame: true, paint: plain })).toBe(
      [
        "line.fit:5:15 - error FIT2001: unknown name 'bb'",
        "",
        "  5 |   fit y ~ a + bb * t",
        "    |               ~~",
        "",
        "  help: did you mean 'b'?",
      ].join("\n"),
    );
  });

  it("is painted by its severity", () => {
    const paint: Paint = (style, text) => `<${style}>${text}</${style}>`;
    expect(renderDiagnostic(error, { frame: true, paint })).toContain("<red>error</red> <dim>FIT2001:</dim> unknown");
    expect(renderDiagnostic(error, { frame: true, paint })).toContain("<red>~~</red>");
  });

  it("shows the part of a very long line around the place", () => {
    const long = spec.replace("fit y ~ a", `fit y ~ a${" + 1".repeat(200)}`);
    const [found] = checkSource(new SourceFile("line.fit", long)).diagnostics;
    const lines = renderDiagnostic(found ?? error, { frame: true, paint: plain }).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(180);
    const [, , code = "", underline = ""] = lines;
    expect(code.slice(underline.indexOf("~"), underline.lastIndexOf("~") + 1)).toBe("bb");
  });
});

describe("colour", () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [undefined, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [false, { FORCE_COLOR: "1" }, true],
    [false, { FORCE_COLOR: "" }, true],
    [true, { FORCE_COLOR: "0" }, false],
    [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
    [true, { TERM: "dumb" }, false],
  ])("on a terminal: %s, with %j: %s", (isTerminal, env, expected) => {
    expect(wantsColour(isTerminal, env)).toBe(expected);
  });
});

describe("the width of a terminal", () => {
  it.each([
    [{ isTTY: true, columns: 120 }, 120],
    [{ isTTY: true, columns: 0 }, 80], // A terminal whose size is unknown.
    [{ isTTY: true }, 80],
    [{ columns: 120 }, Number.POSITIVE_INFINITY],
  ])("of %j is %d", (stream, expected) => {
    expect(terminalWidth(stream)).toBe(expected);
  });
});
