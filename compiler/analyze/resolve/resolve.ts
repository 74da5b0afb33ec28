import { didYouMean } from "../../../diagnostics/index.js";
import { type CallExpr, type Expr, type NameExpr, postorder } from "../../../grammar/index.js";
import { type ReductionName, reductionNames } from "../../../runtime/contract/reductions.js";
import { builtins } from "../../builtins/index.js";
import type { CallTarget, ValueSymbol } from "../../model/checked-model.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import { isBuiltinName } from "./declare.js";
import { constantFromOtherLanguage, fromOtherLanguage } from "./other-languages.js";
import {
  findFunction,
  findValue,
  functionNames,
  hasColumns,
  mayBeLost,
  type Resolution,
  type Scope,
  valueNames,
} from "./scope.js";

const howToDeclareColumns = "declare the columns of the data in a 'data' block or with 'input'";

const otherBases = "write 'log10(x)', 'log2(x)', or 'log(x) / log(b)' for another base b";

/**
 * The names that are visible in one expression only: the arguments of its `fn`, or the variable of
 * its loss.
 */
export type Locals = ReadonlyMap<string, ValueSymbol>;

/** Resolves every name and every call in one expression. */
export function resolveExpression(
  root: Expr,
  locals: Locals,
  scope: Scope,
  into: Resolution,
  reporter: Reporter,
): void {
  for (const node of postorder(root)) {
    if (node.kind === "ref") {
      const symbol = locals.get(node.name.text) ?? findValue(scope, node.name.text);
      if (symbol === undefined) reportUnknownValue(node, locals, scope, reporter);
      else into.references.set(node, symbol);
    } else if (node.kind === "call") {
      const target = resolveCall(node, locals, scope, reporter);
      if (target !== null) into.calls.set(node, target);
    }
  }
}

function reportUnknownValue(node: NameExpr, locals: Locals, scope: Scope, reporter: Reporter): void {
  const name = node.name.text;
  if (findFunction(scope, name) !== undefined || isBuiltinName(name)) {
    reporter.report(messages.functionUsedAsValue({ name }), node.span);
    return;
  }
  if (mayBeLost(scope, name) || reporter.isRepeated(name)) return;
  reporter.report(messages.unknownName({ name }), node.span, () => {
    const columnless = scope.parent !== null && !hasColumns(scope);
    return (
      constantFromOtherLanguage(name) ??
      didYouMean(name, [...locals.keys(), ...valueNames(scope)]) ??
      (columnless ? howToDeclareColumns : null)
    );
  });
}

function resolveCall(node: CallExpr, locals: Locals, scope: Scope, reporter: Reporter): CallTarget | null {
  const name = node.callee.text;
  const count = node.args.length;
  const target = callTarget(name, count, scope);
  if (target === null) {
    if (locals.has(name) || findValue(scope, name) !== undefined) {
      reporter.report(messages.valueUsedAsFunction({ name }), node.callee.span);
    } else if (!mayBeLost(scope, name)) {
      const nearest = () => didYouMean(name, [...builtins.keys(), ...reductionNames, ...functionNames(scope)]);
      const help = () => fromOtherLanguage(name, node.args) ?? nearest();
      reporter.report(messages.unknownFunction({ name }), node.callee.span, help);
    }
    return null;
  }
  const [least, most] = arity(target);
  if (count < least || count > most) {
    const help = target.kind === "builtin" && name === "log" && count === 2 ? otherBases : null;
    reporter.report(messages.wrongArgumentCount({ name, expected: arityText(least, most), count }), node.span, help);
    return null;
  }
  return target;
}

/** `min` and `max` are reductions over rows with one argument, and functions with more. */
function callTarget(name: string, count: number, scope: Scope): CallTarget | null {
  const fn = findFunction(scope, name);
  if (fn !== undefined) return fn;
  const reduction = reductionNames.find((known) => known === name);
  const builtin = builtins.get(name);
  if (reduction !== undefined && (builtin === undefined || count < builtin.minArgs)) {
    return { kind: "reduction", name: reduction };
  }
  return builtin === undefined ? null : { kind: "builtin", name };
}

function arity(target: CallTarget): readonly [least: number, most: number] {
  switch (target.kind) {
    case "fn":
      return [target.params.length, target.params.length];
    case "reduction":
      return reductionArity(target.name);
    case "builtin": {
      const builtin = builtins.get(target.name);
      return [builtin?.minArgs ?? 0, builtin?.maxArgs ?? 0];
    }
  }
}

function reductionArity(name: ReductionName): readonly [least: number, most: number] {
  switch (name) {
    case "count":
      return [0, 1];
    case "argmin":
    case "argmax":
      return [2, 2];
    case "min":
    case "max":
      return [1, Number.POSITIVE_INFINITY];
    default:
      return [1, 1];
  }
}

function arityText(least: number, most: number): string {
  if (most === Number.POSITIVE_INFINITY) return `at least ${plural(least)}`;
  if (least === most) return least === 0 ? "no arguments" : plural(least);
  return least === 0 ? `at most ${plural(most)}` : `${least} to ${plural(most)}`;
}

function plural(count: number): string {
  return count === 1 ? "1 argument" : `${count} arguments`;
}
