import type { CallName } from "../../runtime/contract/calls.js";
import type { ReductionName } from "../../runtime/contract/reductions.js";
import type { Primitive } from "./primitives.js";

/** An expression: its position in the pool. Operands have smaller ids than their users. */
export type ExprId = number & { readonly __expr: unique symbol };

export interface ExprNode {
  readonly op: Primitive;
  readonly args: readonly ExprId[];
  /** The value of a `const`. -0 and 0 are distinct; NaN is allowed. */
  readonly value: number;
  /** The index of a `param` or `column`; 0 otherwise. */
  readonly index: number;
  /** The function of a `call`, the reduction of a `reduce`, the name of a `variable` (the z and C of a loss); else empty. */
  readonly name: string;
}

/**
 * What an expression varies with, hence where it is computed: `const` at compile time; `data` once per data set
 * (reductions); `params` once per iteration; `row` once per row.
 */
export type Rate = "const" | "data" | "params" | "row";

/**
 * An append-only, hash-consed DAG in topological order: equal expressions are one id, so passes are loops over ids and
 * nothing recurses. It builds what it is told; simplification is `simplify/`.
 */
export class ExprPool {
  private readonly nodes: ExprNode[] = [];
  /** For each operation, and for each function, what is known of it by its operands. */
  private readonly tables = new Map<string, Map<number | string, ExprId>>();

  get size(): number {
    return this.nodes.length;
  }

  node(id: ExprId): ExprNode {
    const node = this.nodes[id];
    if (node === undefined) throw new Error(`fitc bug: expression ${id} is not in this pool`);
    return node;
  }

  constant(value: number): ExprId {
    const key = Object.is(value, -0) ? "-0" : value;
    return this.intern("const", key, { op: "const", args: [], value, index: 0, name: "" });
  }

  param(index: number): ExprId {
    return this.intern("param", index, { op: "param", args: [], value: 0, index, name: "" });
  }

  column(index: number): ExprId {
    return this.intern("column", index, { op: "column", args: [], value: 0, index, name: "" });
  }

  /** A free variable that only a loss has. */
  variable(name: string): ExprId {
    return this.intern("variable", name, { op: "variable", args: [], value: 0, index: 0, name });
  }

  /** A reduction over the rows of row expressions; a leaf for rates and derivatives. */
  reduce(name: ReductionName, args: readonly ExprId[]): ExprId {
    return this.intern(`reduce ${name}`, keyOf(args), { op: "reduce", args, value: 0, index: 0, name });
  }

  /** A special function by name. */
  call(name: CallName, args: readonly ExprId[]): ExprId {
    return this.intern(`call ${name}`, keyOf(args), { op: "call", args, value: 0, index: 0, name });
  }

  make(
    op: Exclude<Primitive, "const" | "param" | "column" | "reduce" | "variable" | "call">,
    ...args: readonly ExprId[]
  ): ExprId {
    return this.intern(op, keyOf(args), { op, args, value: 0, index: 0, name: "" });
  }

  /** The same operation on other operands. */
  rebuild(id: ExprId, args: readonly ExprId[]): ExprId {
    const node = this.node(id);
    switch (node.op) {
      case "const":
      case "param":
      case "column":
      case "variable":
        return id;
      case "reduce":
        return this.reduce(node.name as ReductionName, args);
      case "call":
        return this.call(node.name as CallName, args);
      default:
        return this.make(node.op, ...args);
    }
  }

  private intern(operation: string, key: number | string, node: ExprNode): ExprId {
    let table = this.tables.get(operation);
    if (table === undefined) {
      table = new Map();
      this.tables.set(operation, table);
    }
    const known = table.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.length as ExprId;
    this.nodes.push(node);
    table.set(key, id);
    return id;
  }
}

/** A number for up to two operands, which is quicker than text. Of one operation all have the same number of operands, but for text. */
function keyOf(args: readonly ExprId[]): number | string {
  const [a = 0, b = 0] = args;
  return args.length <= 2 && b < 2 ** 26 ? a * 2 ** 26 + b : args.join(" ");
}
