import type * as ast from "./ast.js";
import { printExpr, printName, printString, printUnit } from "./print-expression.js";

/**
 * The canonical text of a tree: two spaces of indentation, one statement a line, parentheses only where they are needed.
 * Parsing it gives the same tree, spans apart. Plain comments are not in the tree; `format` keeps them.
 */
export function printFile(file: ast.FileAst): string {
  const blocks = file.items.map((item) => lines(printItem(item), 0));
  return blocks.map((block) => `${block}\n`).join("\n");
}

/** A printed declaration: its own line, and what stands between its braces. */
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

function printItem(item: ast.FileItem | ast.Statement | ast.DataItem | ast.SolverOption): Printed {
  const doc = "doc" in item ? item.doc : null;
  return { doc, text: header(item), body: bodyOf(item)?.map(printItem) ?? null };
}

function bodyOf(
  item: ast.FileItem | ast.Statement | ast.DataItem | ast.SolverOption,
): readonly (ast.Statement | ast.DataItem | ast.SolverOption)[] | null {
  switch (item.kind) {
    case "model":
      return item.body;
    case "data":
      return item.items;
    case "fit":
    case "residual":
      return item.noise?.items ?? null;
    case "solver":
      return item.options.length === 0 ? null : item.options;
    default:
      return null;
  }
}

/** A declaration without its documentation and its block. */
function header(item: ast.FileItem | ast.Statement | ast.DataItem | ast.SolverOption): string {
  switch (item.kind) {
    case "model":
      return `model ${printName(item.name)}`;
    case "data": {
      const name = item.name === null ? "" : `${printName(item.name)} `;
      const format = item.format === null ? "" : ` as ${printName(item.format)}`;
      return `data ${name}${printString(item.path)}${format}`;
    }
    case "where":
      return `where ${printExpr(item.condition)}`;
    case "missing":
      return `missing ${printName(item.policy)}`;
    case "column":
      return `${typed(item, columnWords)}${item.from === null ? "" : ` from ${printString(item.from)}`}`;
    case "input":
      return `input ${item.columns.map((column) => typed(column)).join(", ")}`;
    case "const":
    case "let":
    case "derive":
      return `${item.kind} ${typed(item)} = ${printExpr(item.value)}`;
    case "param":
      return param(item);
    case "fn":
      return `fn ${printName(item.name)}(${item.params.map((name) => printName(name)).join(", ")}) = ${printExpr(item.body)}`;
    case "fit":
      return `fit ${printExpr(item.observed)} ~ ${printExpr(item.predicted)}`;
    case "residual":
      return `residual ${printExpr(item.value)}`;
    case "prior":
      return `prior ${printExpr(item.param)} ~ ${printName(item.distribution)}(${item.args.map((arg) => printExpr(arg)).join(", ")})`;
    case "order":
      return `order ${item.params.map((param) => printExpr(param)).join(" < ")}`;
    case "covariance":
      return `covariance ${printString(item.path)}${scaleWord(item)}`;
    case "noise":
      return `${item.model} ${printExpr(item.value)}${scaleWord(item)}`;
    case "loss":
      return loss(item);
    case "solver":
      return `solver ${printName(item.name)}`;
    case "option":
      return `${printName(item.name)}: ${printExpr(item.value)}`;
    case "later":
    case "error":
      throw new Error("fitc bug: a file with syntax errors was printed");
  }
}

/** The words that a column needs backticks for. */
const columnWords: ReadonlySet<string> = new Set(["where", "missing", "from"]);

function typed(
  { name, unit }: { readonly name: ast.Name; readonly unit: ast.UnitExpr | null },
  quoted?: ReadonlySet<string>,
): string {
  return unit === null ? printName(name, quoted) : `${printName(name, quoted)}: ${printUnit(unit)}`;
}

function scaleWord({ scale }: { readonly scale: string | null }): string {
  return scale === null ? "" : ` ${scale}`;
}

function param(item: ast.ParamDecl): string {
  let text = `param ${typed(item)}`;
  if (item.start !== null) text += ` = ${printExpr(item.start)}`;
  if (item.interval !== null) {
    const { lower, upper, lowerOpen, upperOpen } = item.interval;
    text += ` in ${lowerOpen ? "(" : "["}${printExpr(lower)}, ${printExpr(upper)}${upperOpen ? ")" : "]"}`;
  }
  return item.fixed ? `${text} fixed` : text;
}

function loss({ name, variable, rho, scale }: ast.LossStmt): string {
  const argument = scale === null ? "" : `(${printExpr(scale)})`;
  if (name !== null) return `loss ${printName(name)}${argument}`;
  if (variable === null || rho === null) throw new Error("fitc bug: a loss without a name and without an expression");
  return `loss${argument} ${printName(variable)} => ${printExpr(rho)}`;
}
