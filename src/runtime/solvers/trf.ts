import { svd } from "../../math/index.js";
import type { FoldState } from "../fold/state.js";
import { type Bounds, colemanLi, strictlyInside } from "./bounds.js";
import { leastStart } from "./least-start.js";
import { type ScaledModel, selectStep } from "./reflected-step.js";
import { inverseScale } from "./scale.js";
import { norm, type Objective, type Outcome, type Settings, type Solver, type StartPoint } from "./solver.js";
import {
  isExact,
  nextRadius,
  reductionRatio,
  type Spectrum,
  stoppedByStatus,
  terminationStatus,
  trustRegionStep,
} from "./trust-region.js";

/**
 * Trust Region Reflective, as SciPy implements it (Branch, Coleman and Li, SIAM J. Sci. Comput. 21 (1999) 1; Byrd, Schnabel and Schultz,
 * Math. Program. 40 (1988) 247), with its exact solver, on the folded factor of J.
 *
 * The conditions of a bounded minimum are v g = 0, v being the distances of Coleman and Li. Newton's method on them, in the
 * variables x = d x^ with d = sqrt(v) times the scale of the parameters, has the model
 * |J d p|^2 / 2 + g'd p + p'C p / 2 with C = diag(g dv scale) >= 0: the least-squares problem of J d with the rows of sqrt(C)
 * below. Its solution within the radius is cut at the bounds, reflected from them, and compared with the steepest descent, so that
 * every iterate lies strictly inside. Without bounds v is 1, C is 0, and what remains is a trust-region method alone.
 */
export function* trf(objective: Objective, start: StartPoint, bounds: Bounds, settings: Settings): Solver {
  const { gtol, maxEvals, xScale } = settings;
  let { x, state } = start;
  let nfev = 1;
  let njev = 1;
  let alpha = 0;
  let scaleInverse = inverseScale(xScale, state, null);
  const distances = scaledDistances(x, state, bounds, scaleInverse);
  let radius =
    norm(x.map((value, j) => (value * (scaleInverse[j] as number)) / Math.sqrt(distances[j] as number))) || 1;
  if (!settings.scipy) {
    const inScaled = scaleInverse.map((inverse, j) => inverse / Math.sqrt(distances[j] as number));
    radius = Math.max(radius, leastStart(state, inScaled, objective.robust));
  }
  let status: 0 | 2 | 3 | 4 = 0;
  const end = (code: number, stoppedBy: Outcome["stoppedBy"]): Outcome => ({
    x,
    state,
    status: code,
    stoppedBy,
    nfev,
    njev,
  });

  for (let iteration = 1; ; iteration++) {
    const g = state.gradients();
    const { v, dv } = colemanLi(x, g, bounds);
    const optimality = g.reduce((largest, slope, j) => Math.max(largest, Math.abs(slope * (v[j] as number))), 0);
    if (optimality < gtol || optimality === 0) return end(1, "gtol");
    if (status !== 0) return end(status, stoppedByStatus(status));
    if (nfev >= maxEvals) return end(0, "max_evals");

    const model = scaledModel(state, g, v, dv, scaleInverse);
    const spectrum = spectrumOf(model, state, objective);
    const theta = Math.max(0.995, 1 - optimality);
    // A trial point at which something is not finite shortens the step; a stop on steps so shortened is no convergence.
    let blocked = false;
    let actual = -1;
    while (actual <= 0 && nfev < maxEvals) {
      const trial = trustRegionStep(spectrum, radius, alpha);
      alpha = trial.alpha;
      const { step, scaledStep, reduction } = selectStep(x, model, trial.step, radius, bounds, theta);
      const point = strictlyInside(
        x.map((value, j) => value + (step[j] as number)),
        bounds,
        0,
      );
      const cost = objective.cost(point);
      nfev++;
      const stepNorm = norm(scaledStep);
      actual = state.cost - cost;
      const next = actual > 0 ? objective.linearize(point) : null;
      if (cost === Number.POSITIVE_INFINITY || (actual > 0 && next === null)) {
        blocked = true;
        actual = -1;
        radius = 0.25 * stepNorm;
        continue;
      }
      const ratio = reductionRatio(actual, reduction);
      const previous = radius;
      radius = nextRadius(radius, ratio, stepNorm, stepNorm > 0.95 * radius);
      status = terminationStatus(actual, state.cost, norm(step), norm(x), ratio, settings);
      if (next !== null) {
        x = point;
        state = next;
        njev++;
        scaleInverse = inverseScale(xScale, state, scaleInverse);
        const answer = yield { iteration, nfev, x: x.slice(), cost: state.cost, stepNorm, radius };
        if (answer === "stop") return end(-2, "caller");
        if (!settings.scipy && isExact(state.cost, start.state.cost)) return end(2, "precision");
      }
      if (status !== 0) {
        if (blocked) return end(-1, "not finite");
        break;
      }
      // The step is below rounding, and so would be the next.
      if (next === null && point.every((value, j) => value === x[j])) return end(3, "precision");
      alpha *= previous / radius;
    }
  }
}

/** The distances v, measured in the scale of the parameters where they are distances. */
function scaledDistances(x: Float64Array, state: FoldState, bounds: Bounds, scaleInverse: Float64Array): Float64Array {
  const { v, dv } = colemanLi(x, state.gradients(), bounds);
  return v.map((value, j) => (dv[j] === 0 ? value : value * (scaleInverse[j] as number)));
}

/** The quadratic model in the scaled variables. */
function scaledModel(
  state: FoldState,
  g: Float64Array,
  v: Float64Array,
  dv: Float64Array,
  scaleInverse: Float64Array,
): ScaledModel {
  const { n, width, R } = state;
  const d = v.map((value, j) => {
    const inverse = scaleInverse[j] as number;
    return Math.sqrt(dv[j] === 0 ? value : value * inverse) / inverse;
  });
  const J = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i <= j; i++) J[j * n + i] = (R[i * width + j] as number) * (d[j] as number);
  }
  return {
    n,
    d,
    J,
    g: g.map((slope, j) => slope * (d[j] as number)),
    C: g.map((slope, j) => (slope * (dv[j] as number)) / (scaleInverse[j] as number)),
  };
}

function spectrumOf({ n, J, g, C }: ScaledModel, state: FoldState, objective: Objective): Spectrum {
  const rows = 2 * n;
  const u = new Float64Array(rows * n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i <= j; i++) u[j * rows + i] = J[j * n + i] as number;
    u[j * rows + n + j] = Math.sqrt(C[j] as number);
  }
  const s = new Float64Array(n);
  const v = new Float64Array(n * n);
  svd(u, rows, n, u, s, v);
  const uf = new Float64Array(n);
  const suf = new Float64Array(n);
  for (let c = 0; c < n; c++) {
    let sum = 0;
    if (objective.robust) {
      for (let i = 0; i < n; i++) sum += (v[c * n + i] as number) * (g[i] as number);
      suf[c] = sum;
      uf[c] = sum / (s[c] as number);
    } else {
      for (let i = 0; i < n; i++) sum += (u[c * rows + i] as number) * (state.R[i * state.width + n] as number);
      suf[c] = sum * (s[c] as number);
      uf[c] = sum;
    }
  }
  const enough = objective.residuals >= n;
  const fullRank = enough && (s[n - 1] as number) > Number.EPSILON * objective.residuals * (s[0] as number);
  return { s, v, suf, uf, fullRank };
}
