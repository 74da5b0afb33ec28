import type { IToken, TokenType } from "chevrotain";
import { didYouMean, type Span } from "../../diagnostics/index.js";
import { must, token, toName, toStringLiteral } from "../cst.js";
import { messageTemplates as messages } from "../messages.js";
import type { Declaration, Expr, Name, StringLiteral, UnitExpr } from "../nodes.js";
import { printExpr, printName, printString, printTyped } from "../print-expression.js";
import { type Problem, withHelp } from "../problem.js";
import { shown, spanOf } from "../token-text.js";
import * as t from "../tokens.js";
import type { BlockSyntax, ItemSyntax, Items, StatementSyntax } from "./statement-syntax.js";

/** `data "decay.csv" as csv { ... }` */
export interface DataDecl extends Declaration {
  readonly kind: "data";
  /** The name of a named data set (not available yet). */
  readonly name: Name | null;
  readonly path: StringLiteral;
  readonly format: Name | null;
  readonly items: Items<ReadItem>;
}

type ReadItem = WhereItem | MissingItem | ColumnItem;
export type DataItem = Items<ReadItem>[number];

export interface WhereItem {
  readonly kind: "where";
  readonly condition: Expr;
  readonly span: Span;
}

export interface MissingItem {
  readonly kind: "missing";
  /** `drop` or `error`; the analysis rejects any other name. */
  readonly policy: Name;
  readonly span: Span;
}

/** `t: s from "time"` */
export interface ColumnItem extends Declaration {
  readonly kind: "column";
  readonly name: Name;
  readonly unit: UnitExpr | null;
  readonly from: StringLiteral | null;
}

const Data = t.statementWord("data");
const As = t.statementWord("as");
const Where = t.statementWord("where", t.Name);
const Missing = t.statementWord("missing", t.Name);
const From = t.statementWord("from", t.Name);
/** Words that need backticks when a column has their name. */
const blockWords: readonly TokenType[] = [Where, Missing, From];
const quoted: ReadonlySet<string> = new Set(blockWords.map(t.spellingOf));

const where: ItemSyntax<WhereItem> = {
  kind: "where",
  keywords: [Where],
  documented: false,
  explained: {
    form: "where CONDITION",
    what: "Keeps the rows of the data that satisfy the condition. It can use columns and constants.",
    example: 'data "results.csv" { t, y\n  where t > 0 and y < 10\n}',
    section: "Data",
  },
  parse(p) {
    p.CONSUME(Where);
    p.SUBRULE(p.expr);
  },
  build: (cst, parts) => ({ condition: parts.expr(cst) }),
  print: ({ condition }) => `where ${printExpr(condition)}`,
};

const missing: ItemSyntax<MissingItem> = {
  kind: "missing",
  keywords: [Missing],
  documented: false,
  explained: {
    form: "missing drop | error",
    what: "What happens to a row with an empty cell or a NaN in a column that the model uses.",
    example: 'data "results.csv" { t, y\n  missing drop\n}',
    section: "Data",
    words: [
      ["drop", "The row is left out, and the report counts it."],
      ["error", "The row is an error; the default."],
    ],
  },
  parse(p) {
    p.CONSUME(Missing);
    p.CONSUME(t.Name);
  },
  build: (cst, parts) => ({ policy: parts.name(cst) }),
  print: ({ policy }) => `missing ${printName(policy)}`,
};

const column: ItemSyntax<ColumnItem> = {
  kind: "column",
  keywords: [],
  words: [From],
  documented: true,
  explained: {
    form: 'NAME[: UNIT] [from "NAME"]',
    what: "A column of the data.",
    example: 'data "results.csv" {\n  t: s from "time (s)"\n  y\n}',
    section: "Data",
    words: [["from", "The name that the column has in the file, if that is another."]],
  },
  parse(p) {
    p.CONSUME(t.ColumnName);
    p.OPTION(() => p.SUBRULE(p.unitOf));
    p.OPTION2(() => {
      p.CONSUME(From);
      p.CONSUME(t.StringText);
    });
    p.OPTION3(() => p.CONSUME(t.Comma));
  },
  build(cst, parts) {
    const from = token(cst, t.StringText.name);
    return {
      name: toName(must(token(cst, t.ColumnName.name))),
      unit: parts.unit(cst),
      from: from === undefined ? null : toStringLiteral(from),
    };
  },
  print: (node) => `${printTyped(node, quoted)}${node.from === null ? "" : ` from ${printString(node.from)}`}`,
};

