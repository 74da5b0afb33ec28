import { type NameExpr, type OrderStmt, printExpr } from "../../../grammar/index.js";
import type { ParamSymbol } from "../../model/checked-model.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { freeParam } from "./free-param.js";

interface Link {
  readonly node: NameExpr;
  readonly param: ParamSymbol;
}

/**
 * An `order` chains free parameters that have the same bounds, start in that order, and are not
 * ordered elsewhere.
 */
export function orders(context: ModelContext): void {
  const first = new Map<ParamSymbol, OrderStmt>();
  for (const order of context.ast.body) {
    if (order.kind !== "order") continue;
    const links = order.params.flatMap((node): Link[] => {
      const param = freeParam(node, "order", context);
      if (param === null || isRepeated(node, param, order, first, context)) return [];
      return [{ node, param }];
    });
    for (const [i, link] of links.entries()) checkStart(links[i - 1], link, context);
    checkBounds(links, context);
  }
}

function isRepeated(
  node: NameExpr,
  param: ParamSymbol,
  order: OrderStmt,
  first: Map<ParamSymbol, OrderStmt>,
  { reporter }: ModelContext,
): boolean {
  const known = first.get(param);
  if (known === undefined) {
    first.set(param, order);
    return false;
  }
  reporter.report(messages.duplicateOrder({ name: node.name.text, line: reporter.lineOf(known.span) }), node.span);
  return true;
}

/** The order is enforced by positive steps between neighbours, so each step must start above 0. */
function checkStart(before: Link | undefined, { node, param }: Link, { constants, reporter }: ModelContext): void {
  const name = node.name.text;
  if (param.start === null) {
    reporter.report(messages.orderWithoutStartValue({ name }), node.span);
    return;
  }
  const start = constants.valueOf(param.start);
  const below = before?.param.start == null ? null : constants.valueOf(before.param.start);
  if (before === undefined || start === null || below === null || !(start <= below)) return;
  const texts = { start: numberText(start), below: numberText(below) };
  reporter.report(messages.declaredStartsUnordered({ name, lower: before.node.name.text, ...texts }), node.span);
}

/**
 * All links must have the same bounds, because the steps cannot enforce tighter bounds of a single
 * link.
 */
function checkBounds(links: readonly Link[], context: ModelContext): void {
  const [head, ...others] = links;
  if (head === undefined) return;
  const odd = others.find(({ param }) => boundsText(param, context) !== boundsText(head.param, context));
  if (odd === undefined) return;
  const message = messages.declaredOrderBoundsDiffer({
    first: head.node.name.text,
    firstBounds: boundsText(head.param, context),
    second: odd.node.name.text,
    secondBounds: boundsText(odd.param, context),
  });
  context.reporter.report(message, odd.node.span);
}

/** The bounds as text: known ends as numbers, ends that depend on the data as written. */
function boundsText({ lower, upper, lowerOpen, upperOpen }: ParamSymbol, { constants }: ModelContext): string {
  const text = (bound: ParamSymbol["lower"], none: number): string => {
    const value = bound === null ? none : constants.valueOf(bound);
    return bound === null || value !== null ? numberText(value ?? none) : printExpr(bound);
  };
  const [from, to] = [text(lower, Number.NEGATIVE_INFINITY), text(upper, Number.POSITIVE_INFINITY)];
  if (from === "-inf" && to === "inf") return "no bounds";
  return `${lowerOpen ? "(" : "["}${from}, ${to}${upperOpen ? ")" : "]"}`;
}
