import { specialFunctions } from "../builtins/index.js";
import { applyOperation } from "../ir/evaluate.js";
import { IdSet, type ReadonlyIdSet } from "../ir/id-set.js";
import type { ExprId, ExprNode, ExprPool } from "../ir/pool.js";
import { singularity } from "./singular.js";

/** A condition on the data of a row under which an expression is constant for all parameters. */
interface Hold {
  readonly when: ExprId;
  /** The values that it may have then, for any parameters; null if they are not known. */
  readonly values: readonly number[] | null;
}

/** The largest number of different conditions per expression; a product of columns has few. */
const maxHolds = 4;
const bothInfinities: readonly number[] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/**
 * Expressions that the data of a row hold constant whatever the parameters: x/e where x is 0, and
 * then exp(x/e), which is 1. No derivative flows through them. This matters where an operation with
 * an infinite slope is applied to one, as in sqrt(x/e): the chain rule would multiply that infinity
 * by the 0 of x/e, which is NaN, or infinite if the 0 is rounded away. Only such expressions, and
 * those below them, are examined. A 0 due to a parameter holds nothing: sqrt(a x) at a = 0 has no
 * derivative.
 */
export class Held {
  private readonly holds = new Map<ExprId, readonly Hold[]>();
  /** Expressions without a leaf; those that may be infinite are `unbounded`. */
  private readonly fixed: IdSet;
  private readonly unbounded: IdSet;
  private readonly always: ExprId;

  /**
   * @param order expressions in ascending order, with the operands of each
   * @param leaves the parameters
   */
  constructor(
    private readonly pool: ExprPool,
    order: readonly ExprId[],
    leaves: ReadonlySet<ExprId>,
  ) {
    this.always = pool.make("eq", pool.constant(0), pool.constant(0));
    this.fixed = new IdSet(order);
    this.unbounded = new IdSet(order);
    const examined = belowSingularities(pool, order);
    for (const id of order) {
      if (!examined.has(id) || leaves.has(id)) continue;
      const node = pool.node(id);
      if (node.op === "reduce" || node.args.every((argument) => this.fixed.has(argument))) this.addFixed(id, node);
      else this.holds.set(id, this.merge(this.holdsOf(node)));
    }
  }

  /**
   * The condition under which the operand at `index` is held where the slope may be infinite; null
   * if it never is.
   */
  atSingularity(id: ExprId, index: number): ExprId | null {
    const node = this.pool.node(id);
    const found = singularity(this.pool, node, index);
    const operand = node.args[index];
    if (found === null || operand === undefined || this.fixed.has(operand)) return null;
    let when: ExprId | null = null;
    for (const hold of this.of(operand)) {
      // A divisor that data alone may make 0 is too common, and rarely 0.
      const reached = hold.values === null ? node.op !== "div" : hold.values.some((value) => found.at.includes(value));
      if (reached) when = when === null ? hold.when : this.either(when, hold.when);
    }
    return when;
  }

  private addFixed(id: ExprId, node: ExprNode): void {
    this.fixed.add(id);
    this.holds.set(id, [{ when: this.always, values: node.op === "const" ? [node.value] : null }]);
    const hasPole = node.args.some((argument, index) => {
      const isConstant = this.pool.node(argument).op === "const";
      return this.unbounded.has(argument) || (!isConstant && singularity(this.pool, node, index)?.pole === true);
    });
    if (hasPole) this.unbounded.add(id);
  }

  private holdsOf(node: ExprNode): readonly Hold[] {
    const [a, b, c] = node.args;
    if (a === undefined || b === undefined) return this.allHeld(node);
    switch (node.op) {
      case "mul":
        return [
          ...this.where(a, 0).map((when) => ({ when, values: [0] })),
          ...this.where(b, 0).map((when) => ({ when, values: [0] })),
          ...[a, b].flatMap((factor) => this.infinities(factor).map(({ when }) => ({ when, values: bothInfinities }))),
          ...this.allHeld(node),
        ];
      case "div":
        return [
          ...this.where(a, 0).map((when) => ({ when, values: [0] })),
          ...this.infinities(b).map(({ when }) => ({ when, values: [0] })),
          ...this.infinities(a).map(({ when }) => ({ when, values: bothInfinities })),
          ...this.where(b, 0).map((when) => ({ when, values: bothInfinities })),
          ...this.allHeld(node),
        ];
      case "add":
      case "sub":
        return [
          ...this.infinities(a),
          ...this.infinities(b).map(({ when, values }) => ({
            when,
            values: values.map((value) => (node.op === "add" ? value : -value)),
          })),
          ...this.allHeld(node),
        ];
      case "pow":
        if (this.pool.node(b).op === "const") return this.allHeld(node);
        return [
          ...this.where(a, 1).map((when) => ({ when, values: [1] })),
          ...this.where(b, 0).map((when) => ({ when, values: [1] })),
          // 0 or infinity, depending on the sign of the exponent.
          ...this.where(a, 0).map((when) => ({ when, values: [0, Number.POSITIVE_INFINITY] })),
          ...this.allHeld(node),
        ];
      case "select":
        return c === undefined ? [] : this.chosen(a, b, c);
      case "call": {
        const derivative = specialFunctions.get(node.name)?.derivative;
        if (derivative?.kind === "choice") return this.chosen(derivative.first(this.pool, a, b), a, b);
        return this.allHeld(node);
      }
      default:
        return this.allHeld(node);
    }
  }

