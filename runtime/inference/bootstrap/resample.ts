import type { Random } from "../../../math/index.js";
import type { ColumnData, FitProblem, ResidualBlock } from "../../contract/fit-problem.js";
import { mayLeaveOut } from "../../contract/noise.js";
import type { PreparedData } from "../../data/prepare.js";
import { residualsOf } from "../../fold/evaluate.js";
import { forEachPanel, longestPanel, rowBlockOf, statementsOf } from "../../fold/panels.js";
import type { FittedModel } from "../fitted-model.js";

/** A data set that could have been observed, and the model that is fitted to it. */
export interface Resampled {
  readonly problem: FitProblem;
  readonly columns: ColumnData;
}

/** Gives another data set at each call. */
export type Resampler = (random: Random) => Resampled;

/**
 * Draws rows with replacement: the observations are a sample of all possible ones. It assumes
 * neither a form of the errors nor that the model is right.
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
 * Adds residuals of the fit, drawn with replacement, to the fitted values. The predictors stay, and
 * the scaled errors are assumed to be identically distributed within each statement. Residuals are
 * centred, and multiplied by sqrt(N / (N - n)), because the residuals of a fit are smaller than the
 * errors: for a linear model this gives the standard errors of least squares.
 *
 * The data are not changed: r(p) + (r* - r(fit)) is the residual for observations that are shifted
 * in this way.
 */
export function residualResampler({ result, problem, data, params }: FittedModel): Resampler {
  const m = rowBlockOf(problem)?.count ?? 0;
  const fitted = residualsOf(problem, params, data);
  const counts = counting(problem, params, data);
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

/** For each row residual whether it counts: 0 for those left out by a noise of 0. */
function counting(problem: FitProblem, p: Float64Array, data: PreparedData): Uint8Array {
  const block = rowBlockOf(problem);
  if (block === null) return new Uint8Array(0);
  const statements = statementsOf(problem, block);
  const m = block.count;
  const counts = new Uint8Array(data.rows * m).fill(1);
  if (statements.every(({ noise }) => !mayLeaveOut(noise))) return counts;
  const size = longestPanel([block]);
  const [raw, observed, noise] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  forEachPanel(0, data.rows, (from, to) => {
    const k = to - from;
    block.measure(p, data.columns, from, to, raw, observed, noise);
    for (const [s, { noise: model }] of statements.entries()) {
      if (!mayLeaveOut(model)) continue;
      for (let i = 0; i < k; i++) if (noise[s * k + i] === 0) counts[(from + i) * m + s] = 0;
    }
  });
  return counts;
}

/** The residuals of one statement that count, minus their mean, times a factor. */
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

/**
 * Adds `shifts[s][i]` to the residual of row statement s at row i. The derivatives do not change.
 */
function shiftedProblem(problem: FitProblem, shifts: readonly Float64Array[]): FitProblem {
  const shift = (from: number, to: number, r: Float64Array): void => {
    const k = to - from;
    for (const [s, values] of shifts.entries()) {
      for (let i = 0; i < k; i++) r[s * k + i] = (r[s * k + i] as number) + (values[from + i] as number);
    }
  };
  const shifted = (block: ResidualBlock): ResidualBlock => ({
    ...block,
    residuals(p, d, from, to, r) {
      block.residuals(p, d, from, to, r);
      shift(from, to, r);
    },
    linearize(p, d, from, to, r, J) {
      block.linearize(p, d, from, to, r, J);
      shift(from, to, r);
    },
    basis: null,
  });
  const blocks = problem.blocks.map((block) => (block.kind === "row" ? shifted(block) : block));
  return { ...problem, separable: null, wasm: null, blocks };
}
