import type { FitProblem } from "../contract/fit-problem.js";
import type { PreparedData } from "../data/prepare.js";
import { forEachPanel, longestPanel, residualCount, rowsOf } from "./panels.js";

/**
 * The scaled residuals for all parameters `p`, block after block; within a block at index
 * row * count + statement.
 */
export function residualsOf(problem: FitProblem, p: Float64Array, data: PreparedData): Float64Array {
  const { blocks } = problem;
  const out = new Float64Array(residualCount(problem, data.rows));
  const r = new Float64Array(longestPanel(blocks));
  let next = 0;
  for (const block of blocks) {
    forEachPanel(0, rowsOf(block, data.rows), (from, to) => {
      const k = to - from;
      block.residuals(p, data.columns, from, to, r);
      for (let i = 0; i < k; i++) for (let s = 0; s < block.count; s++) out[next++] = r[s * k + i] as number;
    });
  }
  return out;
}

/** The derivatives of the scaled residuals with respect to the free parameters, row-major. */
export function jacobianOf(problem: FitProblem, p: Float64Array, data: PreparedData): Float64Array {
  const { blocks, free } = problem;
  const n = free.length;
  const out = new Float64Array(residualCount(problem, data.rows) * n);
  const size = longestPanel(blocks);
  const r = new Float64Array(size);
  const J = new Float64Array(size * n);
  let next = 0;
  for (const block of blocks) {
    const m = block.count;
    forEachPanel(0, rowsOf(block, data.rows), (from, to) => {
      const k = to - from;
      block.linearize(p, data.columns, from, to, r, J);
      for (let i = 0; i < k; i++) {
        for (let s = 0; s < m; s++) {
          for (let j = 0; j < n; j++) out[next++] = J[(j * m + s) * k + i] as number;
        }
      }
    });
  }
  return out;
}
