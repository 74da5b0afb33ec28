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
    const items = collect(root, null);
    const orphans: Comment[] = [];
    let next = 0;
    for (const comment of comments) {
      if (comment.style !== "doc") continue;
      while ((tokens[next]?.startOffset ?? text.length) < comment.span.start) next++;
      const before = tokens[next - 1];
      const lineStart = startOfLine(text, comment.span.start);
      const owner =
        before !== undefined && before.startOffset >= lineStart
          ? itemOnLine(items, before, lineStart)?.owner
          : items.find(({ owner }) => owner?.start === tokens[next]?.startOffset)?.owner;
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

function itemOnLine(items: readonly Item[], before: IToken, lineStart: number): Item | undefined {
  const end = endOf(before);
  if (before.tokenType === t.RBrace) return items.find((item) => item.end === end);
  // Items are sorted by where they start, so the last match is also the innermost.
  return (
    items.findLast(({ start }) => start >= lineStart && start < end) ??
    items.findLast((item) => item.start < end && item.end >= end)
  );
}

interface Item extends Span {
  /** The declaration that a comment on the item documents; null without one. */
  readonly owner: Span | null;
}

/** All items in the order of the text. */
function collect(cst: CstNode, outer: Span | null): readonly Item[] {
  return nodes(cst, "item").flatMap((node) => {
    const span = spanOfNode(node);
    const owner = itemOfRule(node.name)?.documented ? span : outer;
    return [{ ...span, owner }, ...nodes(node, "block").flatMap((block) => collect(block, owner))];
  });
}

function startOfLine(text: string, offset: number): number {
  const newline = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1));
  return newline + 1;
}
