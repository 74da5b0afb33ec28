import { type FitProblem, panelRows, type StatementInfo } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import type { FoldState } from "../fold/state.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";

/**
 * Checks the deviations and weights of all rows: a deviation is positive and finite, a weight finite and not negative.
 * @returns how many residuals have a weight that is not 0: those that count as observations
 * @throws FitError invalidSigma, invalidWeight for the first row at fault, allWeightsZero where no residual counts
 */
export function checkNoise(problem: FitProblem, data: PreparedData, p: Float64Array): number {
  const { rowStatements: m, onceStatements: once, statements } = problem;
  let count = data.rows * m + once;
  if (statements.every((statement) => statement.noise === "none")) return count;
  const without = weightless(problem, data);
  if (without !== null && without < count) return count - without;
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
  if (count === 0) throw new FitError(runtimeMessages.allWeightsZero());
  return count;
}

/** How many residuals have a weight of 0, where all noise is columns and all of it is right: without evaluating the model. */
function weightless({ statements, rowStatements }: FitProblem, { columns }: PreparedData): number | null {
  let count = 0;
  for (const [s, { noise, noiseColumn }] of statements.entries()) {
    if (noise === "none") continue;
    const column = columns[noiseColumn];
    if (s >= rowStatements || column === undefined) return null;
    for (let i = 0; i < column.length; i++) {
      const value = column[i] as number;
      if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
        if (!isNoise(noise, value)) return null;
        count++;
      }
    }
  }
  return count;
}

function checkOne(problem: FitProblem, data: PreparedData, s: number, value: number, row: number): void {
  const statement = problem.statements[s];
  if (statement === undefined || statement.noise === "none") return;
  if (isNoise(statement.noise, value)) return;
  const given = givenRow(data, row);
  const values = { text: statement.noiseText, value: show(value), row: given + 1 };
  throw new FitError(
    statement.noise === "sigma" ? runtimeMessages.invalidSigma(values) : runtimeMessages.invalidWeight(values),
    { row: given },
  );
}

/** Whether a number can be what it is declared to be: a deviation is positive and finite, a weight finite and not negative. */
export function isNoise(kind: StatementInfo["noise"], value: number): boolean {
  return kind === "none" || (Number.isFinite(value) && (value > 0 || (value === 0 && kind === "weight")));
}

/** The row of the data as they were given, 0-based. */
function givenRow(data: PreparedData, row: number): number {
  return data.kept?.[row] ?? row;
}

/** Half a sum of squares below this, the smallest normal number over the rounding, has lost digits to underflow. */
export const leastCost = 2 ** -970;

/**
 * Tells why there is nothing to start from: the first row and the smallest subexpression that is not finite, or the
 * derivative, or a sum of squares that overflows or vanishes.
 * @throws FitError modelNotFinite, derivativeNotFinite, costOutOfRange, dataNotFinite unless the state is finite and its cost a number to go by
 */
