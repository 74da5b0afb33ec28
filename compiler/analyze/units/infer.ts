import type { Message } from "../../../diagnostics/index.js";
import { type CallExpr, type Expr, postorder } from "../../../grammar/index.js";
import type { FnSymbol, ValueSymbol } from "../../model/checked-model.js";
import type { Unit } from "../../model/unit.js";
import type { Constants } from "../constants.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import type { Definition, Resolution } from "../resolve/scope.js";
import { sameUnit } from "./unit.js";
import { type Inferred, UnitRules } from "./unit-rules.js";

/**
 * A body whose units are being inferred: the requested expression, or the body of an `fn` for given
 * units of its arguments.
 */
interface Frame {
  readonly root: Expr;
  readonly nodes: readonly Expr[];
  next: number;
  readonly args: readonly Inferred[];
  readonly units: Map<Expr, Inferred>;
  readonly keep: (result: Inferred) => void;
}

/**
 * Infers the units of expressions. An `fn` has no fixed units: its body is checked once for each
 * different set of argument units in its calls. Definitions are added in order, so that nothing
 * recurses.
 */
export class UnitChecker {
  private readonly rules: UnitRules;
  private readonly inferred: Map<Definition, Inferred>;
  /** The result units of each `fn`, by the units of the arguments. */
  private readonly instances: Map<FnSymbol, Map<string, Inferred>>;

  constructor(
    private readonly resolution: Resolution,
    constants: Constants,
    reporter: Reporter,
    outer: UnitChecker | null,
  ) {
    this.rules = new UnitRules(constants, reporter);
    this.inferred = new Map(outer?.inferred);
    this.instances = new Map(outer?.instances);
  }

  /** Adds a definition; those that it uses must have been added before. */
  add(definition: Definition): void {
    if (definition.kind === "fn") {
      this.instances.set(definition, new Map());
      return;
    }
    const { unit, value, name } = definition;
    const found = this.demandDeclared(name.text, unit, value);
    // A constant has a unit only if one is declared; its value alone does not determine one.
    const isWrong = unit !== null && found !== null && found !== "literal" && !sameUnit(found, unit);
    // If a definition does not have its declared unit, its uses are not reported as well.
    const known = isWrong ? null : (unit ?? (definition.kind === "const" ? null : found));
    this.inferred.set(definition, known);
    if (known !== "literal" && !isWrong) completeUnit(definition, known);
  }

  /**
   * Checks the value of a declared name (the body of a definition, a start value or a bound);
   * returns its unit.
   */
  demandDeclared(name: string, unit: Unit | null, value: Expr): Inferred {
    return this.demand(value, unit, (found, note) =>
      messages.declaredUnitMismatch({ name, unit: unit?.text ?? "1", found, note }),
    );
  }

  /**
   * Checks that an expression has a given unit, if both are known; returns the unit of the
   * expression.
   */
  demand(expr: Expr, expected: Inferred, message: (found: string, note: string) => Message): Inferred {
    const found = this.infer(expr);
    this.rules.demand(expr, found, expected, message);
    return found;
  }

  /** Checks that two expressions have the same unit; returns it. */
  demandEqual(what: string, left: Expr, right: Expr): Inferred {
    const units = new Map([left, right].map((expr) => [expr, this.infer(expr)]));
    return this.rules.equal(what, left, right, (expr) => units.get(expr) ?? null);
  }

  /** The unit of an expression. Reports the operations in it whose units are incompatible. */
  infer(root: Expr): Inferred {
    let result: Inferred = null;
    const stack = [
      frameOf(root, [], (unit) => {
        result = unit;
      }),
    ];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const node = frame.nodes[frame.next];
      if (node === undefined) {
        stack.pop();
        frame.keep(frame.units.get(frame.root) ?? null);
        continue;
      }
      const needed = node.kind === "call" ? this.missingInstance(node, frame) : null;
      if (needed !== null) {
        stack.push(needed);
      } else {
        frame.units.set(node, this.unitOf(node, frame));
        frame.next++;
      }
    }
    return result;
  }

  private unitOf(node: Expr, frame: Frame): Inferred {
    const of = (expr: Expr): Inferred => frame.units.get(expr) ?? null;
    switch (node.kind) {
      case "number":
      case "constant":
        return "literal";
      case "ref": {
        const symbol = this.resolution.references.get(node);
        return symbol === undefined ? null : this.symbolUnit(symbol, frame.args);
      }
      case "unary":
        return node.op === "-" ? of(node.operand) : null;
      case "binary":
        return this.rules.binary(node, of);
      case "if":
        return this.rules.equal("both branches of 'if'", node.then, node.else, of);
      case "call": {
        const target = this.resolution.calls.get(node);
        if (target === undefined) return null;
        if (target.kind === "builtin") return this.rules.builtin(target.name, node, of);
        if (target.kind === "reduction") return this.rules.reduction(target.name, node, of);
        return this.instances.get(target)?.get(instanceKey(node.args.map(of))) ?? null;
      }
      default:
        return null;
    }
  }

  private symbolUnit(symbol: ValueSymbol, args: readonly Inferred[]): Inferred {
    switch (symbol.kind) {
      case "param":
      case "column":
        return symbol.unit;
      case "argument":
        return args[symbol.index] ?? null;
      case "lossVariable":
        return null;
      default:
        return this.inferred.get(symbol) ?? null;
    }
  }

  /**
   * The frame that must be processed before the unit of a call of an `fn` is known; null if it is
   * known already, or if the `fn` is on a cycle.
   */
  private missingInstance(call: CallExpr, frame: Frame): Frame | null {
    const target = this.resolution.calls.get(call);
    const known = target?.kind === "fn" ? this.instances.get(target) : undefined;
    if (target?.kind !== "fn" || known === undefined) return null;
    const args = call.args.map((arg) => frame.units.get(arg) ?? null);
    const key = instanceKey(args);
    return known.has(key) ? null : frameOf(target.body, args, (result) => known.set(key, result));
  }
}

/**
 * Sets the inferred unit of a symbol. This is done once and in place, because symbols are compared
 * by identity and cannot be copied.
 */
function completeUnit(symbol: { -readonly [K in "unit"]: Unit | null }, unit: Unit | null): void {
  symbol.unit = unit;
}

function frameOf(root: Expr, args: readonly Inferred[], keep: (result: Inferred) => void): Frame {
  return { root, nodes: postorder(root), next: 0, args, units: new Map(), keep };
}

function instanceKey(args: readonly Inferred[]): string {
  return JSON.stringify(args.map((arg) => (arg === null ? 0 : arg === "literal" ? 1 : arg.text)));
}
