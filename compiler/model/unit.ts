/** An exact fraction in lowest terms, with a positive denominator; NaN / 1 if it is too large. */
export interface Rational {
  readonly n: number;
  readonly d: number;
}

/** Exponents by what they belong to; an exponent of zero is absent. */
export type Powers<Base = string> = ReadonlyMap<Base, Rational>;

/** A physical unit: a dimension times a scale. */
export interface Unit {
  /**
   * Powers of the base units (`kg`) and of the prime factors of the scale (`#2`, `#5`, `#pi`), so
   * that two units are the same exactly if these are: `ms` is s * 2^-3 * 5^-3. A symbol that is
   * in no table is a base unit under its name, with one more `#` before it if it begins with one.
   */
  readonly size: Powers;
  /** Powers of the symbols from which it is written, in order of appearance. */
  readonly symbols: Powers;
  /** The symbols as they are written in a file. */
  readonly text: string;
}
