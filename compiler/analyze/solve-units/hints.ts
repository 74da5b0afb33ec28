import type { Powers, Rational, Unit } from "../../model/unit.js";
import type { Reporter } from "../reporter.js";
import { minusOne, raised, rational, samePowers } from "../units/rational.js";
import { isKnownSymbol, isLogarithmic } from "../units/symbols.js";
import type { SiteEquation } from "./contradiction.js";
import type { Quantity } from "./equations.js";

/*
 * What is probably meant where units contradict each other, for the mistakes that are made most
 * often. Each returns a sentence, or undefined if the mistake is another one.
 */

/** `n: counts` with `sigma sqrt(n)`: the deviation of a count holds for a pure number. */
export function countHint(sigma: Unit, observed: Unit): string | undefined {
  if (!samePowers(raised(sigma.size, rational(2)), observed.size)) return undefined;
  return `if '${observed.text}' counts events, it is a pure number: leave this unit out, or write '1'`;
}

/** `g: dB` and `10 * log10(p)`, which is a plain number. */
export function logarithmHint(a: Unit, b: Unit): string | undefined {
  const [level, other] = a.size.size === 0 ? [b, a] : [a, b];
  const [base] = level.size.keys();
  if (other.size.size > 0 || level.size.size !== 1 || base === undefined || !isLogarithmic(base)) return undefined;
  return `a logarithm is a plain number: multiply it by a 'const one: ${level.text} = 1'`;
}

/** Two symbols that are in no table and differ by a letter, such as `cell` and `cells`. */
export function misspeltHint(a: Unit, b: Unit): string | undefined {
  const [own, others] = [onlyIn(a.symbols, b.symbols), onlyIn(b.symbols, a.symbols)];
  if (own === null || others === null) return undefined;
  const [[one, power], [other, otherPower]] = [own, others];
  if (one === other || power.n !== otherPower.n || power.d !== otherPower.d) return undefined;
  if (isKnownSymbol(one) || isKnownSymbol(other) || !isOneLetterApart(one, other)) return undefined;
  return `'${one}' and '${other}' are two different units, neither of them known to fitc: spell both alike`;
}

/** A value that is one over what is needed: `k = mean(t)` with k in 1/s. */
export function reciprocalHint(site: SiteEquation, here: Unit, there: Unit, reporter: Reporter): string | undefined {
  const { reason, right } = site.site;
  if (reason.kind !== "value" || right === null || !samePowers(here.size, raised(there.size, minusOne)))
    return undefined;
  return `did you mean '1 / (${reporter.quote(right.expr.span)})'?`;
}

/** A named constant in the place of a number, which would have a unit in each place. */
export function constantHint({ kind, name, ...symbol }: Quantity): string | undefined {
  const number =
    kind === "const" && "value" in symbol && symbol.value.kind === "number" ? symbol.value.text : undefined;
  if (number === undefined) return undefined;
  return `a constant has one unit: write ${number} in place of '${name.text}' where it has another, or use two constants`;
}

/** The only symbol of a unit that another one does not have to the same power, with its power. */
function onlyIn(symbols: Powers, others: Powers): readonly [symbol: string, power: Rational] | null {
  const own = [...symbols].filter(([symbol, { n, d }]) => others.get(symbol)?.n !== n || others.get(symbol)?.d !== d);
  return own.length === 1 ? (own[0] ?? null) : null;
}

function isOneLetterApart(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && long[same] === short[same]) same++;
  return long.slice(same + 1) === short.slice(long.length > short.length ? same : same + 1);
}