export function checkFiniteStart(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  active: readonly number[],
  state: FoldState,
): void {
  if (state.finite && (state.cost >= leastCost || state.cost < 0)) return;
  const { rowStatements: m, onceStatements: once } = problem;
  const columns = problem.free.length;
  const size = Math.max(m * panelRows, once);
  const r = new Float64Array(size);
  const J = new Float64Array(size * columns);
  let exact = true;
  const inspect = (k: number, statements: number, from: number, first: number): void => {
    for (let i = 0; i < k; i++) {
      for (let s = 0; s < statements; s++) {
        const at = s * k + i;
        const row = first === 0 ? from + i : null;
        exact &&= r[at] === 0;
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
  // Every residual is finite and every derivative too, but the sum of their squares is no number to go by.
  if (state.finite && exact) return;
  throw new FitError(runtimeMessages.costOutOfRange({ place: "start", size: state.finite ? "small" : "large" }));
}

/** Residuals up to this part of what was observed may be rounding. */
const rounding = 1e-11;

/** What makes a result suspect to {@link checkVanishedCost}. */
export interface Vanishing {
  readonly cost: number;
  /** The solver stopped because the cost is rounding of that at the start. */
  readonly vanished: boolean;
  /** The largest size of an observation. */
  readonly largest: number;
}

/**
 * Checks that a cost which has vanished is that of a fit through the data: where these are near 1e-300 themselves, so is that of a
 * model which came to 0 and misses all of them.
 * @throws FitError costOutOfRange
 */
export function checkVanishedCost(
  problem: FitProblem,
  data: PreparedData,
  p: Float64Array,
  { cost, vanished, largest }: Vanishing,
): void {
  if (!(cost >= 0) || largest === 0 || (!vanished && cost >= leastCost && largest ** 2 >= leastCost)) return;
  // Errors that are correlated have no scale of their own in each row.
  if (problem.covariance !== null) return;
  const { rowStatements: m, statements } = problem;
  const r = new Float64Array(m * panelRows);
  const raw = new Float64Array(m * panelRows);
  const observed = new Float64Array(m * panelRows);
  const noise = new Float64Array(m * panelRows);
  const residuals = new Float64Array(m);
  const observations = new Float64Array(m);
  const largen = (sizes: Float64Array, s: number, value: number): void => {
    sizes[s] = Math.max(sizes[s] as number, Math.abs(value));
  };
  for (let from = 0; m > 0 && from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.residuals(p, data.columns, from, from + k, r);
    problem.measure(p, data.columns, from, from + k, raw, observed, noise);
    for (let s = 0; s < m; s++) {
      const kind = statements[s]?.noise;
      for (let i = s * k; i < (s + 1) * k; i++) {
        const deviation =
          kind === "sigma" ? (noise[i] as number) : kind === "weight" ? 1 / Math.sqrt(noise[i] as number) : 1;
        largen(residuals, s, r[i] as number);
        largen(observations, s, (observed[i] as number) / deviation);
      }
    }
  }
  const lost = residuals.some((residual, s) => {
    const observation = observations[s] as number;
    const tooSmall = vanished || cost < leastCost || observation ** 2 < leastCost;
    return tooSmall && observation > 0 && residual > rounding * observation;
  });
  if (lost) throw new FitError(runtimeMessages.costOutOfRange({ place: "result", size: "small" }));
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
  // A name that the spec quotes has backticks in its text.
  const columns = new Map(problem.columns.flatMap(({ name }) => [name, `\`${name}\``].map((text) => [text, name])));
  const dataAlone = leaves.length > 0 && leaves.every(({ name }) => columns.has(name));
  if (!dataAlone) return new FitError(runtimeMessages.modelNotFinite(values), { row: given });
  const column = leaves[0]?.id === culprit ? columns.get(text) : undefined;
  return new FitError(runtimeMessages.dataNotFinite(values), { row: given, column: column ?? null });
}

/**
 * Blames rows `[from, to)` of the data, if some value there is infinite.
 * @throws FitError dataNotFinite for the first such value
 */
export function refuseInfinities(problem: FitProblem, data: PreparedData, from: number, to: number): void {
  for (const [j, values] of data.columns.entries()) {
    for (let row = from; row < Math.min(to, values.length); row++) {
      if (Number.isFinite(values[row])) continue;
      const given = givenRow(data, row);
      const text = problem.columns[j]?.name ?? "";
      const place = `in row ${given + 1}, `;
      const message = runtimeMessages.dataNotFinite({ place, text, value: show(values[row]), values: "" });
      throw new FitError(message, { row: given, column: text });
    }
  }
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

interface Leaf {
  readonly id: number;
  /** As the spec writes it. */
  readonly name: string;
}

/** The columns and parameters of a subexpression, itself if it is one. */
function leavesOf(problem: FitProblem, trace: Float64Array, root: number): readonly Leaf[] {
  const seen = new Set([root]);
  const leaves: Leaf[] = [];
  // A Set is iterated in the order of insertion, what is added on the way included.
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
