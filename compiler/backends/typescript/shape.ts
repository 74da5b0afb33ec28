import { responseNames } from "../../model/statement-text.js";
import { type KernelPurpose, kernelsOf } from "../../plan/kernel-table.js";
import type { CompiledModel } from "../backend.js";
import { commentText, stringLiteral } from "./literal.js";

/** The columns, by index, that the functions of a model read for each purpose. */
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

/** The members of a model's `ModelShape`: each with its type, a union of string literals. */
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

/** The documentation of a model from the spec's: its own, and a line for each documented parameter, column and derived quantity. */
export function modelDoc({ model }: CompiledModel): string {
  const lines = [...model.params, ...model.columns, ...model.derives].flatMap((symbol) => {
    const unit = symbol.unit === null ? "" : ` (${symbol.unit.text})`;
    const doc = symbol.doc === null ? "" : `: ${symbol.doc}`;
    return unit === "" && doc === "" ? [] : [`- \`${symbol.name.text}\`${unit}${doc}`.replace(/\s+/g, " ")];
  });
  const head = model.doc ?? `The model ${model.name}.`;
  return commentText([head, ...(lines.length === 0 ? [] : ["", ...lines])].join("\n"));
}
