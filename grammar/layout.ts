import type { IToken } from "chevrotain";
import type { FileAst } from "./ast.js";
import { must } from "./cst.js";
import type { UnitExpr } from "./nodes.js";
import type { ItemNode, ItemSyntax } from "./statements/statement-syntax.js";
import { itemsByKind } from "./syntax-table.js";
import * as t from "./tokens.js";

/** What the formatter takes from the tree: offsets in the text. */
export interface Layout {
  /** Where a statement, or an item of a block, begins. */
  readonly starts: ReadonlySet<number>;
  /** From where a unit begins to where it ends. */
  readonly unitEnds: ReadonlyMap<number, number>;
  /** From each opening brace to the closing one. */
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
