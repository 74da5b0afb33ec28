import { describe, expect, it } from "vitest";
import { checkSource } from "../../compiler/pipeline.js";
import { SourceFile } from "../../diagnostics/index.js";
import { grammarMessages, parse } from "../../grammar/index.js";

/** Each diagnostic as `line:column code message | help`. */
function problems(text: string): readonly string[] {
  return parse(new SourceFile("x.fit", text)).diagnostics.map(({ code, message, help, location }) => {
    const place = `${location?.start.line}:${location?.start.column}`;
    return `${place} ${code} ${message}${help === null ? "" : ` | ${help}`}`;
  });
}

/** The problems of a statement on line 3 of an otherwise correct model. */
function statement(text: string): readonly string[] {
  return problems(`model M {\n  data "d.csv" { x y }\n${text}\n  fit y ~ a * x\n}\n`);
}

const product = "write a product with '*'";
const inBackticks = "write a name that has characters other than letters, digits and '_' in backticks";
const choice = "'if ... then ... else ...'; write a name that has a '?' in backticks";
const tooSmall = "write 0, or choose another unit";
const branches = "write both branches of an 'if': if ... then ... else ...";
const digits = "put a digit on both sides of '_', and after the 'e' of an exponent";

describe("one mistake in a statement is one error, and the statements around it are read", () => {
  it.each<[string, string]>([
    ["parm a = 1", "3:1 FIT1015 'parm' is not the beginning of a statement | did you mean 'param'?"],
    ["praam k: s = 1 in [0, 1]", "3:1 FIT1015 'praam' is not the beginning of a statement | did you mean 'param'?"],
    ["1 + 2", "3:1 FIT1001 unexpected '1'; expected a statement"],
    ["param a = 2x", "3:11 FIT1004 '2x' has a letter right after a number | write '2 * x' for a product"],
    ["param a = 1e5x", "3:11 FIT1004 '1e5x' has a letter right after a number | write '1e5 * x' for a product"],
    ["param a = 2`x`", "3:11 FIT1004 '2`x`' has a letter right after a number | write '2 * `x`' for a product"],
    ["param a = 2e", `3:11 FIT1011 '2e' is not a number | ${digits}`],
    ["param a = 2e + 1", `3:11 FIT1011 '2e' is not a number | ${digits}`],
    ["param a = 2.x", "3:11 FIT1004 '2.x' has a letter right after a number | write '2. * x' for a product"],
    ["param a = 2..", "3:12 FIT1001 unexpected '..'; expected an operator or a new statement"],
    ["param a = 2..5", "3:12 FIT1001 unexpected '..'; expected an operator or a new statement"],
    ["param a = 1_.", `3:11 FIT1011 '1_.' is not a number | ${digits}`],
    ["param a = 1.2.", `3:11 FIT1011 '1.2.' is not a number | ${digits}`],
    ["param a = .", "3:11 FIT1001 unexpected '.'; expected an expression"],
    ["input z: m^2.", "3:12 FIT1027 a unit consists of names, 1, '*', '/' and '^' and cannot contain the number 2."],
    ["param a = 1__0", `3:11 FIT1011 '1__0' is not a number | ${digits}`],
    ["param a = 1.2.3", `3:11 FIT1011 '1.2.3' is not a number | ${digits}`],
    [
      "param a = 1e999",
      "3:11 FIT1010 the number 1e999 is too large: the largest is about 1.8e308 | write 'inf' for infinity",
    ],
    ["param a = (1 + 2", "3:11 FIT1012 this '(' is never closed | close it with ')'"],
    ["param a = f(1, (2)", "3:12 FIT1012 this '(' is never closed | close it with ')'"],
    ["param a = 1 + 2)", "3:16 FIT1013 this ')' closes nothing"],
    ["param a = 1 in [0, 1", "3:16 FIT1012 this '[' is never closed | close it with ']'"],
    ["param a = 1 in 0, 1", "3:16 FIT1001 unexpected '0'; expected '(' or '[' | write 'param a = 1 in [0, 1]'"],
    ["param a =", "3:9 FIT1002 expected an expression after '='"],
    ["param a 1", "3:9 FIT1001 unexpected '1'; expected '=', 'in' or 'fixed' | write 'param a = 1'"],
    ["param", "4:7 FIT1001 unexpected 'y'; expected '=', 'in' or 'fixed'"],
    ["let a", "3:5 FIT1002 expected '=' after 'a'"],
    ["let a = b +", "3:11 FIT1002 expected an expression after '+'"],
    ["let a = b +* c", "3:12 FIT1001 unexpected '*'; expected an expression"],
    ["let a = b c d", `3:11 FIT1001 unexpected 'c'; expected an operator or a new statement | ${product}`],
    ["let a = b 2", `3:11 FIT1001 unexpected '2'; expected an operator or a new statement | ${product}`],
    ["let a = f(x y)", `3:13 FIT1001 unexpected 'y'; expected ')' | ${product}`],
    ["let a = f(x, )", "3:14 FIT1001 unexpected ')'; expected an expression"],
    ["let a = (x + 1]", "3:15 FIT1001 unexpected ']'; expected ')'"],
    ["let a = if x > 1 2 else 3", `3:18 FIT1001 unexpected '2'; expected 'then' | ${branches}`],
    ["let a = if x > 1 then 2", `3:23 FIT1002 expected 'else' after '2' | ${branches}`],
    ["let a = if x = 1 then 2 else 3", "3:14 FIT1001 unexpected '='; expected 'then' | compare two values with '=='"],
    [
      "let a = 1 + if x > 1 then 2 else 3",
      "3:13 FIT1026 'if' needs parentheses inside an expression | write '(if ...)'",
    ],
    ["let a = 1 + not x", "3:13 FIT1026 'not' needs parentheses inside an expression | write '(not ...)'"],
    ["let a = 0 < x < 3", "3:15 FIT1018 comparisons cannot be chained | write 'a < b and b < c'"],
    [
      "let pi = 3",
      "3:5 FIT1017 'pi' is a reserved word and cannot be a name here | write it in backticks (`pi`), or choose another name",
    ],
    [
      "param then = 3",
      "3:7 FIT1017 'then' is a reserved word and cannot be a name here | write it in backticks (`then`), or choose another name",
    ],
    ["let a = x ** 2", "3:11 FIT1019 '**' is not part of the language | write '^'"],
    ["let a = x && y", "3:11 FIT1019 '&&' is not part of the language | write 'and'"],
    ["let a = x || y", "3:11 FIT1019 '||' is not part of the language | write 'or'"],
    ["let a = !x", "3:9 FIT1019 '!' is not part of the language | write 'not'"],
    ["let a = x \u2212 y", "3:11 FIT1019 '\u2212' is not part of the language | write '-'"],
    ["let a = x \u2265 y", "3:11 FIT1019 '\u2265' is not part of the language | write '>='"],
    [
      "let a = x;",
      "3:10 FIT1019 ';' is not part of the language | write nothing here: a statement ends where the next one begins",
    ],
    ["let a = x # note (", "3:11 FIT1019 a comment with '#' is not part of the language | write '//' before a comment"],
    [
      "data 'd.csv' { z }",
      '3:6 FIT1019 a string in single quotes is not part of the language | write it in straight double quotes, "..."',
    ],
    [
      "data \u201cd.csv\u201d { z }",
      '3:6 FIT1019 a string in typographic quotes is not part of the language | write it in straight double quotes, "..."',
    ],
    ["let a = x > 0 ? 1 : 2", `3:15 FIT1019 '?' is not part of the language | write ${choice}`],
    ["let a = x? * 2", `3:10 FIT1019 '?' is not part of the language | write ${choice}`],
    ["let a = np.exp(x) + 1", "3:9 FIT1030 functions have no module prefix such as 'np.' | remove 'np.'"],
    ["let a = 2 * Math.exp (x)", "3:13 FIT1030 functions have no module prefix such as 'Math.' | remove 'Math.'"],
    ["param a = 1e-999", `3:11 FIT1029 the number 1e-999 is too small: the smallest is about 5e-324 | ${tooSmall}`],
    [
      "param a = 0.000_1e-400",
      `3:11 FIT1029 the number 0.000_1e-400 is too small: the smallest is about 5e-324 | ${tooSmall}`,
    ],
    [
      "param b = 1 parm c = 2",
      "3:13 FIT1001 unexpected 'parm'; expected an operator or a new statement | did you mean 'param'?",
    ],
    ["let a = x\u200b", `3:10 FIT1003 unexpected character U+200B | ${inBackticks}`],
    ["let a = \u{1f600}\u{1f600}", `3:9 FIT1003 unexpected character '\u{1f600}' | ${inBackticks}`],
    [
      "let a = `abc",
      "3:9 FIT1008 this name in backticks is not closed on its line | close it with '`'; write a line break inside a name as \\n",
    ],
    ["let a = ``", "3:9 FIT1009 a name in backticks must not be empty"],
    [
      'data "d.csv { z }',
      "3:6 FIT1005 this string is not closed on its line | close it with '\"'; write a line break inside a string as \\n",
    ],
    [
      'data "C:\\data" { z }',
      "3:6 FIT1006 this text has an escape that JSON does not have, or a control character | write a backslash as \\\\ (in a path, '/' works on every system) and a tab as \\t",
    ],
    ['let a = "abc"', "3:9 FIT1001 unexpected '\"abc\"'; expected an expression"],
    ["fit y = x", "3:7 FIT1020 a fit is written with '~', not '=' | write 'fit y ~ x'"],
    ["prior k", "3:7 FIT1002 expected '~' after 'k' | write 'prior k ~ normal(0.5, 0.1)'"],
    ["fit y", "3:5 FIT1002 expected '~' after 'y' | write 'fit observed ~ predicted'"],
    [
      "fit y ~ x { sgma y absolute }",
      "3:13 FIT1015 'sgma' is not the beginning of a statement | did you mean 'sigma'?",
    ],
    ["sigma", "3:1 FIT1002 expected an expression after 'sigma'"],
    ["loss (1) z log1p(z)", "3:12 FIT1001 unexpected 'log1p'; expected '=>'"],
    ["solver lm { ftol 1e-3, gtol: 2 }", "3:18 FIT1001 unexpected '1e-3'; expected ':'"],
    ["solver lm { x_scale: { a 1, b: 2 } }", "3:26 FIT1001 unexpected '1'; expected ':'"],
    ["solver lm { x_scale: { 1: 2 }, ftol: 1 }", "3:24 FIT1001 unexpected '1'; expected a name"],
    ["solver lm { x_scale: { a: { b: 2 } }, ftol: 1 }", "3:27 FIT1001 unexpected '{'; expected an expression"],
    ["solver lm { x_scale: = }", "3:22 FIT1001 unexpected '='; expected an expression"],
    ["input z: 10*s", "3:10 FIT1027 a unit consists of names, 1, '*', '/' and '^' and cannot contain the number 10"],
    ["input z: m^1.5", "3:12 FIT1027 a unit consists of names, 1, '*', '/' and '^' and cannot contain the number 1.5"],
    [
      'data "e.csv" { z where: s }',
      "3:18 FIT1028 a column called 'where' is written in backticks here | write `where`",
    ],
    ['data "e.csv" { from: s }', "3:16 FIT1028 a column called 'from' is written in backticks here | write `from`"],
    [
      'data "e.csv" { z frm "z (s)" }',
      "3:22 FIT1001 unexpected '\"z (s)\"'; expected a column, 'where' or 'missing' | write the name that a column has in the file after 'from'",
    ],
  ])("%s", (text, expected) => {
    expect(statement(text)).toEqual([expected]);
    const { value } = parse(new SourceFile("x.fit", `model M {\n${text}\nfit y ~ a * x\n}`));
    const [model] = value.items;
    const last = model?.kind === "model" ? model.body.at(-1) : undefined;
    if (text !== "param") expect(last?.kind).toBe("fit");
  });
});

