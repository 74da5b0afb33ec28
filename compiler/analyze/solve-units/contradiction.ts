import type { Powers } from "../../model/unit.js";
import { isPowerOf } from "../units/rational.js";
import { Budget } from "./budget.js";
import { equationsOf } from "./derivation.js";
import type { CallChain, Equation, Site } from "./equations.js";
import { System } from "./system.js";

/** Equations that contradict each other, and do not if any one of them is left out. */
export interface Contradiction {
  readonly equations: readonly Equation[];
  /** Those that are not declarations, in the order of the text. */
  readonly sites: readonly SiteEquation[];
  /** A unit that would have to be 1. */
  readonly ratio: Powers;
}

export type SiteEquation = Equation & { readonly site: Site };

/** So many contradictions are reported of a model. */
const mostContradictions = 10;

/** How many equations are gone through for each contradiction, in different orders. */
const equationsTried = 20_000;
const [fewestOrders, mostOrders] = [2, 40];

/**
 * The contradictions of a model that are independent of each other, each as one smallest set: of
 * those found by going through the equations in several orders, the one with the fewest sites, then
 * one of a declared name and its value, then the fewest equations, then the last in the text. No
 * two share a site, and what contains a wrong operation is not looked at. Two that share a
 * declaration and differ by the same factor are one mistake. When the budget is spent, what was
 * found is all, and at least one.
 */
export function contradictions(equations: readonly Equation[], budget: Budget): readonly Contradiction[] {
  // One is always found: to look for it costs as much as to solve the equations, which was done.
  const first = contradicting(equations, new Budget(Number.POSITIVE_INFINITY));
  const found: Contradiction[] = [];
  let left = equations;
  while (found.length < mostContradictions) {
    const next = smallestContradiction(left, budget);
    if (next === null) break;
    const sites = new Set<Equation>(next.sites);
    // Without a site, declarations would contradict each other; each has a variable of its own.
    if (sites.size === 0) throw new Error("fitc bug: units that contradict each other in no place");
    left = left.filter((equation) => !sites.has(equation) && !next.sites.some(({ site }) => isAround(equation, site)));
    if (!found.some((earlier) => isSameMistake(earlier, next))) found.push(next);
  }
  return found.length === 0 && first !== null ? [first] : found;
}

/** Whether an operation contains another one, from which its own units follow. */
function isAround({ site: outer }: Equation, inner: Site): boolean {
  if (outer === null) return false;
  const [span, within] = [outer.calls === null ? outer.span : null, outermost(inner.calls)?.call.span ?? inner.span];
  return span !== null && span.start <= within.start && within.end <= span.end && span !== within;
}

function isSameMistake(a: Contradiction, b: Contradiction): boolean {
  const shared = new Set(a.equations);
  return isPowerOf(a.ratio, b.ratio) && b.equations.some((equation) => shared.has(equation));
}

function smallestContradiction(equations: readonly Equation[], budget: Budget): Contradiction | null {
  const orders = Math.min(mostOrders, Math.max(fewestOrders, Math.floor(equationsTried / equations.length)));
  const random = generator();
  let best: Contradiction | null = null;
  for (let i = 0; i < orders; i++) {
    const order = i === 0 ? equations : i === 1 ? [...equations].reverse() : shuffled(equations, random);
    const next = contradicting(order, budget);
    if (next === null) break;
    if (best === null || isBetter(next, best)) best = next;
  }
  return best;
}

/**
 * The equations from which the first contradiction follows; null if there is none. Those before the
 * last do not depend on each other, since each gave a row of its own: so what follows from them and
 * the last does not follow from fewer.
 */
function contradicting(equations: readonly Equation[], budget: Budget): Contradiction | null {
  const system = new System(true, budget);
  for (const equation of equations) {
    const rest = system.add(equation);
    if (rest === null) continue;
    const used = rest.from === null ? [] : equationsOf(rest.from);
    return { equations: used, sites: used.filter(hasSite).sort(inText), ratio: rest.size };
  }
  return null;
}

function isBetter(a: Contradiction, b: Contradiction): boolean {
  if (a.sites.length !== b.sites.length) return a.sites.length < b.sites.length;
  const own = Number(isOfOwnValue(a)) - Number(isOfOwnValue(b));
  if (own !== 0) return own > 0;
  if (a.equations.length !== b.equations.length) return a.equations.length < b.equations.length;
  for (let i = a.sites.length - 1; i >= 0; i--) {
    const [one, other] = [a.sites[i], b.sites[i]];
    if (one === undefined || other === undefined) return false;
    const later = inText(one, other);
    if (later !== 0) return later > 0;
  }
  return false;
}

/** Whether a name does not have its declared unit: then its uses are not to blame. */
function isOfOwnValue({ sites }: Contradiction): boolean {
  return sites.some(({ site: { reason } }) => reason.kind === "value" && reason.name.unit !== null);
}

export function hasSite(equation: Equation): equation is SiteEquation {
  return equation.site !== null;
}

function inText(a: SiteEquation, b: SiteEquation): number {
  return startOf(a.site) - startOf(b.site);
}

/** The place in the model: of a site in the body of an `fn`, that of the call. */
function startOf({ calls, left, right }: Site): number {
  return outermost(calls)?.call.span.start ?? (right ?? left).expr.span.start;
}

export function outermost(calls: CallChain | null): CallChain | null {
  let chain = calls;
  while (chain?.outer != null) chain = chain.outer;
  return chain;
}

function shuffled(equations: readonly Equation[], random: () => number): readonly Equation[] {
  const order = [...equations];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random() % (i + 1);
    const [a, b] = [order[i], order[j]];
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a];
  }
  return order;
}

/** A multiplicative congruential generator (Park and Miller 1988): the same orders in every run. */
function generator(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}
