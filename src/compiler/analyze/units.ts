/** A physical unit: a dimension times a scale. Written by the analysis; see `docs/language.md`. */
export interface Unit {
  /** Exponents of base units by name, as rationals in lowest terms; absent is zero. Sorted by name. */
  readonly dimension: readonly { readonly base: string; readonly numerator: number; readonly denominator: number }[];
  /** The size in terms of the base units: `ms` is 1e-3. */
  readonly scale: number;
  /** As it is to be printed. */
  readonly text: string;
}
