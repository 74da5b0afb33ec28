import type { CstElement, CstNode, IToken } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import type { Name, StringLiteral } from "./nodes.js";
import { spanOf, unquote } from "./token-text.js";

/** Typed access to Chevrotain's concrete syntax tree, whose children are dictionaries of lists. */

export function isNode(element: CstElement): element is CstNode {
  return "children" in element;
}

/** The subtrees under a key, in the order of the text. */
export function nodes(cst: CstNode, key: string): readonly CstNode[] {
  return (cst.children[key] ?? []).filter(isNode);
}

/** The tokens under a key, in the order of the text. */
export function tokensOf(cst: CstNode, key: string): readonly IToken[] {
  return (cst.children[key] ?? []).filter((element) => !isNode(element)) as IToken[];
}

/** The first token under a key. */
export function token(cst: CstNode, key: string): IToken | undefined {
  const element = cst.children[key]?.[0];
  return element === undefined || isNode(element) ? undefined : element;
}

/** The first subtree under a key. */
export function node(cst: CstNode, key: string): CstNode | undefined {
  const element = cst.children[key]?.[0];
  return element === undefined || !isNode(element) ? undefined : element;
}

/** Returns a part that the grammar guarantees to exist. */
export function must<T>(part: T | null | undefined): T {
  if (part === undefined || part === null)
    throw new Error("fitc bug: the syntax tree lacks a part that the grammar demands");
  return part;
}

export function spanOfNode(cst: CstNode): Span {
  const { startOffset, endOffset } = must(cst.location);
  return { start: startOffset, end: must(endOffset) + 1 };
}

/** Names are normalized to NFC here, so that they can be compared as they are. */
export function toName(token: IToken): Name {
  const text = token.image.startsWith("`") ? (unquote(token.image) ?? token.image.slice(1, -1)) : token.image;
  return { kind: "name", text: text.normalize("NFC"), span: spanOf(token) };
}

export function toStringLiteral(token: IToken): StringLiteral {
  return { kind: "string", value: unquote(token.image) ?? token.image.slice(1, -1), span: spanOf(token) };
}
