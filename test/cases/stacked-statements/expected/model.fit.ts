// Compiled by fitc 0.1.0 from model.fit. Do not edit: change the spec and compile it again.
// spec sha256 9c531846efe3a363af4eb77b3881380eee7639b0446ea30c3fdefdc28696bdd4
import { type Fitter, type FitProblem, type ModelShape, createFitter } from "fitc/runtime";

/** The names of the model, as types. */
interface PairShape extends ModelShape {
  readonly column: "t" | "u" | "v" | "s";
  readonly predictor: "t";
  readonly param: "a" | "b" | "rate" | "offset";
  readonly free: "a" | "b" | "rate";
  readonly derived: "ratio";
  readonly response: "u" | "v";
}

const problem0: FitProblem = {
  abi: 4,
  compiler: "0.1.0",
  specSha256: "9c531846efe3a363af4eb77b3881380eee7639b0446ea30c3fdefdc28696bdd4",
  model: "Pair",
  doc: null,
  source: { path: "data.csv", format: "csv" },
  missing: "drop",
  columns: [
    { name: "t", unit: null, doc: null, header: "t", used: true, filter: true, predictor: true },
    { name: "u", unit: null, doc: null, header: "u", used: true, filter: true, predictor: false },
    { name: "v", unit: null, doc: null, header: "v", used: true, filter: false, predictor: false },
    { name: "s", unit: null, doc: null, header: "s", used: true, filter: false, predictor: false },
  ],
  params: [
    { name: "a", unit: null, doc: null, fixed: false, lowerOpen: false, upperOpen: false, startless: false },
    { name: "b", unit: null, doc: null, fixed: false, lowerOpen: false, upperOpen: false, startless: false },
    { name: "rate", unit: null, doc: null, fixed: false, lowerOpen: true, upperOpen: true, startless: false },
    { name: "offset", unit: null, doc: null, fixed: true, lowerOpen: false, upperOpen: false, startless: false },
  ],
  free: [0, 1, 2],
  derived: [
    { name: "ratio", unit: null, doc: null },
  ],
  statements: [
    { kind: "fit", text: "fit u ~ a * shape + offset", response: "u", observed: 1, noise: { word: "sigma", text: "s", column: 3, scale: "relative", range: "positive", variancePower: 2 }, absolute: false, loss: 0, lossName: "huber", lossScale: 0.5, root: 0 },
    { kind: "fit", text: "fit v ~ if t < 2 then b * shape else b * shape + offset", response: "v", observed: 2, noise: { word: "weight", text: "4", column: -1, scale: null, range: "nonnegative", variancePower: -1 }, absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 1 },
    { kind: "residual", text: "residual 0.1 * (a - 2 * b)", response: "residual 1", observed: -1, noise: null, absolute: false, loss: 1, lossName: "custom", lossScale: 2, root: 2 },
  ],
  solver: { method: "trf", explicit: true, ftol: 1e-12, maxEvals: 200 },
  order: [],
  covariance: null,
  subexpressions: [
    { text: "fit u ~ a * shape + offset { sigma s relative loss huber(0.5) }", kind: "other", operands: [3, 4] },
    { text: "fit v ~ if t < 2 then b * shape else b * shape + offset { weight 4 }", kind: "other", operands: [5] },
    { text: "0.1 * (a - 2 * b)", kind: "other", operands: [6] },
    { text: "fit u ~ a * shape + offset { sigma s relative loss huber(0.5) }", kind: "other", operands: [7, 8] },
    { text: "s", kind: "leaf", operands: [] },
    { text: "fit v ~ if t < 2 then b * shape else b * shape + offset { weight 4 }", kind: "other", operands: [9, 10] },
    { text: "a - 2 * b", kind: "other", operands: [11, 12] },
    { text: "a * shape + offset", kind: "other", operands: [13, 14] },
    { text: "u", kind: "leaf", operands: [] },
    { text: "if t < 2 then b * shape else b * shape + offset", kind: "select", operands: [15, 16, 17] },
    { text: "v", kind: "leaf", operands: [] },
    { text: "a", kind: "leaf", operands: [] },
    { text: "2 * b", kind: "other", operands: [18] },
    { text: "a * shape", kind: "other", operands: [11, 19] },
    { text: "offset", kind: "leaf", operands: [] },
    { text: "t < 2", kind: "other", operands: [20] },
    { text: "b * shape", kind: "other", operands: [18, 19] },
    { text: "b * shape + offset", kind: "other", operands: [16, 14] },
    { text: "b", kind: "leaf", operands: [] },
    { text: "exp(-rate * (t - t0))", kind: "other", operands: [21] },
    { text: "t", kind: "leaf", operands: [] },
    { text: "-rate * (t - t0)", kind: "other", operands: [22, 23] },
    { text: "-rate", kind: "other", operands: [24] },
    { text: "t - t0", kind: "other", operands: [20] },
    { text: "rate", kind: "leaf", operands: [] },
  ],
  blocks: [
    {
      kind: "row",
      first: 0,
      count: 2,
      residuals(p, d, from, to, r) {
        const a = p[0] as number;
        const b = p[1] as number;
        const rate = p[2] as number;
        const offset = p[3] as number;
        const d_t = d[0] as Float64Array;
        const d_u = d[1] as Float64Array;
        const d_v = d[2] as Float64Array;
        const d_s = d[3] as Float64Array;
        const t1 = -rate;
        const size = to - from;
        for (let i = from; i < to; i++) {
          const t = d_t[i] as number;
          const u = d_u[i] as number;
          const v = d_v[i] as number;
          const s = d_s[i] as number;
          const shape = Math.exp(t1 * (t - 0.5));
          const t2 = shape * b;
          const at = i - from;
          r[at] = (a * shape + offset - u) / s;
          r[size + at] = 2 * ((t < 2 ? t2 : offset + t2) - v);
        }
      },
      linearize(p, d, from, to, r, J) {
        const a = p[0] as number;
        const b = p[1] as number;
        const rate = p[2] as number;
        const offset = p[3] as number;
        const d_t = d[0] as Float64Array;
        const d_u = d[1] as Float64Array;
        const d_v = d[2] as Float64Array;
        const d_s = d[3] as Float64Array;
        const t1 = -rate;
        const t2 = 2 * b;
        const size = to - from;
        for (let i = from; i < to; i++) {
          const t = d_t[i] as number;
          const u = d_u[i] as number;
          const v = d_v[i] as number;
          const s = d_s[i] as number;
          const t3 = t - 0.5;
          const shape = Math.exp(t1 * t3);
          const t4 = 1 / s;
          const t5 = shape * b;
          const at = i - from;
          r[at] = (a * shape + offset - u) / s;
          r[size + at] = 2 * ((t < 2 ? t5 : offset + t5) - v);
          J[at] = shape * t4;
          J[size + at] = 0;
          J[2 * size + at] = 0;
          J[3 * size + at] = 2 * shape;
          J[4 * size + at] = -(t3 * (shape * (a * t4)));
          J[5 * size + at] = -(t3 * (shape * t2));
        }
      },
      measure(p, d, from, to, raw, observed, noise) {
        const a = p[0] as number;
        const b = p[1] as number;
        const rate = p[2] as number;
        const offset = p[3] as number;
        const d_t = d[0] as Float64Array;
        const d_u = d[1] as Float64Array;
        const d_v = d[2] as Float64Array;
        const d_s = d[3] as Float64Array;
        const t1 = -rate;
        const size = to - from;
        for (let i = from; i < to; i++) {
          const t = d_t[i] as number;
          const u = d_u[i] as number;
          const v = d_v[i] as number;
          const s = d_s[i] as number;
          const shape = Math.exp(t1 * (t - 0.5));
          const t2 = shape * b;
          const at = i - from;
          raw[at] = a * shape + offset - u;
          raw[size + at] = (t < 2 ? t2 : offset + t2) - v;
          observed[at] = u;
          observed[size + at] = v;
          noise[at] = s;
          noise[size + at] = 4;
        }
      },
      basis: null,
    },
    {
      kind: "once",
      first: 2,
      count: 1,
      residuals(p, _d, _from, _to, r) {
        const a = p[0] as number;
        const b = p[1] as number;
        r[0] = 0.1 * (a - 2 * b);
      },
      linearize(p, _d, _from, _to, r, J) {
        const a = p[0] as number;
        const b = p[1] as number;
        r[0] = 0.1 * (a - 2 * b);
        J[0] = 0.1;
        J[1] = -0.2;
        J[2] = 0;
      },
      measure(p, _d, _from, _to, raw, observed, noise) {
        const a = p[0] as number;
        const b = p[1] as number;
        raw[0] = 0.1 * (a - 2 * b);
        observed[0] = 0;
        noise[0] = 1;
      },
      basis: null,
    },
  ],
  predict: [
    (p, d, from, to, f, J) => {
      const a = p[0] as number;
      const rate = p[2] as number;
      const offset = p[3] as number;
      const d_t = d[0] as Float64Array;
      const t1 = -rate;
      const size = to - from;
      for (let i = from; i < to; i++) {
        const t = d_t[i] as number;
        const t2 = t - 0.5;
        const shape = Math.exp(t1 * t2);
        const t3 = a * shape;
        const at = i - from;
        f[at] = t3 + offset;
        J[at] = shape;
        J[size + at] = 0;
        J[2 * size + at] = -(t2 * t3);
      }
    },
    (p, d, from, to, f, J) => {
      const b = p[1] as number;
      const rate = p[2] as number;
      const offset = p[3] as number;
      const d_t = d[0] as Float64Array;
      const t1 = -rate;
      const size = to - from;
      for (let i = from; i < to; i++) {
        const t = d_t[i] as number;
        const t2 = t - 0.5;
        const shape = Math.exp(t1 * t2);
        const t3 = shape * b;
        const at = i - from;
        f[at] = t < 2 ? t3 : offset + t3;
        J[at] = 0;
        J[size + at] = shape;
        J[2 * size + at] = -(t2 * t3);
      }
    },
  ],
  start(_d, _rows, out) {
    out[0] = 2;
    out[1] = -Infinity;
    out[2] = Infinity;
    out[3] = 1;
    out[4] = 0;
    out[5] = 3;
    out[6] = 0.8;
    out[7] = 0;
    out[8] = 10;
    out[9] = 0.1;
    out[10] = -Infinity;
    out[11] = Infinity;
  },
  derive(p, _d, _rows, out, J) {
    const a = p[0] as number;
    const b = p[1] as number;
    const t1 = a / b;
    const t2 = 1 / b;
    out[0] = t1;
    J[0] = t2;
    J[1] = -(t1 * t2);
    J[2] = 0;
  },
  keep(d, row) {
    const d_t = d[0] as Float64Array;
    const d_u = d[1] as Float64Array;
    const t = d_t[row] as number;
    const u = d_u[row] as number;
    return 0 <= t && -10 < u;
  },
  losses: [
    (z, rho) => {
      const t1 = Math.sqrt(z);
      const t2 = z <= 1;
      const t3 = 1 / t1;
      rho[0] = t2 ? z : 2 * t1 - 1;
      rho[1] = t2 ? 1 : t3;
      rho[2] = t2 ? 0 : -0.5 * (t3 * t3) / t1;
    },
    (z, rho) => {
      const t1 = 1 / (z + 1);
      rho[0] = Math.log1p(z);
      rho[1] = t1;
      rho[2] = -(t1 * t1);
    },
  ],
  separable: null,
  trace(p, d, row, trace) {
    const a = p[0] as number;
    const b = p[1] as number;
    const rate = p[2] as number;
    const offset = p[3] as number;
    const d_t = d[0] as Float64Array;
    const d_u = d[1] as Float64Array;
    const d_v = d[2] as Float64Array;
    const d_s = d[3] as Float64Array;
    const t1 = -rate;
    const t2 = 2 * b;
    const t3 = a - t2;
    const t = d_t[row] as number;
    const u = d_u[row] as number;
    const v = d_v[row] as number;
    const s = d_s[row] as number;
    const t4 = t - 0.5;
    const t5 = t1 * t4;
    const shape = Math.exp(t5);
    const t6 = a * shape;
    const t7 = t6 + offset;
    const t8 = t7 - u;
    const t9 = t < 2;
    const t10 = shape * b;
    const t11 = offset + t10;
    const t12 = t9 ? t10 : t11;
    const t13 = t12 - v;
    trace[0] = t8 / s;
    trace[1] = 2 * t13;
    trace[2] = 0.1 * t3;
    trace[3] = t8;
    trace[4] = s;
    trace[5] = t13;
    trace[6] = t3;
    trace[7] = t7;
    trace[8] = u;
    trace[9] = t12;
    trace[10] = v;
    trace[11] = a;
    trace[12] = t2;
    trace[13] = t6;
    trace[14] = offset;
    trace[15] = t9 ? 1 : 0;
    trace[16] = t10;
    trace[17] = t11;
    trace[18] = b;
    trace[19] = shape;
    trace[20] = t;
    trace[21] = t5;
    trace[22] = t1;
    trace[23] = t4;
    trace[24] = rate;
  },
  wasm: null,
};

/**
 * The model Pair.
 *
 * Parameters:
 * - `a` `= 2`
 * - `b` `= 1 in [0, 3]`
 * - `rate` `= 0.8 in (0, 10)`
 * - `offset` `= 0.1 fixed`
 *
 * Columns:
 * - `t`
 * - `u`
 * - `v`
 * - `s`
 *
 * Derived:
 * - `ratio` `= a / b`
 */
const m0: Fitter<PairShape> = /* @__PURE__ */ createFitter<PairShape>(problem0);

export { m0 as Pair, type PairShape };
