import { printable, type SourceFile } from "../../diagnostics/index.js";
import { type FileAst, printName, type Token } from "../../grammar/index.js";
import type { CompiledModel } from "../backends/backend.js";
import type { ExprId, ExprNode } from "../ir/pool.js";
import { reachableThroughReductions } from "../ir/walk.js";
import type { CheckedModel } from "../model/checked-model.js";
import { statementText } from "../model/statement-text.js";
import { kernelsOf } from "../plan/kernel-table.js";
import type { Kernel } from "../schedule/kernel.js";
import { explainKernel } from "./kernel.js";
import { chain, derivatives, modelHead } from "./model.js";

/** Deeper nodes are not indented further, since a sum of 100,000 terms is that deep. */
const maxIndent = 40;

/** Lists the tokens with their positions and kinds. */
export function describeTokens(tokens: readonly Token[], source: SourceFile): string {
  const lines = tokens.map(({ kind, text, span }) => {
    const { line, column } = source.positionAt(span.start);
    return `${line}:${column} ${kind} ${JSON.stringify(text)}\n`;
  });
  return lines.join("");
}

/** Prints a syntax tree, one node per line with its plain fields and its span. */
export function describeAst(ast: FileAst): string {
  const lines: string[] = [];
  const stack: { label: string; value: unknown; depth: number }[] = [{ label: "", value: ast, depth: 0 }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { label, value, depth } = item;
    if (!isRecord(value)) continue;
    const plain: string[] = [];
    const children: typeof stack = [];
    for (const [key, field] of Object.entries(value)) {
      if (key === "kind" || key === "span" || field === null) continue;
      if (Array.isArray(field)) {
        children.push(...field.map((element: unknown) => ({ label: key, value: element, depth: depth + 1 })));
      } else if (!isRecord(field)) plain.push(`${key}=${JSON.stringify(field)}`);
      else if (isName(field)) plain.push(`${key}=${JSON.stringify(field.text)}`);
      else children.push({ label: key, value: field, depth: depth + 1 });
    }
    const { kind, span } = value;
    const place = isRecord(span) ? ` [${String(span["start"])}, ${String(span["end"])})` : "";
    const words = [label === "" ? "" : `${label}:`, typeof kind === "string" ? kind : "", ...plain].filter(Boolean);
    lines.push(`${"  ".repeat(Math.min(depth, maxIndent))}${words.join(" ")}${place}`);
    stack.push(...children.reverse());
  }
  return `${lines.join("\n")}\n`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isName(value: Readonly<Record<string, unknown>>): value is { readonly kind: "name"; readonly text: string } {
  return value["kind"] === "name" && typeof value["text"] === "string";
}

/** Describes a checked model: its symbols and statements. */
export function describeModel(model: CheckedModel): string {
  const unit = (symbol: { readonly unit: { readonly text: string } | null }) =>
    symbol.unit === null ? "" : `: ${symbol.unit.text}`;
  const lines = [
    ...(model.data === null ? [] : [`data ${JSON.stringify(model.data.path)} as ${model.data.format}`]),
    ...model.columns.map(
      (column) =>
        `column ${column.index} ${printName(column.name)}${unit(column)} from ${JSON.stringify(column.header)}`,
    ),
    ...model.params.map(
      (param) => `param ${param.index} ${printName(param.name)}${unit(param)}${param.fixed ? " fixed" : ""}`,
    ),
    ...model.derives.map((derive) => `derive ${printName(derive.name)}${unit(derive)}`),
    ...model.statements.map((statement) => {
      const { noise, loss, rate } = statement;
      const lossName = loss.kind === "builtin" ? loss.name : "custom";
      return `${rate} ${statementText(statement)}; noise ${noise?.model ?? "none"}; loss ${lossName}`;
    }),
    ...model.order.map((params) => `order ${chain(params)}`),
    ...(model.covariance === null ? [] : [`covariance ${JSON.stringify(model.covariance.path)}`]),
    `solver ${model.solver.method}`,
  ];
  return block(modelHead(model), lines);
}

/** Lists the expressions of the residuals, one per line, operands before their users. */
export function describeIr({ model, kernels }: CompiledModel): string {
  const { pool } = kernels.start;
  const stores = kernels.blocks.flatMap(({ first, residuals }) =>
    residuals.stores.map(({ slot, value }) => ({ statement: first + slot, value })),
  );
  const roots = stores.map((store) => store.value);
  const lines = reachableThroughReductions(pool, roots).map((id) => `%${id} = ${describeNode(pool.node(id), model)}`);
  const residuals = stores.map(({ statement, value }) => `residual ${statement} = %${value}`);
  return block(modelHead(model), [...lines, ...residuals]);
}

function describeNode({ op, args, value, index, name }: ExprNode, model: CheckedModel): string {
  const operands = args.map((id: ExprId) => ` %${id}`).join("");
  if (op === "const") return `const ${Object.is(value, -0) ? "-0" : value}`;
  const symbol = op === "param" ? model.params[index] : op === "column" ? model.columns[index] : undefined;
  if (symbol !== undefined) return `${op} ${printName(symbol.name)}`;
  return name === "" ? `${op}${operands}` : `${op} ${name}${operands}`;
}

/** Lists the residuals and their derivatives, with their common subexpressions. */
export function describeDerivatives({ model, kernels }: CompiledModel): string {
  return block(
    modelHead(model),
    kernels.blocks.flatMap((own) => derivatives(model, own)),
  );
}

/** Prints every function of the model as scheduled. */
export function describeKernels({ model, kernels }: CompiledModel): string {
  const blocks = kernelsOf(kernels).map(({ name, value }) => describeKernel(name, value, model));
  return `${modelHead(model)}\n${blocks.join("")}`;
}

function describeKernel(name: string, kernel: Kernel, model: CheckedModel): string {
  const { prologue, body, value } = explainKernel(kernel, model);
  const lines = [
    ...prologue.map((line) => `once: ${line}`),
    ...body.map((line) => `row: ${line}`),
    ...kernel.stores.map((store) => `${store.output}[${store.slot}] = ${value(store)}`),
  ];
  return `  ${name}\n${lines.map((line) => `    ${printable(line)}\n`).join("")}`;
}

function block(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.map((line) => `  ${printable(line)}\n`).join("")}`;
}
