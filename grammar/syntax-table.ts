import type { TokenType } from "chevrotain";
import { listed } from "../diagnostics/index.js";
import type { ModelDecl, Statement } from "./ast.js";
import { must } from "./cst.js";
import type { ErrorNode } from "./nodes.js";
import { printName } from "./print-expression.js";
import { type FileStatement, fileStatements, statements } from "./statements/index.js";
import type { BlockSyntax, ItemSyntax, StatementSyntax } from "./statements/statement-syntax.js";
import * as t from "./tokens.js";

/**
 * Describes files and models as blocks, and from these derives all kinds of items in the language.
 * The other files of the grammar read this table and do not name any statement.
 */

export const modelBlock: BlockSyntax<Exclude<Statement, ErrorNode>> = {
  rule: "modelBlock",
  items: statements,
  expected: "a statement",
  beginsWith: "keyword",
};

const model: ItemSyntax<ModelDecl, Exclude<Statement, ErrorNode>> = {
  kind: "model",
  keywords: [t.Model],
  documented: true,
  explained: {
    form: "model NAME { STATEMENT ... }",
    what: "A model: what is observed, what is predicted, and the parameters to be determined. A file can have several.",
    example: "model Line {\n  input x, y\n  param a\n  param b\n  fit y ~ a + b * x\n}",
    section: "The `.fit` language",
  },
  block: { syntax: modelBlock, items: ({ body }) => body },
  parse(p) {
    p.CONSUME(t.Model);
    p.CONSUME(t.Name);
    p.block(modelBlock);
  },
  build: (cst, parts, block) => ({ name: parts.name(cst), body: must(block).items }),
  print: ({ name }) => `model ${printName(name)}`,
};

const fileItems = [model, ...fileStatements];

/** A file: a block without braces. */
export const fileBlock: BlockSyntax<ModelDecl | FileStatement> = {
  rule: "file",
  items: fileItems,
  expected: listed(
    fileItems.flatMap(({ keywords }) => keywords.map(({ name }) => name)),
    "or",
  ),
  beginsWith: "keyword",
};

const items = new Map<string, ItemSyntax>();
addItems(fileBlock);

function addItems({ items: inner }: BlockSyntax): void {
  for (const item of inner) {
    if (items.has(item.kind)) continue;
    items.set(item.kind, item);
    if (item.block !== undefined) addItems(item.block.syntax);
  }
}

/** The syntax of every kind of item, by the kind of its node. */
export const itemsByKind: ReadonlyMap<string, ItemSyntax> = items;

/** The name of an item's rule. It has a suffix because rules become members of the parser. */
export function ruleOf({ kind }: ItemSyntax): string {
  return `${kind}Item`;
}

const byRule: ReadonlyMap<string, ItemSyntax> = new Map([...items.values()].map((item) => [ruleOf(item), item]));

export function itemOfRule(rule: string): ItemSyntax | undefined {
  return byRule.get(rule);
}

/** The statements of a model, in the order of the grammar. */
export const allStatements: readonly StatementSyntax[] = statements;

const byKeyword: ReadonlyMap<TokenType, StatementSyntax> = new Map(
  allStatements.flatMap((statement) => statement.keywords.map((keyword) => [keyword, statement])),
);

/** The statement that begins with this word; undefined for any other token. */
export function statementOf(type: TokenType): StatementSyntax | undefined {
  return byKeyword.get(type);
}

/** The words that can begin an item of a block. */
export function wordsOf({ items }: BlockSyntax): readonly string[] {
  return items.flatMap(({ keywords }) => keywords.map(t.spellingOf));
}