describe("prior, order and covariance", () => {
  it.each<[string, string]>([
    [
      "prior k = normal(0, 1)",
      "3:9 FIT1031 a prior is written with '~', not '=' | write 'prior name ~ normal(mean, deviation)'",
    ],
    ["prior k ~ 3", "3:11 FIT1001 unexpected '3'; expected a name"],
    ["prior 3 ~ normal(0, 1)", "3:7 FIT1001 unexpected '3'; expected a name"],
    ["prior k ~ normal", "3:11 FIT1002 expected '(' after 'normal'"],
    ["order a", "3:7 FIT1002 expected '<' after 'a' | write the smaller name first: 'order a < b < c'"],
    ["order a < b <", "3:13 FIT1002 expected a name after '<'"],
    ["order a < 2", "3:11 FIT1001 unexpected '2'; expected a name"],
    ["order a > b", "3:9 FIT1001 unexpected '>'; expected '<' | write the smaller name first: 'order a < b < c'"],
    ["order a <= b", "3:9 FIT1001 unexpected '<='; expected '<' | write the smaller name first: 'order a < b < c'"],
    ["covariance C.csv", "3:12 FIT1001 unexpected 'C'; expected a string in double quotes"],
  ])("%s", (text, expected) => {
    expect(statement(text)).toEqual([expected]);
    const { value } = parse(new SourceFile("x.fit", `model M {\n${text}\nfit y ~ a * x\n}`));
    const [model] = value.items;
    const last = model?.kind === "model" ? model.body.at(-1) : undefined;
    expect(last?.kind).toBe("fit");
  });

  it("their words are names everywhere else", () => {
    const text = "model M {\n  param prior = 1\n  param order = prior\n  let covariance = order * prior\n}\n";
    expect(parse(new SourceFile("x.fit", text)).diagnostics).toEqual([]);
  });
});

