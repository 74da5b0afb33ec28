import type { SubexpressionInfo } from "../../runtime/contract/fit-problem.js";
import type { Origin } from "../ir/lower-expr.js";
import type { ExprId } from "../ir/pool.js";

/**
 * The largest number of traced subexpressions. In a larger model, those nearest to the residuals
 * are traced.
 */
const maxSubexpressions = 2000;

export interface Trace {
  /** The lowered expression of each of `subexpressions`. */
  readonly ids: readonly ExprId[];
  readonly subexpressions: readonly SubexpressionInfo[];
  /** The position in `subexpressions` of each root. */
  readonly roots: readonly number[];
}

/** The subexpressions of the residuals as the user wrote them, from the residuals downwards. */
export function traceOf(residuals: readonly ExprId[], origins: ReadonlyMap<ExprId, Origin>): Trace {
  const positions = new Map<ExprId, number>();
  const ids: ExprId[] = [];
  const visit = (id: ExprId): void => {
    if (positions.has(id)) return;
    positions.set(id, ids.length);
    ids.push(id);
  };
  residuals.forEach(visit);
  for (let i = 0; i < ids.length; i++) {
    for (const operand of origins.get(ids[i] as ExprId)?.operands ?? []) {
      if (origins.has(operand) && ids.length < maxSubexpressions) visit(operand);
    }
  }
  const subexpressions = ids.map((id): SubexpressionInfo => {
    const origin = origins.get(id);
    // A constant residual has no origin.
    if (origin === undefined) return { text: "the residual", operands: [], kind: "other" };
    const operands = origin.operands.flatMap((operand) => positions.get(operand) ?? []);
    return { text: origin.text, kind: origin.kind, operands };
  });
  return { ids, subexpressions, roots: residuals.map((id) => positions.get(id) ?? 0) };
}
