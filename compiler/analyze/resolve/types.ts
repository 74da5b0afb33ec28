import type { Help } from "../../../diagnostics/index.js";
import { type CallExpr, type Expr, postorder } from "../../../grammar/index.js";
import type { ArgumentSymbol, FnSymbol, ValueSymbol } from "../../model/checked-model.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import { Layered } from "./layered.js";
import { bodyOf, type Definition, type Resolution } from "./scope.js";

/**
 * The type of an expression; null if it is unknown because of an error that was already reported.
 */
export type Type = "number" | "condition";

const conditionOps: ReadonlySet<string> = new Set(["and", "or"]);
const comparisons: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "==", "!="]);

/**
 * Infers the types of definitions, and checks expressions against them. Filled in the order of the
 * definitions.
 */
export class Types {
  private readonly known: Map<Definition, Type | null>;
  private readonly argumentTypes: Map<ArgumentSymbol, Type>;

  constructor(
    private readonly resolution: Resolution,
    private readonly reporter: Reporter,
    outer: Types | null,
  ) {
    this.known = new Layered(outer?.known);
    this.argumentTypes = new Layered(outer?.argumentTypes);
  }

  /**
   * Adds a definition; those that it uses must have been added before. A `let` or `fn` may be a
   * condition; the others are numbers.
   */
  add(definition: Definition): void {
    if (definition.kind === "fn") this.inferArguments(definition);
    const either = definition.kind === "fn" || definition.kind === "let";
    this.known.set(definition, this.check(bodyOf(definition), either ? null : "number"));
  }

  /**
   * Checks an expression, and that its type is the expected one; null accepts any type.
   * @param help how to correct the type of the whole expression
   */
  check(root: Expr, expected: Type | null, help?: Help): Type | null {
    const types = new Map<Expr, Type | null>();
    const expect = (expr: Expr, type: Type): void => {
      const actual = types.get(expr) ?? null;
      if (actual === null || actual === type) return;
      this.mismatch(expr, type, expr === root ? help : undefined);
      types.set(expr, null);
    };
    for (const node of postorder(root)) {
      for (const [operand, type] of this.demands(node)) expect(operand, type);
      types.set(node, this.resultOf(node, types));
    }
    if (expected !== null) expect(root, expected);
    return types.get(root) ?? null;
  }

  /** The types that a node requires of its operands. */
  private demands(node: Expr): readonly (readonly [operand: Expr, type: Type])[] {
    switch (node.kind) {
      case "unary":
        return [[node.operand, node.op === "not" ? "condition" : "number"]];
      case "binary": {
        const type = conditionOps.has(node.op) ? "condition" : "number";
        return [
          [node.left, type],
          [node.right, type],
        ];
      }
      case "if":
        return [[node.condition, "condition"]];
      case "call":
        return node.args.map((arg, i) => [arg, this.argumentType(node, i)]);
      default:
        return [];
    }
  }

  private argumentType(call: CallExpr, i: number): Type {
    const target = this.resolution.calls.get(call);
    const argument = target?.kind === "fn" ? target.params[i] : undefined;
    return (argument && this.argumentTypes.get(argument)) ?? "number";
  }

  private resultOf(node: Expr, types: ReadonlyMap<Expr, Type | null>): Type | null {
    switch (node.kind) {
      case "number":
      case "constant":
        return "number";
      case "ref": {
        const symbol = this.resolution.references.get(node);
        return symbol === undefined ? null : this.typeOf(symbol);
      }
      case "call": {
        const target = this.resolution.calls.get(node);
        if (target === undefined) return null;
        return target.kind === "fn" ? (this.known.get(target) ?? null) : "number";
      }
      case "unary":
        return node.op === "not" ? "condition" : "number";
      case "binary":
        return conditionOps.has(node.op) || comparisons.has(node.op) ? "condition" : "number";
      case "if": {
        const [then, otherwise] = [types.get(node.then) ?? null, types.get(node.else) ?? null];
        if (then !== null && otherwise !== null && then !== otherwise) {
          this.reporter.report(messages.branchTypesDiffer(), node.else.span);
          return null;
        }
        return then ?? otherwise;
      }
      default:
        return null;
    }
  }

  private typeOf(symbol: ValueSymbol): Type | null {
    switch (symbol.kind) {
      case "const":
      case "let":
      case "derive":
        return this.known.get(symbol) ?? null;
      case "argument":
        return this.argumentTypes.get(symbol) ?? "number";
      default:
        return "number";
    }
  }

  /** An argument is a condition if the body uses it as one. */
  private inferArguments(fn: FnSymbol): void {
    for (const node of postorder(fn.body)) {
      for (const [operand, type] of this.demands(node)) {
        const symbol = operand.kind === "ref" ? this.resolution.references.get(operand) : undefined;
        if (symbol?.kind === "argument" && type === "condition") this.argumentTypes.set(symbol, "condition");
      }
    }
  }

  private mismatch(expr: Expr, expected: Type, help?: Help): void {
    const text = this.reporter.quote(expr.span);
    const message =
      expected === "number" ? messages.conditionUsedAsNumber({ text }) : messages.numberUsedAsCondition({ text });
    this.reporter.report(message, expr.span, help);
  }
}
