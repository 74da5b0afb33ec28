/**
 * Where a fit keeps what it works with: addresses in bytes. For the caller there are, one after
 * another, the settings, which the caller writes, the results and the free parameters where the
 * fit ended.
 */
export interface Places {
  readonly ftol: number;
  readonly xtol: number;
  readonly gtol: number;
  readonly factor: number;
  readonly maxEvals: number;
  readonly firstCost: number;
  readonly nfev: number;
  readonly njev: number;
  readonly x: number;
  /** The trial point. */
  readonly point: number;
  /** The state at `x`, as it lies in the layout. */
  readonly current: number;
  /** i32: something came up that only the runtime handles. */
  readonly gaveUp: number;
  /** i32: trial points since the last accepted one; whether the last one was linearised at once. */
  readonly trials: number;
  readonly ahead: number;
  /**
   * Of the last step: |D p|; of the last Gauss-Newton step its length and its part of that of x.
   */
  readonly stepNorm: number;
  readonly length: number;
  readonly relative: number;
  /**
   * The pivoted factor, column-major; its pivots, i32, as 8 times the index, 8 bytes apart; Q'r;
   * the lengths of the columns of J.
   */
  readonly r: number;
  readonly pivot: number;
  readonly qtf: number;
  readonly lengths: number;
  /** The lengths at the start. */
  readonly firstLengths: number;
  readonly diag: number;
  /** The Gauss-Newton step without pivots, and |J p| for it. */
  readonly newton: number;
  readonly lengthOfJp: number;
  readonly step: number;
  /** Where the Gauss-Newton step leads to, and the lengths of the columns there and before. */
  readonly target: number;
  readonly columnNorms: number;
  readonly normsBefore: number;
  /** To work in: a matrix and vectors. */
  readonly s: number;
  readonly row: number;
  readonly solution: number;
  readonly scaled: number;
  readonly damping: number;
  readonly work: number;
}

/** The bytes of a state as it is copied: with the zeros behind it, up to a multiple of 64. */
export function copiedBytes({ state, bad }: { readonly state: number; readonly bad: number }): number {
  return Math.ceil((bad + 16 - state) / 64) * 64;
}

/** @param state bytes of a state as it is copied */
export function placesOf(start: number, n: number, state: number): Places & { readonly end: number } {
  let end = start;
  const place = (doubles: number): number => {
    const at = end;
    end += 8 * doubles;
    return at;
  };
  const one = () => place(1);
  const vector = () => place(n);
  const matrix = () => place(n * n);
  return {
    ftol: one(),
    xtol: one(),
    gtol: one(),
    factor: one(),
    maxEvals: one(),
    firstCost: one(),
    nfev: one(),
    njev: one(),
    x: vector(),
    point: vector(),
    current: place(state / 8),
    gaveUp: one(),
    trials: one(),
    ahead: one(),
    stepNorm: one(),
    length: one(),
    relative: one(),
    r: matrix(),
    pivot: vector(),
    qtf: vector(),
    lengths: vector(),
    firstLengths: vector(),
    diag: vector(),
    newton: vector(),
    lengthOfJp: one(),
    step: vector(),
    target: vector(),
    columnNorms: vector(),
    normsBefore: vector(),
    s: matrix(),
    row: vector(),
    solution: vector(),
    scaled: vector(),
    damping: vector(),
    work: vector(),
    end: place(0),
  };
}
