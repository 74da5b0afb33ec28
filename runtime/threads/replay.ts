import type { Iteration } from "../api/fit-options.js";
import type { LocalFit } from "../fit/multi-start/multi-start.js";
import type { Evaluations } from "../fold/evaluations.js";
import { FoldState } from "../fold/state.js";
import type { Minimum } from "../solvers/solver.js";

/** An evaluation that a fit requests at one point: the folded state, or the cost alone. */
export interface Evaluation {
  readonly derivatives: boolean;
  /** All parameters. */
  readonly p: Float64Array;
}

/**
 * Thrown to interrupt a solver that requests an evaluation not yet available. It is not an error.
 */
class Pending {
  constructor(readonly evaluation: Evaluation) {}
}

interface Known extends Evaluation {
  /** The result. It has no columns if the cost alone was requested. */
  readonly state: FoldState;
}

/** A local fit that has ended. */
interface Finished {
  readonly iterations: readonly Iteration[];
  readonly minimum: Minimum;
  /** Number of evaluations requested up to then. */
  readonly known: number;
}

/**
 * The evaluations that a fit has requested so far, in order. A solver is deterministic: if it is
 * started again, it requests the same evaluations, receives their recorded results, and gets to the
 * point where it was interrupted. Its own work between two passes over millions of rows takes only
 * microseconds. In a fit from many starts, local fits that have ended are nevertheless not run
 * again.
 */
export class EvaluationLog implements Evaluations {
  readonly residuals: number;
  readonly robust: boolean;
  readonly order: Evaluations["order"];
  private readonly known: Known[] = [];
  private next = 0;
  private readonly finished: Finished[] = [];
  private nextPart = 0;

  /** @param fold makes the evaluations */
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

  /** Goes back to the first evaluation. */
  rewind(): void {
    this.next = 0;
    this.nextPart = 0;
  }

  /** Runs a local fit, or repeats the steps and result of one that has ended. */
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

  /** Makes an evaluation, for which the fold is now ready, and records it. */
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
 * Runs a fit whose evaluations are asynchronous.
 *
 * @param begin starts the fit on the log, each time from the same start
 * @param evaluate prepares an evaluation, so that the log can make it
 * @param report is called once for each iterate; returns whether to stop
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
 * Runs a fit until it ends or is interrupted. Iterates that were reported before get the recorded
 * answers.
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