  private chosen(condition: ExprId, first: ExprId, second: ExprId): readonly Hold[] {
    const other = this.pool.make("not", condition);
    return [
      ...this.of(first).map(({ when, values }) => ({ when: this.both(condition, when), values })),
      ...this.of(second).map(({ when, values }) => ({ when: this.both(other, when), values })),
    ];
  }

  /** Where all operands are held, whatever the operation. */
  private allHeld(node: ExprNode): readonly Hold[] {
    let combined: readonly { readonly when: ExprId; readonly values: readonly (readonly number[] | null)[] }[] = [
      { when: this.always, values: [] },
    ];
    for (const argument of node.args) {
      const holds = this.of(argument);
      combined = combined
        .flatMap(({ when, values }) =>
          holds.map((hold) => ({ when: this.both(when, hold.when), values: [...values, hold.values] })),
        )
        .slice(0, maxHolds);
    }
    return combined.map(({ when, values }) => ({ when, values: valuesOf(node, values) }));
  }

  /** The conditions under which an expression has a value whatever the parameters. */
  private where(id: ExprId, value: number): readonly ExprId[] {
    return this.of(id).flatMap(({ when, values }) => {
      if (values?.every((other) => other === value)) return [when];
      if (values !== null && !values.includes(value)) return [];
      return [this.both(when, this.pool.make("eq", id, this.pool.constant(value)))];
    });
  }

  /** Likewise, under which it is infinite, and the signs that it may have. */
  private infinities(id: ExprId): readonly { readonly when: ExprId; readonly values: readonly number[] }[] {
    return this.of(id).flatMap(({ when, values }) => {
      if (values?.every((value) => Math.abs(value) === Number.POSITIVE_INFINITY)) return [{ when, values }];
      if (values !== null || !this.unbounded.has(id)) return [];
      const size = this.pool.make("abs", id);
      const isInfinite = this.pool.make("eq", size, this.pool.constant(Number.POSITIVE_INFINITY));
      return [{ when: isInfinite, values: bothInfinities }];
    });
  }

  private of(id: ExprId): readonly Hold[] {
    return this.holds.get(id) ?? [];
  }

  /** One hold for each set of values; the first ones, if there are many. */
  private merge(holds: readonly Hold[]): readonly Hold[] {
    const merged = new Map<string, Hold>();
    for (const hold of holds) {
      const key = String(hold.values);
      const known = merged.get(key);
      if (known !== undefined) merged.set(key, { ...hold, when: this.either(known.when, hold.when) });
      else if (![...merged.values()].some(({ when }) => when === hold.when)) merged.set(key, hold);
    }
    return [...merged.values()].slice(0, maxHolds);
  }

  private both(a: ExprId, b: ExprId): ExprId {
    if (a === b || b === this.always) return a;
    return a === this.always ? b : this.pool.make("and", a, b);
  }

  private either(a: ExprId, b: ExprId): ExprId {
    if (a === b || a === this.always) return a;
    return b === this.always ? b : this.pool.make("or", a, b);
  }
}

/** What an operation may be for operands that may have these values; null if not known. */
function valuesOf(node: ExprNode, operands: readonly (readonly number[] | null)[]): readonly number[] | null {
  let combinations: readonly (readonly number[])[] = [[]];
  for (const values of operands) {
    if (values === null) return null;
    combinations = combinations.flatMap((before) => values.map((value) => [...before, value]));
  }
  const found = new Set(combinations.map((values) => applyOperation(node, values)));
  return found.size <= 2 ? [...found] : null;
}

/** The operands of operations with infinite slopes, direct and indirect. */
function belowSingularities(pool: ExprPool, order: readonly ExprId[]): ReadonlyIdSet {
  const below = new IdSet(order);
  for (let i = order.length - 1; i >= 0; i--) {
    const id = order[i] as ExprId;
    const node = pool.node(id);
    for (const [index, argument] of node.op === "reduce" ? [] : node.args.entries()) {
      if (below.has(id) || singularity(pool, node, index) !== null) below.add(argument);
    }
  }
  return below;
}
