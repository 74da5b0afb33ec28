import type { Gradient } from "../derive/derive-model.js";
import type { ExprId } from "../ir/pool.js";
import type { SeparatedModel } from "../separate/separate-model.js";
import type { BlockTable, ModelPlan, Store } from "./kernel-table.js";
import { traceOf } from "./trace.js";

/** A model with the plan of what its kernels compute. */
export interface PlannedModel extends SeparatedModel {
  readonly plan: ModelPlan;
}

/** Determines what every kernel of a model stores. */
export function planModel(source: SeparatedModel): PlannedModel {
  const { statements, params, keep, origins, separation } = source;
  const trace = traceOf(
    statements.map((statement) => statement.scaled),
    origins,
  );
  const losses = differentLosses(source);
  const plan: ModelPlan = {
    blocks: blocksOf(source),
    predict: predictionsOf(source),
    start: params.flatMap(({ start, lower, upper }, index) =>
      [start, lower, upper].map((id, k) => store("out", 3 * index + k, id)),
    ),
    derive: derivedOf(source),
    keep: keep === null ? null : [store("keep", 0, keep)],
    losses: losses.rhos.map((rho) => rho.map((id, slot) => store("rho", slot, id))),
    trace: trace.ids.map((id, slot) => store("trace", slot, id)),
    lossOf: losses.of,
    lossScale: statements.map((statement) => statement.lossScale),
    separable: separation && separableOf(separation),
    subexpressions: trace.subexpressions,
    traceRoots: trace.roots,
  };
  return { ...source, plan };
}

function store(output: string, slot: number, value: ExprId): Store {
  return { output, slot, value };
}

/** One block for each rate. The statements of a rate are adjacent: `assembleModel` orders them. */
function blocksOf(source: SeparatedModel): readonly BlockTable<readonly Store[]>[] {
  const { pool, statements, separation } = source;
  const zero = pool.constant(0);
  const one = pool.constant(1);
  const kinds = [...new Set(statements.map(({ rate }) => rate))];
  return kinds.map((kind) => {
    const own = statements.filter(({ rate }) => rate === kind);
    const first = statements.findIndex(({ rate }) => rate === kind);
    const count = own.length;
    const residuals = own.map(({ scaled }, s) => store("r", s, scaled));
    const gradients = own.map(({ scaledGradient }) => scaledGradient);
    const columns = separation?.columns.slice(first, first + count) ?? [];
    return {
      kind,
      first,
      count,
      residuals,
      linearize: [...residuals, ...jacobian(source, gradients)],
      measure: [
        ...own.map(({ raw }, s) => store("raw", s, raw)),
        ...own.map(({ observed }, s) => store("observed", s, observed ?? zero)),
        ...own.map(({ noise }, s) => store("noise", s, noise ?? one)),
      ],
      basis:
        separation &&
        Array.from({ length: separation.columnCount }, (_, c) =>
          columns.map((column, s) => store("B", c * count + s, column[c] ?? zero)),
        ).flat(),
    };
  });
}

/** The derivatives of each statement with respect to the free parameters, laid out like `J`. */
function jacobian({ pool, free }: SeparatedModel, gradients: readonly Gradient[]): readonly Store[] {
  const zero = pool.constant(0);
  return free.flatMap((_, j) =>
    gradients.map((gradient, s) => store("J", j * gradients.length + s, gradient.get(j) ?? zero)),
  );
}

function predictionsOf(source: SeparatedModel): readonly (readonly Store[] | null)[] {
  return source.statements.flatMap(({ rate, predicted, predictedGradient }, s) => {
    if (rate !== "row") return [];
    if (source.model.statements[s]?.kind !== "fit") return [null];
    return [[store("f", 0, predicted), ...jacobian(source, [predictedGradient])]];
  });
}

function derivedOf({ pool, free, derives, deriveGradients }: SeparatedModel): readonly Store[] | null {
  if (derives.length === 0) return null;
  const zero = pool.constant(0);
  return [
    ...derives.map((id, q) => store("out", q, id)),
    ...deriveGradients.flatMap((gradient, q) =>
      free.map((_, j) => store("J", q * free.length + j, gradient.get(j) ?? zero)),
    ),
  ];
}

function separableOf({ linear, nonlinear, pairs, offsets }: NonNullable<ModelPlan["separable"]>) {
  return { linear, nonlinear, pairs, offsets };
}

/** The distinct losses. Two losses are equal if they are the same expression of `z`. */
function differentLosses({ statements }: SeparatedModel): {
  readonly rhos: readonly (readonly ExprId[])[];
  readonly of: readonly number[];
} {
  const positions = new Map<ExprId, number>();
  const rhos: (readonly ExprId[])[] = [];
  const of = statements.map(({ lossDerivatives }) => {
    if (lossDerivatives === null) return -1;
    const { rho } = lossDerivatives;
    const known = positions.get(rho[0]);
    if (known !== undefined) return known;
    positions.set(rho[0], rhos.length);
    rhos.push(rho);
    return rhos.length - 1;
  });
  return { rhos, of };
}
