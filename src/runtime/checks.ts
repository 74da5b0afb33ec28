import type { PreparedData } from "./data/prepare.js";
import { FitDataError } from "./errors.js";
import type { FoldState } from "./fold/state.js";
import { runtimeMessages } from "./messages.js";
import { type FitProblem, panelRows } from "./problem.js";
import { show } from "./show.js";

/**
 * Checks the deviations and weights of all rows: a deviation is positive and finite, a weight finite and not negative.
 * @returns how many residuals have a weight that is not 0: those that count as observations
 * @throws FitDataError FIT5008, FIT5009 for the first row at fault, FIT5016 where no residual counts
 */
export function checkNoise(problem: FitProblem, data: PreparedData, p: Float64Array): number {
  const { rowStatements: m, onceStatements: once, statements } = problem;
  let count = data.rows * m + once;
  if (statements.every((statement) => statement.noise === "none")) return count;
  const check = (s: number, value: number, row: number): void => {
    checkOne(problem, data, s, value, row);
    if (value === 0) count--;
  };
  const size = Math.max(m * panelRows, once);
  const raw = new Float64Array(size);
  const observed = new Float64Array(size);
  const noise = new Float64Array(size);
  for (let from = 0; m > 0 && from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.measure(p, data.columns, from, from + k, raw, observed, noise);
    for (let i = 0; i < k; i++) {
      for (let s = 0; s < m; s++) check(s, noise[s * k + i] as number, from + i);
    }
  }
  if (once > 0) {
    problem.measureOnce(p, raw, noise);
    for (let t = 0; t < once; t++) check(m + t, noise[t] as number, 0);
  }
  if (count === 0) throw new FitDataError(runtimeMessages.FIT5016());
  return count;
}

function checkOne(problem: FitProblem, data: PreparedData, s: number, value: number, row: number): void {
  const statement = problem.statements[s];
  if (statement === undefined || statement.noise === "none") return;
  const valid = Number.isFinite(value) && (value > 0 || (value === 0 && statement.noise === "weight"));
  if (valid) return;
  const given = givenRow(data, row);
  const values = { text: statement.noiseText, value: show(value), row: given + 1 };
  throw new FitDataError(
    statement.noise === "sigma" ? runtimeMessages.FIT5008(values) : runtimeMessages.FIT5009(values),
    given,
  );
}

/** The row of the data as they were given, 0-based. */
function givenRow(data: PreparedData, row: number): number {
  return data.kept?.[row] ?? row;
}

/**
 * Tells why a state at the start is not finite: the first row and the smallest subexpression at fault, or the derivative.
 * @throws FitDataError FIT5010, FIT5011 unless the state is finite
 */
export function checkFiniteStart(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  active: readonly number[],
  state: FoldState,
): void {
  if (state.finite) return;
  const { rowStatements: m, onceStatements: once } = problem;
  const columns = problem.free.length;
  const size = Math.max(m * panelRows, once);
  const r = new Float64Array(size);
  const J = new Float64Array(size * columns);
  const inspect = (k: number, statements: number, from: number, first: number): void => {
    for (let i = 0; i < k; i++) {
      for (let s = 0; s < statements; s++) {
        const at = s * k + i;
        const row = first === 0 ? from + i : null;
        if (!Number.isFinite(r[at])) throw notFinite(problem, data, p, first + s, row, r[at] as number);
        for (const j of active) {
          const derivative = J[j * statements * k + at] as number;
          if (!Number.isFinite(derivative)) throw derivativeNotFinite(problem, data, first + s, row, j, derivative);
        }
      }
    }
  };
  for (let from = 0; m > 0 && from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.linearize(p, data.columns, from, from + k, r, J);
    inspect(k, m, from, 0);
  }
  if (once > 0) {
    problem.linearizeOnce(p, r, J);
    inspect(1, once, 0, m);
  }
  // Every residual is finite and every derivative too, but not the sum of their squares.
  throw new FitDataError(
    runtimeMessages.FIT5010({ place: "", text: "the sum of squares", value: "too large for a number", values: "" }),
  );
}

function notFinite(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  s: number,
  row: number | null,
  residual: number,
): FitDataError {
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
  const values = leaves.length === 0 ? "" : ` (${leaves.join(", ")})`;
  return new FitDataError(runtimeMessages.FIT5010({ place, text, value: show(value), values }), given);
}

/** Down from a subexpression that is not finite to one whose operands all are, along the branch taken of each `if`. */
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

/** At most so many names are shown with their values. */
const shownLeaves = 8;

function leavesOf(problem: FitProblem, trace: Float64Array, root: number): string[] {
  const seen = new Set([root]);
  const leaves: string[] = [];
  // A Set is iterated in the order of insertion, what is added on the way included.
  for (const id of seen) {
    const node = problem.subexpressions[id];
    if (node?.kind === "leaf" && id !== root && leaves.length < shownLeaves)
      leaves.push(`${node.text} = ${show(trace[id])}`);
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
): FitDataError {
  const given = row === null ? null : givenRow(data, row);
  return new FitDataError(
    runtimeMessages.FIT5011({
      name: problem.params[problem.free[j] ?? -1]?.name ?? "",
      value: show(value),
      place: given === null ? "" : ` in row ${given + 1}`,
      text: problem.statements[s]?.text ?? "",
    }),
    given,
  );
}
