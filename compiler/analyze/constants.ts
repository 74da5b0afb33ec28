import type { SourceFile } from "../../diagnostics/index.js";
import type { Expr } from "../../grammar/index.js";
import { gradient } from "../derive/gradient.js";
import { ConstantValues, evaluator } from "../ir/evaluate.js";
import { ExprLowering } from "../ir/lower-expr.js";
import { ExprPool } from "../ir/pool.js";
import type { Dependences } from "./resolve/dependence.js";
import type { Resolution } from "./resolve/scope.js";

const nowhere = { params: [], columns: [], row: 0, rows: 0 };

export interface LossPoint {
  readonly z: number;
  readonly value: number;
  readonly slope: number;
}

/** The values of constant expressions, computed by the reference evaluator. */
export class Constants {
  private readonly lowering: ExprLowering;
  private readonly values: ConstantValues;

  constructor(
    source: SourceFile,
    resolution: Resolution,
    private readonly dependences: Dependences,
    private readonly outer: Constants | null,
  ) {
    this.lowering = new ExprLowering({ source, ...resolution }, new ExprPool());
    this.values = new ConstantValues(this.lowering.pool);
  }

  /** The value of an expression, or null if it depends on anything but constants. */
  valueOf(expr: Expr): number | null {
    const { column, free, fixed, reduction, local, broken } = this.dependences.of(expr);
    if ((column ?? free ?? fixed ?? reduction ?? local) !== null || broken) return null;
    const value = this.values.of(this.lowering.lower(expr));
    return this.lowering.isTooLong ? null : value;
  }

  /**
   * Whether an expression is too long once its functions are inlined, and not because of one around
   * this block.
   */
  isTooLong(expr: Expr): boolean {
    if (this.outer?.lowering.isTooLong) return false;
    if (!this.dependences.of(expr).broken) this.lowering.lower(expr);
    return this.lowering.isTooLong;
  }

  /**
   * The value and the slope of a loss at each of several z; null if it depends on anything but its
   * variable and constants.
   */
  lossAt(rho: Expr, points: readonly number[]): readonly LossPoint[] | null {
    const { column, free, fixed, reduction, broken } = this.dependences.of(rho);
    if ((column ?? free ?? fixed ?? reduction) !== null || broken) return null;
    const { pool } = this.lowering;
    const z = pool.variable("z");
    const id = this.lowering.lower(rho);
    if (this.lowering.isTooLong) return null;
    const derivative = gradient(pool, id, [z]).get(z);
    const at = evaluator(pool, derivative === undefined ? [id] : [id, derivative]);
    return points.map((z) => {
      const [value = Number.NaN, slope = 0] = at({ ...nowhere, variables: new Map([["z", z]]) });
      return { z, value, slope };
    });
  }
}
