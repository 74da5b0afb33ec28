/**
 * Reductions over the rows of a data set, for start values and bounds. Each takes the number of
 * rows and a function that gives the value at a row. Over no rows the sum is 0 and every other
 * reduction is NaN.
 */
export type RowValue = (row: number) => number;

export function reduceMin(rows: number, f: RowValue): number {
  return rows === 0 ? Number.NaN : f(extreme(rows, f, -1));
}

export function reduceMax(rows: number, f: RowValue): number {
  return rows === 0 ? Number.NaN : f(extreme(rows, f, 1));
}

/** A compensated sum (Neumaier 1974). */
export function reduceSum(rows: number, f: RowValue): number {
  let sum = 0;
  let error = 0;
  for (let i = 0; i < rows; i++) {
    const value = f(i);
    const next = sum + value;
    error += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + error : sum;
}

export function reduceMean(rows: number, f: RowValue): number {
  return reduceSum(rows, f) / rows;
}

/** For an even number of rows, the mean of the two middle values. */
export function reduceMedian(rows: number, f: RowValue): number {
  if (rows === 0) return Number.NaN;
  const sorted = Float64Array.from({ length: rows }, (_, i) => f(i)).sort();
  const middle = rows >> 1;
  const upper = sorted[middle] as number;
  return rows % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

export function reduceFirst(rows: number, f: RowValue): number {
  return rows === 0 ? Number.NaN : f(0);
}

export function reduceLast(rows: number, f: RowValue): number {
  return rows === 0 ? Number.NaN : f(rows - 1);
}

/** The value of `x` at the first row at which `y` is smallest. */
export function reduceArgmin(rows: number, x: RowValue, y: RowValue): number {
  return rows === 0 ? Number.NaN : x(extreme(rows, y, -1));
}

export function reduceArgmax(rows: number, x: RowValue, y: RowValue): number {
  return rows === 0 ? Number.NaN : x(extreme(rows, y, 1));
}

/**
 * The first row at which `sign * f` is largest. A NaN counts as the largest value, so that it is
 * not silently ignored.
 */
function extreme(rows: number, f: RowValue, sign: 1 | -1): number {
  let best = 0;
  let bestValue = f(0);
  for (let i = 1; i < rows && !Number.isNaN(bestValue); i++) {
    const value = f(i);
    if (sign * value > sign * bestValue || Number.isNaN(value)) {
      best = i;
      bestValue = value;
    }
  }
  return best;
}
