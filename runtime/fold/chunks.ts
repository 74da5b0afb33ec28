import type { FoldState } from "./state.js";

/** Rows that one leaf of the tree of merges holds. */
export const chunkRows = 65_536;

/**
 * Folds chunks of rows and merges their states in one canonical tree, which depends on the number
 * of rows alone, so that however the chunks are spread the result is the same to the bit. Null
 * where there are no rows.
 */
export function foldChunks(rows: number, fold: (from: number, to: number) => FoldState): FoldState | null {
  // The states of complete subtrees, largest first, as the ones of a binary counter.
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
