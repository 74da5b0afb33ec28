import type { ExprId, ExprNode, ExprPool } from "../../ir/pool.js";
import { isCondition } from "../print.js";
import { type Calls, type Imported, printCall, type SinCosPair } from "./calls.js";
import { f64x2, i64x2 } from "./encoder/index.js";
import { type CodeScope, type LaneMask, type Number2, vectorSpelling } from "./spelling.js";

/** The leaves of an expression in one function. */
export type Leaves = Pick<CodeScope, "param" | "column" | "variable">;

/** Prints expressions into one function, for two rows at once. */
export class ExpressionPrinter {
  private readonly known = new Map<ExprId, Number2 | LaneMask>();
  /** The operands whose sine and cosine are both needed. */
  private readonly angles: ReadonlySet<ExprId>;
  private readonly sinCosines = new Map<ExprId, SinCosPair>();

  /** @param used every expression that the function computes */
  constructor(
    private readonly pool: ExprPool,
    used: ReadonlySet<ExprId>,
    private readonly calls: Calls,
    private readonly imported: Imported,
    private readonly leaves: Leaves,
  ) {
    const operands = (op: "sin" | "cos") =>
      [...used].map((id) => pool.node(id)).flatMap((node) => (node.op === op ? node.args : []));
    const cosines = new Set(operands("cos"));
    this.angles = new Set(operands("sin").filter((id) => cosines.has(id)));
  }

  /** Computes an expression here, once, for all its uses. */
  assign(id: ExprId): void {
    const { body } = this.calls;
    const value = this.inPlace(id);
    this.known.set(id, value.type === "f64x2" ? body.let(value) : body.let(value));
  }

  /** Sets the value of an expression that was computed elsewhere. */
  set(id: ExprId, value: Number2): void {
    this.known.set(id, isCondition(this.pool.node(id).op) ? i64x2.reinterpretF64x2(value) : value);
  }

  /** The bits of a number or of a condition. */
  bits(id: ExprId): Number2 {
    const value = this.value(id);
    return value.type === "f64x2" ? value : f64x2.reinterpretI64x2(value);
  }

  /** The value as a number; a condition is 1 or 0. */
  number(id: ExprId): Number2 {
    const value = this.value(id);
    return value.type === "f64x2" ? value : f64x2.select(value, f64x2.const(1), f64x2.const(0));
  }

  private mask(id: ExprId): LaneMask {
    const value = this.value(id);
    if (value.type === "i64x2") return value;
    const { op, value: constant } = this.pool.node(id);
    // A condition known at compile time is a constant.
    if (op !== "const") throw new Error(`fitc bug: ${op} is not a condition`);
    return i64x2.const(constant === 0 ? 0n : -1n);
  }

  private value(id: ExprId): Number2 | LaneMask {
    return this.known.get(id) ?? this.inPlace(id);
  }

  /** The schedule bounds the depth of expressions in place, and hence the recursion. */
  private inPlace(id: ExprId): Number2 | LaneMask {
    const node = this.pool.node(id);
    if (node.op === "sin" || node.op === "cos") {
      const angle = operand(node, 0);
      if (this.angles.has(angle)) return this.sinCos(angle)[node.op];
    }
    const { calls, leaves } = this;
    return vectorSpelling[node.op](
      {
        ...leaves,
        number: (position) => this.number(operand(node, position)),
        mask: (position) => this.mask(operand(node, position)),
        math: (name, x, y) => calls.math(name, calls.body.let(x), y === undefined ? undefined : calls.body.let(y)),
        special: (name, args) => printCall(calls, this.imported, name, args),
      },
      node,
    );
  }

  private sinCos(angle: ExprId): SinCosPair {
    const known = this.sinCosines.get(angle);
    if (known !== undefined) return known;
    const { calls } = this;
    const both = calls.sinCos(calls.body.let(this.number(angle)));
    this.sinCosines.set(angle, both);
    return both;
  }
}

function operand(node: ExprNode, position: number): ExprId {
  const id = node.args[position];
  if (id === undefined) throw new Error(`fitc bug: ${node.op} has no operand ${position}`);
  return id;
}
