import type { CstNode, IToken } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import { nodes, spanOfNode } from "./cst.js";
import type { Comment } from "./nodes.js";
import { itemOfRule } from "./syntax-table.js";
import { endOf } from "./token-text.js";
import * as t from "./tokens.js";

/**
 * Assigns each documentation comment to a declaration. A comment after code documents the
 * declaration that was begun last on its line (after `}`, the declaration that this brace closes;
 * on a later line of a long declaration, that declaration). A comment alone on its line documents
 * the next declaration.
 */
export class DocComments {
  private readonly lines = new Map<number, string[]>();
  /** The comments that do not document any declaration. */
  readonly orphans: readonly Comment[];

  constructor(root: CstNode, tokens: readonly IToken[], comments: readonly Comment[], text: string) {
    const declarations = collect(root);
    const orphans: Comment[] = [];
    let next = 0;
    for (const comment of comments) {
      if (comment.style !== "doc") continue;
      while ((tokens[next]?.startOffset ?? text.length) < comment.span.start) next++;
      const before = tokens[next - 1];
      const lineStart = startOfLine(text, comment.span.start);
      const owner =
        before !== undefined && before.startOffset >= lineStart
          ? ownerOnLine(declarations, before, lineStart)
          : declarations.find(({ start }) => start === tokens[next]?.startOffset);
      if (owner === undefined) {
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

function ownerOnLine(declarations: readonly Span[], before: IToken, lineStart: number): Span | undefined {
  const end = endOf(before);
  if (before.tokenType === t.RBrace) return declarations.find((declaration) => declaration.end === end);
  // Declarations are sorted by where they start, so the last match is also the innermost.
  return (
    declarations.findLast(({ start }) => start >= lineStart && start < end) ??
    declarations.findLast((declaration) => declaration.start < end && declaration.end >= end)
  );
}

/** All declarations that can be documented, in the order of the text. */
function collect(cst: CstNode): readonly Span[] {
  const found: Span[] = [];
  for (const item of nodes(cst, "item")) {
    if (itemOfRule(item.name)?.documented) found.push(spanOfNode(item));
    for (const block of nodes(item, "block")) found.push(...collect(block));
  }
  return found;
}

function startOfLine(text: string, offset: number): number {
  const newline = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1));
  return newline + 1;
}
