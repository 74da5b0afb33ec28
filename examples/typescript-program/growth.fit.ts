// Compiled by fitc 0.1.0 from growth.fit. Do not edit: change the spec and compile it again.
// spec sha256 3a3901613e3172ddc9e8c13df6ef32957a2d97a60c9326f62797debf7cba542c
import { type Fitter, type FitProblem, type ModelShape, createFitter, productOrZero, reduceMax, reduceMean } from "fitc/runtime";

/** The names of the model, as types. */
interface GrowthShape extends ModelShape {
  readonly column: "hours" | "density" | "error";
  readonly predictor: "hours";
  readonly param: "capacity" | "rate" | "midpoint";
  readonly free: "capacity" | "rate" | "midpoint";
  readonly derived: "doubling_time";
  readonly response: "density";
}

const problem0: FitProblem = {
  abi: 2,
  compiler: "0.1.0",
  specSha256: "3a3901613e3172ddc9e8c13df6ef32957a2d97a60c9326f62797debf7cba542c",
  model: "Growth",
  doc: "Logistic growth of a culture. The program passes the measurements, so there is no `data` block.",
  source: null,
  missing: "error",
  columns: [
    { name: "hours", unit: null, doc: null, header: "hours", used: true, filter: false, predictor: true },
    { name: "density", unit: null, doc: null, header: "density", used: true, filter: false, predictor: false },
    { name: "error", unit: null, doc: null, header: "error", used: true, filter: false, predictor: false },
  ],
  params: [
    { name: "capacity", unit: null, doc: "the density at which growth ends", fixed: false, lowerOpen: true, upperOpen: true, startless: false },
    { name: "rate", unit: null, doc: "per hour", fixed: false, lowerOpen: true, upperOpen: false, startless: false },
    { name: "midpoint", unit: null, doc: "when half of the capacity is reached, hours", fixed: false, lowerOpen: false, upperOpen: false, startless: false },
  ],
  free: [0, 1, 2],
  derived: [
    { name: "doubling_time", unit: null, doc: "early on, hours" },
  ],
  statements: [
    { kind: "fit", text: "fit density ~ capacity / (1 + exp(-rate * (hours - midpoint)))", response: "density", noise: "sigma", noiseText: "error", absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 0 },
  ],
  rowStatements: 1,
  onceStatements: 0,
  solver: { method: "trf", explicit: false },
  order: [],
  covariance: null,
  subexpressions: [
    { text: "fit density ~ capacity / (1 + exp(-rate * (hours - midpoint)))", kind: "other", operands: [1, 2] },
    { text: "fit density ~ capacity / (1 + exp(-rate * (hours - midpoint)))", kind: "other", operands: [3, 4] },
    { text: "error", kind: "leaf", operands: [] },
    { text: "capacity / (1 + exp(-rate * (hours - midpoint)))", kind: "other", operands: [5, 6] },
    { text: "density", kind: "leaf", operands: [] },
    { text: "capacity", kind: "leaf", operands: [] },
    { text: "1 + exp(-rate * (hours - midpoint))", kind: "other", operands: [7] },
    { text: "exp(-rate * (hours - midpoint))", kind: "other", operands: [8] },
    { text: "-rate * (hours - midpoint)", kind: "other", operands: [9, 10] },
    { text: "-rate", kind: "other", operands: [11] },
    { text: "hours - midpoint", kind: "other", operands: [12, 13] },
    { text: "rate", kind: "leaf", operands: [] },
    { text: "hours", kind: "leaf", operands: [] },
    { text: "midpoint", kind: "leaf", operands: [] },
  ],
  residuals(p, d, from, to, r) {
    const capacity = p[0] as number;
    const rate = p[1] as number;
    const midpoint = p[2] as number;
    const d_hours = d[0] as Float64Array;
    const d_density = d[1] as Float64Array;
    const d_error = d[2] as Float64Array;
    const t1 = -rate;
    for (let i = from; i < to; i++) {
      const hours = d_hours[i] as number;
      const density = d_density[i] as number;
      const error = d_error[i] as number;
      const at = i - from;
      r[at] = (capacity / (1 + Math.exp(t1 * (hours - midpoint))) - density) / error;
    }
  },
  linearize(p, d, from, to, r, J) {
    const capacity = p[0] as number;
    const rate = p[1] as number;
    const midpoint = p[2] as number;
    const d_hours = d[0] as Float64Array;
    const d_density = d[1] as Float64Array;
    const d_error = d[2] as Float64Array;
    const t1 = -rate;
    const size = to - from;
    for (let i = from; i < to; i++) {
      const hours = d_hours[i] as number;
      const density = d_density[i] as number;
      const error = d_error[i] as number;
      const t2 = hours - midpoint;
      const t3 = Math.exp(t1 * t2);
      const t4 = 1 + t3;
      const t5 = capacity / t4;
      const t6 = 1 / error / t4;
      const t7 = productOrZero(-(t5 * t6), t3);
      const at = i - from;
      r[at] = (t5 - density) / error;
      J[at] = t6;
      J[size + at] = -(t2 * t7);
      J[2 * size + at] = rate * t7;
    }
  },
  residualsOnce() {},
  linearizeOnce() {},
  measure(p, d, from, to, raw, observed, noise) {
    const capacity = p[0] as number;
    const rate = p[1] as number;
    const midpoint = p[2] as number;
    const d_hours = d[0] as Float64Array;
    const d_density = d[1] as Float64Array;
    const d_error = d[2] as Float64Array;
    const t1 = -rate;
    for (let i = from; i < to; i++) {
      const hours = d_hours[i] as number;
      const density = d_density[i] as number;
      const error = d_error[i] as number;
      const at = i - from;
      raw[at] = capacity / (1 + Math.exp(t1 * (hours - midpoint))) - density;
      observed[at] = density;
      noise[at] = error;
    }
  },
  measureOnce() {},
  predict: [
    (p, d, from, to, f, J) => {
      const capacity = p[0] as number;
      const rate = p[1] as number;
      const midpoint = p[2] as number;
      const d_hours = d[0] as Float64Array;
      const t1 = -rate;
      const size = to - from;
      for (let i = from; i < to; i++) {
        const hours = d_hours[i] as number;
        const t2 = hours - midpoint;
        const t3 = Math.exp(t1 * t2);
        const t4 = 1 + t3;
        const t5 = capacity / t4;
        const t6 = 1 / t4;
        const t7 = productOrZero(-(t5 * t6), t3);
        const at = i - from;
        f[at] = t5;
        J[at] = t6;
        J[size + at] = -(t2 * t7);
        J[2 * size + at] = rate * t7;
      }
    },
  ],
  start(d, rows, out) {
    const d_hours = d[0] as Float64Array;
    const d_density = d[1] as Float64Array;
    out[0] = reduceMax(rows, (i) => d_density[i] as number);
    out[1] = 0;
    out[2] = Infinity;
    out[3] = 0.5;
    out[4] = 0;
    out[5] = 10;
    out[6] = reduceMean(rows, (i) => d_hours[i] as number);
    out[7] = -Infinity;
    out[8] = Infinity;
  },
  derive(p, _d, _rows, out, J) {
    const rate = p[1] as number;
    const t1 = Math.log(2) / rate;
    out[0] = t1;
    J[0] = 0;
    J[1] = -(t1 * (1 / rate));
    J[2] = 0;
  },
  keep: null,
  losses: [],
  separable: {
    linear: [0],
    nonlinear: [1, 2],
    pairs: [[0, 0], [0, 1]],
    offsets: [],
    basis(p, d, from, to, B) {
      const rate = p[1] as number;
      const midpoint = p[2] as number;
      const d_hours = d[0] as Float64Array;
      const d_density = d[1] as Float64Array;
      const d_error = d[2] as Float64Array;
      const t1 = -rate;
      const size = to - from;
      for (let i = from; i < to; i++) {
        const hours = d_hours[i] as number;
        const density = d_density[i] as number;
        const error = d_error[i] as number;
        const t2 = hours - midpoint;
        const t3 = Math.exp(t1 * t2);
        const t4 = 1 + t3;
        const t5 = 1 / error / t4;
        const t6 = productOrZero(-(t5 * (1 / t4)), t3);
        const at = i - from;
        B[at] = t5;
        B[size + at] = -(t2 * t6);
        B[2 * size + at] = rate * t6;
        B[3 * size + at] = -density / error;
      }
    },
    basisOnce() {},
  },
  trace(p, d, row, trace) {
    const capacity = p[0] as number;
    const rate = p[1] as number;
    const midpoint = p[2] as number;
    const d_hours = d[0] as Float64Array;
    const d_density = d[1] as Float64Array;
    const d_error = d[2] as Float64Array;
    const t1 = -rate;
    const hours = d_hours[row] as number;
    const density = d_density[row] as number;
    const error = d_error[row] as number;
    const t2 = hours - midpoint;
    const t3 = t1 * t2;
    const t4 = Math.exp(t3);
    const t5 = 1 + t4;
    const t6 = capacity / t5;
    const t7 = t6 - density;
    trace[0] = t7 / error;
    trace[1] = t7;
    trace[2] = error;
    trace[3] = t6;
    trace[4] = density;
    trace[5] = capacity;
    trace[6] = t5;
    trace[7] = t4;
    trace[8] = t3;
    trace[9] = t1;
    trace[10] = t2;
    trace[11] = rate;
    trace[12] = hours;
    trace[13] = midpoint;
  },
};

/**
 * Logistic growth of a culture. The program passes the measurements, so there is no `data` block.
 *
 * - `capacity`: the density at which growth ends
 * - `rate`: per hour
 * - `midpoint`: when half of the capacity is reached, hours
 * - `doubling_time`: early on, hours
 */
const m0: Fitter<GrowthShape> = /* @__PURE__ */ createFitter<GrowthShape>(problem0);

export { m0 as Growth, type GrowthShape };
