import type { Random } from "../../../math/index.js";
import type { ColumnData, FitProblem, ResidualBlock } from "../../contract/fit-problem.js";
import type { PreparedData } from "../../data/prepare.js";
import { residualsOf } from "../../fold/evaluate.js";
import { forEachPanel, longestPanel, rowBlockOf, statementsOf } from "../../fold/panels.js";
import type { FittedModel } from "../fitted-model.js";

/** A data set as it might have come out, and the model that is fitted to it. */
export interface Resampled {
  readonly problem: FitProblem;
  readonly columns: ColumnData;
}

/** Makes each call another data set. */
export type Resampler = (random: Random) => Resampled;

/**
 * Rows drawn with replacement: observations as a sample of all there might be. Neither the form of
 * the errors nor that of the model is supposed to be right.
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
 * The fitted values with residuals drawn with replacement from those of the fit: the predictors
 * stay, and the scaled errors are taken for equally distributed within each statement. Residuals
 * are centred, and multiplied by sqrt(N / (N - n)), because those of a fit are smaller than the
 * errors: for a linear model the standard errors are then those of least squares.
 *
 * The data are not touched: r(p) + (r* - r(fit)) is the residual to observations that are shifted
 * so.
 */
export function residualResampler({ result, problem, data, params }: FittedModel): Resampler {
  const m = rowBlockOf(problem)?.count ?? 0;
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
  const block = rowBlockOf(problem);
  if (block === null) return new Uint8Array(0);
  const statements = statementsOf(problem, block);
  const m = block.count;
  const counts = new Uint8Array(data.rows * m).fill(1);
  if (statements.every(({ noise }) => noise !== "weight")) return counts;
  const size = longestPanel([block]);
  const [raw, observed, noise] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  forEachPanel(0, data.rows, (from, to) => {
    const k = to - from;
    block.measure(p, data.columns, from, to, raw, observed, noise);
    for (const [s, { noise: kind }] of statements.entries()) {
      if (kind !== "weight") continue;
      for (let i = 0; i < k; i++) if (noise[s * k + i] === 0) counts[(from + i) * m + s] = 0;
    }
  });
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
