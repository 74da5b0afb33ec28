import type { Span } from "../diagnostics/index.js";
import type { Comment, Declaration, ErrorNode, Name } from "./nodes.js";
import type { FileStatement, ModelStatement } from "./statements/index.js";

export type * from "./nodes.js";
export type * from "./statements/index.js";

/** The syntax tree of a `.fit` file: readonly nodes tagged by `kind`, each with its span. */
export interface FileAst {
  readonly kind: "file";
  readonly items: readonly FileItem[];
  /**
   * Every comment in the order of the text, documentation comments included; the formatter puts
   * them back.
   */
  readonly comments: readonly Comment[];
  readonly span: Span;
}

export type FileItem = ModelDecl | FileStatement | ErrorNode;

export interface ModelDecl extends Declaration {
  readonly kind: "model";
  readonly name: Name;
  readonly body: readonly Statement[];
}

export type Statement = ModelStatement | LaterStmt | ErrorNode;

/**
 * A reserved form that is not available yet (`group`, `expect`, ...), already reported by the
 * parser.
 */
export interface LaterStmt {
  readonly kind: "later";
  readonly word: string;
  readonly span: Span;
}
