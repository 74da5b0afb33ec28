import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SourceFile } from "../../diagnostics/index.js";
import type * as ast from "../../grammar/index.js";
import { format, parse, printFile, tokenize } from "../../grammar/index.js";
import { file } from "../helpers/arbitrary-spec.js";

/** A tree without the parts that printing may change: spans and the list of comments. */
function bare(tree: ast.FileAst): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === "span" || key === "comments" ? undefined : value)));
}

function parsed(text: string): ast.FileAst {
  const { value, diagnostics } = parse(new SourceFile("x.fit", text));
  expect(diagnostics).toEqual([]);
  return value;
}

type AnyNode =
  | ast.FileAst
  | ast.FileItem
  | ast.Statement
  | ast.DataItem
  | ast.SolverOption
  | ast.ParamSetting
  | ast.TypedName
  | ast.Interval
  | ast.NoiseBlock
  | ast.Name
  | ast.StringLiteral
  | ast.UnitExpr
  | ast.Expr;

/**
 * Every kind of node except `qualified`, `later` and `error`, which a file without errors cannot
 * contain; for `noise`, each model. The type checker ensures that this list is complete.
 */
const kinds: Record<
  Exclude<AnyNode["kind"], "noise" | "qualified" | "later" | "error"> | ast.NoiseStmt["model"],
  number
> = {
  file: 0,
  model: 0,
  data: 0,
  where: 0,
  missing: 0,
  column: 0,
  input: 0,
  typed: 0,
  const: 0,
  param: 0,
  interval: 0,
  let: 0,
  derive: 0,
  fn: 0,
  fit: 0,
  residual: 0,
  prior: 0,
  order: 0,
  covariance: 0,
  block: 0,
  sigma: 0,
  weight: 0,
  loss: 0,
  solver: 0,
  option: 0,
  setting: 0,
  name: 0,
  string: 0,
  unitName: 0,
  unitOne: 0,
  unitBinary: 0,
  unitPower: 0,
  number: 0,
  constant: 0,
  ref: 0,
  call: 0,
  unary: 0,
  binary: 0,
  if: 0,
};

describe("print and parse", () => {
  it("gives the same tree for every kind of node", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(file, (tree) => {
        JSON.stringify(tree, (_, value) => {
          const kind: unknown = value?.kind === "noise" ? value.model : value?.kind;
          if (typeof kind === "string") seen.set(kind, (seen.get(kind) ?? 0) + 1);
          return value;
        });
        expect(bare(parsed(printFile(tree)))).toEqual(bare(tree));
      }),
      { numRuns: 500, seed: 1 },
    );
    expect(Object.keys(kinds).filter((kind) => (seen.get(kind) ?? 0) < 10)).toEqual([]);
    expect([...seen.keys()].filter((kind) => !(kind in kinds))).toEqual([]);
  });

  it("prints a sum of 100,000 terms", () => {
    const terms = Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(" + ");
    const text = `model M {\n  let s = ${terms}\n}\n`;
    expect(printFile(parsed(text)) === text).toBe(true);
  });
});

describe("format", () => {
  it("leaves canonical text alone", () => {
    fc.assert(
      fc.property(file, (tree) => {
        const text = printFile(tree);
        expect(format(new SourceFile("x.fit", text))).toEqual({ value: text, diagnostics: [] });
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("keeps the tree, and every comment in its place among the tokens, and is idempotent", () => {
    const inserted = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...insertions)), { maxLength: 8 });
    fc.assert(
      fc.property(file, inserted, (tree, places) => {
        const text = insert(printFile(tree), places);
        const before = parsed(text);
        const { value: once } = format(new SourceFile("x.fit", text));
        const after = parsed(once);
        expect(bare(after)).toEqual(bare(before));
        expect(commentPlaces(after, once)).toEqual(commentPlaces(before, text));
        expect(format(new SourceFile("x.fit", once)).value).toBe(once);
        expect(once).not.toMatch(/[ \t]\n|\n\n\n|\n\n$/);
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it("lays out a file as the language reference shows it", () => {
    const text = `model   Decay{
data "decay.csv"{t:s from "time (s)"   y :V}   // path
   // own line


  param k:1 / s=0.5   in(0,5]fixed /// rate
  fn f ( a , b )=- a ^ - b * ( a+b )*2./3.
  fit y~A*exp( - k*t )
      +c   /* the
  offset */
  {sigma sy absolute}
  loss ( 2 )z=>log1p ( z )  solver trf{
ftol:1e-10 ,

x_scale : {A:10,k :0.1}, x_scale:{
A:1 }
max_evals:500}
}
`;
    expect(format(new SourceFile("x.fit", text)).value).toBe(`model Decay {
  data "decay.csv" { t: s from "time (s)" y: V } // path
  // own line

  param k: 1/s = 0.5 in (0, 5] fixed /// rate
  fn f(a, b) = -a^-b * (a + b) * 2. / 3.
  fit y ~ A * exp(-k * t)
      + c /* the
  offset */ { sigma sy absolute }
  loss(2) z => log1p(z)
  solver trf {
    ftol: 1e-10,

    x_scale: { A: 10, k: 0.1 },
    x_scale: {
      A: 1
    }
    max_evals: 500
  }
}
`);
  });

  it("puts comments at the ends of lines that follow one another below one another", () => {
    const text = `model M {
  param a = 1 // a
  param long = 10 /// b
  param c = 1

  param d = 1    // alone
}
`;
    expect(format(new SourceFile("x.fit", text)).value).toBe(`model M {
  param a = 1     // a
  param long = 10 /// b
  param c = 1

  param d = 1 // alone
}
`);
  });

  it("does not touch a file with a syntax error", () => {
    const source = new SourceFile("x.fit", "model   M { param = 1 }");
    const { value, diagnostics } = format(source);
    expect(value).toBe(source.text);
    expect(diagnostics.map(({ code }) => code)).toEqual(["FIT1001"]);
  });
});

const insertions = [
  " // line\n",
  " /* block */",
  " /* two\n lines */",
  "\n",
  "\n\n\n",
  "  ",
  "\n// own line\n",
  "\r\n",
  "\t/**/",
];

/** Inserts comments and white space before tokens. */
function insert(text: string, places: readonly (readonly [number, string])[]): string {
  const boundaries = tokenize(new SourceFile("x.fit", text)).value.map(({ span }) => span.start);
  const sorted = places
    .map(([place, what]) => [boundaries[place % boundaries.length] ?? 0, what] as const)
    .sort((a, b) => b[0] - a[0]);
  return sorted.reduce((result, [offset, what]) => result.slice(0, offset) + what + result.slice(offset), text);
}

/** Each comment with the number of tokens before it. */
function commentPlaces({ comments }: ast.FileAst, text: string): readonly string[] {
  const starts = tokenize(new SourceFile("x.fit", text)).value.map(({ span }) => span.start);
  return comments.map((comment) => {
    const before = starts.filter((start) => start < comment.span.start).length;
    return `${before} ${comment.text.trimEnd().replaceAll("\r\n", "\n")}`;
  });
}
