import fc from "fast-check";
import type * as ast from "../../grammar/index.js";
import { noiseWords } from "../../grammar/index.js";

/**
 * Arbitrary syntax trees with every kind of node that a file without errors can have. Their spans
 * have no meaning.
 */

const span = { start: 0, end: 0 };

const keywords = [
  "sigma",
  "data",
  "loss",
  "model",
  "in",
  "fixed",
  "absolute",
  "from",
  "where",
  "missing",
  "let",
  "fit",
  "prior",
  "order",
  "covariance",
];
const hostile = [
  "constructor",
  "__proto__",
  "await",
  "if",
  "pi",
  'a"b',
  "line\nfeed",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: text that would be code in a template
  "${x}*/",
  "`",
  "\\",
  "a b",
  "2x",
];
const name: fc.Arbitrary<ast.Name> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom("a", "b", "x", "k1", "T_0", "\u03b1", "\u00e9t\u00e9") },
    { weight: 2, arbitrary: fc.constantFrom(...keywords) },
    { weight: 2, arbitrary: fc.constantFrom(...hostile) },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 5, unit: "binary" }) },
  )
  // A lone surrogate and NUL are not valid text.
  .filter((text) => !/[\p{Cs}\0]/u.test(text))
  .map((text) => ({ kind: "name", text: text.normalize("NFC"), span }));

// biome-ignore lint/suspicious/noTemplateCurlyInString: text that would be code in a template
const paths = ["d.csv", 'a"b', "C:\\x", "${x}*/", "//"];
const string: fc.Arbitrary<ast.StringLiteral> = fc
  .oneof(fc.constantFrom(...paths), fc.string({ maxLength: 6, unit: "grapheme" }))
  .filter((text) => !text.includes("\0"))
  .map((value) => ({ kind: "string", value, span }));

const number: fc.Arbitrary<ast.NumberExpr> = fc
  .constantFrom("0", "1", "2.5", ".5", "1e-3", "1_000", "6.02E+23", "3e0")
  .map((text) => ({ kind: "number", value: Number(text.replaceAll("_", "")), text, span }));

const ref = name.map((used): ast.NameExpr => ({ kind: "ref", name: used, span }));

const binaryOps = ["+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!=", "and", "or"] as const;

export const expr: fc.Arbitrary<ast.Expr> = fc.letrec<{ expr: ast.Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(
      number,
      fc
        .constantFrom("inf" as const, "pi" as const)
        .map((constant): ast.ConstantExpr => ({ kind: "constant", name: constant, span })),
      ref,
    ),
    fc
      .tuple(name, fc.array(tie("expr"), { maxLength: 3 }))
      .map(([callee, args]): ast.CallExpr => ({ kind: "call", callee, args, span })),
    fc
      .tuple(fc.constantFrom("-" as const, "not" as const), tie("expr"))
      .map(([op, operand]): ast.UnaryExpr => ({ kind: "unary", op, operand, span })),
    fc
      .tuple(fc.constantFrom(...binaryOps), tie("expr"), tie("expr"))
      .map(([op, left, right]): ast.BinaryExpr => ({ kind: "binary", op, left, right, span })),
    fc.tuple(tie("expr"), tie("expr"), tie("expr")).map(([condition, yes, no]): ast.IfExpr => {
      // biome-ignore lint/suspicious/noThenProperty: the name of the field in the tree
      return { kind: "if", condition, then: yes, else: no, span };
    }),
  ),
})).expr;

export const unit: fc.Arbitrary<ast.UnitExpr> = fc.letrec<{ unit: ast.UnitExpr }>((tie) => ({
  unit: fc.oneof(
    { depthSize: "small" },
    fc.oneof(
      fc.constant<ast.UnitOne>({ kind: "unitOne", span }),
      name.map((unitName): ast.UnitName => ({ kind: "unitName", name: unitName, span })),
    ),
    fc
      .tuple(fc.constantFrom("*" as const, "/" as const), tie("unit"), tie("unit"))
      .map(([op, left, right]): ast.UnitBinary => ({ kind: "unitBinary", op, left, right, span })),
    fc
      .tuple(tie("unit"), fc.constantFrom(-2, -1, 0, 1, 3), fc.constantFrom(1, 2, 3))
      .map(
        ([base, numerator, denominator]): ast.UnitPower => ({ kind: "unitPower", base, numerator, denominator, span }),
      ),
  ),
})).unit;

