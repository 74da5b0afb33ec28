import type { IToken } from "chevrotain";
import type { FileAst } from "./ast.js";
import { must } from "./cst.js";
import type { UnitExpr } from "./nodes.js";
import type { ItemNode, ItemSyntax } from "./statements/statement-syntax.js";
import { itemsByKind } from "./syntax-table.js";
import * as t from "./tokens.js";

/** Text offsets that the formatter takes from the tree. */
export interface Layout {
  /** The offsets where statements and items of blocks begin. */
  readonly starts: ReadonlySet<number>;
  /** Maps the start of each unit to its end. */
  readonly unitEnds: ReadonlyMap<number, number>;
  /** Maps each opening brace to its closing brace. */
  readonly blockEnds: ReadonlyMap<number, number>;
}

export function layoutOf(ast: FileAst, tokens: readonly IToken[]): Layout {
  const starts = new Set<number>();
  const unitEnds = new Map<number, number>();
  const stack: ItemNode[] = [...ast.items];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    starts.add(item.span.start);
    const syntax = must(itemsByKind.get(item.kind));
    for (const unit of unitsOf(item, syntax)) if (unit !== null) unitEnds.set(unit.span.start, unit.span.end);
    stack.push(...(syntax.block?.items(item) ?? []));
  }
  return { starts, unitEnds, blockEnds: blockEnds(tokens) };
}

function unitsOf(item: ItemNode, syntax: ItemSyntax): readonly (UnitExpr | null)[] {
  return syntax.units?.(item) ?? ("unit" in item ? [item.unit as UnitExpr | null] : []);
}

function blockEnds(tokens: readonly IToken[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { tokenType, startOffset } of tokens) {
    if (tokenType === t.LBrace) open.push(startOffset);
    const start = tokenType === t.RBrace ? open.pop() : undefined;
    if (start !== undefined) ends.set(start, startOffset);
  }
  return ends;
}
