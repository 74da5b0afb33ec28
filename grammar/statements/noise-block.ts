import type { TokenType } from "chevrotain";
import { listed, type Span } from "../../diagnostics/index.js";
import type { ErrorNode } from "../nodes.js";
import { type LossStmt, loss } from "./loss.js";
import { type NoiseStmt, noise } from "./noise.js";
import type { BlockSyntax, BuiltBlock } from "./statement-syntax.js";

/** The block after a `fit` or a `residual`: the noise and the loss of that one statement. */
export interface NoiseBlock {
  readonly kind: "block";
  readonly items: readonly BlockItem[];
  readonly span: Span;
}

export type NoiseItem = NoiseStmt | LossStmt;
export type BlockItem = NoiseItem | ErrorNode;

const items = [noise, loss];

export const noiseBlock: BlockSyntax<NoiseItem> = {
  rule: "noiseBlock",
  items,
  expected: listed(
    items.flatMap(({ keywords }) => keywords.map((keyword: TokenType) => keyword.name)),
    "or",
  ),
  beginsWith: "keyword",
};

export function noiseBlockOf(block: BuiltBlock<NoiseItem> | null): NoiseBlock | null {
  return block === null ? null : { kind: "block", items: block.items, span: block.span };
}
