/** All parameters before the fit, fixed ones included, in the order of the spec. */
export interface StartValues {
  /** NaN if the start value follows from those of the other parameters. */
  readonly params: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** The parameters that the options leave free, as indices into `problem.free`. */
  readonly active: readonly number[];
  /** The same parameters, as indices into `params`. */
  readonly indices: readonly number[];
}
