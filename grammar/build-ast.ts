import type { CstNode } from "chevrotain";
import type { Span } from "../diagnostics/index.js";
import type { FileAst, FileItem, Statement } from "./ast.js";
import { PartBuilder } from "./build-parts.js";
import { must, node, nodes, spanOfNode } from "./cst.js";
import type { DocComments } from "./docs.js";
import type { Comment } from "./nodes.js";
import type { Problem } from "./problem.js";
import type { BuiltBlock, ItemNode } from "./statements/statement-syntax.js";
import { itemOfRule } from "./syntax-table.js";

/** Makes a tree node for a piece of the text that the parser skipped. */
export type Recovered = (cst: CstNode) => Statement;

/** Builds the abstract syntax tree from Chevrotain's concrete syntax tree. */
export class AstBuilder {
  private readonly parts: PartBuilder;

  constructor(
    private readonly docs: DocComments,
    private readonly recovered: Recovered,
    problems: Problem[],
  ) {
    this.parts = new PartBuilder(problems);
  }

  file(cst: CstNode, comments: readonly Comment[], span: Span): FileAst {
    // The cast is safe because the grammar allows only these kinds of items in a file.
    return { kind: "file", items: this.items(cst) as readonly FileItem[], comments, span };
  }

  private items(cst: CstNode): readonly ItemNode[] {
    return nodes(cst, "item").map((child) => this.item(child));
  }

  private item(cst: CstNode): ItemNode {
    if (cst.name === "skipped") return this.recovered(cst);
    const syntax = must(itemOfRule(cst.name));
    const span = spanOfNode(cst);
    const fields = syntax.build(cst, this.parts, this.block(cst));
    const doc = syntax.documented ? { doc: this.docs.of(span.start) } : {};
    return { kind: syntax.kind, ...fields, ...doc, span };
  }

  private block(cst: CstNode): BuiltBlock<ItemNode> | null {
    const block = node(cst, "block");
    return block === undefined ? null : { items: this.items(block), span: spanOfNode(block) };
  }
}
