import type { Span } from "../../../diagnostics/index.js";
import { type CallExpr, type Expr, postorder } from "../../../grammar/index.js";
import type { FnSymbol, ValueSymbol } from "../../model/checked-model.js";
import type { Constants } from "../constants.js";
import type { Dependences } from "../resolve/dependence.js";
import { isDefinition, type Resolution } from "../resolve/scope.js";
import { fractionOf, minusOne, negate, one, productOf } from "../units/rational.js";
import { isAffine } from "../units/symbols.js";
import type { Budget } from "./budget.js";
import type { Equation, Form, Operand, Place, Quantity, Reason, Setting, Variable } from "./equations.js";
import { binary, builtin, type Demands, equal, isForm, operand, reduction } from "./operations.js";

/** A body whose units are being inferred: a requested expression, or that of an `fn` in a call. */
interface Frame {
  readonly root: Expr;
  readonly nodes: readonly Expr[];
  next: number;
  readonly args: readonly Operand[];
  readonly setting: Setting;
  readonly operands: Map<Expr, Operand>;
  /** The results of the calls of functions in it. */
  readonly results: Map<CallExpr, Operand>;
  readonly keep: (result: Operand) => void;
}

/** A product, a power or a root, with what stands in it. */
export interface Factors extends Setting {
  readonly node: Expr;
  readonly operands: readonly Operand[];
  readonly result: Form;
}

/**
 * Collects the equations between the units of a model. Each name has one unknown unit, which its
 * declaration may give. An `fn` has none: its body is read anew for each different list of
 * arguments. Nothing recurses.
 */
export class UnitEquations implements Demands {
  readonly equations: Equation[] = [];
  readonly quantities = new Map<Quantity, Variable>();
  /** The units of the bare ones in sums. */
  readonly ones: Form[] = [];
  readonly factors: Factors[] = [];
  private variables = 0;
  private setting: Setting = { calls: null, isOuter: false };
  /** The results of calls, by function and arguments. */
  private readonly results = new Map<FnSymbol, Map<string, Operand>>();
  private readonly broken = new Map<Quantity, boolean>();
  /** The functions whose bodies are being read. */
  private readonly active = new Set<FnSymbol>();

  /**
   * @param own the names of the model itself, not of the file around it
   * @param budget how much may be read
   */
  constructor(
    private readonly resolution: Resolution,
    private readonly constants: Constants,
    private readonly dependences: Dependences,
    private readonly own: ReadonlySet<ValueSymbol>,
    private readonly budget: Budget,
  ) {}

  /** Whether the model is so long that a part of it was not read. */
  get incomplete(): boolean {
    return this.budget.isSpent;
  }

  isOwn(symbol: Quantity): boolean {
    return this.own.has(symbol);
  }

  /** Adds a name, with its declared unit. */
  variableOf(symbol: Quantity): Variable {
    const known = this.quantities.get(symbol);
    if (known !== undefined) return known;
    const variable: Variable = { id: this.variables++, symbol };
    this.quantities.set(symbol, variable);
    if (symbol.unit !== null) {
      this.equations.push({ variables: new Map([[variable, one]]), unit: symbol.unit, site: null });
    }
    return variable;
  }

  /** Demands that a name has the unit of its value: its definition, start value or bound. */
  addValue(name: Quantity, what: string, value: Expr): void {
    this.setting = { calls: null, isOuter: !this.isOwn(name) };
    const found = this.infer(value);
    const itself: Expr = { kind: "ref", name: name.name, span: name.name.span };
    this.demand({ kind: "value", name, what }, operand(this.formOf(name), itself), found, value.span);
    this.setting = { calls: null, isOuter: false };
  }

  /** Demands that two expressions have one unit; returns it. */
  addSides(what: string, left: Expr, right: Expr): Operand {
    const span = { start: left.span.start, end: right.span.end };
    return equal(what, [this.infer(left), this.infer(right)], this, { ...left, span });
  }

  demand(reason: Reason, left: Operand, right: Operand | null, span: Span): void {
    if (!isForm(left.unit) || (right !== null && !isForm(right.unit))) return;
    const variables = right === null || !isForm(right.unit) ? left.unit : this.quotient(left.unit, right.unit);
    const place = ({ from }: Operand, form: Form): Place => ({ expr: from, form });
    const other = right !== null && isForm(right.unit) ? place(right, right.unit) : null;
    const site = { reason, left: place(left, left.unit), right: other, span, ...this.setting };
    this.equations.push({ variables, unit: null, site });
  }

  fresh(): Form {
    return new Map([[{ id: this.variables++, symbol: null }, one]]);
  }

  noteOne(form: Form): void {
    this.ones.push(form);
  }

  noteFactors(node: Expr, operands: readonly Operand[], result: Form): void {
    this.budget.spend(result.size);
    this.factors.push({ node, operands, result, ...this.setting });
  }

  openness(form: Form): number {
    let open = 0;
    for (const { symbol } of form.keys()) if (symbol?.unit == null) open++;
    return open;
  }

