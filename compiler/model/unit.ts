/**
 * A symbol or a base unit to a rational power in lowest terms, with a positive denominator; never
 * zero.
 */
export interface UnitFactor {
  readonly base: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** A physical unit: a dimension times a scale. */
export interface Unit {
  /** Powers of base units, sorted by name; a power of zero is absent. */
  readonly dimension: readonly UnitFactor[];
  /** The size in base units: `ms` is 1e-3. */
  readonly scale: number;
  /**
   * Powers of the symbols as written in the model, in order of appearance; {@link text} is built
   * from them.
   */
  readonly symbols: readonly UnitFactor[];
  /** The printed form. Units with the same text are the same unit. */
  readonly text: string;
}
