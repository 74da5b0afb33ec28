import type { CallExpr } from "../../grammar/index.js";
import { losses } from "../losses/index.js";
import type { CheckedLoss, CheckedModel, CheckedStatement, ParamSymbol } from "../model/checked-model.js";
import { sourceText } from "../model/source-text.js";
import { noiseModels } from "../noise/index.js";
import { evaluate } from "./evaluate.js";
import { ExprLowering, type Origin } from "./lower-expr.js";
import { type ExprId, ExprPool } from "./pool.js";

/** A checked model as expressions of one pool, before differentiation and simplification. */
export interface LoweredModel {
  readonly model: CheckedModel;
  readonly pool: ExprPool;
  /** In the order of the model's statements. */
  readonly statements: readonly LoweredStatement[];
  /** In the order of the model's parameters. */
  readonly params: readonly LoweredParam[];
  readonly derives: readonly ExprId[];
  readonly keep: ExprId | null;
  readonly origins: ReadonlyMap<ExprId, Origin>;
  /** The names of `let`s by the expressions that are their values. */
  readonly letNames: ReadonlyMap<ExprId, string>;
  /** The first call of each reduction in the source. */
  readonly reductions: ReadonlyMap<ExprId, CallExpr>;
}

export interface LoweredStatement {
  readonly rate: "row" | "once";
  /** The residual in units of its standard deviation. */
  readonly scaled: ExprId;
  readonly raw: ExprId;
  /** Null for a `residual` statement. */
  readonly observed: ExprId | null;
  readonly predicted: ExprId;
  /** The value of its noise model; null if there is none. */
  readonly noise: ExprId | null;
  /** rho as an expression of the variable `z`; null if the loss is linear. */
  readonly rho: ExprId | null;
  readonly lossScale: number;
}

export interface LoweredParam {
  readonly start: ExprId;
  readonly lower: ExprId;
  readonly upper: ExprId;
}

export function lowerModel(model: CheckedModel): LoweredModel {
  const pool = new ExprPool();
  const lowering = new ExprLowering(model, pool);
  return {
    model,
    pool,
    statements: model.statements.map((statement) => lowerStatement(lowering, model, statement)),
    params: model.params.map((param) => {
      const lower = param.lower === null ? pool.constant(Number.NEGATIVE_INFINITY) : lowering.lower(param.lower);
      const upper = param.upper === null ? pool.constant(Number.POSITIVE_INFINITY) : lowering.lower(param.upper);
      return { start: startOf(param), lower, upper };

      function startOf({ start }: ParamSymbol): ExprId {
        if (start !== null) return lowering.lower(start);
        return model.startless.has(param) ? pool.constant(Number.NaN) : middle(pool, lower, upper);
      }
    }),
    derives: model.derives.map((derive) => lowering.lower(derive.value)),
    keep: model.where === null ? null : lowering.lower(model.where),
    origins: lowering.origins,
    letNames: lowering.letNames,
    reductions: lowering.reductions,
  };
}

function lowerStatement(lowering: ExprLowering, model: CheckedModel, statement: CheckedStatement): LoweredStatement {
  const { pool, origins } = lowering;
  const text = sourceText(model.source, statement.span);
  const remember = (id: ExprId, operands: readonly ExprId[]): ExprId => {
    if (!origins.has(id)) origins.set(id, { text, kind: "other", operands });
    return id;
  };
  const predicted = lowering.lower(statement.predicted);
  const observed = statement.observed === null ? null : lowering.lower(statement.observed);
  const raw = observed === null ? predicted : remember(pool.make("sub", predicted, observed), [predicted, observed]);
  const noise = statement.noise === null ? null : lowering.lower(statement.noise.value);
  const scaled =
    statement.noise === null || noise === null
      ? raw
      : remember(noiseModels[statement.noise.model].scaled(pool, raw, noise), [raw, noise]);
  const { rho, scale } = lowerLoss(lowering, statement.loss);
  return {
    rate: statement.rate,
    scaled,
    raw,
    observed,
    predicted,
    noise,
    rho,
    lossScale: scale,
  };
}

function lowerLoss(lowering: ExprLowering, loss: CheckedLoss): { rho: ExprId | null; scale: number } {
  const { pool } = lowering;
  const [scale = 1] =
    loss.scale === null
      ? []
      : evaluate(pool, [lowering.lower(loss.scale)], { params: [], columns: [], row: 0, rows: 0 });
  if (loss.kind === "custom") return { rho: lowering.lower(loss.rho), scale };
  return { rho: loss.name === "linear" ? null : losses[loss.name].rho(pool, pool.variable("z")), scale };
}

/**
 * The midpoint of two bounds. They are halved before they are added, so that the sum cannot
 * overflow.
 */
function middle(pool: ExprPool, lower: ExprId, upper: ExprId): ExprId {
  const half = pool.constant(0.5);
  return pool.make("add", pool.make("mul", half, lower), pool.make("mul", half, upper));
}
