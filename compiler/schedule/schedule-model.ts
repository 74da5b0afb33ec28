import type { Gradient } from "../derive/derive-model.js";
import type { ExprId } from "../ir/pool.js";
import type { SimplifiedModel } from "../simplify/simplify-model.js";
import type { Kernel, ModelKernels, Store } from "./kernel.js";
import { schedule } from "./schedule.js";
import { traceOf } from "./trace.js";

/** Schedules every function of a model as a kernel. */
export function scheduleModel(source: SimplifiedModel): ModelKernels {
  const { model, pool, free, statements, params, derives, keep, origins, letNames, separation, simplified } = source;
  const stems = new Map([...letNames].map(([id, name]) => [simplified(id), name] as const));
  const kernel = (stores: readonly Store[]): Kernel => schedule(pool, stores, stems);
  const store = (output: string, slot: number, id: ExprId): Store => ({ output, slot, value: simplified(id) });
  const zero = pool.constant(0);

  const all = statements.map((statement, index) => ({
    ...statement,
    kind: model.statements[index]?.kind,
    basis: separation?.columns[index],
  }));
  const ofRate = (rate: "row" | "once") => all.filter((statement) => statement.rate === rate);
  const [row, once] = [ofRate("row"), ofRate("once")];
  type Statement = (typeof all)[number];

  const jacobian = (gradients: readonly Gradient[]): Store[] =>
    free.flatMap((_, j) =>
      gradients.map((gradient, s) => store("J", j * gradients.length + s, gradient.get(j) ?? zero)),
    );
  const residuals = (list: readonly Statement[]): Store[] =>
    list.map((statement, s) => store("r", s, statement.scaled));
  const linearize = (list: readonly Statement[]): Store[] => [
    ...residuals(list),
    ...jacobian(list.map((statement) => statement.scaledGradient)),
  ];
  const measure = (list: readonly Statement[]): Store[] => [
    ...list.map((statement, s) => store("raw", s, statement.raw)),
    ...list.map((statement, s) => store("observed", s, statement.observed ?? zero)),
    ...list.map((statement, s) => store("noise", s, statement.noise ?? pool.constant(1))),
  ];
  const trace = traceOf(
    all.map((statement) => statement.scaled),
    origins,
  );
  const losses = differentLosses(source);
  const basis = (list: readonly Statement[]): Store[] =>
    Array.from({ length: separation?.columnCount ?? 0 }, (_, c) =>
      list.map((statement, s) => store("B", c * list.length + s, statement.basis?.[c] ?? zero)),
    ).flat();

  return {
    residuals: kernel(residuals(row)),
    linearize: kernel(linearize(row)),
    residualsOnce: once.length === 0 ? null : kernel(residuals(once)),
    linearizeOnce: once.length === 0 ? null : kernel(linearize(once)),
    measure: kernel(measure(row)),
    measureOnce: once.length === 0 ? null : kernel(measure(once)),
    predict: row.map((statement) =>
      statement.kind === "fit"
        ? kernel([store("f", 0, statement.predicted), ...jacobian([statement.predictedGradient])])
        : null,
    ),
    start: kernel(
      params.flatMap(({ start, lower, upper }, index) =>
        [start, lower, upper].map((id, k) => store("out", 3 * index + k, id)),
      ),
    ),
    derive: derives.length === 0 ? null : kernel(deriveStores(source, store, zero)),
    keep: keep === null ? null : kernel([store("keep", 0, keep)]),
    losses: losses.rhos.map((rho) => kernel(rho.map((id, slot) => store("rho", slot, id)))),
    lossOf: losses.of,
    lossScale: all.map((statement) => statement.lossScale),
    separable:
      separation === null
        ? null
        : { ...separation, basis: kernel(basis(row)), basisOnce: once.length === 0 ? null : kernel(basis(once)) },
    trace: kernel(trace.ids.map((id, slot) => store("trace", slot, id))),
    subexpressions: trace.subexpressions,
    traceRoots: trace.roots,
  };
}

function deriveStores(
  { free, derives, deriveGradients }: SimplifiedModel,
  store: (output: string, slot: number, id: ExprId) => Store,
  zero: ExprId,
): readonly Store[] {
  return [
    ...derives.map((id, q) => store("out", q, id)),
    ...deriveGradients.flatMap((gradient, q) =>
      free.map((_, j) => store("J", q * free.length + j, gradient.get(j) ?? zero)),
    ),
  ];
}

/** Equal losses are one: they are the same expression of `z`. */
function differentLosses({ statements }: SimplifiedModel): {
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