const expectedItem = "a column, 'where' or 'missing'";

const dataBlock: BlockSyntax<ReadItem> = {
  rule: "dataBlock",
  items: [where, missing, column],
  expected: expectedItem,
  beginsWith: "name",
  help: (expected, found) =>
    expected === expectedItem && found === t.StringText
      ? "write the name that a column has in the file after 'from'"
      : null,
  explain: (tokens, first, at) => unquotedColumn(tokens, first, at) ?? misspeltWhere(tokens, at),
};

export const data: StatementSyntax<DataDecl, ReadItem> = {
  kind: "data",
  keywords: [Data],
  words: [As],
  documented: true,
  explained: {
    form: 'data "FILE" [as FORMAT] { COLUMN[: UNIT] [from "NAME"] ... [where CONDITION] [missing drop] }',
    what: "The file with the observations, relative to the model file, and the columns that the model uses. Formats are csv, tsv, json and ndjson; the extension says which.",
    example: 'data "results.csv" {\n  t: s from "time (s)"\n  y\n  where t > 0\n  missing drop\n}',
    section: "Data",
    words: [["as", "The format of the file (csv, tsv, json or ndjson), if its extension does not say it."]],
  },
  canFollowKeyword: (next, afterNext) => next === t.StringText || (t.isName(next) && afterNext === t.StringText),
  block: { syntax: dataBlock, items: ({ items }) => items },
  parse(p) {
    p.CONSUME(Data);
    p.OPTION(() => p.CONSUME(t.Name));
    p.CONSUME(t.StringText);
    p.OPTION2(() => {
      p.CONSUME(As);
      p.CONSUME2(t.Name, { LABEL: "format" });
    });
    p.block(dataBlock);
  },
  build(cst, parts, block) {
    const name = token(cst, t.Name.name);
    if (name !== undefined) {
      const form = `the named data set 'data ${toName(name).text} "..."'`;
      parts.report(messages.syntaxNotAvailable({ form }), name);
    }
    const format = token(cst, "format");
    return {
      name: name === undefined ? null : toName(name),
      path: toStringLiteral(must(token(cst, t.StringText.name))),
      format: format === undefined ? null : toName(format),
      items: must(block).items,
    };
  },
  print({ name, path, format }) {
    const named = name === null ? "" : `${printName(name)} `;
    return `data ${named}${printString(path)}${format === null ? "" : ` as ${printName(format)}`}`;
  },
};

/** Detects a column called `where`, `missing` or `from` that is not in backticks. */
function unquotedColumn(tokens: readonly IToken[], first: number, at: number): Problem | null {
  const [begin, stopped] = [must(tokens[first]), must(tokens[at])];
  if (!blockWords.includes(begin.tokenType)) return null;
  if (at !== first && (at !== first + 1 || t.startsOperand(stopped.tokenType))) return null;
  return { message: messages.unquotedColumnName({ word: begin.image }), span: spanOf(begin) };
}

/** Detects a misspelt `where`: up to the operator, `whre x > 1` looks like two columns. */
function misspeltWhere(tokens: readonly IToken[], at: number): Problem | null {
  const [word, name, operator] = [tokens[at - 2], tokens[at - 1], must(tokens[at])];
  const isOperator = operator.tokenType.CATEGORIES?.includes(t.BinaryOperator) === true;
  if (word === undefined || name === undefined || !isOperator || !t.isName(word.tokenType)) return null;
  const help = t.isName(name.tokenType) ? didYouMean(word.image, [t.spellingOf(Where)]) : null;
  if (help === null) return null;
  const message = messages.unexpectedToken({ found: shown(word), expected: expectedItem });
  return { message: withHelp(message, help), span: spanOf(word) };
}