  /** The unit of an expression. Adds what the operations in it demand. */
  infer(root: Expr): Operand {
    let result = operand("literal", root);
    const { setting } = this;
    const stack = [
      this.frameOf(root, [], setting, (found) => {
        result = found;
      }),
    ];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const node = frame.nodes[frame.next];
      this.setting = frame.setting;
      if (node === undefined) {
        stack.pop();
        frame.keep(frame.operands.get(frame.root) ?? operand("literal", frame.root));
        continue;
      }
      const needed = node.kind === "call" ? this.missingCall(node, frame) : null;
      if (needed !== null) {
        stack.push(needed);
      } else {
        frame.operands.set(node, this.operandOf(node, frame));
        frame.next++;
      }
    }
    this.setting = setting;
    return result;
  }

  private quotient(left: Form, right: Form): Form {
    this.budget.spend(left.size + right.size);
    return productOf(left, right, minusOne);
  }

  private formOf(symbol: Quantity): Form {
    return new Map([[this.variableOf(symbol), one]]);
  }

  private operandOf(node: Expr, frame: Frame): Operand {
    const unknown = operand("literal", node);
    const of = (expr: Expr): Operand => frame.operands.get(expr) ?? unknown;
    if (this.incomplete) return operand(this.fresh(), node);
    switch (node.kind) {
      case "number":
        return { ...operand("literal", node, fractionOf(node.value)), isOne: node.value === 1 };
      case "constant":
        return operand("literal", node, "irrational");
      case "ref":
        return this.reference(node, frame.args);
      case "unary":
        return node.op === "not" ? operand("condition", node) : negated(of(node.operand), node);
      case "binary":
        return binary(node, of(node.left), of(node.right), this);
      case "if":
        return equal("both branches of 'if'", [of(node.then), of(node.else)], this, node);
      case "call": {
        const target = this.resolution.calls.get(node);
        if (target === undefined) return operand(this.fresh(), node);
        const args = node.args.map(of);
        if (target.kind === "builtin") return builtin(target.name, node, args, this);
        if (target.kind === "reduction") return reduction(target.name, node, args, this);
        const result = frame.results.get(node);
        return result === undefined ? operand(this.fresh(), node) : { ...result, from: node };
      }
      default:
        return operand(this.fresh(), node);
    }
  }

  private reference(node: Extract<Expr, { kind: "ref" }>, args: readonly Operand[]): Operand {
    const symbol = this.resolution.references.get(node);
    if (symbol === undefined) return operand(this.fresh(), node);
    switch (symbol.kind) {
      case "argument": {
        const arg = args[symbol.index];
        return arg === undefined ? operand(this.fresh(), node) : { ...arg, from: node, isOne: false };
      }
      case "lossVariable":
        return operand(new Map(), node);
      default: {
        if (this.isBroken(symbol)) return operand(this.fresh(), node);
        const powers = symbol.unit === null ? [] : [...symbol.unit.size];
        const isPoint = powers.length === 1 && powers.every(([base, { n, d }]) => isAffine(base) && n === d);
        return { ...operand(this.formOf(symbol), node, this.constantOf(symbol)), point: isPoint ? symbol : null };
      }
    }
  }

  /** Whether something in the definition of a name was reported, so that its unit says nothing. */
  private isBroken(symbol: Quantity): boolean {
    if (!isDefinition(symbol)) return false;
    const known = this.broken.get(symbol) ?? this.dependences.of(symbol.value).broken;
    this.broken.set(symbol, known);
    return known;
  }

  /** The value of a named constant, for exponents. */
  private constantOf(symbol: Quantity): Operand["value"] {
    if (symbol.kind === "param" || symbol.kind === "column") return null;
    const value = symbol.value.kind === "number" ? symbol.value.value : this.constants.valueOf(symbol.value);
    return value === null ? null : fractionOf(value);
  }

  /**
   * The frame that must be processed before the result of a call of an `fn` is known; null if it
   * is known already, or if the `fn` is on a cycle. A call with the arguments of an earlier one has
   * its result, unless the unit of a number in the body is left to the place of the call.
   */
  private missingCall(call: CallExpr, caller: Frame): Frame | null {
    const target = this.resolution.calls.get(call);
    if (target?.kind !== "fn" || caller.results.has(call) || this.active.has(target) || this.incomplete) return null;
    const args = call.args.map((arg) => caller.operands.get(arg) ?? operand("literal", arg));
    const known = this.results.get(target) ?? new Map<string, Operand>();
    this.results.set(target, known);
    const key = args.map(keyOf).join();
    const earlier = known.get(key);
    if (earlier !== undefined) {
      caller.results.set(call, earlier);
      return null;
    }
    this.active.add(target);
    const { isOuter, calls } = caller.setting;
    const frame = this.frameOf(target.body, args, { calls: { call, outer: calls }, isOuter }, (found) => {
      this.active.delete(target);
      const result = found.unit === "literal" ? { ...found, unit: this.fresh() } : found;
      caller.results.set(call, result);
      if (isForm(result.unit) && ![...result.unit.keys()].some(({ symbol }) => symbol === null)) known.set(key, result);
    });
    return frame;
  }

  private frameOf(root: Expr, args: readonly Operand[], setting: Setting, keep: (result: Operand) => void): Frame {
    const nodes = postorder(root);
    this.budget.spend(nodes.length);
    return { root, nodes, next: 0, args, setting, operands: new Map(), results: new Map(), keep };
  }
}

function negated({ unit, value, point }: Operand, node: Expr): Operand {
  const opposite = value === null || value === "irrational" ? value : negate(value);
  return { ...operand(unit, node, opposite), point };
}

/** An argument as text: calls with the same ones have the same result. */
function keyOf({ unit, value, isOne, point }: Operand): string {
  const powers = isForm(unit)
    ? [...unit]
        .map(([{ id }, { n, d }]) => `${id}^${n}/${d}`)
        .sort()
        .join("*")
    : unit;
  const number = value === null || value === "irrational" ? String(value) : `${value.n}/${value.d}`;
  return `${powers} ${number} ${isOne} ${point?.name.text}`;
}
