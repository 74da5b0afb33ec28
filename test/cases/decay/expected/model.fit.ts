// Compiled by fitc 0.1.0 from model.fit. Do not edit: change the spec and compile it again.
// spec sha256 723a588e73ca4238c4eeffc215a66ebe056244f122b98077f125293838008307
import { type Fitter, type FitProblem, type ModelShape, createFitter, reduceMax, reduceMin } from "fitc/runtime";

/** The names of the model, as types. */
interface DecayShape extends ModelShape {
  readonly column: "t" | "y";
  readonly predictor: "t";
  readonly param: "A" | "k" | "c";
  readonly free: "A" | "k" | "c";
  readonly derived: "tau";
  readonly response: "y";
}

const problem0: FitProblem = {
  abi: 2,
  compiler: "0.1.0",
  specSha256: "723a588e73ca4238c4eeffc215a66ebe056244f122b98077f125293838008307",
  model: "Decay",
  doc: "An exponential decay onto a background.",
  source: { path: "data.csv", format: "csv" },
  missing: "error",
  columns: [
    { name: "t", unit: "s", doc: null, header: "t", used: true, filter: false, predictor: true },
    { name: "y", unit: "V", doc: "photomultiplier", header: "signal (V)", used: true, filter: false, predictor: false },
  ],
  params: [
    { name: "A", unit: "V", doc: "amplitude", fixed: false, lowerOpen: false, upperOpen: true, startless: false },
    { name: "k", unit: "1/s", doc: "rate", fixed: false, lowerOpen: true, upperOpen: false, startless: false },
    { name: "c", unit: "V", doc: "background", fixed: false, lowerOpen: false, upperOpen: false, startless: false },
  ],
  free: [0, 1, 2],
  derived: [
    { name: "tau", unit: "s", doc: "lifetime" },
  ],
  statements: [
    { kind: "fit", text: "fit y ~ A * exp(-k * t) + c", response: "y", noise: "none", noiseText: "", absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 0 },
  ],
  rowStatements: 1,
  onceStatements: 0,
  solver: { method: "trf", explicit: false },
  order: [],
  covariance: null,
  subexpressions: [
    { text: "fit y ~ A * exp(-k * t) + c", kind: "other", operands: [1, 2] },
    { text: "A * exp(-k * t) + c", kind: "other", operands: [3, 4] },
    { text: "y", kind: "leaf", operands: [] },
    { text: "A * exp(-k * t)", kind: "other", operands: [5, 6] },
    { text: "c", kind: "leaf", operands: [] },
    { text: "A", kind: "leaf", operands: [] },
    { text: "exp(-k * t)", kind: "other", operands: [7] },
    { text: "-k * t", kind: "other", operands: [8, 9] },
    { text: "-k", kind: "other", operands: [10] },
    { text: "t", kind: "leaf", operands: [] },
    { text: "k", kind: "leaf", operands: [] },
  ],
  residuals(p, d, from, to, r) {
    const A = p[0] as number;
    const k = p[1] as number;
    const c = p[2] as number;
    const d_t = d[0] as Float64Array;
    const d_y = d[1] as Float64Array;
    const t1 = -k;
    for (let i = from; i < to; i++) {
      const t = d_t[i] as number;
      const y = d_y[i] as number;
      const at = i - from;
      r[at] = A * Math.exp(t1 * t) + c - y;
    }
  },
  linearize(p, d, from, to, r, J) {
    const A = p[0] as number;
    const k = p[1] as number;
    const c = p[2] as number;
    const d_t = d[0] as Float64Array;
    const d_y = d[1] as Float64Array;
    const t1 = -k;
    const size = to - from;
    for (let i = from; i < to; i++) {
      const t = d_t[i] as number;
      const y = d_y[i] as number;
      const t2 = Math.exp(t1 * t);
      const t3 = A * t2;
      const at = i - from;
      r[at] = t3 + c - y;
      J[at] = t2;
      J[size + at] = -(t * t3);
      J[2 * size + at] = 1;
    }
  },
  residualsOnce() {},
  linearizeOnce() {},
  measure(p, d, from, to, raw, observed, noise) {
    const A = p[0] as number;
    const k = p[1] as number;
    const c = p[2] as number;
    const d_t = d[0] as Float64Array;
    const d_y = d[1] as Float64Array;
    const t1 = -k;
    for (let i = from; i < to; i++) {
      const t = d_t[i] as number;
      const y = d_y[i] as number;
      const at = i - from;
      raw[at] = A * Math.exp(t1 * t) + c - y;
      observed[at] = y;
      noise[at] = 1;
    }
  },
  measureOnce() {},
  predict: [
    (p, d, from, to, f, J) => {
      const A = p[0] as number;
      const k = p[1] as number;
      const c = p[2] as number;
      const d_t = d[0] as Float64Array;
      const t1 = -k;
      const size = to - from;
      for (let i = from; i < to; i++) {
        const t = d_t[i] as number;
        const t2 = Math.exp(t1 * t);
        const t3 = A * t2;
        const at = i - from;
        f[at] = t3 + c;
        J[at] = t2;
        J[size + at] = -(t * t3);
        J[2 * size + at] = 1;
      }
    },
  ],
  start(d, rows, out) {
    const d_y = d[1] as Float64Array;
    const t1 = reduceMin(rows, (i) => d_y[i] as number);
    out[0] = reduceMax(rows, (i) => d_y[i] as number) - t1;
    out[1] = 0;
    out[2] = Infinity;
    out[3] = 1;
    out[4] = 0;
    out[5] = 5;
    out[6] = t1;
    out[7] = -Infinity;
    out[8] = Infinity;
  },
  derive(p, _d, _rows, out, J) {
    const k = p[1] as number;
    const t1 = 1 / k;
    out[0] = t1;
    J[0] = 0;
    J[1] = -(t1 * t1);
    J[2] = 0;
  },
  keep: null,
  losses: [],
  separable: {
    linear: [0, 2],
    nonlinear: [1],
    pairs: [[0, 0]],
    offsets: [],
    basis(p, d, from, to, B) {
      const k = p[1] as number;
      const d_t = d[0] as Float64Array;
      const d_y = d[1] as Float64Array;
      const t1 = -k;
      const size = to - from;
      for (let i = from; i < to; i++) {
        const t = d_t[i] as number;
        const y = d_y[i] as number;
        const t2 = Math.exp(t1 * t);
        const at = i - from;
        B[at] = t2;
        B[size + at] = 1;
        B[2 * size + at] = -(t * t2);
        B[3 * size + at] = -y;
      }
    },
    basisOnce() {},
  },
  trace(p, d, row, trace) {
    const A = p[0] as number;
    const k = p[1] as number;
    const c = p[2] as number;
    const d_t = d[0] as Float64Array;
    const d_y = d[1] as Float64Array;
    const t1 = -k;
    const t = d_t[row] as number;
    const y = d_y[row] as number;
    const t2 = t1 * t;
    const t3 = Math.exp(t2);
    const t4 = A * t3;
    const t5 = t4 + c;
    trace[0] = t5 - y;
    trace[1] = t5;
    trace[2] = y;
    trace[3] = t4;
    trace[4] = c;
    trace[5] = A;
    trace[6] = t3;
    trace[7] = t2;
    trace[8] = t1;
    trace[9] = t;
    trace[10] = k;
  },
};

/**
 * An exponential decay onto a background.
 *
 * - `A` (V): amplitude
 * - `k` (1/s): rate
 * - `c` (V): background
 * - `t` (s)
 * - `y` (V): photomultiplier
 * - `tau` (s): lifetime
 */
const m0: Fitter<DecayShape> = /* @__PURE__ */ createFitter<DecayShape>(problem0);

export { m0 as Decay, type DecayShape };
