// Successive fits in the same workspaces: nothing is carried over from one to the next, and an
// iteration creates no new state.
import { describe, expect, it } from "vitest";
import { typescriptFold } from "../../../runtime/fold/fold.js";
import type { FoldState } from "../../../runtime/fold/state.js";
import { Descent } from "../../../runtime/solvers/descent.js";
import { minimize } from "../../../runtime/solvers/minimize.js";
import { FoldObjective } from "../../../runtime/solvers/objective.js";
import { solverSettings } from "../../../runtime/solvers/settings.js";
import type { Minimum, Objective, Settings } from "../../../runtime/solvers/solver.js";
import { formulaProblem, type ModelRule } from "../../helpers/formula-problem.js";
import { factorOf, numbersOf } from "../../helpers/states.js";

const x = Float64Array.from({ length: 30 }, (_, i) => i / 5);
/** Decays with several rates, each with a wave that a decay cannot follow. */
const decays = [0.4, 0.9, 2.5].map((rate) => x.map((t, i) => 3 * Math.exp(-rate * t) + 1 + 0.02 * Math.sin(7 * i)));
const decay: ModelRule = {
  params: [
    { name: "a", start: 1 },
    { name: "k", start: 0.2 },
    { name: "c", start: 0 },
  ],
  columns: ["x", "y"],
  rows: [{ predicted: "a*exp(-k*x) + c", observed: "y" }],
};
const start = Float64Array.of(1, 0.2, 0);

function settingsOf(method: Settings["method"]): Settings {
  const problem = formulaProblem({ ...decay, solver: { method, explicit: true } });
  return solverSettings(problem, {}, [0, 1, 2]);
}

function objectiveOf(y: Float64Array): FoldObjective {
  return new FoldObjective(typescriptFold(formulaProblem(decay), [x, y], x.length, [0, 1, 2]), start, [0, 1, 2]);
}

function boundsOf(end: number) {
  return { lower: new Float64Array(3).fill(-end), upper: new Float64Array(3).fill(end) };
}

function startOf(objective: Objective) {
  const state = objective.linearize(start);
  if (state === null) throw new Error("the start is finite");
  return { x: start, state };
}

function minimumOf(objective: Objective, settings: Settings, bounds = boundsOf(Number.POSITIVE_INFINITY)): Minimum {
  const steps = minimize(objective, startOf(objective), bounds, settings);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The outcome of a fit, compared to the bit. */
const found = ({ x: at, state, status, nfev, njev }: Minimum["outcome"]) => ({
  x: [...at],
  cost: state.cost,
  R: [...factorOf(state)],
  status,
  nfev,
  njev,
});

describe.each(["lm", "trf", "dogbox"] as const)("%s", (method) => {
  const settings = settingsOf(method);

  it("leaves nothing of a fit in the next one, and does what minimize does", () => {
    const descent = new Descent(3, method);
    const unbounded = boundsOf(Number.POSITIVE_INFINITY);
    // The first data set is fitted again at the end, after fits that took other paths.
    for (const y of [...decays, ...decays.slice(0, 1)]) {
      const objective = objectiveOf(y);
      expect(descent.run(objective, startOf(objective), unbounded, settings)).toBe(true);
      expect(found(descent)).toEqual(found(minimumOf(objectiveOf(y), settings).outcome));
    }
  });

  it("goes on in states and points that are there, and leaves the start's alone", () => {
    const plain = objectiveOf(decays[2] as Float64Array);
    const first = startOf(plain);
    const before = numbersOf(first.state);
    const states = new Set<FoldState>();
    const points = new Set<Float64Array>();
    const watched: Objective = {
      residuals: plain.residuals,
      robust: plain.robust,
      cost(at) {
        points.add(at);
        return plain.cost(at);
      },
      linearize(at) {
        points.add(at);
        const state = plain.linearize(at);
        if (state !== null) states.add(state);
        return state;
      },
      release: (state) => plain.release(state),
    };
    const descent = new Descent(3, method);
    descent.run(watched, first, boundsOf(Number.POSITIVE_INFINITY), settings);
    expect(descent.njev).toBeGreaterThan(6);
    // Two states: that of the iterate and that of the trial point. Three points: the two of the
    // solver, which are swapped, and that of the polish.
    expect(states.size).toBe(2);
    expect(points.size).toBe(3);
    expect(states).not.toContain(first.state);
    expect(numbersOf(first.state)).toEqual(before);
  });

  it("tells of an end that is not regular", () => {
    const descent = new Descent(3, method);
    const few = objectiveOf(decays[0] as Float64Array);
    expect(descent.run(few, startOf(few), boundsOf(10), { ...settings, maxEvals: 3 })).toBe(false);
    expect(descent.status).toBe(0);
    // c has no influence where it is equivalent to a change of a, and k has none at a = 0.
    const zero = objectiveOf(new Float64Array(x.length));
    expect(descent.run(zero, startOf(zero), boundsOf(Number.POSITIVE_INFINITY), settings)).toBe(false);
  });
});

it("a parameter on a bound is no regular end, and its side is told", () => {
  const settings = settingsOf("trf");
  const descent = new Descent(3, "trf");
  const objective = objectiveOf(decays[0] as Float64Array);
  // Without bounds, a is 3.
  expect(descent.run(objective, startOf(objective), boundsOf(2), settings)).toBe(false);
  expect([...descent.active]).toEqual([1, 0, 0]);
  expect(descent.x[0]).toBe(2);
  expect(found(descent)).toEqual(
    found(minimumOf(objectiveOf(decays[0] as Float64Array), settings, boundsOf(2)).outcome),
  );
});
