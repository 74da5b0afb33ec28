import type { CstNode, IToken } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import { nodes, spanOfNode } from "./cst.js";
import type { Comment } from "./nodes.js";
import { itemOfRule } from "./syntax-table.js";
import { endOf } from "./token-text.js";
import * as t from "./tokens.js";

/**
 * Assigns each documentation comment to a declaration. A comment after code documents the item that
 * was begun last on its line (after `}`, the item that this brace closes; on a later line of a long
 * item, that item); for an item that has no documentation, such as `where`, the declaration around
 * it. A comment alone on its line documents the next declaration.
 */
export class DocComments {
  private readonly lines = new Map<number, string[]>();
  /** The comments that do not document any declaration. */
  readonly orphans: readonly Comment[];

  constructor(root: CstNode, tokens: readonly IToken[], comments: readonly Comment[], text: string) {
    const items = new Items(root);
    const orphans: Comment[] = [];
    let next = 0;
    for (const comment of comments) {
      if (comment.style !== "doc") continue;
      while ((tokens[next]?.startOffset ?? text.length) < comment.span.start) next++;
      const before = tokens[next - 1];
      const lineStart = startOfLine(text, comment.span.start);
      const owner =
        before !== undefined && before.startOffset >= lineStart
          ? items.onLine(before, lineStart)?.owner
          : items.declaredAt(tokens[next]?.startOffset);
      if (owner == null) {
        orphans.push(comment);
        continue;
      }
      const lines = this.lines.get(owner.start) ?? [];
      lines.push(comment.text.slice(3).replace(/^ /, "").trimEnd());
      this.lines.set(owner.start, lines);
    }
    this.orphans = orphans;
  }

  /** The documentation of the declaration that begins at this offset. */
  of(start: number): string | null {
    return this.lines.get(start)?.join("\n") ?? null;
  }
}

interface Item extends Span {
  /** The declaration that a comment on the item documents; null without one. */
  readonly owner: Span | null;
  readonly outer: Item | null;
}

/** The items of a file, found by their places in time that does not grow with their number. */
class Items {
  /** In the order of the text. */
  private readonly all: Item[] = [];
  private readonly declarations = new Map<number, Span>();
  private readonly byEnd = new Map<number, Item>();

  constructor(root: CstNode) {
    this.collect(root, null);
  }

  /** The declaration that begins at this offset. */
  declaredAt(start: number | undefined): Span | undefined {
    return start === undefined ? undefined : this.declarations.get(start);
  }

  /** The item that a comment after the token `before` belongs to. */
  onLine(before: IToken, lineStart: number): Item | null | undefined {
    const end = endOf(before);
    if (before.tokenType === t.RBrace) return this.byEnd.get(end);
    const last = this.lastBefore(end);
    if (last === undefined || last.start >= lineStart) return last;
    let item: Item | null = last;
    while (item !== null && item.end < end) item = item.outer;
    return item;
  }

  /** The last item that starts before an offset; it is also the innermost there. */
  private lastBefore(offset: number): Item | undefined {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.start ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return this.all[low - 1];
  }

  private collect(cst: CstNode, outer: Item | null): void {
    for (const node of nodes(cst, "item")) {
      const span = spanOfNode(node);
      const item: Item = { ...span, owner: itemOfRule(node.name)?.documented ? span : (outer?.owner ?? null), outer };
      this.all.push(item);
      if (item.owner === span) this.declarations.set(span.start, span);
      if (!this.byEnd.has(span.end)) this.byEnd.set(span.end, item);
      for (const block of nodes(node, "block")) this.collect(block, item);
    }
  }
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\n\r]/.test(text.charAt(start - 1))) start--;
  return start;
}
