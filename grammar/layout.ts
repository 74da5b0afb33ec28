import type { IToken } from "chevrotain";
import type { DataItem, FileAst, FileItem, SolverOption, Statement, UnitExpr } from "./ast.js";
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

type Item = FileItem | Statement | DataItem | SolverOption;

export function layoutOf(ast: FileAst, tokens: readonly IToken[]): Layout {
  const starts = new Set<number>();
  const unitEnds = new Map<number, number>();
  const stack: Item[] = [...ast.items];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    starts.add(item.span.start);
    for (const { unit } of typedOf(item)) if (unit !== null) unitEnds.set(unit.span.start, unit.span.end);
    stack.push(...itemsOf(item));
  }
  return { starts, unitEnds, blockEnds: blockEnds(tokens) };
}

function itemsOf(item: Item): readonly Item[] {
  switch (item.kind) {
    case "model":
      return item.body;
    case "data":
      return item.items;
    case "solver":
      return item.options;
    case "fit":
    case "residual":
      return item.noise?.items ?? [];
    default:
      return [];
  }
}

function typedOf(item: Item): readonly { readonly unit: UnitExpr | null }[] {
  if (item.kind === "input") return item.columns;
  return "unit" in item ? [item] : [];
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