describe("forms that are not available yet", () => {
  it.each<[string, string]>([
    ["group by t", "3:1 FIT1022 'group' is not available yet"],
    ["expect { A = 2.5 +/- 0.1  reduced_chi2 < 1.5 }", "3:1 FIT1022 'expect' is not available yet"],
    ["group by subject", "3:1 FIT1022 'group' is not available yet"],
    ["component Peak { }", "3:1 FIT1022 'component' is not available yet"],
    ["use Peak as p", "3:1 FIT1022 'use' is not available yet"],
    ['import { voigt } from "peaks.fit"', "3:1 FIT1022 'import' is not available yet"],
    ["ode x = -k * x", "3:1 FIT1022 'ode' is not available yet"],
    ["param k per subject = 1", "3:9 FIT1022 'param NAME per GROUP' is not available yet"],
    ["param k = 1 per subject", "3:13 FIT1022 'param NAME per GROUP' is not available yet"],
    ["let s = sum(i in 1..3) x", "3:15 FIT1022 'sum(i in ...)' is not available yet"],
    ["let s = spectra.y", "3:9 FIT1022 the qualified name 'spectra.y' of a named data set is not available yet"],
    ['data spectra "a.csv" { z }', "3:6 FIT1022 the named data set 'data spectra \"...\"' is not available yet"],
  ])("%s", (text, expected) => {
    expect(statement(text)).toEqual([expected]);
  });
});

