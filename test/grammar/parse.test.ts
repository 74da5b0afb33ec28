import { describe, expect, it } from "vitest";
import { SourceFile } from "../../diagnostics/index.js";
import type * as ast from "../../grammar/index.js";
import { parse, printExpr, tokenize } from "../../grammar/index.js";

function parsed(text: string): ast.FileAst {
  const { value, diagnostics } = parse(new SourceFile("x.fit", text));
  expect(diagnostics).toEqual([]);
  return value;
}

function statements(text: string): readonly ast.Statement[] {
  const [model] = parsed(`model M {\n${text}\n}`).items;
  return model?.kind === "model" ? model.body : [];
}

/** An expression with every operator in parentheses, which shows its tree. */
function shape(expr: ast.Expr): string {
  switch (expr.kind) {
    case "unary":
      return `(${expr.op} ${shape(expr.operand)})`;
    case "binary":
      return `(${shape(expr.left)} ${expr.op} ${shape(expr.right)})`;
    case "if":
      return `(if ${shape(expr.condition)} then ${shape(expr.then)} else ${shape(expr.else)})`;
    case "call":
      return `${expr.callee.text}[${expr.args.map(shape).join(", ")}]`;
    default:
      return printExpr(expr);
  }
}

function letValue(text: string): ast.Expr {
  const [statement] = statements(`let v = ${text}`);
  if (statement?.kind !== "let") throw new Error("not a let");
  return statement.value;
}

describe("precedence", () => {
  it.each([
    ["a + b * c - d", "((a + (b * c)) - d)"],
    ["a - b - c", "((a - b) - c)"],
    ["a / b / c * d", "(((a / b) / c) * d)"],
    ["-x^2", "(- (x ^ 2))"],
    ["2^-3", "(2 ^ (- 3))"],
    ["2^-3^2", "(2 ^ (- (3 ^ 2)))"],
    ["a^b^c", "(a ^ (b ^ c))"],
    ["(a^b)^c", "((a ^ b) ^ c)"],
    ["-a * b", "((- a) * b)"],
    ["a * -b + c", "((a * (- b)) + c)"],
    ["a^-b * c", "((a ^ (- b)) * c)"],
    ["- -a", "(- (- a))"],
    ["not a < b and c or d", "(((not (a < b)) and c) or d)"],
    ["a or b and not not c", "(a or (b and (not (not c))))"],
    ["a + 1 <= -b * 2", "((a + 1) <= ((- b) * 2))"],
    ["if a then b else c + d", "(if a then b else (c + d))"],
    ["if a then if b then c else d else e", "(if a then (if b then c else d) else e)"],
    ["if a then b else if c then d else e", "(if a then b else (if c then d else e))"],
    ["f(a, -b, if c then d else e) * g()", "(f[a, (- b), (if c then d else e)] * g[])"],
    ["inf - pi", "(inf - pi)"],
  ])("%s", (text, expected) => {
    expect(shape(letValue(text))).toBe(expected);
  });
});

describe("numbers", () => {
  it.each([
    ["1", 1],
    [".5", 0.5],
    ["2.", 2],
    ["2.e-3", 0.002],
    ["1_000.", 1000],
    ["2.5e-3", 0.0025],
    ["1E+2", 100],
    ["1_000.000_1", 1000.0001],
    ["0e-400", 0],
    ["5e-324", 5e-324],
  ])("%s", (text, value) => {
    expect(letValue(text)).toMatchObject({ kind: "number", text, value });
  });
});

/** The word that begins a statement: the kind of its node, or its noise model. */
function word(statement: ReturnType<typeof statements>[number]): string {
  return statement.kind === "noise" ? statement.model : statement.kind;
}

describe("names", () => {
  it("may be any word that is not reserved, a keyword included", () => {
    const words =
      "sigma data loss model where missing from let param fit fixed absolute in as solver weight await constructor __proto__";
    for (const name of words.split(" ")) {
      const text = `param ${name} = 1 in [${name}, 2] fixed fit ${name} ~ ${name} * ${name}(${name}) sigma ${name} absolute`;
      expect(statements(text).map(word)).toEqual(["param", "fit", "sigma"]);
    }
  });

  it("end an expression, so that a keyword after one begins a statement, on the same line or the next", () => {
    const text =
      "let sigma = 3\nfit y ~ sigma * x\nsigma sy absolute let a = sigma weight sigma loss huber loss(2) z => z";
    expect(statements(text).map(word)).toEqual(["let", "fit", "sigma", "let", "weight", "loss", "loss"]);
  });

  it("may stand first on the next line of an expression, even where they are keywords", () => {
    const text = "let a = b +\n  sigma\nlet c = b *\n  fit (x) +\n  weight\nsigma\n  sigma\n  absolute";
    expect(statements(text).map(word)).toEqual(["let", "let", "sigma"]);
  });

  it("may hold any text in backticks", () => {
    const quoted: readonly (readonly [string, string])[] = [
      ['`a"b`', 'a"b'],
      ["`line\\nfeed`", "line\nfeed"],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: text that would be code in a template
      ["`${x}*/`", "${x}*/"],
      ["`\\`\\\\`", "`\\"],
      ["`if`", "if"],
      ["`\\u0041`", "A"],
    ];
    for (const [text, value] of quoted) expect(letValue(text)).toMatchObject({ kind: "ref", name: { text: value } });
  });

  it("are compared after NFC", () => {
    expect(letValue("e\u0301te\u0301")).toMatchObject({ name: { text: "\u00e9t\u00e9" } });
    expect(letValue("`e\u0301`")).toMatchObject({ name: { text: "\u00e9" } });
  });
});

