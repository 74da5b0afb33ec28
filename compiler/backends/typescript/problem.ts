import { printExpr } from "../../../grammar/index.js";
import {
  abi,
  type ColumnInfo,
  type FitProblem,
  type ParamInfo,
  type QuantityInfo,
  type Separable,
  type StatementInfo,
} from "../../../runtime/contract/fit-problem.js";
import type { NoiseInfo } from "../../../runtime/contract/noise.js";
import type { CheckedModel, CheckedNoise, ParamSymbol } from "../../model/checked-model.js";
import { responseNames, statementText } from "../../model/statement-text.js";
import { isAbsolute, noiseModels } from "../../noise/index.js";
import type { BlockTable } from "../../plan/kernel-table.js";
import type { Kernel, ModelKernels } from "../../schedule/kernel.js";
import { version } from "../../version.js";
import type { CompiledModel } from "../backend.js";
import type { WasmModule } from "../wasm/index.js";
import { base64 } from "./base64.js";
import { type Extent, printFunction, printPredicate } from "./function.js";
import { type Data, type DataFields, dataLiteral, listLiteral } from "./literal.js";
import { columnUse } from "./shape.js";
import type { ModelSymbols, ModuleContext } from "./symbols.js";

/** Prints the `FitProblem` of a model as an object literal. */
export function printProblem(compiled: CompiledModel, specSha256: string, module: ModuleContext): string {
  const context = {
    module,
    params: compiled.model.params.map((param) => param.name.text),
    columns: compiled.model.columns.map((column) => column.name.text),
  };
  const members = [
    ...dataMembers(compiled, specSha256),
    ...functionMembers(compiled, context),
    `wasm: ${wasmLiteral(compiled.wasm)}`,
  ];
  return `{\n${members.map((member) => `  ${member},\n`).join("")}}`;
}

function dataMembers(compiled: CompiledModel, specSha256: string): readonly string[] {
  const { model, kernels } = compiled;
  const free = model.params.filter((param) => !param.fixed).map((param) => param.index);
  const members: readonly [keyof FitProblem, string][] = [
    ["abi", String(abi)],
    ["compiler", dataLiteral(version)],
    ["specSha256", dataLiteral(specSha256)],
    ["model", dataLiteral(model.name)],
    ["doc", dataLiteral(model.doc)],
    ["source", dataLiteral(model.data === null ? null : { path: model.data.path, format: model.data.format })],
    ["missing", dataLiteral(model.missing)],
    ["columns", table(columnInfos(compiled))],
    ["params", table(model.params.map((param) => paramInfo(param, model)))],
    ["free", dataLiteral(free)],
    ["derived", table(model.derives.map(quantity))],
    ["statements", table(statementInfos(compiled))],
    ["solver", dataLiteral({ ...model.solver })],
    ["order", dataLiteral(model.order.map((chain) => chain.map((param) => param.index)))],
    [
      "covariance",
      dataLiteral(model.covariance && { path: model.covariance.path, absolute: model.covariance.absolute }),
    ],
    ["subexpressions", table(kernels.subexpressions.map((subexpression) => ({ ...subexpression })))],
  ];
  return members.map(([name, text]) => `${name}: ${text}`);
}

/** The first parameters of every function over rows. */
const rows = ["p", "d", "from", "to"];

function functionMembers({ kernels }: CompiledModel, context: ModelSymbols): readonly string[] {
  const print = (kernel: Kernel | null, parameters: readonly string[], extent: Extent) =>
    printFunction(kernel, parameters, extent, context, "  ");
  const list = (kernels: readonly (Kernel | null)[], parameters: readonly string[], extent: Extent) =>
    listLiteral(
      kernels.map((kernel) =>
        kernel === null ? "null" : printFunction(kernel, parameters, extent, context, "    ", "arrow"),
      ),
      "  ",
    );
  return [
    `blocks: ${listLiteral(
      kernels.blocks.map((block) => blockLiteral(block, context)),
      "  ",
    )}`,
    `predict: ${list(kernels.predict, [...rows, "f", "J"], "rows")}`,
    `start${print(kernels.start, ["d", "rows", "out"], "once")}`,
    `derive${print(kernels.derive, ["p", "d", "rows", "out", "J"], "once")}`,
    kernels.keep === null ? "keep: null" : `keep${printPredicate(kernels.keep, context, "  ")}`,
    `losses: ${list(kernels.losses, ["z", "rho"], "once")}`,
    `separable: ${separableLiteral(kernels.separable)}`,
    `trace${print(kernels.trace, ["p", "d", "row", "trace"], "row")}`,
  ];
}