describe("a whole file", () => {
  const beginning = "begin a model with 'model', its name and an opening brace";
  it.each<[string, string, readonly string[]]>([
    ["empty", "", [`1:1 FIT1021 the file has no model: it is empty | ${beginning}`]],
    ["white space", " \n\t\n", [`1:1 FIT1021 the file has no model: it holds only white space | ${beginning}`]],
    ["only comments", "// a\n/* b */\n", [`1:1 FIT1021 the file has no model: it holds only comments | ${beginning}`]],
    [
      "a NUL",
      "model M {\n\0}",
      ["2:1 FIT1024 the file contains a NUL byte, so it is not text | save it as UTF-8 text"],
    ],
    [
      "an open comment",
      "model M {\n  /* fit y ~ x\n}\n",
      ["2:3 FIT1007 this comment is never closed | close it with '*/'"],
    ],
    ["an open model", "model M {\n  param a = 1\n", ["1:9 FIT1012 this '{' is never closed | close it with '}'"]],
    [
      "an open model before another",
      "model M {\n  param a = 1\nmodel N {\n  param b = 2x\n}\n",
      [
        "1:9 FIT1012 this '{' is never closed | close it with '}'",
        "4:13 FIT1004 '2x' has a letter right after a number | write '2 * x' for a product",
      ],
    ],
    [
      "an open data block",
      'model M {\n  data "d.csv" {\n    x\n    y\n  param a: s = 1\n  fit y ~ a * x\n}\n',
      ["2:16 FIT1012 this '{' is never closed | close it with '}'"],
    ],
    ["a closing brace too many", "model M {\n  param a = 1\n}\n}\n", ["4:1 FIT1013 this '}' closes nothing"]],
    [
      "statements without a model",
      "param a = 1\nfit y ~ a\n",
      [
        "1:1 FIT1016 'param' is outside a model | move it into the braces of a model; a '}' above may close the model too early",
      ],
    ],
    [
      "a misspelt model",
      "modle M {\n  param a = 1\n}\n",
      ["1:1 FIT1015 'modle' is not the beginning of a statement | did you mean 'model'?"],
    ],
    ["a model without a name", "model {\n  param a = 1\n}\n", ["1:7 FIT1001 unexpected '{'; expected a name"]],
    [
      "several mistakes",
      "model M {\n  parm a = 1\n  let b = (2\n  let c = 3 +\n  let d = 2x\n  fit y ~ d * `\n}\n",
      [
        "2:3 FIT1015 'parm' is not the beginning of a statement | did you mean 'param'?",
        "3:11 FIT1012 this '(' is never closed | close it with ')'",
        "4:13 FIT1002 expected an expression after '+'",
        "5:11 FIT1004 '2x' has a letter right after a number | write '2 * x' for a product",
        "6:15 FIT1008 this name in backticks is not closed on its line | close it with '`'; write a line break inside a name as \\n",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("lists the first twenty errors, and counts the rest", () => {
    const listed = problems(`model M {\n${"  parm a = 1\n".repeat(50)}}\n`);
    expect(listed).toHaveLength(21);
    expect(listed[20]).toBe("22:3 FIT1025 there are at least 30 more syntax errors from here on");
  });
});

describe("orphan documentation", () => {
  const orphan =
    "FIT9008 this comment documents nothing | write '//' for an ordinary comment, or put it on the line before a declaration or at its end";
  it("is a warning at the end of a block, inside a statement, and before what cannot be documented", () => {
    const text =
      'model M {\n  data "d" {\n    /// a\n    where x > 1\n  }\n  let a = b +\n    /// c\n    d\n  /// e\n}\n/// f\n';
    expect(problems(text)).toEqual([`3:5 ${orphan}`, `7:5 ${orphan}`, `9:3 ${orphan}`, `11:1 ${orphan}`]);
  });
});

describe("the table of messages", () => {
  it("explains every code at length", () => {
    for (const { code, ...entry } of Object.values(grammarMessages.entries)) {
      expect(code).toMatch(/^FIT(1\d{3}|90[04]8)$/);
      expect(entry.explain.length).toBeGreaterThan(60);
      expect(entry.explain).not.toMatch(/\{\w*[sS]tatements\}/);
    }
  });

  it("lists the statements of the language, and those to come", () => {
    const { unknownStatement, syntaxNotAvailable } = grammarMessages.entries;
    expect(unknownStatement?.explain).toContain("residual, prior, order");
    expect(syntaxNotAvailable?.explain).toContain("component, use, import, ode, ");
  });
});

describe("what is meant is read on, so that nothing more is said of it", () => {
  const said = (text: string): readonly string[] =>
    checkSource(new SourceFile("x.fit", text)).diagnostics.map(({ code }) => code);
  const model = (value: string, data = 'data "d.csv" { x y }'): string =>
    `model M {\n${data}\nparam a = 1\nfit y ~ a * x + (${value})\n}`;

  it.each<[string, string]>([
    ["if 0 < x < 1 then a else 0", "FIT1018"],
    ["if 0 < x <= a < 1 then a else 0", "FIT1018 FIT1018"],
    ["x > 0 ? a : 0", "FIT1019"],
    ["x > 0 ? a : x < -1 ? 2 * a : 0", "FIT1019 FIT1019"],
    ["numpy.exp(x)", "FIT1030"],
  ])("%s", (value, codes) => expect(said(model(value)).join(" ")).toBe(codes));

  it.each<[string, string]>([
    ["data \u201cd.csv\u201d { x y }", "FIT1019"],
    ["data 'd.csv' { x y }", "FIT1019"],
    ['data "d.csv" { x y whre x > 1 mising drop }', "FIT1001"],
    ['data "d.csv" {\n  x y\n  whre x > 1\n  missing drop\n}', "FIT1001"],
  ])("%s", (data, codes) => expect(said(model("a^2", data)).join(" ")).toBe(codes));

  it("a misspelt 'where' is named", () => {
    const [found] = problems('model M { data "d.csv" { x y whre x > 1 } param a = 1 fit y ~ a * x }');
    expect(found).toBe(
      "1:30 FIT1001 unexpected 'whre'; expected a column, 'where' or 'missing' | did you mean 'where'?",
    );
  });

  it("a chain of choices is limited like any nesting, and overflows nothing", () => {
    expect(said(model("x > 0 ? 1 : ".repeat(30_000))).at(-1)).toBe("FIT1025");
  });
});