describe("statements", () => {
  it("of a model at large", () => {
    const text = `
      data "d.txt" as csv { t: s from "time (s)", y: V/m^2 where t >= 0 missing drop }
      input u, v: m^(-1/2)
      param A: V = max(y) in (0, inf] fixed
      param B in [1, 2)
      derive tau = 1 / B
      fn f(a, b) = a * b
      residual y - A { weight 2 loss cauchy(3) }
      loss linear
      solver lm { ftol: 1e-3 xtol: 1, gtol: 0, }`;
    expect(statements(text)).toMatchObject([
      {
        kind: "data",
        name: null,
        path: { value: "d.txt" },
        format: { text: "csv" },
        items: [
          { kind: "column", name: { text: "t" }, unit: { kind: "unitName" }, from: { value: "time (s)" } },
          { kind: "column", name: { text: "y" }, unit: { kind: "unitBinary", op: "/" }, from: null },
          { kind: "where" },
          { kind: "missing", policy: { text: "drop" } },
        ],
      },
      {
        kind: "input",
        columns: [{ unit: null }, { unit: { kind: "unitPower", numerator: -1, denominator: 2 } }],
      },
      { kind: "param", fixed: true, interval: { lowerOpen: true, upperOpen: false, upper: { kind: "constant" } } },
      { kind: "param", start: null, fixed: false, interval: { lowerOpen: false, upperOpen: true } },
      { kind: "derive" },
      { kind: "fn", params: [{ text: "a" }, { text: "b" }] },
      {
        kind: "residual",
        noise: {
          items: [
            { kind: "noise", model: "weight" },
            { kind: "loss", name: { text: "cauchy" } },
          ],
        },
      },
      { kind: "loss", name: { text: "linear" }, scale: null, variable: null },
      { kind: "solver", options: [{ name: { text: "ftol" } }, { name: { text: "xtol" } }, { name: { text: "gtol" } }] },
    ]);
  });

  it("have the span of their text", () => {
    const source = new SourceFile("x.fit", "model M {\n  let a = (b + c) * 2 // sum\n}\n");
    const [model] = parse(source).value.items;
    const statement = model?.kind === "model" ? model.body[0] : undefined;
    if (statement?.kind !== "let" || statement.value.kind !== "binary") throw new Error("not a let of a product");
    expect(source.slice(statement.span)).toBe("let a = (b + c) * 2");
    expect(source.slice(statement.value.span)).toBe("(b + c) * 2");
    expect(source.slice(statement.value.left.span)).toBe("b + c");
  });
});

describe("documentation", () => {
  function docs(text: string): readonly (string | null)[] {
    const found: (string | null)[] = [];
    JSON.stringify(parsed(text), (key, value) => {
      if (key === "doc") found.push(value);
      return value;
    });
    return found;
  }

  it("belongs to the next declaration, or to the last one begun on its line, or to the one closed", () => {
    const text = `/// of the model
/// in two lines
model M { /// and a third
  /// of a
  param a = 1   /// more of a
  param b = 2  param c = 3 /// of c
  data "d" { /// of the data
    t: s /// of t
    /// of y
    y
  } /// at the end of the data
  fit y ~ a +
    b /// of the fit
  solver trf { ftol: 1 } /// of the solver
  //// no documentation
}
`;
    expect(docs(text).toSorted()).toEqual(
      [
        "of the model\nin two lines\nand a third",
        "of a\nmore of a",
        null,
        "of c",
        "of the data\nat the end of the data",
        "of t",
        "of y",
        "of the fit",
        "of the solver",
      ].toSorted(),
    );
  });
});

describe("recovery", () => {
  it("keeps the declaration whose expression is wrong, so that its name is known", () => {
    const text =
      "model M {\n  param k: s = 1 +\n  let c = (\n  parm j = 2\n  fn f(a, b) = a +\n  let d = 1 2\n  fit y ~ k\n}";
    const { value } = parse(new SourceFile("x.fit", text));
    expect(value.items).toMatchObject([
      {
        kind: "model",
        body: [
          { kind: "param", name: { text: "k" }, start: { kind: "error" } },
          { kind: "let", name: { text: "c" }, value: { kind: "error" } },
          { kind: "param", name: { text: "j" }, start: { kind: "error" } },
          { kind: "fn", name: { text: "f" }, params: [{ text: "a" }, { text: "b" }], body: { kind: "error" } },
          { kind: "let", name: { text: "d" }, value: { kind: "number" } },
          { kind: "error" },
          { kind: "fit" },
        ],
      },
    ]);
  });

  it("notes the reserved forms", () => {
    const { value } = parse(new SourceFile("x.fit", "model M {\n  expect { A = 2.5 }\n  fit y ~ k\n}"));
    expect(value.items).toMatchObject([{ body: [{ kind: "later", word: "expect" }, { kind: "fit" }] }]);
  });
});

describe("tokens", () => {
  it("are listed with what they are", () => {
    const { value } = tokenize(new SourceFile("x.fit", 'param `a b` = 2.5 // c\n"s"'));
    expect(value.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "'param' param",
      "a name `a b`",
      "'=' =",
      "a number 2.5",
      'a string in double quotes "s"',
    ]);
  });
});
