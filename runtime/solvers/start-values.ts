/** The parameters before the fit: all of them, fixed ones included, in the order of the spec. */
export interface StartValues {
  /** NaN where the value is to follow from those of the others. */
  readonly params: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Indices into `problem.free` of the parameters that the options leave free too. */
  readonly active: readonly number[];
  /** The same as indices into `params`. */
  readonly indices: readonly number[];
}
