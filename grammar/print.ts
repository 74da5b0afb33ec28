import type { FileAst } from "./ast.js";
import type { ItemNode } from "./statements/statement-syntax.js";
import { itemsByKind } from "./syntax-table.js";

/**
 * The canonical text of a tree: two spaces of indentation, one statement per line, parentheses only
 * where they are needed. Parsing the text gives the same tree except for the spans. Ordinary
 * comments are not in the tree; `format` keeps them.
 */
export function printFile(file: FileAst): string {
  const blocks = file.items.map((item) => lines(printItem(item), 0));
  return blocks.map((block) => `${block}\n`).join("\n");
}

/** A printed declaration: its own line and the contents of its block. */
interface Printed {
  readonly doc: string | null;
  readonly text: string;
  readonly body: readonly Printed[] | null;
}

function lines({ doc, text, body }: Printed, depth: number): string {
  const indent = "  ".repeat(depth);
  const head =
    doc === null
      ? ""
      : doc
          .split("\n")
          .map((line) => `${indent}///${line === "" ? "" : ` ${line}`}\n`)
          .join("");
  if (body === null) return `${head}${indent}${text}`;
  if (body.length === 0) return `${head}${indent}${text} {}`;
  return `${head}${indent}${text} {\n${body.map((printed) => `${lines(printed, depth + 1)}\n`).join("")}${indent}}`;
}

function printItem(item: ItemNode): Printed {
  const syntax = itemsByKind.get(item.kind);
  if (syntax === undefined) throw new Error("fitc bug: a file with syntax errors was printed");
  const doc = "doc" in item ? (item.doc as string | null) : null;
  return { doc, text: syntax.print(item), body: syntax.block?.items(item)?.map(printItem) ?? null };
}
