import { describe, expect, it } from "vitest";
import { SourceFile } from "../../diagnostics/index.js";
import { parse, postorder } from "../../grammar/index.js";
import { FitParser } from "../../grammar/parser.js";
import { allStatements, itemsByKind } from "../../grammar/syntax-table.js";
import { spellingOf } from "../../grammar/tokens.js";
import { spellings } from "../../grammar/vocabulary.js";

function model(expression: string): string {
  return `model M {\n  let s = ${expression}\n}\n`;
}

function codes(text: string): readonly string[] {
  return parse(new SourceFile("x.fit", text)).diagnostics.map(({ code }) => code);
}

describe("the grammar", () => {
  it("passes Chevrotain's own validations", () => {
    expect(() => new FitParser({ skipValidations: false })).not.toThrow();
  });

  it("has one token type for each word, whichever statements it belongs to", () => {
    const ofItems = [...itemsByKind.values()].flatMap(({ keywords, words = [] }) => [...keywords, ...words]);
    const types = [...ofItems, ...allStatements.flatMap(({ afterExpression = [] }) => afterExpression)];
    expect(types.filter((type) => spellings.get(spellingOf(type)) !== type)).toEqual([]);
  });
});

describe("long expressions", () => {
  it.each([
    ["a sum", Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(" + "), 199_999],
    ["a product", Array.from({ length: 100_000 }, (_, i) => `a${i}`).join("*"), 199_999],
    ["arguments", `max(${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(", ")})`, 100_001],
  ])("%s of 100,000 is parsed", (_, expression, nodes) => {
    const { value, diagnostics } = parse(new SourceFile("x.fit", model(expression)));
    expect(diagnostics).toEqual([]);
    const statement = value.items[0]?.kind === "model" ? value.items[0].body[0] : undefined;
    expect(statement?.kind === "let" ? postorder(statement.value).length : 0).toBe(nodes);
  });
});

describe("files that are too long", () => {
  it.each([
    ["a sum of half a million terms", model(`a${" + t".repeat(500_000)}`)],
    ["ten megabytes of statements", "const c = 1\n".repeat(900_000)],
    ["four megabytes of comments", `${"// a comment\n".repeat(400_000)}${model("a")}`],
  ])("%s is one error", (_, text) => {
    expect(codes(text)).toEqual(["FIT1035"]);
  });

  it("says where, and what the limit is", () => {
    const [problem] = parse(new SourceFile("x.fit", model(`a${" + t".repeat(130_000)}`))).diagnostics;
    expect(problem?.message).toBe("this file is longer than 250 thousand words, numbers and signs");
    expect(problem?.location?.start.line).toBe(2);
  });
});

describe("documentation", () => {
  // Each comment asks for its line, the item before it and the declaration after it.
  it.each([
    ["before a declaration", `${"/// x\n".repeat(200_000)}param k = 1\n`],
    ["behind declarations", "param k = 1 /// x\n".repeat(20_000)],
    ["before declarations", "/// x\nparam k = 1\n".repeat(20_000)],
    [
      "on one declaration",
      `param k = 1 /// a\n${"  in (0, 1) /// x\n".repeat(1)}${"/// x\n".repeat(100_000)}param j = 1\n`,
    ],
  ])("%s is read within 5 s of processor time", (_, body) => {
    const started = process.cpuUsage();
    const { value } = parse(new SourceFile("x.fit", `model M {\n${body}}\n`));
    const { user, system } = process.cpuUsage(started);
    // It takes half a second; with a time that grows with the square of the length, minutes.
    expect(user + system).toBeLessThan(5e6);
    const [statement] = value.items[0]?.kind === "model" ? value.items[0].body : [];
    expect(statement?.kind === "param" ? statement.doc : null).toMatch(/^[ax]/);
  });
});

describe("nesting", () => {
  const depth = (before: string, middle: string, after: string) => (n: number) =>
    model(before.repeat(n) + middle + after.repeat(n));
  // The braces of the model count as one level, and so does a first operand if there is one.
  it.each<[string, (n: number) => string]>([
    ["parentheses", depth("(", "a", ")")],
    ["calls", depth("f(", "a", ")")],
    ["minus", depth("-", "a", "")],
    ["not", depth("not ", "a", "")],
    ["powers", depth("a^", "a", "")],
    ["powers of negatives", depth("a^-", "a", "")],
    ["conditions", depth("if ", "a", " then b else c")],
    ["branches", depth("if a then b else ", "c", "")],
    ["conditions in parentheses", depth("(if a then b else ", "c", ")")],
    ["units", (n) => `model M { input x: ${"(".repeat(n)}s${")".repeat(n)} }`],
    ["blocks", depth("{", "a", "}")],
  ])("of %s: 80 are read, 10,000 are one error", (what, nested) => {
    if (what !== "blocks") expect(codes(nested(80))).toEqual([]);
    expect(codes(nested(10_000))).toEqual(["FIT1014"]);
  });

  it("says what the limit is", () => {
    const [problem] = parse(new SourceFile("x.fit", model(`${"(".repeat(10_000)}a${")".repeat(10_000)}`))).diagnostics;
    expect(problem?.message).toBe("nested more than 200 levels deep");
    expect(problem?.help).toBe("move a part to a 'let'");
    expect(problem?.location?.start).toEqual({ line: 2, column: 210 });
  });

  it("does not add up over statements, branches and arguments that stand side by side", () => {
    const statements = "let a = if x then y else -z\n".repeat(500);
    expect(codes(`model M {\n${statements}}`)).toEqual([]);
    expect(codes(model(Array.from({ length: 500 }, () => "(if x then -y else z^2)").join(" + ")))).toEqual([]);
    expect(codes(model(`f(${Array.from({ length: 500 }, () => "if x then -y else z^2").join(", ")})`))).toEqual([]);
  });
});

describe("a megabyte of garbage", () => {
  // Marsaglia's xorshift32, so that a failure can be reproduced.
  function garbage(alphabet: string, length: number): string {
    let state = 2463534242;
    const characters = [...alphabet];
    let text = "";
    for (let i = 0; i < length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      text += characters[(state >>> 0) % characters.length];
    }
    return text;
  }

  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
  it.each([
    ["printable ASCII", garbage(`${ascii}\n`, 1 << 20)],
    [
      "any characters",
      garbage(Array.from({ length: 5000 }, (_, i) => String.fromCodePoint(1 + i * 7)).join(""), 1 << 20),
    ],
    ["brackets", garbage("()[]{}\n", 1 << 20)],
    ["statements", garbage("model param let fit x 1 = ~ ( ) { } + \n".repeat(3), 1 << 20)],
    [
      "keywords",
      Array.from(
        { length: 100_000 },
        (_, i) => ["model", "param", "let\n", "{", "x", "="][(i * i + i) % 7] ?? "fit",
      ).join(" "),
    ],
    ["one open string", `"${"a".repeat(1 << 20)}`],
    ["one character", "?".repeat(1 << 20)],
    ["open braces and models", "model M {\n".repeat(1 << 16)],
  ])("%s is refused within 2 s of processor time, with at most 21 errors", (_, text) => {
    const started = process.cpuUsage();
    const { diagnostics } = parse(new SourceFile("x.fit", text));
    const { user, system } = process.cpuUsage(started);
    // Processor time in microseconds, so that a busy machine does not fail the test. The limit only
    // ensures that no input hangs the compiler.
    expect(user + system).toBeLessThan(2e6);
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(21);
  });
});
