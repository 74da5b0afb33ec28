import type { SourceFile } from "../../diagnostics/index.js";
import type { Expr } from "../../grammar/index.js";
import { gradient } from "../derive/gradient.js";
import { ConstantValues, evaluator } from "../ir/evaluate.js";
import { ExprLowering, Inlining } from "../ir/lower-expr.js";
import { ExprPool } from "../ir/pool.js";
import type { FnSymbol } from "../model/checked-model.js";
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
  /** Of the whole file: its models together are compiled in one call. */
  private readonly inlining: Inlining;
  private readonly lowering: ExprLowering;
  private readonly values: ConstantValues;

  constructor(
    source: SourceFile,
    resolution: Resolution,
    private readonly dependences: Dependences,
    private readonly outer: Constants | null,
  ) {
    this.inlining = outer?.inlining ?? new Inlining();
    this.lowering = new ExprLowering({ source, ...resolution }, new ExprPool(), this.inlining);
    this.values = new ConstantValues(this.lowering.pool);
  }

  /** The value of an expression, or null if it depends on anything but constants. */
  valueOf(expr: Expr): number | null {
    const { column, free, fixed, reduction, local, broken } = this.dependences.of(expr);
    if ((column ?? free ?? fixed ?? reduction ?? local) !== null || broken) return null;
    const value = this.values.of(this.lowering.lower(expr));
    return this.lowering.tooMany === null ? value : null;
  }

  /**
   * The calls within calls because of which an expression is too long once its functions are
   * inlined; null if it is not, or if something around this block is.
   */
  tooMany(expr: Expr): readonly FnSymbol[] | null {
    if (this.outer !== null && this.outer.lowering.tooMany !== null) return null;
    if (!this.dependences.of(expr).broken) this.lowering.lower(expr);
    return this.lowering.tooMany;
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
    if (this.lowering.tooMany !== null) return null;
    const derivative = gradient(pool, id, [z]).get(z);
    const at = evaluator(pool, derivative === undefined ? [id] : [id, derivative]);
    return points.map((z) => {
      const [value = Number.NaN, slope = 0] = at({ ...nowhere, variables: new Map([["z", z]]) });
      return { z, value, slope };
    });
  }
}
