/**
 * Byte addresses of the working memory of a fit. The caller uses a contiguous part of it: the
 * settings, which it writes; the results; and the free parameters at the end of the fit.
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
  /** The state at `x`, in the layout of a state. */
  readonly current: number;
  /** i32: whether something came up that only the runtime handles. */
  readonly gaveUp: number;
  /**
   * i32: the number of trial points since the last accepted one; and whether the last trial point
   * was linearized together with its cost.
   */
  readonly trials: number;
  readonly ahead: number;
  /**
   * |D p| of the last step; the length |J p| of the last Gauss-Newton step; and its length relative
   * to x.
   */
  readonly stepNorm: number;
  readonly length: number;
  readonly relative: number;
  /**
   * The pivoted factor, column-major; its pivots as i32, 8 times the index each and 8 bytes apart;
   * Q'r; the lengths of the columns of J.
   */
  readonly r: number;
  readonly pivot: number;
  readonly qtf: number;
  readonly lengths: number;
  /** The lengths of the columns of J at the start. */
  readonly firstLengths: number;
  readonly diag: number;
  /** The Gauss-Newton step without pivoting, and |J p| for it. */
  readonly newton: number;
  readonly lengthOfJp: number;
  readonly step: number;
  /**
   * The end point of the Gauss-Newton step; the lengths of the columns of J in the last step and in
   * the one before.
   */
  readonly target: number;
  readonly columnNorms: number;
  readonly normsBefore: number;
  /** Workspace: a matrix and vectors. */
  readonly s: number;
  readonly row: number;
  readonly solution: number;
  readonly scaled: number;
  readonly damping: number;
  readonly work: number;
}

/**
 * The number of bytes copied for a state: its own and the zeros behind it, rounded up to a multiple
 * of 64.
 */
export function copiedBytes({ state, bad }: { readonly state: number; readonly bad: number }): number {
  return Math.ceil((bad + 16 - state) / 64) * 64;
}

/** @param state number of bytes copied for a state */
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
