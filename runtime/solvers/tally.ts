import type { Iteration } from "../api/fit-options.js";
import type { Minimum, Settings } from "./solver.js";

type Steps = Generator<Iteration, Minimum, "stop" | undefined>;

/** Adds up the evaluations and iterations of successive fits and presents them as one fit. */
export class Tally {
  private nfev = 0;
  private njev = 0;
  private iterations = 0;

  /** @param most the limit on all evaluations together */
  constructor(private readonly most: number) {}

  get isUsedUp(): boolean {
    return this.nfev >= this.most;
  }

  rest(settings: Settings): Settings {
    return { ...settings, maxEvals: Math.max(Math.min(settings.maxEvals, this.most - this.nfev), 1) };
  }

  count(nfev: number, njev: number): void {
    this.nfev += nfev;
    this.njev += njev;
  }

  /** @param whole gives all parameters of a fit from those that `steps` fits */
  *run(steps: Steps, whole: (x: Float64Array) => Float64Array = (x) => x): Steps {
    const before = this.nfev;
    let step = steps.next();
    while (!step.done) {
      const { nfev, x } = step.value;
      const iteration = ++this.iterations;
      step = steps.next(yield { ...step.value, iteration, nfev: before + nfev, x: whole(x) });
    }
    const { nfev, njev } = step.value.outcome;
    this.count(nfev, njev);
    return this.total(step.value);
  }

  total(minimum: Minimum): Minimum {
    return { ...minimum, outcome: { ...minimum.outcome, nfev: this.nfev, njev: this.njev } };
  }
}
