// Compiled by fitc 0.1.0 from model.fit. Do not edit: change the spec and compile it again.
// spec sha256 da1178e35be4f73ea94126988f8555d20f022575b37cb5184935f336a107204f
import { type Fitter, type FitProblem, type ModelShape, createFitter } from "fitc/runtime";

/** The names of the model, as types. */
interface defaultShape extends ModelShape {
  readonly column: "x" | "line\nfeed" | "${x}*/" | "y";
  readonly predictor: "x" | "line\nfeed" | "${x}*/";
  readonly param: "constructor" | "__proto__" | "await" | "arguments" | "NaN" | "sigma" | "data";
  readonly free: "constructor" | "__proto__" | "await" | "arguments" | "NaN" | "sigma";
  readonly derived: "toString";
  readonly response: "y";
}

const problem0: FitProblem = {
  abi: 4,
  compiler: "0.1.0",
  specSha256: "da1178e35be4f73ea94126988f8555d20f022575b37cb5184935f336a107204f",
  model: "default",
  doc: null,
  source: { path: "data.csv", format: "csv" },
  missing: "error",
  columns: [
    { name: "x", unit: null, doc: null, header: "a\"b", used: true, filter: false, predictor: true },
    { name: "line\nfeed", unit: null, doc: null, header: "line\nfeed", used: true, filter: false, predictor: true },
    { name: "${x}*/", unit: null, doc: "*/ alert(1) /*", header: "${x}*/", used: true, filter: false, predictor: true },
    { name: "y", unit: null, doc: null, header: "y", used: true, filter: false, predictor: false },
  ],
  params: [
    { name: "constructor", unit: null, doc: null, fixed: false, lowerOpen: false, upperOpen: false, startless: false },
    { name: "__proto__", unit: null, doc: "the ${doc} `of` */ a parameter", fixed: false, lowerOpen: false, upperOpen: false, startless: false },
    { name: "await", unit: null, doc: null, fixed: false, lowerOpen: false, upperOpen: false, startless: false },
    { name: "arguments", unit: null, doc: null, fixed: false, lowerOpen: false, upperOpen: false, startless: false },
    { name: "NaN", unit: null, doc: null, fixed: false, lowerOpen: false, upperOpen: false, startless: false },
    { name: "sigma", unit: null, doc: null, fixed: false, lowerOpen: false, upperOpen: false, startless: false },
    { name: "data", unit: null, doc: null, fixed: true, lowerOpen: false, upperOpen: false, startless: false },
  ],
  free: [0, 1, 2, 3, 4, 5],
  derived: [
    { name: "toString", unit: null, doc: null },
  ],
  statements: [
    { kind: "fit", text: "fit y ~ eval + arguments * `${x}*/` + NaN * x^2 + sigma * x^3 + data", response: "y", observed: 3, noise: null, absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 0 },
  ],
  solver: { method: "lm", explicit: false },
  order: [],
  covariance: null,
  subexpressions: [
    { text: "fit y ~ eval + arguments * `${x}*/` + NaN * x^2 + sigma * x^3 + data", kind: "other", operands: [1, 2] },
    { text: "eval + arguments * `${x}*/` + NaN * x^2 + sigma * x^3 + data", kind: "other", operands: [3, 4] },
    { text: "y", kind: "leaf", operands: [] },
    { text: "eval + arguments * `${x}*/` + NaN * x^2 + sigma * x^3", kind: "other", operands: [5, 6] },
    { text: "data", kind: "leaf", operands: [] },
    { text: "eval + arguments * `${x}*/` + NaN * x^2", kind: "other", operands: [7, 8] },
    { text: "sigma * x^3", kind: "other", operands: [9, 10] },
    { text: "eval + arguments * `${x}*/`", kind: "other", operands: [11, 12] },
    { text: "NaN * x^2", kind: "other", operands: [13, 14] },
    { text: "sigma", kind: "leaf", operands: [] },
    { text: "x^3", kind: "other", operands: [15] },
    { text: "constructor + __proto__ * x + await * `line\\nfeed`", kind: "other", operands: [16, 17] },
    { text: "arguments * `${x}*/`", kind: "other", operands: [18, 19] },
    { text: "NaN", kind: "leaf", operands: [] },
    { text: "x^2", kind: "other", operands: [15] },
    { text: "x", kind: "leaf", operands: [] },
    { text: "constructor + __proto__ * x", kind: "other", operands: [20, 21] },
    { text: "await * `line\\nfeed`", kind: "other", operands: [22, 23] },
    { text: "arguments", kind: "leaf", operands: [] },
    { text: "${x}*/", kind: "leaf", operands: [] },
    { text: "constructor", kind: "leaf", operands: [] },
    { text: "__proto__ * x", kind: "other", operands: [24, 15] },
    { text: "await", kind: "leaf", operands: [] },
    { text: "line\nfeed", kind: "leaf", operands: [] },
    { text: "__proto__", kind: "leaf", operands: [] },
  ],
  blocks: [
    {
      kind: "row",
      first: 0,
      count: 1,
      residuals(p, d, from, to, r) {
        const constructor = p[0] as number;
        const __proto__ = p[1] as number;
        const await_2 = p[2] as number;
        const arguments_2 = p[3] as number;
        const NaN_2 = p[4] as number;
        const sigma = p[5] as number;
        const data = p[6] as number;
        const d_x = d[0] as Float64Array;
        const d_line_feed = d[1] as Float64Array;
        const d_$_x___ = d[2] as Float64Array;
        const d_y = d[3] as Float64Array;
        for (let i = from; i < to; i++) {
          const x = d_x[i] as number;
          const line_feed = d_line_feed[i] as number;
          const $_x___ = d_$_x___[i] as number;
          const y = d_y[i] as number;
          const eval_2 = constructor + __proto__ * x + await_2 * line_feed;
          const t1 = x * x;
          const at = i - from;
          r[at] = data + (eval_2 + arguments_2 * $_x___ + NaN_2 * t1 + sigma * (x * t1)) - y;
        }
      },
      linearize(p, d, from, to, r, J) {
        const constructor = p[0] as number;
        const __proto__ = p[1] as number;
        const await_2 = p[2] as number;
        const arguments_2 = p[3] as number;
        const NaN_2 = p[4] as number;
        const sigma = p[5] as number;
        const data = p[6] as number;
        const d_x = d[0] as Float64Array;
        const d_line_feed = d[1] as Float64Array;
        const d_$_x___ = d[2] as Float64Array;
        const d_y = d[3] as Float64Array;
        const size = to - from;
        for (let i = from; i < to; i++) {
          const x = d_x[i] as number;
          const line_feed = d_line_feed[i] as number;
          const $_x___ = d_$_x___[i] as number;
          const y = d_y[i] as number;
          const eval_2 = constructor + __proto__ * x + await_2 * line_feed;
          const t1 = x * x;
          const t2 = x * t1;
          const at = i - from;
          r[at] = data + (eval_2 + arguments_2 * $_x___ + NaN_2 * t1 + sigma * t2) - y;
          J[at] = 1;
          J[size + at] = x;
          J[2 * size + at] = line_feed;
          J[3 * size + at] = $_x___;
          J[4 * size + at] = t1;
          J[5 * size + at] = t2;
        }
      },
      measure(p, d, from, to, raw, observed, noise) {
        const constructor = p[0] as number;
        const __proto__ = p[1] as number;
        const await_2 = p[2] as number;
        const arguments_2 = p[3] as number;
        const NaN_2 = p[4] as number;
        const sigma = p[5] as number;
        const data = p[6] as number;
        const d_x = d[0] as Float64Array;
        const d_line_feed = d[1] as Float64Array;
        const d_$_x___ = d[2] as Float64Array;
        const d_y = d[3] as Float64Array;
        for (let i = from; i < to; i++) {
          const x = d_x[i] as number;
          const line_feed = d_line_feed[i] as number;
          const $_x___ = d_$_x___[i] as number;
          const y = d_y[i] as number;
          const eval_2 = constructor + __proto__ * x + await_2 * line_feed;
          const t1 = x * x;
          const at = i - from;
          raw[at] = data + (eval_2 + arguments_2 * $_x___ + NaN_2 * t1 + sigma * (x * t1)) - y;
          observed[at] = y;
          noise[at] = 1;
        }
      },
      basis(p, d, from, to, B) {
        const data = p[6] as number;
        const d_x = d[0] as Float64Array;
        const d_line_feed = d[1] as Float64Array;
        const d_$_x___ = d[2] as Float64Array;
        const d_y = d[3] as Float64Array;
        const size = to - from;
        for (let i = from; i < to; i++) {
          const x = d_x[i] as number;
          const line_feed = d_line_feed[i] as number;
          const $_x___ = d_$_x___[i] as number;
          const y = d_y[i] as number;
          const t1 = x * x;
          const at = i - from;
          B[at] = 1;
          B[size + at] = x;
          B[2 * size + at] = line_feed;
          B[3 * size + at] = $_x___;
          B[4 * size + at] = t1;
          B[5 * size + at] = x * t1;
          B[6 * size + at] = data - y;
        }
      },
    },
  ],
  predict: [
    (p, d, from, to, f, J) => {
      const constructor = p[0] as number;
      const __proto__ = p[1] as number;
      const await_2 = p[2] as number;
      const arguments_2 = p[3] as number;
      const NaN_2 = p[4] as number;
      const sigma = p[5] as number;
      const data = p[6] as number;
      const d_x = d[0] as Float64Array;
      const d_line_feed = d[1] as Float64Array;
      const d_$_x___ = d[2] as Float64Array;
      const size = to - from;
      for (let i = from; i < to; i++) {
        const x = d_x[i] as number;
        const line_feed = d_line_feed[i] as number;
        const $_x___ = d_$_x___[i] as number;
        const eval_2 = constructor + __proto__ * x + await_2 * line_feed;
        const t1 = x * x;
        const t2 = x * t1;
        const at = i - from;
        f[at] = data + (eval_2 + arguments_2 * $_x___ + NaN_2 * t1 + sigma * t2);
        J[at] = 1;
        J[size + at] = x;
        J[2 * size + at] = line_feed;
        J[3 * size + at] = $_x___;
        J[4 * size + at] = t1;
        J[5 * size + at] = t2;
      }
    },
  ],
  start(_d, _rows, out) {
    out[0] = 1;
    out[1] = -Infinity;
    out[2] = Infinity;
    out[3] = 0.5;
    out[4] = -Infinity;
    out[5] = Infinity;
    out[6] = 1;
    out[7] = -Infinity;
    out[8] = Infinity;
    out[9] = 1;
    out[10] = -Infinity;
    out[11] = Infinity;
    out[12] = 1;
    out[13] = -Infinity;
    out[14] = Infinity;
    out[15] = 1;
    out[16] = -Infinity;
    out[17] = Infinity;
    out[18] = 2;
    out[19] = -Infinity;
    out[20] = Infinity;
  },
  derive(p, _d, _rows, out, J) {
    const NaN_2 = p[4] as number;
    const sigma = p[5] as number;
    const t1 = NaN_2 / sigma;
    const t2 = 1 / sigma;
    out[0] = t1;
    J[0] = 0;
    J[1] = 0;
    J[2] = 0;
    J[3] = 0;
    J[4] = t2;
    J[5] = -(t1 * t2);
  },
  keep: null,
  losses: [],
  separable: {
    linear: [0, 1, 2, 3, 4, 5],
    nonlinear: [],
    pairs: [],
    offsets: [],
  },
  trace(p, d, row, trace) {
    const constructor = p[0] as number;
    const __proto__ = p[1] as number;
    const await_2 = p[2] as number;
    const arguments_2 = p[3] as number;
    const NaN_2 = p[4] as number;
    const sigma = p[5] as number;
    const data = p[6] as number;
    const d_x = d[0] as Float64Array;
    const d_line_feed = d[1] as Float64Array;
    const d_$_x___ = d[2] as Float64Array;
    const d_y = d[3] as Float64Array;
    const x = d_x[row] as number;
    const line_feed = d_line_feed[row] as number;
    const $_x___ = d_$_x___[row] as number;
    const y = d_y[row] as number;
    const t1 = __proto__ * x;
    const t2 = constructor + t1;
    const t3 = await_2 * line_feed;
    const eval_2 = t2 + t3;
    const t4 = arguments_2 * $_x___;
    const t5 = eval_2 + t4;
    const t6 = x * x;
    const t7 = NaN_2 * t6;
    const t8 = t5 + t7;
    const t9 = x * t6;
    const t10 = sigma * t9;
    const t11 = t8 + t10;
    const t12 = data + t11;
    trace[0] = t12 - y;
    trace[1] = t12;
    trace[2] = y;
    trace[3] = t11;
    trace[4] = data;
    trace[5] = t8;
    trace[6] = t10;
    trace[7] = t5;
    trace[8] = t7;
    trace[9] = sigma;
    trace[10] = t9;
    trace[11] = eval_2;
    trace[12] = t4;
    trace[13] = NaN_2;
    trace[14] = t6;
    trace[15] = x;
    trace[16] = t2;
    trace[17] = t3;
    trace[18] = arguments_2;
    trace[19] = $_x___;
    trace[20] = constructor;
    trace[21] = t1;
    trace[22] = await_2;
    trace[23] = line_feed;
    trace[24] = __proto__;
  },
  wasm: null,
};

/**
 * The model default.
 *
 * Parameters:
 * - `constructor` `= 1`
 * - `__proto__` `= 0.5`: the ${doc} `of` *\/ a parameter
 * - `await` `= 1`
 * - `arguments` `= 1`
 * - `NaN` `= 1`
 * - `sigma` `= 1`
 * - `data` `= 2 fixed`
 *
 * Columns:
 * - `x` `from "a\"b"`
 * - `line feed`
 * - `${x}*\/`: *\/ alert(1) /*
 * - `y`
 *
 * Derived:
 * - `toString` `= NaN / sigma`
 */
const m0: Fitter<defaultShape> = /* @__PURE__ */ createFitter<defaultShape>(problem0);

export { m0 as default, type defaultShape };
