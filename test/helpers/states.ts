import type { FoldState } from "../../runtime/fold/state.js";

/** The factor of a state with its right-hand side, row-major, n x (n + 1); 0 below the diagonal. */
export function factorOf(state: FoldState): Float64Array {
  const { n } = state;
  const at = (i: number, j: number) => (j === n ? state.rhs(i) : j < i ? 0 : state.entry(i, j));
  return Float64Array.from({ length: n * (n + 1) }, (_, k) => at(Math.floor(k / (n + 1)), k % (n + 1)));
}

/** All numbers in a state. */
export function numbersOf(state: FoldState): readonly number[] {
  const saved = new Float64Array(state.size);
  state.save(saved);
  return [...saved];
}
