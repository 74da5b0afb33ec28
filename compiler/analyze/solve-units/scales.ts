import type { Expr } from "../../../grammar/index.js";
import type { Unit } from "../../model/unit.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import { isLogarithmic } from "../units/symbols.js";
import { outermost } from "./contradiction.js";
import { isForm } from "./operations.js";
import type { Factors, UnitEquations } from "./unit-equations.js";

/** The unit of a form, if all of it is known. */
type UnitOf = (form: Factors["result"]) => Unit | null;

/**
 * Reports products, powers and roots of a point on a scale whose zero is arbitrary, which mean
 * nothing. Returns whether there are any.
 */
export function checkPoints(factors: readonly Factors[], reporter: Reporter): boolean {
  const points = factors.flatMap(({ node, operands, calls }) =>
    operands.flatMap(({ from, point }) => (point === null ? [] : [{ node, from, point, calls }])),
  );
  for (const { node, from, point, calls } of points) {
    const texts = { text: reporter.quote(from.span), unit: point.unit?.text ?? "", operation: operationOf(node) };
    const declared = { message: `'${point.name.text}' is declared in '${texts.unit}'`, span: point.name.span };
    reporter.report(messages.affineFactor(texts), outermost(calls)?.call.span ?? from.span, undefined, [declared]);
  }
  return points.length > 0;
}

/**
 * Reports products, powers and roots of a logarithm, which mean nothing although their units can be
 * computed, unless they are per something: dB/km times km.
 */
export function checkLogarithms({ factors, quantities }: UnitEquations, unitOf: UnitOf, reporter: Reporter): void {
  const isUsed = [...quantities.keys()].some(({ unit }) => [...(unit?.size.keys() ?? [])].some(isLogarithmic));
  for (const product of isUsed ? factors : []) checkLogarithm(product, unitOf, reporter);
}

function checkLogarithm({ node, operands, result, calls }: Factors, unitOf: UnitOf, reporter: Reporter): void {
  const units = operands.map(({ unit }) => (isForm(unit) ? unitOf(unit) : null));
  const base = units.flatMap((unit) => [...(unit?.size.keys() ?? [])]).find(isLogarithmic);
  const product = base === undefined ? null : unitOf(result);
  const power = base === undefined ? undefined : product?.size.get(base);
  if (base === undefined || product === null || power === undefined) return;
  const isOther = power.d !== 1 || Math.abs(power.n) !== 1;
  const isTimes = node.kind === "binary" && node.op === "*" && units.some(isLevel) && units.some(isQuantity);
  if (!isOther && !isTimes) return;
  const texts = { text: reporter.quote(node.span), unit: product.text, base, operation: operationOf(node) };
  reporter.report(messages.logarithmicFactor(texts), outermost(calls)?.call.span ?? node.span);
}

/** Whether a unit is that of a level, and not of one per something. */
function isLevel(unit: Unit | null): boolean {
  const [only, ...others] = unit?.size ?? [];
  return only !== undefined && others.length === 0 && isLogarithmic(only[0]) && only[1].n === 1 && only[1].d === 1;
}

/** Whether a unit is neither a plain number, nor one over something, nor logarithmic. */
function isQuantity(unit: Unit | null): boolean {
  const dimension = [...(unit?.size ?? [])].filter(([base]) => !base.startsWith("#"));
  return !dimension.some(([base]) => isLogarithmic(base)) && dimension.some(([, { n }]) => n > 0);
}

function operationOf(node: Expr): string {
  if (node.kind !== "binary") return "put under a root or raised to a power";
  return node.op === "^" ? "raised to a power" : node.op === "/" ? "divided" : "multiplied";
}
