import type { Iteration } from "../api/fit-options.js";
import type { LocalFit } from "../fit/multi-start/multi-start.js";
import type { Evaluations } from "../fold/evaluations.js";
import { FoldState } from "../fold/state.js";
import type { Minimum } from "../solvers/solver.js";

/** What a fit asks of its data at one point: the folded state there, or the cost alone. */
export interface Evaluation {
  readonly derivatives: boolean;
  /** All parameters. */
  readonly p: Float64Array;
}

/**
 * What interrupts a solver where it asks for what is not known yet. It is thrown, and is no error.
 */
class Pending {
  constructor(readonly evaluation: Evaluation) {}
}

interface Known extends Evaluation {
  /** Its state; one of no columns where the cost alone was asked for. */
  readonly state: FoldState;
}

/** A local fit that has come to its end. */
interface Finished {
  readonly iterations: readonly Iteration[];
  readonly minimum: Minimum;
  /** How many evaluations had been asked for by then. */
  readonly known: number;
}

/**
 * The evaluations that a fit has asked for so far, in order. A solver is deterministic: begun again
 * it asks for the same ones, is given their results, and comes to where it was interrupted. What it
 * does between two passes over millions of rows takes microseconds; yet of fits from many starts
 * those that have ended are not run again.
 */
export class EvaluationLog implements Evaluations {
  readonly residuals: number;
  readonly robust: boolean;
  readonly order: Evaluations["order"];
  private readonly known: Known[] = [];
  private next = 0;
  private readonly finished: Finished[] = [];
  private nextPart = 0;

  /** @param fold what is evaluated */
  constructor(
    private readonly fold: Evaluations,
    private readonly n: number,
  ) {
    this.residuals = fold.residuals;
    this.robust = fold.robust;
    this.order = fold.order;
  }

  cost(p: Float64Array): number {
    return this.stateAt(false, p).cost;
  }

  linearize(p: Float64Array, state = new FoldState(this.n)): FoldState {
    state.copy(this.stateAt(true, p));
    return state;
  }

  /** Begins at the first evaluation again. */
  rewind(): void {
    this.next = 0;
    this.nextPart = 0;
  }

  /** Runs a local fit, or shows again what one that has ended did. */
  *part(begin: () => LocalFit): LocalFit {
    const finished = this.finished[this.nextPart++];
    if (finished !== undefined) {
      this.next = finished.known;
      yield* finished.iterations;
      return finished.minimum;
    }
    const iterations: Iteration[] = [];
    const steps = begin();
    let step = steps.next();
    while (!step.done) {
      iterations.push(step.value);
      step = steps.next(yield step.value);
    }
    this.finished.push({ iterations, minimum: step.value, known: this.next });
    return step.value;
  }

  /** Takes in an evaluation, which the fold can now make. */
  add({ derivatives, p }: Evaluation): void {
    const state = new FoldState(derivatives ? this.n : 0);
    if (derivatives) this.fold.linearize(p, state);
    else state.addCost(this.fold.cost(p));
    this.known.push({ derivatives, p, state });
  }

  private stateAt(derivatives: boolean, p: Float64Array): FoldState {
    const known = this.known[this.next++];
    if (known === undefined) throw new Pending({ derivatives, p: p.slice() });
    if (known.derivatives !== derivatives || !known.p.every((value, j) => Object.is(value, p[j]))) {
      throw new Error("fitc bug: a fit that is begun again takes another way");
    }
    return known.state;
  }
}

type Answer = "stop" | undefined;
type Steps<T> = Generator<Iteration, T, Answer>;

/**
 * Runs a fit whose evaluations take their time.
 *
 * @param begin begins the fit, from the same start each time, on the log
 * @param evaluate makes an evaluation possible
 * @param report is told each iterate, once, and answers whether to go on
 */
export async function replay<T>(
  log: EvaluationLog,
  begin: () => Steps<T>,
  evaluate: (evaluation: Evaluation) => Promise<void>,
  report: (iteration: Iteration) => Answer,
): Promise<T> {
  const answers: Answer[] = [];
  for (;;) {
    log.rewind();
    const pending = run(begin(), answers, report);
    if (!(pending instanceof Pending)) return pending.result;
    await evaluate(pending.evaluation);
    log.add(pending.evaluation);
  }
}

/**
 * Runs a fit to its end or to where it is interrupted, with the answers of before to its first
 * iterates.
 */
function run<T>(
  steps: Steps<T>,
  answers: Answer[],
  report: (iteration: Iteration) => Answer,
): { readonly result: T } | Pending {
  let seen = 0;
  try {
    let step = steps.next();
    while (!step.done) {
      if (seen === answers.length) answers.push(report(step.value));
      step = steps.next(answers[seen++]);
    }
    return { result: step.value };
  } catch (thrown) {
    if (thrown instanceof Pending) return thrown;
    throw thrown;
  }
}