const doc = fc.option(fc.constantFrom("amplitude", "two\nlines", "", " indented", "/ a slash"), { freq: 3 });
const typed = { name, unit: fc.option(unit) };

function node<T extends { kind: string; span: ast.FileAst["span"] }>(
  kind: T["kind"],
  fields: { [K in Exclude<keyof T, "kind" | "span">]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<T> {
  return fc.record({ ...fields, kind: fc.constant(kind), span: fc.constant(span) }) as unknown as fc.Arbitrary<T>;
}

const constant = node<ast.ConstDecl>("const", { doc, ...typed, value: expr });
const fn = node<ast.FnDecl>("fn", { doc, name, params: fc.array(name, { maxLength: 3 }), body: expr });
const noise = fc.oneof(
  ...noiseWords.map(({ word, scaled }) =>
    node<ast.NoiseStmt>("noise", {
      model: fc.constant(word),
      doc,
      value: expr,
      scale: scaled ? fc.constantFrom("absolute", "relative", null) : fc.constant(null),
    }),
  ),
);
const nil = fc.constant(null);
const loss = fc.oneof(
  node<ast.LossStmt>("loss", { doc, name, scale: fc.option(expr), variable: nil, rho: nil }),
  node<ast.LossStmt>("loss", { doc, name: nil, scale: fc.option(expr), variable: name, rho: expr }),
);
const block = fc.option(node<ast.NoiseBlock>("block", { items: fc.array(fc.oneof(noise, loss), { maxLength: 3 }) }));
const dataItem = fc.oneof(
  node<ast.WhereItem>("where", { condition: expr }),
  node<ast.MissingItem>("missing", { policy: name }),
  node<ast.ColumnItem>("column", { doc, ...typed, from: fc.option(string) }),
);
const statement: fc.Arbitrary<ast.Statement> = fc.oneof(
  node<ast.DataDecl>("data", {
    doc,
    name: nil,
    path: string,
    format: fc.option(name),
    items: fc.array(dataItem, { maxLength: 4 }),
  }),
  node<ast.InputDecl>("input", {
    doc,
    columns: fc.array(node<ast.TypedName>("typed", typed), { minLength: 1, maxLength: 3 }),
  }),
  constant,
  node<ast.ParamDecl>("param", {
    doc,
    ...typed,
    start: fc.option(expr),
    interval: fc.option(
      node<ast.Interval>("interval", { lower: expr, upper: expr, lowerOpen: fc.boolean(), upperOpen: fc.boolean() }),
    ),
    fixed: fc.boolean(),
  }),
  node<ast.LetDecl>("let", { doc, ...typed, value: expr }),
  node<ast.DeriveDecl>("derive", { doc, ...typed, value: expr }),
  fn,
  node<ast.FitStmt>("fit", { doc, observed: expr, predicted: expr, noise: block }),
  node<ast.ResidualStmt>("residual", { doc, value: expr, noise: block }),
  node<ast.PriorStmt>("prior", { doc, param: ref, distribution: name, args: fc.array(expr, { maxLength: 3 }) }),
  node<ast.OrderStmt>("order", { doc, params: fc.array(ref, { minLength: 2, maxLength: 4 }) }),
  node<ast.CovarianceStmt>("covariance", { doc, path: string, scale: fc.constantFrom("absolute", "relative", null) }),
  noise,
  loss,
  node<ast.SolverStmt>("solver", {
    doc,
    name,
    options: fc.array(
      fc.oneof(
        node<ast.SolverOption>("option", { name, value: expr, byParam: nil }),
        node<ast.SolverOption>("option", {
          name,
          value: nil,
          byParam: fc.array(node<ast.ParamSetting>("setting", { param: ref, value: expr }), { maxLength: 3 }),
        }),
      ),
      { maxLength: 3 },
    ),
  }),
);
const model = node<ast.ModelDecl>("model", { doc, name, body: fc.array(statement, { maxLength: 6 }) });

/** A file without comments other than documentation. */
export const file: fc.Arbitrary<ast.FileAst> = fc
  .array(fc.oneof({ weight: 3, arbitrary: model }, constant, fn), { minLength: 1, maxLength: 3 })
  .map((items) => ({ kind: "file", items, comments: [], span }));
