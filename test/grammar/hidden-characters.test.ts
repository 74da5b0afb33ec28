import { describe, expect, it } from "vitest";
import { SourceFile } from "../../diagnostics/index.js";
import { parse, tokenize } from "../../grammar/index.js";

const model = (line: string) => `model M {\n${line}\n  input x, y\n  param a = 1\n  fit y ~ a * x\n}\n`;
const warnings = (text: string) =>
  parse(new SourceFile("x.fit", text)).diagnostics.map(({ code, severity, message, location }) => {
    const { start, end } = location ?? {};
    const [, character] = /the invisible character (U\+\w+) /.exec(message) ?? [];
    return `${start?.line}:${start?.column}-${end?.column} ${severity} ${code} ${character}`;
  });

describe("a character that hides something is warned of, at its place", () => {
  it.each([
    ["a comment", "// a\u202eb", "2:5-6 warning FIT9048 U+202E"],
    ["a block comment", "/* a\n\u2066 */", "3:1-2 warning FIT9048 U+2066"],
    ["documentation", "  param p = 1 fixed /// \u200fx", "2:25-26 warning FIT9048 U+200F"],
    ["a name", "  const `a\u200bb` = 1", "2:11-12 warning FIT9048 U+200B"],
    ["a string", '  data "a\u061c.csv" { u }', "2:10-11 warning FIT9048 U+061C"],
    ["a comment with an escape for a terminal", "// \u001b[2J", "2:4-5 warning FIT9048 U+001B"],
    ["a string with one of two bytes", '  data "a\u009b2J.csv" { u }', "2:10-11 warning FIT9048 U+009B"],
    ["a comment that seems to end", "// a\u2028param p = 2", "2:5-6 warning FIT9048 U+2028"],
    ["a comment with a tag", "// \u{e0041}", "2:4-6 warning FIT9048 U+E0041"],
    ["several in a comment", "// \u202a\u202b\u202c", "2:4-5 warning FIT9048 U+202A"],
  ])("%s", (_, line, expected) => {
    expect(warnings(model(line)).filter((each) => each.includes("FIT9048"))).toEqual([expected]);
  });

  it("in what is only split into tokens, too", () => {
    const { diagnostics } = tokenize(new SourceFile("x.fit", model("// \u202e")));
    expect(diagnostics.map(({ code }) => code)).toEqual(["FIT9048"]);
  });
});

it("what can be seen is not warned of", () => {
  const text = "// \tnaïve می\u200cخواهم 👩\u200d🔬 \u00a0° \f".replace("\f", "");
  expect(warnings(model(`${text}\r\n  const \`\\u202e\` = 1`))).toEqual([]);
});

it("many are not errors, nor do they hide an error", () => {
  const many = Array.from({ length: 100 }, () => "// \u202e").join("\n");
  expect(new Set(warnings(model(many)).map((each) => each.split(" ")[1]))).toEqual(new Set(["warning"]));
  expect(warnings(model(`${many}\n  const`)).filter((each) => each.includes(" error "))).toHaveLength(1);
});
