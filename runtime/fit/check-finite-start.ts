import type { FitProblem, ResidualBlock } from "../contract/fit-problem.js";
import { givenRow, type PreparedData } from "../data/prepare.js";
import { leastCost } from "../fold/least-cost.js";
import { forEachPanel, longestPanel, rowsOf } from "../fold/panels.js";
import type { FoldState } from "../fold/state.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import { notDifferentiable } from "./not-differentiable.js";
import { refuseInfinities } from "./refuse-infinities.js";
import { culpritOf, type Leaf, leavesOf, traceAt } from "./trace.js";

/**
 * Throws an error that says why the fit cannot start: the first row and the smallest subexpression
 * that is not finite, or the derivative that is not, or a sum of squares that overflows or
 * vanishes.
 *
 * @throws FitError modelNotFinite, derivativeNotFinite, costOutOfRange, dataNotFinite, unless the
 *   state is finite and its cost is in range
 */
export function checkFiniteStart(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  active: readonly number[],
  state: FoldState,
): void {
  if (state.finite && (state.cost >= leastCost || state.cost < 0)) return;
  const size = longestPanel(problem.blocks);
  const r = new Float64Array(size);
  const J = new Float64Array(size * problem.free.length);
  let exact = true;
  const inspect = ({ kind, first, count }: ResidualBlock, from: number, k: number): void => {
    for (let i = 0; i < k; i++) {
      for (let s = 0; s < count; s++) {
        const at = s * k + i;
        const row = kind === "row" ? from + i : null;
        exact &&= r[at] === 0;
        if (!Number.isFinite(r[at])) throw notFinite(problem, data, p, first + s, row, r[at] as number);
        for (const j of active) {
          const derivative = J[j * count * k + at] as number;
          if (!Number.isFinite(derivative))
            throw derivativeNotFinite(problem, data, p, { s: first + s, row, j, value: derivative });
        }
      }
    }
  };
  for (const block of problem.blocks) {
    forEachPanel(0, rowsOf(block, data.rows), (from, to) => {
      block.linearize(p, data.columns, from, to, r, J);
      inspect(block, from, to - from);
    });
  }
  // All residuals and derivatives are finite, but the sum of squares may have overflowed or
  // vanished.
  if (state.finite && exact) return;
  throw new FitError(runtimeMessages.costOutOfRange({ place: "start", size: state.finite ? "small" : "large" }));
}

function notFinite(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  s: number,
  row: number | null,
  residual: number,
): FitError {
  const { subexpressions } = problem;
  const trace = traceAt(problem, data, p, row);
  const given = row === null ? null : givenRow(data, row);
  const place = given === null ? "" : `in row ${given + 1}, `;
  const root = problem.statements[s]?.root ?? -1;
  const culprit =
    subexpressions[root] === undefined || Number.isFinite(trace[root])
      ? -1
      : culpritOf(problem, trace, root, (id) => !Number.isFinite(trace[id]));
  const text = subexpressions[culprit]?.text ?? problem.statements[s]?.text ?? "";
  const value = culprit < 0 ? residual : (trace[culprit] as number);
  const leaves = culprit < 0 ? [] : leavesOf(problem, trace, culprit);
  const values = { place, text, value: show(value), values: valuesOf(trace, leaves, culprit) };
  // The text of a name that the spec quotes contains the backticks.
  const columns = new Map(problem.columns.flatMap(({ name }) => [name, `\`${name}\``].map((text) => [text, name])));
  const dataAlone = leaves.length > 0 && leaves.every(({ name }) => columns.has(name));
  if (!dataAlone) return new FitError(runtimeMessages.modelNotFinite(values), { row: given });
  const column = leaves[0]?.id === culprit ? columns.get(text) : undefined;
  return new FitError(runtimeMessages.dataNotFinite(values), { row: given, column: column ?? null });
}

/** The largest number of names that are shown with their values. */
const shownLeaves = 8;

function valuesOf(trace: Float64Array, leaves: readonly Leaf[], culprit: number): string {
  const shown = leaves.filter(({ id }) => id !== culprit).slice(0, shownLeaves);
  const list = shown.map(({ id, name }) => `${name} = ${show(trace[id])}`);
  return list.length === 0 ? "" : ` (${list.join(", ")})`;
}

/** The largest number of parameters by which a culprit is searched for. */
const maxTried = 100;

function derivativeNotFinite(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  { s, row, j, value }: { readonly s: number; readonly row: number | null; readonly j: number; readonly value: number },
): FitError {
  if (row !== null) refuseInfinities(problem, data, row, row + 1);
  const given = row === null ? null : givenRow(data, row);
  const { subexpressions, statements, params, free } = problem;
  const param = free[j] ?? -1;
  const root = statements[s]?.root ?? -1;
  // A derivative is NaN, too, where the singularity is another parameter's: see the tip of a cone.
  const culprit = [param, ...free.slice(0, maxTried)]
    .map((k) => notDifferentiable(problem, data, p, row, { j: k, root }))
    .find((id) => id >= 0);
  const found = subexpressions[culprit ?? -1];
  const trace = traceAt(problem, data, p, row);
  const vanishing = found?.operands.find((operand) => trace[operand] === 0) ?? -1;
  return new FitError(
    runtimeMessages.derivativeNotFinite({
      name: params[param]?.name ?? "",
      value: show(value),
      place: given === null ? "" : ` in row ${given + 1}`,
      text: found?.text ?? statements[s]?.text ?? "",
      values: culprit === undefined ? "" : valuesOf(trace, leavesOf(problem, trace, culprit), culprit),
      guard: `if ${subexpressions[vanishing]?.text ?? "x"} > 0 then ... else ...`,
    }),
    { row: given },
  );
}
