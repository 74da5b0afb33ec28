import { PanelQr } from "../fold/panel-qr.js";
import { FoldState } from "../fold/state.js";
import type { Bounds } from "./bounds.js";
import { type Iterates, iterates } from "./iterates.js";
import { type Chain, OrderedCoordinates } from "./order.js";
import type { Objective, Settings, StartPoint, StepSolver } from "./solver.js";

/**
 * Runs a solver in coordinates in which the order of the parameters always holds (see `order.ts`).
 * Its iterates and its end are converted to parameters, and so is the state at the end, so that
 * nothing that follows needs to know about the coordinates.
 */
export function* solveOrdered(
  solver: StepSolver,
  chains: readonly Chain[],
  objective: Objective,
  start: StartPoint,
  bounds: Bounds,
  settings: Settings,
): Iterates {
  const coordinates = new OrderedCoordinates(chains, start.x, bounds, settings.method !== "lm");
  const ordered = new OrderedObjective(objective, coordinates);
  const u = coordinates.start;
  const state = coordinates.moved ? ordered.begin(u) : ordered.adopt(u, start);
  // The start was moved into the order, and the model may not be finite there.
  if (state === null) return { ...start, status: -1, stoppedBy: "not finite", nfev: 1, njev: 1 };
  const { xScale } = settings;
  const own = xScale === "jac" ? settings : { ...settings, xScale: coordinates.scales(xScale) };
  const steps = iterates(solver, ordered, { x: u, state }, coordinates.bounds, own);
  let step = steps.next();
  while (!step.done) {
    const { value } = step;
    step = steps.next(yield { ...value, x: coordinates.params(value.x) });
  }
  return { ...step.value, ...ordered.paramsAt(step.value.state) };
}

/** An objective as a function of the ordered coordinates. */
class OrderedObjective implements Objective {
  readonly residuals: number;
  readonly robust: boolean;
  /** For each state by the coordinates, the parameters and the state by them that it came from. */
  private readonly points = new WeakMap<FoldState, StartPoint>();

  constructor(
    private readonly objective: Objective,
    private readonly coordinates: OrderedCoordinates,
  ) {
    this.residuals = objective.residuals;
    this.robust = objective.robust;
  }

  cost(u: Float64Array): number {
    return this.objective.cost(this.coordinates.params(u));
  }

  linearize(u: Float64Array): FoldState | null {
    const x = this.coordinates.params(u);
    const state = this.objective.linearize(x);
    return state === null ? null : this.adopt(u, { x, state });
  }

  /** Keeps the states, because `paramsAt` may ask for the states by the parameters behind them. */
  release(): void {}

  /** The state at a point that has not been evaluated yet. */
  begin(u: Float64Array): FoldState | null {
    return Number.isFinite(this.cost(u)) ? this.linearize(u) : null;
  }

  /** The state by the coordinates: R dc/du, made triangular again, and the gradient times dc/du. */
  adopt(u: Float64Array, point: StartPoint): FoldState | null {
    const { n } = point.state;
    const D = this.coordinates.slopes(u);
    const state = new FoldState(n);
    const columns = Array.from({ length: n + 1 }, (_, j) =>
      Float64Array.from({ length: n }, (_, i) => {
        if (j === n) return point.state.rhs(i);
        let sum = 0;
        for (let k = i; k < n; k++) sum += point.state.entry(i, k) * (D[k * n + j] as number);
        return sum;
      }),
    );
    const qr = new PanelQr(n + 1);
    qr.measure(columns, n);
    state.reduce(qr, columns, n);
    state.addCost(point.state.cost);
    for (let j = 0; j < n; j++) {
      let slope = 0;
      for (let k = 0; k < n; k++) slope += point.state.gradient(k) * (D[k * n + j] as number);
      state.addGradient(j, slope);
    }
    if (!state.finite) return null;
    this.points.set(state, point);
    return state;
  }

  /** The parameters that a state of this objective came from, and the state by the parameters. */
  paramsAt(state: FoldState): StartPoint {
    const point = this.points.get(state);
    if (point === undefined) throw new Error("fitc bug: a solver ended at a state that it was not given");
    return point;
  }
}
