import type { SourceFile } from "../../../diagnostics/index.js";
import type { Expr } from "../../../grammar/index.js";
import type { ColumnSymbol, DeriveSymbol, ParamSymbol } from "../../model/checked-model.js";
import { sourceText } from "../../model/source-text.js";
import { responseNames } from "../../model/statement-text.js";
import { type KernelPurpose, kernelsOf } from "../../plan/kernel-table.js";
import type { CompiledModel } from "../backend.js";
import { commentText, stringLiteral } from "./literal.js";

/** The columns, by index, that a model's functions read for each purpose. */
export interface ColumnUse {
  readonly used: ReadonlySet<number>;
  readonly filter: ReadonlySet<number>;
  readonly predictor: ReadonlySet<number>;
}

export function columnUse({ kernels }: CompiledModel): ColumnUse {
  const all = kernelsOf(kernels);
  const columns = (wanted: KernelPurpose) =>
    new Set(all.flatMap(({ purpose, value }) => (purpose === wanted ? value.columns : [])));
  return { used: columns("model"), filter: columns("filter"), predictor: columns("prediction") };
}

/** The members of a model's `ModelShape`, each with its type, a union of string literals. */
export function shapeMembers(compiled: CompiledModel): readonly { readonly name: string; readonly type: string }[] {
  const { model, kernels } = compiled;
  const { used, filter, predictor } = columnUse(compiled);
  const columns = (is: (index: number) => boolean) =>
    model.columns.filter((column) => is(column.index)).map((column) => column.name.text);
  const responses = responseNames(model.statements).filter((_, s) => kernels.predict[s] != null);
  const members: readonly [string, readonly string[]][] = [
    ["column", columns((index) => used.has(index) || filter.has(index))],
    ["predictor", columns((index) => predictor.has(index))],
    ["param", model.params.map((param) => param.name.text)],
    ["free", model.params.filter((param) => !param.fixed).map((param) => param.name.text)],
    ["derived", model.derives.map((derive) => derive.name.text)],
    ["response", responses],
  ];
  return members.map(([name, texts]) => ({
    name,
    type: texts.length === 0 ? "never" : texts.map(stringLiteral).join(" | "),
  }));
}

/**
 * The doc comment of a model, which an editor shows where its fitter is used: its documentation,
 * and all parameters, columns and derived quantities as the spec writes them.
 */
export function modelDoc({ model }: CompiledModel, source: SourceFile): string {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ["Parameters", model.params.map((param) => line(param, paramText(param, source)))],
    ["Columns", model.columns.map((column) => line(column, columnText(column)))],
    ["Derived", model.derives.map((derive) => line(derive, `= ${sourceText(source, derive.value.span)}`))],
  ];
  const lists = sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : ["", `${title}:`, ...lines]));
  return commentText([model.doc ?? `The model ${model.name}.`, ...lists].join("\n"));
}

/** An item of a list in Markdown: a name, its unit, what is declared of it, its documentation. */
function line({ name, unit, doc }: ParamSymbol | ColumnSymbol | DeriveSymbol, declared: string): string {
  const parts = [
    `- \`${name.text}\``,
    ...(unit === null ? [] : [`(${unit.text})`]),
    declared === "" ? "" : `\`${declared}\``,
  ];
  return `${parts.join(" ").trim()}${doc === null ? "" : `: ${doc}`}`.replace(/\s+/g, " ");
}

function paramText({ start, lower, upper, lowerOpen, upperOpen, fixed }: ParamSymbol, source: SourceFile): string {
  const bound = (expr: Expr | null, none: string) => (expr === null ? none : sourceText(source, expr.span));
  const interval = `${lowerOpen ? "(" : "["}${bound(lower, "-inf")}, ${bound(upper, "inf")}${upperOpen ? ")" : "]"}`;
  return [
    ...(start === null ? [] : [`= ${sourceText(source, start.span)}`]),
    ...(lower === null && upper === null ? [] : [`in ${interval}`]),
    ...(fixed ? ["fixed"] : []),
  ].join(" ");
}

function columnText({ name, header }: ColumnSymbol): string {
  return header === name.text ? "" : `from ${JSON.stringify(header)}`;
}
