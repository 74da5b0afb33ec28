/** A parameter in a combination: its power in a product, or its coefficient in a sum. */
export interface Term {
  readonly name: string;
  /** An integer. */
  readonly exponent: number;
  /** The parameter is a factor of a product rather than a term of a sum. */
  readonly logarithmic: boolean;
}

/**
 * The combination sum e_i u_i, with u_i = log p_i or p_i, as an expression of the language:
 * `A^2*B/c`, `a + 2*b`, `A*exp(b)`.
 */
export function combinationText(terms: readonly Term[]): string {
  const involved = terms.filter(({ exponent }) => exponent !== 0);
  const factors = involved.filter(({ logarithmic }) => logarithmic);
  const summands = involved.filter(({ logarithmic }) => !logarithmic);
  if (factors.length === 0) return sumText(summands);
  // Of a product and its reciprocal, choose the one with a factor in the numerator.
  const sign = factors.some(({ exponent }) => exponent > 0) ? 1 : -1;
  const signed = (term: Term): Term => ({ ...term, exponent: sign * term.exponent });
  const above = factors.map(signed).filter(({ exponent }) => exponent > 0);
  const below = factors.map(signed).filter(({ exponent }) => exponent < 0);
  const exponential = summands.length === 0 ? [] : [`exp(${sumText(summands.map(signed))})`];
  const numerator = [...above.map(powerText), ...exponential].join("*");
  if (below.length === 0) return numerator;
  const denominator = below.map(powerText).join("*");
  return below.length === 1 ? `${numerator}/${denominator}` : `${numerator}/(${denominator})`;
}

function powerText({ name, exponent }: Term): string {
  const power = Math.abs(exponent);
  return power === 1 ? written(name) : `${written(name)}^${power}`;
}

function sumText(terms: readonly Term[]): string {
  return terms
    .map(({ name, exponent }, i) => {
      const size = Math.abs(exponent) === 1 ? "" : `${Math.abs(exponent)}*`;
      const sign = exponent < 0 ? (i === 0 ? "-" : " - ") : i === 0 ? "" : " + ";
      return `${sign}${size}${written(name)}`;
    })
    .join("");
}

/** A name as the language writes it: in backticks unless it is a word. */
function written(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``;
}
