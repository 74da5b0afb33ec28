import type { FitResult } from "../../../runtime/index.js";
import { failUnless } from "../fail-unless.js";
import { isResult, type Refusal } from "./made-up.js";

/** Costs of one minimum agree to this fraction. */
const same = 1e-6;
/** Residuals up to this fraction of their size are rounding. */
const rounding = 1e-10;
/**
 * Where the parameters are determined worse than this, a valley is so long and flat that rounding
 * decides where on it a fit ends.
 */
const wellConditioned = 1e4;
/** A fit that takes longer from near the minimum has lost its way: rounding may decide where. */
const direct = 60;

/** The units of the second fit, in units of the first. */
interface Units {
  readonly x: (name: string) => number;
  readonly cost: number;
}

/**
 * Two fits of the same problem, from a start near the minimum, end alike: with the same cost, at
 * the same place as far as the data determine it.
 *
 * @param size of the observations and residuals
 */
export function failUnlessAlike(
  size: number,
  a: FitResult | Refusal,
  b: FitResult | Refusal,
  units: Units = { x: () => 1, cost: 1 },
): void {
  const both = () => `${said(a)}; then ${said(b)}`;
  if (!isResult(a) || !isResult(b)) {
    failUnless(!isResult(a) && !isResult(b) && a.refused === b.refused, both);
    return;
  }
  if (Math.max(a.nfev, b.nfev) < direct) failUnless(hasConverged(a) === hasConverged(b), both);
  if (!isOrdinary(a)) return;
  failUnless(hasConverged(b), both);
  const cost = b.cost / units.cost;
  const floor = (rounding * size) ** 2;
  failUnless(Math.abs(a.cost - cost) <= same * Math.max(a.cost, cost) + floor, both);
  // Data that are met to their rounding may not determine the parameters any better.
  if (Math.max(a.cost, cost) <= floor) return;
  // With the other sign of one parameter, another value of a second one can give the same
  // residuals: of -w and the phase pi - p, the sine is that of w and p.
  if (a.x.some((value, j) => value * (b.x[j] as number) < 0)) return;
  for (const [j, name] of a.free.entries()) {
    const [first, second] = [a.x[j] as number, (b.x[j] as number) / units.x(name)];
    const { stderr = null } = a.params[name] ?? {};
    // A cost known to 1e-6 at the minimum determines a parameter to 1e-3 of its error.
    const tolerance = 1e-6 * Math.abs(first) + 1e-3 * (stderr ?? Math.abs(first));
    failUnless(!(Math.abs(first - second) > tolerance), () => `${name}: ${both()}`);
  }
}

/** Whether a derived quantity of a success is finite, is another matter. */
const hasConverged = ({ status }: FitResult): boolean => status > 0;

/** A direct success of a well-conditioned problem. */
function isOrdinary({ success, rank, free, activeMask, condition, nfev }: FitResult): boolean {
  const onBounds = activeMask.filter((side) => side !== 0).length;
  return success && rank === free.length - onBounds && condition < wellConditioned && nfev < direct;
}

/** How a fit ended, in brief. */
export function said(result: FitResult | Refusal): string {
  if (!isResult(result)) return `refused: ${result.refused}`;
  const { success, cost, x, stoppedBy, nfev, condition } = result;
  const how = `by ${stoppedBy}, nfev ${nfev}, condition ${condition.toPrecision(3)}`;
  return `${success ? "success" : "no success"}, cost ${cost} at ${x} ${how}`;
}
