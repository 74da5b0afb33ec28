import type { FoldState } from "./state.js";

/** Number of rows in one leaf of the merge tree. */
export const chunkRows = 65_536;

/**
 * Folds chunks of rows and merges their states in one canonical tree. The tree depends only on the
 * number of rows, so the result is the same to the bit however the chunks are distributed. Returns
 * null if there are no rows.
 */
export function foldChunks(rows: number, fold: (from: number, to: number) => FoldState): FoldState | null {
  // States of complete subtrees, largest first, like the ones of a binary counter.
  const pending: { size: number; state: FoldState }[] = [];
  for (let from = 0; from < rows; from += chunkRows) {
    let size = 1;
    let merged = fold(from, Math.min(from + chunkRows, rows));
    for (let last = pending.at(-1); last?.size === size; last = pending.at(-1)) {
      pending.pop();
      last.state.merge(merged);
      merged = last.state;
      size *= 2;
    }
    pending.push({ size, state: merged });
  }
  let total = pending.pop()?.state ?? null;
  for (let left = pending.pop(); total !== null && left !== undefined; left = pending.pop()) {
    left.state.merge(total);
    total = left.state;
  }
  return total;
}
