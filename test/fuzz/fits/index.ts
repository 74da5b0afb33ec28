import type { Random } from "../../../math/random.js";
import { chance, pick } from "../choose.js";
import { failUnless } from "../fail-unless.js";
import type { Probe } from "../probe.js";
import { callersAgree, kernelsAgree, kernelsAgreeAtStart, modulesAgree } from "./agreement.js";
import { isFalse, isUnbacked, judge } from "./first-order.js";
import { costOfStart, problemOf } from "./judged-fit.js";
import { attempt, isResult, type MadeUp, madeUp, moreOptions, type Spread, shown } from "./made-up.js";
import { numbersHold } from "./statistics.js";
import { orderIsFree, unitsAreFree } from "./symmetries.js";
import { threadsAgree } from "./threads.js";

/** A success is one that the residuals and the Jacobian at its end bear out. */
function successIsBacked({ fit, fitter, options, oddity }: MadeUp): void {
  const result = attempt(() => fitter.fit(fit.data, options));
  // The squares of such values are not numbers.
  if (!isResult(result) || !result.success || oddity === "y up to 1e300") return;
  const judgement = judge(problemOf(fitter, fit), result.x, costOfStart(fitter, fit));
  const { promised, parabola, realised } = judgement;
  const isBlind = !judgement.exact && judgement.dead === result.x.length;
  failUnless(!isBlind, () => `by ${result.stoppedBy}, a success at ${result.x}, where nothing has an influence`);
  failUnless(
    !isFalse(judgement) && !isUnbacked(judgement),
    () =>
      `by ${result.stoppedBy}, a success at ${result.x}: of the cost, ${realised} can be saved ` +
      `(promised: ${promised}, by a parabola ${parabola}); ${result.warnings.map(({ code }) => code)}`,
  );
}

interface Kind {
  readonly spreads: readonly Spread[];
  readonly mayBeOdd: boolean;
  /** Whether tolerances and other options are drawn as well. */
  readonly withOptions: boolean;
  readonly check: (made: MadeUp, random: Random) => void | Promise<void>;
}

const anywhere: readonly Spread[] = ["near", "decade", "decade", "wild"];

/** What must hold, and for what made-up fits. */
const kinds: Readonly<Record<string, Kind>> = {
  "first-order": { spreads: anywhere, mayBeOdd: true, withOptions: false, check: successIsBacked },
  "kernels-at-start": { spreads: anywhere, mayBeOdd: true, withOptions: false, check: kernelsAgreeAtStart },
  kernels: { spreads: ["near"], mayBeOdd: true, withOptions: false, check: kernelsAgree },
  callers: { spreads: anywhere, mayBeOdd: true, withOptions: true, check: callersAgree },
  modules: { spreads: anywhere, mayBeOdd: true, withOptions: true, check: modulesAgree },
  statistics: { spreads: anywhere, mayBeOdd: true, withOptions: true, check: numbersHold },
  "order-of-rows": { spreads: ["near"], mayBeOdd: false, withOptions: false, check: orderIsFree },
  units: { spreads: ["near"], mayBeOdd: false, withOptions: false, check: unitsAreFree },
  threads: { spreads: ["near"], mayBeOdd: false, withOptions: false, check: threadsAgree },
};

async function run({ spreads, mayBeOdd, withOptions, check }: Kind, random: Random): Promise<string | null> {
  const plain = await madeUp(random, pick(random, spreads), mayBeOdd);
  const more = withOptions && chance(random, 0.5) ? moreOptions(random) : {};
  const made = { ...plain, options: { ...plain.options, ...more } };
  try {
    await check(made, random);
    return null;
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${made.fit.family.name}, ${made.oddity ?? "usual data"}: ${said}\n--- the fit:\n${shown(made, made.options)}`;
  }
}

export const fitProbes: readonly Probe[] = Object.entries(kinds).map(
  ([name, kind]): Probe => ({ name, run: (random) => run(kind, random) }),
);
