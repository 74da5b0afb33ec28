/** A symbol or a base unit to a rational power in lowest terms, with a positive denominator; never zero. */
export interface UnitFactor {
  readonly base: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** A physical unit: a dimension times a scale. */
export interface Unit {
  /** Powers of base units, sorted by name; an absent one is zero. */
  readonly dimension: readonly UnitFactor[];
  /** The size in terms of the base units: `ms` is 1e-3. */
  readonly scale: number;
  /** Powers of the symbols as the model writes them, in order of appearance: what {@link text} is made of. */
  readonly symbols: readonly UnitFactor[];
  /** As it is to be printed. Units with the same text are the same unit. */
  readonly text: string;
}
