import { printable } from "../../diagnostics/index.js";
import { printExpr, printName } from "../../grammar/index.js";
import { type SolverOptions, solverOptions } from "../../runtime/contract/solver-options.js";
import type { CompiledModel } from "../backends/backend.js";
import type {
  CheckedModel,
  CheckedNoise,
  CheckedStatement,
  DeriveSymbol,
  LetSymbol,
  ParamSymbol,
} from "../model/checked-model.js";
import { responseNames, statementText } from "../model/statement-text.js";
import type { BlockTable } from "../plan/kernel-table.js";
import type { Kernel } from "../schedule/kernel.js";
import { explainKernel } from "./kernel.js";

/**
 * Describes a model in mathematics: its equations, parameters, derivatives, noise, loss and solver,
 * as readable text.
 */
export function modelInMathematics({ model, kernels }: CompiledModel): string {
  const lets = letsOf(model);
  const sections: readonly [string, readonly string[]][] = [
    ["equations", model.statements.map(equation)],
    ["order", model.order.map(chain)],
    ["covariance of the observations", covariance(model)],
    ["where", lets.map((symbol) => `${printName(symbol.name)} = ${printExpr(symbol.value)}`)],
    ["rows kept", model.where === null ? [] : [printExpr(model.where)]],
    ["parameters", model.params.map((param) => parameter(param, model))],
    [
      "derived",
      model.derives.map((derive) => `${printName(derive.name)}${unitText(derive)} = ${printExpr(derive.value)}`),
    ],
    ...kernels.blocks.map((block): [string, readonly string[]] => [
      block.kind === "row"
        ? "residuals and derivatives, for each row"
        : "residuals without a column, and their derivatives",
      derivatives(model, block),
    ]),
    ["solver", [solver(model)]],
  ];
  const head = [modelHead(model), ...(model.doc === null ? [] : model.doc.split("\n").map((line) => `  ${line}`))];
  const body = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => section(title, lines));
  return `${[head.join("\n"), ...body].join("\n\n")}\n`;
}

/** `model Decay`. */
export function modelHead({ name }: CheckedModel): string {
  return `model ${printName({ text: name })}`;
}

/**
 * The scaled residuals of a block and their derivatives with respect to the free parameters, with
 * their common subexpressions.
 */
export function derivatives(model: CheckedModel, { first, count, linearize }: BlockTable<Kernel>): readonly string[] {
  const { prologue, body, value } = explainKernel(linearize, model);
  const free = model.params.filter((param) => !param.fixed);
  const lines = linearize.stores.map((store) => {
    const residual = model.statements.length === 1 ? "r" : `r${first + (store.slot % count) + 1}`;
    if (store.output === "r") return `${residual} = ${value(store)}`;
    const param = free[Math.floor(store.slot / count)];
    return `d${residual}/d${param === undefined ? "" : printName(param.name)} = ${value(store)}`;
  });
  return [...prologue, ...body, ...lines];
}

function section(title: string, lines: readonly string[]): string {
  return [title, ...lines.map((line) => `  ${printable(line)}`)].join("\n");
}

function equation(statement: CheckedStatement, s: number, all: readonly CheckedStatement[]): string {
  const { observed, predicted, noise, loss } = statement;
  if (statement.kind === "prior") return statementText(statement);
  const name = responseNames(all)[s] ?? "residual";
  const left = observed === null ? `${name} =` : `${printExpr(observed)} ~`;
  const scale = loss.scale === null ? "1" : printExpr(loss.scale);
  const rho = loss.kind === "builtin" ? loss.name : `${printName(loss.variable.name)} => ${printExpr(loss.rho)}`;
  const notes = [
    ...(noise === null ? [] : [noiseNote(noise)]),
    ...(loss.kind === "builtin" && loss.name === "linear" ? [] : [`loss ${rho}, C = ${scale}`]),
  ];
  return `${left} ${printExpr(predicted)}${notes.length === 0 ? "" : `    (${notes.join("; ")})`}`;
}

/** An order constraint as a chain: `a < b < c`. */
export function chain(params: readonly ParamSymbol[]): string {
  return params.map((param) => printName(param.name)).join(" < ");
}

function covariance({ covariance }: CheckedModel): readonly string[] {
  if (covariance === null) return [];
  return [`${JSON.stringify(covariance.path)}, ${covariance.absolute ? "absolute" : "relative"}`];
}

function noiseNote({ model, value, scale }: CheckedNoise): string {
  return `${model} ${printExpr(value)}${scale === null ? "" : `, ${scale}`}`;
}

function parameter(param: ParamSymbol, { startless, defaulted }: CheckedModel): string {
  const within = isBounded(param) ? ` in ${interval(param)}` : "";
  const value = startless.has(param)
    ? `needs no start value: the model is linear in it${within}`
    : defaulted.has(param)
      ? `has no start value: starts at 1${isBounded(param) ? `, or 1 away from its bound,${within}` : ""}`
      : param.start === null
        ? `starts in the middle of ${interval(param)}`
        : `${param.fixed ? "fixed at" : "starts at"} ${printExpr(param.start)}${within}`;
  const doc = param.doc === null ? "" : `    ${param.doc.replace(/\s+/g, " ")}`;
  return `${printName(param.name)}${unitText(param)} ${value}${doc}`;
}

function unitText({ unit }: ParamSymbol | DeriveSymbol): string {
  return unit === null ? "" : `: ${unit.text}`;
}

function isBounded({ lower, upper }: ParamSymbol): boolean {
  return lower !== null || upper !== null;
}

function interval({ lower, upper, lowerOpen, upperOpen }: ParamSymbol): string {
  const [from, to] = [lower === null ? "-inf" : printExpr(lower), upper === null ? "inf" : printExpr(upper)];
  return `${lowerOpen ? "(" : "["}${from}, ${to}${upperOpen ? ")" : "]"}`;
}

function solver({ params, solver: { method, explicit, ...options } }: CheckedModel): string {
  const set = Object.entries(solverOptions).flatMap(([key, { name }]) => {
    const value = options[key as keyof typeof options];
    return value === undefined ? [] : [`${name} = ${settingText(value, params)}`];
  });
  const why = explicit ? "" : method === "lm" ? " (no bounds, linear loss)" : " (bounds or a robust loss)";
  return `${method}${why}${set.length === 0 ? "" : `: ${set.join(", ")}`}`;
}

function settingText(value: SolverOptions[keyof SolverOptions], params: readonly ParamSymbol[]): string {
  if (value === null || value === false) return "off";
  if (typeof value !== "object") return value === true ? "on" : String(value);
  const scales = new Map(value);
  const settings = params.flatMap(({ name }) => {
    const scale = scales.get(name.text);
    return scale === undefined ? [] : [`${printName(name)}: ${scale}`];
  });
  return `{ ${settings.join(", ")} }`;
}

/** The `let`s that the model uses, in source order. */
function letsOf(model: CheckedModel): readonly LetSymbol[] {
  const lets = new Set<LetSymbol>();
  for (const symbol of model.references.values()) if (symbol.kind === "let") lets.add(symbol);
  return [...lets].sort((a, b) => a.span.start - b.span.start);
}
