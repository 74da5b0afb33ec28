import type { FitProblem, ResidualBlock } from "../contract/fit-problem.js";
import { givenRow, type PreparedData } from "../data/prepare.js";
import { leastCost } from "../fold/least-cost.js";
import { forEachPanel, longestPanel, rowsOf } from "../fold/panels.js";
import type { FoldState } from "../fold/state.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import { refuseInfinities } from "./refuse-infinities.js";

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
          if (!Number.isFinite(derivative)) throw derivativeNotFinite(problem, data, first + s, row, j, derivative);
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
  const trace = new Float64Array(subexpressions.length);
  problem.trace(p, data.columns, row ?? 0, trace);
  const given = row === null ? null : givenRow(data, row);
  const place = given === null ? "" : `in row ${given + 1}, `;
  const root = problem.statements[s]?.root ?? -1;
  const culprit =
    subexpressions[root] === undefined || Number.isFinite(trace[root]) ? -1 : culpritOf(problem, trace, root);
  const text = subexpressions[culprit]?.text ?? problem.statements[s]?.text ?? "";
  const value = culprit < 0 ? residual : (trace[culprit] as number);
  const leaves = culprit < 0 ? [] : leavesOf(problem, trace, culprit);
  const shown = leaves.filter(({ id }) => id !== culprit).slice(0, shownLeaves);
  const list = shown.map(({ id, name }) => `${name} = ${show(trace[id])}`);
  const values = { place, text, value: show(value), values: list.length === 0 ? "" : ` (${list.join(", ")})` };
  // The text of a name that the spec quotes contains the backticks.
  const columns = new Map(problem.columns.flatMap(({ name }) => [name, `\`${name}\``].map((text) => [text, name])));
  const dataAlone = leaves.length > 0 && leaves.every(({ name }) => columns.has(name));
  if (!dataAlone) return new FitError(runtimeMessages.modelNotFinite(values), { row: given });
  const column = leaves[0]?.id === culprit ? columns.get(text) : undefined;
  return new FitError(runtimeMessages.dataNotFinite(values), { row: given, column: column ?? null });
}

/**
 * Descends from a subexpression that is not finite to one whose operands all are, along the branch
 * taken of each `if`.
 */
function culpritOf(problem: FitProblem, trace: Float64Array, root: number): number {
  let id = root;
  for (;;) {
    const next = operandsThatCount(problem, trace, id).find((operand) => !Number.isFinite(trace[operand]));
    if (next === undefined) return id;
    id = next;
  }
}

function operandsThatCount(problem: FitProblem, trace: Float64Array, id: number): readonly number[] {
  const node = problem.subexpressions[id];
  if (node === undefined) return [];
  if (node.kind !== "select") return node.operands;
  const [condition, whenTrue, whenFalse] = node.operands;
  const chosen = trace[condition ?? -1] === 1 ? whenTrue : whenFalse;
  return [condition, chosen].filter((operand) => operand !== undefined);
}

/** The largest number of names that are shown with their values. */
const shownLeaves = 8;

interface Leaf {
  readonly id: number;
  /** As the spec writes it. */
  readonly name: string;
}

/** The columns and parameters in a subexpression, which may itself be one. */
function leavesOf(problem: FitProblem, trace: Float64Array, root: number): readonly Leaf[] {
  const seen = new Set([root]);
  const leaves: Leaf[] = [];
  // Iterating over a Set also visits the elements that are added on the way.
  for (const id of seen) {
    const node = problem.subexpressions[id];
    if (node?.kind === "leaf") leaves.push({ id, name: node.text });
    for (const operand of operandsThatCount(problem, trace, id)) seen.add(operand);
  }
  return leaves;
}

function derivativeNotFinite(
  problem: FitProblem,
  data: PreparedData,
  s: number,
  row: number | null,
  j: number,
  value: number,
): FitError {
  if (row !== null) refuseInfinities(problem, data, row, row + 1);
  const given = row === null ? null : givenRow(data, row);
  return new FitError(
    runtimeMessages.derivativeNotFinite({
      name: problem.params[problem.free[j] ?? -1]?.name ?? "",
      value: show(value),
      place: given === null ? "" : ` in row ${given + 1}`,
      text: problem.statements[s]?.text ?? "",
    }),
    { row: given },
  );
}
