import type { Random } from "../../../math/index.js";
import { type ColumnData, type FitProblem, panelRows } from "../../contract/fit-problem.js";
import type { PreparedData } from "../../data/prepare.js";
import { residualsOf } from "../../fold/evaluate.js";
import type { FittedModel } from "../fitted-model.js";

/** A data set as it might have come out, and the model that is fitted to it. */
export interface Resampled {
  readonly problem: FitProblem;
  readonly columns: ColumnData;
}

/** Makes each call another data set. */
export type Resampler = (random: Random) => Resampled;

/**
 * Rows drawn with replacement: observations as a sample of all there might be. Neither the form of the errors nor that of the
 * model is supposed to be right.
 */
export function caseResampler({ problem, data }: FittedModel): Resampler {
  const columns = data.columns.map((column) => new Float64Array(column.length));
  return (random) => {
    const rows = Uint32Array.from({ length: data.rows }, () => random.below(data.rows));
    for (const [j, column] of columns.entries()) {
      const from = data.columns[j] as Float64Array;
      for (let i = 0; i < column.length; i++) column[i] = from[rows[i] as number] as number;
    }
    return { problem, columns };
  };
}

/**
 * The fitted values with residuals drawn with replacement from those of the fit: the predictors stay, and the scaled errors are taken
 * for equally distributed within each statement. Residuals are centred, and multiplied by sqrt(N / (N - n)), because those of a
 * fit are smaller than the errors: for a linear model the standard errors are then those of least squares.
 *
 * The data are not touched: r(p) + (r* - r(fit)) is the residual to observations that are shifted so.
 */
export function residualResampler({ result, problem, data, params }: FittedModel): Resampler {
  const { rowStatements: m } = problem;
  const fitted = residualsOf(problem, params, data);
  const counts = weighted(problem, params, data);
  const inflation = Math.sqrt(result.residuals / result.dof);
  const pools = Array.from({ length: m }, (_, s) => centred(fitted, counts, m, s, data.rows, inflation));
  const shifts = Array.from({ length: m }, () => new Float64Array(data.rows));
  const shifted = shiftedProblem(problem, shifts);
  return (random) => {
    for (const [s, shift] of shifts.entries()) {
      const pool = pools[s] as Float64Array;
      for (let i = 0; i < data.rows; i++) {
        const at = i * m + s;
        shift[i] = counts[at] === 1 ? (pool[random.below(pool.length)] as number) - (fitted[at] as number) : 0;
      }
    }
    return { problem: shifted, columns: data.columns };
  };
}

/** For each row residual whether it counts: 0 for those of weight 0. */
function weighted(problem: FitProblem, p: Float64Array, data: PreparedData): Uint8Array {
  const { rowStatements: m, statements } = problem;
  const counts = new Uint8Array(data.rows * m).fill(1);
  if (statements.every(({ noise }) => noise !== "weight")) return counts;
  const [raw, observed, noise] = [0, 1, 2].map(() => new Float64Array(m * panelRows)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let from = 0; from < data.rows; from += panelRows) {
    const k = Math.min(panelRows, data.rows - from);
    problem.measure(p, data.columns, from, from + k, raw, observed, noise);
    for (let s = 0; s < m; s++) {
      if (statements[s]?.noise !== "weight") continue;
      for (let i = 0; i < k; i++) if (noise[s * k + i] === 0) counts[(from + i) * m + s] = 0;
    }
  }
  return counts;
}

/** The residuals of one statement that count, less their mean, times a factor. */
function centred(
  r: Float64Array,
  counts: Uint8Array,
  m: number,
  s: number,
  rows: number,
  factor: number,
): Float64Array {
  const own: number[] = [];
  for (let i = 0; i < rows; i++) if (counts[i * m + s] === 1) own.push(r[i * m + s] as number);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return Float64Array.from(own, (value) => (value - mean) * factor);
}

/** The residuals of row statement s at row i plus `shifts[s][i]`; the derivatives are the same. */
function shiftedProblem(problem: FitProblem, shifts: readonly Float64Array[]): FitProblem {
  const shift = (from: number, to: number, r: Float64Array): void => {
    const k = to - from;
    for (const [s, values] of shifts.entries()) {
      for (let i = 0; i < k; i++) r[s * k + i] = (r[s * k + i] as number) + (values[from + i] as number);
    }
  };
  return {
    ...problem,
    separable: null,
    wasm: null,
    residuals(p, d, from, to, r) {
      problem.residuals(p, d, from, to, r);
      shift(from, to, r);
    },
    linearize(p, d, from, to, r, J) {
      problem.linearize(p, d, from, to, r, J);
      shift(from, to, r);
    },
  };
}
