import type { TokenType } from "chevrotain";
import { allStatements, itemsByKind } from "./syntax-table.js";
import * as t from "./tokens.js";

const words = [
  ...[...itemsByKind.values()].flatMap((item) => [...item.keywords, ...(item.words ?? [])]),
  ...allStatements.flatMap(({ afterExpression = [] }) => afterExpression),
];

/** Every spelling that has a token type of its own. */
export const spellings: ReadonlyMap<string, TokenType> = new Map([
  ...t.fixedSpellings,
  ...words.map((type): [string, TokenType] => [t.spellingOf(type), type]),
]);

/** Every type of token. */
export const vocabulary: readonly TokenType[] = [
  t.Name,
  t.ColumnName,
  t.PrefixOperator,
  t.BinaryOperator,
  t.End,
  ...t.patterns,
  ...spellings.values(),
];
