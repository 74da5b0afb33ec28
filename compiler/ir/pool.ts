import type { CallName } from "../../runtime/contract/calls.js";
import type { ReductionName } from "../../runtime/contract/reductions.js";
import type { Primitive } from "./primitives.js";

/** An expression, as its index in the pool. Operands have smaller ids than their users. */
export type ExprId = number & { readonly __expr: unique symbol };

export interface ExprNode {
  readonly op: Primitive;
  readonly args: readonly ExprId[];
  /** The value of a `const`. -0 and 0 are distinct; NaN is allowed. */
  readonly value: number;
  /** The index of a `param` or `column`; 0 otherwise. */
  readonly index: number;
  /**
   * The function of a `call`, the reduction of a `reduce`, the name of a `variable` (the z and C of
   * a loss); otherwise empty.
   */
  readonly name: string;
}

/**
 * What an expression depends on, and hence where it is computed: `const` at compile time; `data`
 * once per data set (reductions); `params` once per iteration; `row` once per row.
 */
export type Rate = "const" | "data" | "params" | "row";

/**
 * An append-only, hash-consed DAG in topological order: equal expressions have one id, so passes
 * are loops over ids without recursion. The pool builds exactly what is requested; `simplify/` does
 * the simplification.
 */
export class ExprPool {
  private readonly nodes: ExprNode[] = [];
  /** For each operation and each function, the known expressions by their operands. */
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
    return this.intern("const", key, "const", [], { value });
  }

  param(index: number): ExprId {
    return this.intern("param", index, "param", [], { index });
  }

  column(index: number): ExprId {
    return this.intern("column", index, "column", [], { index });
  }

  /** A free variable; only losses have them. */
  variable(name: string): ExprId {
    return this.intern("variable", name, "variable", [], { name });
  }

  /** A reduction of row expressions over all rows; a leaf with respect to rates and derivatives. */
  reduce(name: ReductionName, args: readonly ExprId[]): ExprId {
    return this.intern(`reduce ${name}`, keyOf(args), "reduce", args, { name });
  }

  /** A special function by name. */
  call(name: CallName, args: readonly ExprId[]): ExprId {
    return this.intern(`call ${name}`, keyOf(args), "call", args, { name });
  }

  make(
    op: Exclude<Primitive, "const" | "param" | "column" | "reduce" | "variable" | "call">,
    ...args: readonly ExprId[]
  ): ExprId {
    return this.intern(op, keyOf(args), op, args);
  }

  /** The same operation with other operands. */
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

  private intern(
    operation: string,
    key: number | string,
    op: Primitive,
    args: readonly ExprId[],
    { value = 0, index = 0, name = "" }: Partial<Pick<ExprNode, "value" | "index" | "name">> = none,
  ): ExprId {
    let table = this.tables.get(operation);
    if (table === undefined) {
      table = new Map();
      this.tables.set(operation, table);
    }
    const known = table.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.length as ExprId;
    this.nodes.push({ op, args, value, index, name });
    table.set(key, id);
    return id;
  }
}

const none = {};

/**
 * The key of an operand list: a number for up to two operands, which is faster than a string. All
 * nodes of one operation have the same number of operands, unless their key is a string.
 */
function keyOf(args: readonly ExprId[]): number | string {
  const [a = 0, b = 0] = args;
  return args.length <= 2 && b < 2 ** 26 ? a * 2 ** 26 + b : args.join(" ");
}
