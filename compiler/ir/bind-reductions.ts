import { type CallExpr, printExpr } from "../../grammar/index.js";
import type { ParamSymbol } from "../model/checked-model.js";
import type { LoweredModel, LoweredParam } from "./lower.js";
import type { Origin } from "./lower-expr.js";
import type { ExprId, ExprPool } from "./pool.js";
import { reachable } from "./walk.js";

/**
 * Turns the reductions in the residuals of a model into fixed parameters, whose start values they
 * are. So they are computed once per data set, over the rows kept, and a prediction at other rows,
 * a saved result and a worker thread have the value of the data that were fitted.
 */
export function bindReductions(lowered: LoweredModel): LoweredModel {
  const { model, pool, statements } = lowered;
  const inResiduals = statements.flatMap(({ scaled, raw, predicted }) => [scaled, raw, predicted]);
  const reductions = reachable(pool, inResiduals).filter((id) => pool.node(id).op === "reduce");
  if (reductions.length === 0) return lowered;

  const first = model.params.length;
  const bound = new Map(reductions.map((id, i) => [id, pool.param(first + i)]));
  const replaced = rebuilt(pool, [...inResiduals, ...lowered.derives, ...lowered.letNames.keys()], bound);
  const now = (id: ExprId): ExprId => replaced.get(id) ?? id;
  const orNull = (id: ExprId | null): ExprId | null => (id === null ? null : now(id));
  const params = symbolsOf(reductions, lowered);
  return {
    ...lowered,
    model: { ...model, params: [...model.params, ...params] },
    statements: statements.map((statement) => ({
      ...statement,
      scaled: now(statement.scaled),
      raw: now(statement.raw),
      observed: orNull(statement.observed),
      predicted: now(statement.predicted),
      noise: orNull(statement.noise),
    })),
    params: [...lowered.params, ...reductions.map((start) => fixedAt(pool, start))],
    derives: lowered.derives.map(now),
    origins: new Map([...originsOf(lowered.origins, now), ...params.map((param) => leafOf(pool, param))]),
    letNames: new Map([...lowered.letNames].map(([id, name]) => [now(id), name])),
  };
}

/** The expressions that contain a replaced one, each with its new form. */
function rebuilt(
  pool: ExprPool,
  roots: readonly ExprId[],
  replaced: ReadonlyMap<ExprId, ExprId>,
): ReadonlyMap<ExprId, ExprId> {
  const found = new Map(replaced);
  for (const id of reachable(pool, roots)) {
    const { op, args } = pool.node(id);
    if (op === "reduce" || !args.some((argument) => found.has(argument))) continue;
    found.set(
      id,
      pool.rebuild(
        id,
        args.map((argument) => found.get(argument) ?? argument),
      ),
    );
  }
  return found;
}

function fixedAt(pool: ExprPool, start: ExprId): LoweredParam {
  return { start, lower: pool.constant(Number.NEGATIVE_INFINITY), upper: pool.constant(Number.POSITIVE_INFINITY) };
}

function originsOf(
  origins: ReadonlyMap<ExprId, Origin>,
  now: (id: ExprId) => ExprId,
): readonly (readonly [ExprId, Origin])[] {
  return [...origins].map(([id, origin]) => [now(id), { ...origin, operands: origin.operands.map(now) }]);
}

function leafOf(pool: ExprPool, { index, name }: ParamSymbol): readonly [ExprId, Origin] {
  return [pool.param(index), { text: name.text, kind: "leaf", operands: [] }];
}

/** One parameter for each reduction, named as it is written. */
function symbolsOf(reductions: readonly ExprId[], lowered: LoweredModel): readonly ParamSymbol[] {
  const { params } = lowered.model;
  const taken = new Set(params.map(({ name }) => name.text));
  return reductions.map((id, i) => {
    const start = lowered.reductions.get(id);
    if (start === undefined) throw new Error("fitc bug: a reduction without a call");
    const { span } = start;
    const written = textOf(id, start, lowered);
    let text = written;
    for (let copy = 2; taken.has(text); copy++) text = `${written} #${copy}`;
    taken.add(text);
    return {
      kind: "param",
      name: { kind: "name", text, span },
      index: params.length + i,
      doc: null,
      unit: null,
      start,
      lower: null,
      upper: null,
      lowerOpen: false,
      upperOpen: false,
      fixed: true,
      span,
    };
  });
}

/** In an `fn`, with what its argument stands for: `max(y)` and not `max(v)`. */
function textOf(id: ExprId, call: CallExpr, { pool, origins }: LoweredModel): string {
  const { name, args } = pool.node(id);
  const texts = args.map((argument) => origins.get(argument)?.text);
  return texts.includes(undefined) ? printExpr(call) : `${name}(${texts.join(", ")})`;
}