/** The part of the layout that the runtime uses, and last the bytes as base64. */
function wasmLiteral(wasm: WasmModule | null): string {
  if (wasm === null) return "null";
  const { params, table, factor, sums, errors, bad, panel, panelColumnBytes, lm } = wasm.layout;
  const { columns, imports, heap, bytes } = wasm;
  const members: readonly [string, Data][] = [
    ["layout", { params, table, factor, sums, errors, bad, panel, panelColumnBytes, lm }],
    ["columns", columns],
    ["imports", imports],
    ["heap", heap],
    ["bytes", base64(bytes)],
  ];
  return `{\n${members.map(([name, data]) => `    ${name}: ${dataLiteral(data)},\n`).join("")}  }`;
}

function blockLiteral(block: BlockTable<Kernel>, context: ModelSymbols): string {
  const { kind, first, count, residuals, linearize, measure, basis } = block;
  const extent: Extent = kind === "row" ? "rows" : "once";
  const print = (kernel: Kernel, outputs: readonly string[]) =>
    printFunction(kernel, [...rows, ...outputs], extent, context, "      ");
  const members = [
    ...Object.entries({ kind, first, count }).map(([name, data]) => `${name}: ${dataLiteral(data)}`),
    `residuals${print(residuals, ["r"])}`,
    `linearize${print(linearize, ["r", "J"])}`,
    `measure${print(measure, ["raw", "observed", "noise"])}`,
    basis === null ? "basis: null" : `basis${print(basis, ["B"])}`,
  ];
  return `{\n${members.map((member) => `      ${member},\n`).join("")}    }`;
}

function separableLiteral(separable: Separable | null): string {
  if (separable === null) return "null";
  const members = Object.entries(separable).map(([name, data]) => `${name}: ${dataLiteral(data)}`);
  return `{\n${members.map((member) => `    ${member},\n`).join("")}  }`;
}

function columnInfos(compiled: CompiledModel): readonly DataFields<ColumnInfo>[] {
  const { used, filter, predictor } = columnUse(compiled);
  return compiled.model.columns.map((column) => ({
    ...quantity(column),
    header: column.header,
    used: used.has(column.index),
    filter: filter.has(column.index),
    predictor: predictor.has(column.index),
  }));
}

function paramInfo(param: ParamSymbol, { startless }: CheckedModel): DataFields<ParamInfo> {
  const { fixed, lowerOpen, upperOpen } = param;
  return { ...quantity(param), fixed, lowerOpen, upperOpen, startless: startless.has(param) };
}

function quantity(symbol: {
  readonly name: { readonly text: string };
  readonly unit: { readonly text: string } | null;
  readonly doc: string | null;
}): DataFields<QuantityInfo> {
  return { name: symbol.name.text, unit: symbol.unit?.text ?? null, doc: symbol.doc };
}

function statementInfos({ model, kernels }: CompiledModel): readonly DataFields<StatementInfo>[] {
  const responses = responseNames(model.statements);
  return model.statements.map((statement, s) => ({
    kind: statement.kind,
    text: statementText(statement),
    response: responses[s] ?? "",
    observed: measuredColumn(kernels, "observed", s),
    noise: statement.noise === null ? null : noiseInfo(statement.noise, measuredColumn(kernels, "noise", s)),
    absolute: statement.noise === null ? model.covariance?.absolute === true : isAbsolute(statement.noise),
    loss: kernels.lossOf[s] ?? -1,
    lossName: statement.loss.kind === "builtin" ? statement.loss.name : "custom",
    lossScale: kernels.lossScale[s] ?? 1,
    root: kernels.traceRoots[s] ?? -1,
  }));
}

function noiseInfo({ model, value, scale }: CheckedNoise, column: number): DataFields<NoiseInfo> {
  const { range, variancePower } = noiseModels[model];
  return { word: model, text: printExpr(value), column, scale, range, variancePower };
}

/**
 * The column that statement s observes, or that is its noise; -1 if this is an expression, or if
 * there is none.
 */
function measuredColumn({ blocks }: ModelKernels, what: "observed" | "noise", s: number): number {
  for (const { first, count, measure } of blocks) {
    const store = measure.stores.find(({ output, slot }) => output === what && slot === s - first);
    if (s < first || s >= first + count || store === undefined) continue;
    const node = measure.pool.node(store.value);
    return node.op === "column" ? node.index : -1;
  }
  return -1;
}

function table(entries: readonly Data[]): string {
  return listLiteral(entries.map(dataLiteral), "  ");
}
