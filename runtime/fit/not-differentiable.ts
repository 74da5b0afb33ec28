import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import { culpritOf, traceAt } from "./trace.js";

/** Steps relative to the parameter: long and short, to either side. */
const [long, short] = [2 ** -24, 2 ** -32];
/** The relative difference of quotients that is not due to curvature. */
const difference = 1 / 64;
/** The rounding of a value, a few operations deep. */
const rounding = 16 * Number.EPSILON;

/**
 * The smallest subexpression of `root` that has no derivative with respect to parameter j at a row;
 * -1 if none is found. There, difference quotients grow as the step becomes shorter, as at the 0 of
 * a root, or are not the same to either side, as at the tip of a cone.
 */
export function notDifferentiable(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  row: number | null,
  { j, root }: { readonly j: number; readonly root: number },
): number {
  const at = p[j] ?? Number.NaN;
  const scale = at === 0 ? 1 : Math.abs(at);
  const trace = traceAt(problem, data, p, row);
  const quotientsOf = (step: number): Quotient => {
    const next = p.slice();
    next[j] = at + step * scale;
    const moved = traceAt(problem, data, next, row);
    return (id) => ((moved[id] as number) - (trace[id] as number)) / ((next[j] as number) - at);
  };
  const far = [quotientsOf(long), quotientsOf(-long)] as const;
  const near = [quotientsOf(short), quotientsOf(-short)] as const;
  const noiseOf = (id: number): number => {
    const operands = problem.subexpressions[id]?.operands ?? [];
    return (rounding * Math.max(...[id, ...operands].map((k) => Math.abs(trace[k] as number)))) / (short * scale);
  };
  // Both hold where a quotient is not finite.
  const isSteep = (id: number): boolean => {
    const [usual, steep] = [largest(far, id), largest(near, id)];
    return !(steep <= (1 + difference) * usual + noiseOf(id));
  };
  const isKink = (id: number): boolean => {
    const [usual, steep] = [largest(far, id), largest(near, id)];
    const [after, before] = near;
    const isOne = Math.abs(after(id) - before(id)) <= difference * steep + noiseOf(id);
    // Quotients that become smaller are those of a square, which is flat.
    return !(isOne || steep < usual / 2);
  };
  const isAtFault = isSteep(root) ? isSteep : isKink;
  return isAtFault(root) ? culpritOf(problem, trace, root, isAtFault) : -1;
}

type Quotient = (id: number) => number;

function largest([after, before]: readonly [Quotient, Quotient], id: number): number {
  return Math.max(Math.abs(after(id)), Math.abs(before(id)));
}
