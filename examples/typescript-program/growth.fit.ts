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
  abi: 3,
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
  wasm: {
    layout: { params: 0, table: 64, state: 192, stateBytes: 448, factor: 192, sums: 320, errors: 384, bad: 448, panel: 832, panelColumnBytes: 1088 },
    columns: [0, 1, 2],
    imports: [],
    heap: 5248,
    bytes: "AGFzbQEAAAABNQhgAABgA39/fwBgBH9/f38AYAV/f39/fwBgBn9/f39/fwBgA39/fAF8YAJ/fwBgA39/fwF/AxkYAAEBAgICAgMEBAQEBAQFBgYHBwYGAQICBQMBAAIHTAgHcHJlcGFyZQAACWxpbmVhcml6ZQABCXJlc2lkdWFscwACBGZvbGQAFgZub3JtYWwAFwRjb3N0ABUGcmVkdWNlABQGbWVtb3J5AgAK4TQYGAEBe0EA/QoDCP3tASEAQQAgAP0LA4ABC8UHBQF7A38EewF/FXsgAkEDakF8cUEDdCEEIAAgAUEBbGohBSAAIAFBAmxqIQZBAP0KAwAhB0EA/QoDCCEIQQD9CgMQIQlBAP0AA4ABIQpBACELA0AgACALav0AAwAhDCAFIAtq/QADACENIAYgC2r9AAMAIQ4gDCAJ/fEBIQ8gCiAP/fIBIRAgEP0MAAAAAAAwhkAAAAAAADCGQP32Af0MAAAAAABQh8AAAAAAAFCHwP33ASITIBP9DP6CK2VHFfc//oIrZUcV9z/98gH9DP4HAAAAADhD/gcAAAAAOEP98AEiFf0M/gcAAAAAOEP+BwAAAAA4Q/3xASIU/QwAOPr+Qi7mPwA4+v5CLuY//fIB/fEBIBT9DDBnx5NX8y49MGfHk1fzLj398gH98QEiEiAS/fIBIBL9DChVVVVVVcU/KFVVVVVVxT/9DD0yVVVVVaU/PTJVVVVVpT8gEv3yAf3wAf0MbQsSERERgT9tCxIRERGBP/0MAkbNF2zBVj8CRs0XbMFWPyAS/fIB/fABIBIgEv3yASIW/fIB/fAB/QzTrjUUoAEqP9OuNRSgASo//QziNRupmgH6PuI1G6maAfo+IBL98gH98AH9DFCqTa7vHcc+UKpNru8dxz79DHmcyp4HipI+eZzKngeKkj4gEv3yAf3wASAW/fIB/fABIBYgFv3yASIX/fIB/fAB/QxEiJSYu9taPkSIlJi721o+IBcgF/3yAf3yAf3wAf3yAf0MAAAAAAAA4D8AAAAAAADgP/3wAf3yASAS/fAB/QwAAAAAAADwPwAAAAAAAPA//fABIBT9DAAAAAAAAOA/AAAAAAAA4D/98gH9DP8DAAAAADhD/wMAAAAAOEP98AEiGEE0/csB/fIBIBUgGP3RAUE0/csB/fIBIREgESEZ/QwAAAAAAADwPwAAAAAAAPA/IBn98AEhGiAHIBr98wEhG/0MAAAAAAAA8D8AAAAAAADwPyAO/fMBIBr98wEhHCAbIBz98gH97QEhHSAZIR79DAAAAAAAAAAAAAAAAAAAAAAiICAdIB798gEgHSAg/Uf9UiEfIAsgGyAN/fEBIA798wH9CwOAICALIBz9CwPABiALIA8gH/3yAf3tAf0LA4APIAsgCCAf/fIB/QsDwBcgC0EQaiELIAsgBEkNAAsgAkEDcQRAIAJBA3QhCwNAIAtEAAAAAAAAAAA5A4AgIAtEAAAAAAAAAAA5A8AGIAtEAAAAAAAAAAA5A4APIAtEAAAAAAAAAAA5A8AXIAtBCGohCyALIARJDQALCwuNBgUBewN/BHsBfwx7IAJBA2pBfHFBA3QhBCAAIAFBAWxqIQUgACABQQJsaiEGQQD9CgMAIQdBAP0KAwghCEEA/QoDECEJQQD9AAOAASEKQQAhCwNAIAAgC2r9AAMAIQwgBSALav0AAwAhDSAGIAtq/QADACEOIAogDCAJ/fEB/fIBIQ8gD/0MAAAAAAAwhkAAAAAAADCGQP32Af0MAAAAAABQh8AAAAAAAFCHwP33ASISIBL9DP6CK2VHFfc//oIrZUcV9z/98gH9DP4HAAAAADhD/gcAAAAAOEP98AEiFP0M/gcAAAAAOEP+BwAAAAA4Q/3xASIT/QwAOPr+Qi7mPwA4+v5CLuY//fIB/fEBIBP9DDBnx5NX8y49MGfHk1fzLj398gH98QEiESAR/fIBIBH9DChVVVVVVcU/KFVVVVVVxT/9DD0yVVVVVaU/PTJVVVVVpT8gEf3yAf3wAf0MbQsSERERgT9tCxIRERGBP/0MAkbNF2zBVj8CRs0XbMFWPyAR/fIB/fABIBEgEf3yASIV/fIB/fAB/QzTrjUUoAEqP9OuNRSgASo//QziNRupmgH6PuI1G6maAfo+IBH98gH98AH9DFCqTa7vHcc+UKpNru8dxz79DHmcyp4HipI+eZzKngeKkj4gEf3yAf3wASAV/fIB/fABIBUgFf3yASIW/fIB/fAB/QxEiJSYu9taPkSIlJi721o+IBYgFv3yAf3yAf3wAf3yAf0MAAAAAAAA4D8AAAAAAADgP/3wAf3yASAR/fAB/QwAAAAAAADwPwAAAAAAAPA//fABIBP9DAAAAAAAAOA/AAAAAAAA4D/98gH9DP8DAAAAADhD/wMAAAAAOEP98AEiF0E0/csB/fIBIBQgF/3RAUE0/csB/fIBIRAgCyAH/QwAAAAAAADwPwAAAAAAAPA/IBD98AH98wEgDf3xASAO/fMB/QsDgCAgC0EQaiELIAsgBEkNAAsgAkEDcQRAIAJBA3QhCwNAIAtEAAAAAAAAAAA5A4AgIAtBCGohCyALIARJDQALCwvJAgQEfwR7AX8GeyABKAIAIQQgASgCBCEFIAEoAgghBiABKAIMIQdBACEMA0AgACAMav0AAwAhDSAIIA0gBCAMav0AAwD98gH98AEhCCAJIA0gBSAMav0AAwD98gH98AEhCSAKIA0gBiAMav0AAwD98gH98AEhCiALIA0gByAMav0AAwD98gH98AEhCyAAIAxq/QADECEOIAggDiAEIAxq/QADEP3yAf3wASEIIAkgDiAFIAxq/QADEP3yAf3wASEJIAogDiAGIAxq/QADEP3yAf3wASEKIAsgDiAHIAxq/QADEP3yAf3wASELIAxBIGohDCAMIAJJDQALIAghDyADIA/9IQAgD/0hAaA5AwAgCSEQIAMgEP0hACAQ/SEBoDkDCCAKIREgAyAR/SEAIBH9IQGgOQMQIAshEiADIBL9IQAgEv0hAaA5AxgLkwIEA38GewF/BXsgASgCACEEIAEoAgQhBSABKAIIIQZBACENA0AgACANav0AAwAhDiAHIA4gBCANav0AAwD98gH98AEhByAIIA4gBSANav0AAwD98gH98AEhCCAJIA4gBiANav0AAwD98gH98AEhCSAAIA1q/QADECEPIAogDyAEIA1q/QADEP3yAf3wASEKIAsgDyAFIA1q/QADEP3yAf3wASELIAwgDyAGIA1q/QADEP3yAf3wASEMIA1BIGohDSANIAJJDQALIAcgCv3wASEQIAMgEP0hACAQ/SEBoDkDACAIIAv98AEhESADIBH9IQAgEf0hAaA5AwggCSAM/fABIRIgAyAS/SEAIBL9IQGgOQMQC8kBBAJ/BHsBfwR7IAEoAgAhBCABKAIEIQVBACEKA0AgACAKav0AAwAhCyAGIAsgBCAKav0AAwD98gH98AEhBiAHIAsgBSAKav0AAwD98gH98AEhByAAIApq/QADECEMIAggDCAEIApq/QADEP3yAf3wASEIIAkgDCAFIApq/QADEP3yAf3wASEJIApBIGohCiAKIAJJDQALIAYgCP3wASENIAMgDf0hACAN/SEBoDkDACAHIAn98AEhDiADIA79IQAgDv0hAaA5AwgLfwQBfwJ7AX8DeyABKAIAIQRBACEHA0AgACAHav0AAwAhCCAFIAggBCAHav0AAwD98gH98AEhBSAAIAdq/QADECEJIAYgCSAEIAdq/QADEP3yAf3wASEGIAdBIGohByAHIAJJDQALIAUgBv3wASEKIAMgCv0hACAK/SEBoDkDAAvoAQEBf0EAIQUCQCAFQQRqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahADIAVBBGohBSAFQQRqIAJMDQALCwJAIAVBA2ogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAQgBUEDaiEFIAVBA2ogAkwNAAsLAkAgBUECaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQBSAFQQJqIQUgBUECaiACTA0ACwsCQCAFQQFqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAGIAVBAWohBSAFQQFqIAJMDQALCwvQAxADfwZ7AX8BewF/AXsBfwF7AX8CewF/AXsBfwF7AX8EeyACKAIAIQYgAigCBCEHIAIoAgghCCAE/QoDACEJIAT9CgMIIQogBP0KAxAhC0EAIQ8DQCAAIA9q/QADACEQIAYgD2ohESAR/QADACAJIBD98gH98QEhEiARIBL9CwMAIAwgEiAS/fIB/fABIQwgByAPaiETIBP9AAMAIAogEP3yAf3xASEUIBMgFP0LAwAgDSASIBT98gH98AEhDSAIIA9qIRUgFf0AAwAgCyAQ/fIB/fEBIRYgFSAW/QsDACAOIBIgFv3yAf3wASEOIAAgD2r9AAMQIRcgBiAPaiEYIBj9AAMQIAkgF/3yAf3xASEZIBggGf0LAxAgDCAZIBn98gH98AEhDCAHIA9qIRogGv0AAxAgCiAX/fIB/fEBIRsgGiAb/QsDECANIBkgG/3yAf3wASENIAggD2ohHCAc/QADECALIBf98gH98QEhHSAcIB39CwMQIA4gGSAd/fIB/fABIQ4gD0EgaiEPIA8gA0kNAAsgDCEeIAUgHv0hACAe/SEBoDkDACANIR8gBSAf/SEAIB/9IQGgOQMIIA4hICAFICD9IQAgIP0hAaA5AxALxwIMAn8EewF/AXsBfwF7AX8CewF/AXsBfwN7IAIoAgAhBiACKAIEIQcgBP0KAwAhCCAE/QoDCCEJQQAhDANAIAAgDGr9AAMAIQ0gBiAMaiEOIA79AAMAIAggDf3yAf3xASEPIA4gD/0LAwAgCiAPIA/98gH98AEhCiAHIAxqIRAgEP0AAwAgCSAN/fIB/fEBIREgECAR/QsDACALIA8gEf3yAf3wASELIAAgDGr9AAMQIRIgBiAMaiETIBP9AAMQIAggEv3yAf3xASEUIBMgFP0LAxAgCiAUIBT98gH98AEhCiAHIAxqIRUgFf0AAxAgCSAS/fIB/fEBIRYgFSAW/QsDECALIBQgFv3yAf3wASELIAxBIGohDCAMIANJDQALIAohFyAFIBf9IQAgF/0hAaA5AwAgCyEYIAUgGP0hACAY/SEBoDkDCAvmAxADfwZ7AX8CewF/AXsBfwF7AX8DewF/AXsBfwF7AX8EeyACKAIAIQYgAigCBCEHIAIoAgghCCAE/QoDACEJIAT9CgMIIQogBP0KAxAhC0EAIQ8DQCAAIA9q/QADACEQIAEgD2r9AAMAIREgBiAPaiESIBL9AAMAIAkgEP3yAf3xASETIBIgE/0LAwAgDCARIBP98gH98AEhDCAHIA9qIRQgFP0AAwAgCiAQ/fIB/fEBIRUgFCAV/QsDACANIBEgFf3yAf3wASENIAggD2ohFiAW/QADACALIBD98gH98QEhFyAWIBf9CwMAIA4gESAX/fIB/fABIQ4gACAPav0AAxAhGCABIA9q/QADECEZIAYgD2ohGiAa/QADECAJIBj98gH98QEhGyAaIBv9CwMQIAwgGSAb/fIB/fABIQwgByAPaiEcIBz9AAMQIAogGP3yAf3xASEdIBwgHf0LAxAgDSAZIB398gH98AEhDSAIIA9qIR4gHv0AAxAgCyAY/fIB/fEBIR8gHiAf/QsDECAOIBkgH/3yAf3wASEOIA9BIGohDyAPIANJDQALIAwhICAFICD9IQAgIP0hAaA5AwAgDSEhIAUgIf0hACAh/SEBoDkDCCAOISIgBSAi/SEAICL9IQGgOQMQC90CDAJ/BHsBfwJ7AX8BewF/A3sBfwF7AX8DeyACKAIAIQYgAigCBCEHIAT9CgMAIQggBP0KAwghCUEAIQwDQCAAIAxq/QADACENIAEgDGr9AAMAIQ4gBiAMaiEPIA/9AAMAIAggDf3yAf3xASEQIA8gEP0LAwAgCiAOIBD98gH98AEhCiAHIAxqIREgEf0AAwAgCSAN/fIB/fEBIRIgESAS/QsDACALIA4gEv3yAf3wASELIAAgDGr9AAMQIRMgASAMav0AAxAhFCAGIAxqIRUgFf0AAxAgCCAT/fIB/fEBIRYgFSAW/QsDECAKIBQgFv3yAf3wASEKIAcgDGohFyAX/QADECAJIBP98gH98QEhGCAXIBj9CwMQIAsgFCAY/fIB/fABIQsgDEEgaiEMIAwgA0kNAAsgCiEZIAUgGf0hACAZ/SEBoDkDACALIRogBSAa/SEAIBr9IQGgOQMIC9QBCAF/AnsBfwJ7AX8DewF/AnsgAigCACEGIAT9CgMAIQdBACEJA0AgACAJav0AAwAhCiABIAlq/QADACELIAYgCWohDCAM/QADACAHIAr98gH98QEhDSAMIA39CwMAIAggCyAN/fIB/fABIQggACAJav0AAxAhDiABIAlq/QADECEPIAYgCWohECAQ/QADECAHIA798gH98QEhESAQIBH9CwMQIAggDyAR/fIB/fABIQggCUEgaiEJIAkgA0kNAAsgCCESIAUgEv0hACAS/SEBoDkDAAukAgEIfyABKAIAIQYgAkECRgRAIAAgBiABIAMgBCAFEAkFIAAgBiABIAMgBCAFEAhBACEHAkAgB0EDaiACQQNrTEUNAANAIAdBA2ohCCAIQQN0IQkgACAGIAEgCEECdGogAyAEIAlqIAUgCWoQCiAHQQNqIQcgB0EDaiACQQNrTA0ACwsCQCAHQQJqIAJBA2tMRQ0AA0AgB0EDaiEKIApBA3QhCyAAIAYgASAKQQJ0aiADIAQgC2ogBSALahALIAdBAmohByAHQQJqIAJBA2tMDQALCwJAIAdBAWogAkEDa0xFDQADQCAHQQNqIQwgDEEDdCENIAAgBiABIAxBAnRqIAMgBCANaiAFIA1qEAwgB0EBaiEHIAdBAWogAkEDa0wNAAsLCwvKAQUBewJ/AnwBewF//QwAAAAAAAAAAAAAAAAAAAAAIQNBACEEQQAhBANAIAAgBGohBSADIAX9AAMA/ewB/fUBIQMgBEEQaiEEIAQgAUkNAAsgA/0hACAD/SEBpSEGIAZEAAAAAAAAAABhBEBEAAAAAAAAAAAPCyAGIAKlRAAAAAAAABAApb1CgICAgICAgPj/AIO/IQcgB/0UIQhBACEEA0AgACAEaiEJIAkgCf0AAwAgCP3zAf0LAwAgBEEQaiEEIAQgAUkNAAsgBwvEBAoEfwF8AX8BfAF/AnwCfwR8An8CfCAAQQFqIQJBACEDAkAgAEUNAEHAACADQQJ0aigCAEHAACADQQJ0aiAAIANrIAFBwAUgA0EDdGoQB0HABSAAQQN0akEAKwOABTkDAANAQcABIAMgAmxBA3RqIQQgBCADQQN0aiEFIAUrAwAhBkHABSADQQN0aiEHRAAAAAAAAPA/IQhBwAAgA0ECdGooAgAhCSAHKwMAIQogBiAGoiAKoCELIAtEcKyKZvygEXpjIApEhOuRpBULzQVkcUUEQCAJIAEgBpkQDiEIIAhEAAAAAAAAAABiBEAgBiAIoyEGQcAAIANBAnRqKAIAQcAAIANBAnRqIAIgA2sgAUHABSADQQN0ahAHIAYgBqIgBysDAKAhCwsLIANBAWohDCAMIABOIQ0gCEQAAAAAAAAAAGEEQCANRQRAQcAAIAxBAnRqKAIAQcAAIAxBAnRqIAIgDGsgAUHABSAMQQN0ahAHCwUgC58hDiAOmiAOIAZEAAAAAAAAAABkGyEPIAYgD6EhEEQAAAAAAADwPyAOIA4gBpmgoqMhESAFIA8gCKI5AwAgDCESA0AgBCASQQN0aiETIBMrAwAhFCARIBAgFKJBwAUgEkEDdGorAwCgoiEVQYAGIBJBA3RqIBU5AwAgEyAUIBUgEKKhOQMAIBJBAWohEiASIAJIDQALIA1FBEAgCUHAACAMQQJ0aiACIAxrIAFBgAYgDEEDdGpBwAUgDEEDdGoQDQsLIAwhAyAMIABIDQALCwunAQEJfyAAQQFqIQIgAEEIbCEDQQAhBANAIAQgAmxBCGwhBSAEQQhsIQYgBEEEbCEHIAcoAkAgB0HAAGogACAEayABIAZBwAVqEAcgBiEIAkADQCAIIANPDQEgBSAIaiEJIAkgCSsDgAQgCCsDwAWgOQOABCAIQQhqIQgMAAsLIAUgA2ohCiAKIAorA4AEIAYrA4AFoDkDgAQgBEEBaiEEIAQgAEwNAAsLjQEDBX8BfAF/QQAhA0EAIQQDQCAAIARBBGxqKAIAIQVBACEGQQAhBwNAIAUgB2orAwAhCCAGIAggCKFEAAAAAAAAAABiaiEGIAdBCGohByAHIAJJDQALQQBBCCAEIAFGGyEJIAkgCSsDwAMgBrigOQPAAyADIAZyIQMgBEEBaiEEIAQgAUwNAAsgA0EARwu8AQMCfwR8AX9BACEDIAFBCGwhBEQAAAAAAAAAACEFA0BEAAAAAAAA4D9EAAAAAAAA8D8gAyAERhsgAysDgAWiIQYgAysDwAIhByAHIAagIQggAyAIOQPAAiADIAMrA4ADIAcgCKEgBqAgBiAIoSAHoCAHmSAGmWYboDkDgAMgBSAGRAAAAAAAAAAAoqAhBSADQQhqIQMgAyAETQ0ACyAFRAAAAAAAAAAAYQR/QQEFIAAgASACEBFFCyEJIAkLHQBBwAAgAEECdGooAgBBwAAgAEEBaiABQYAFEAcLDgAgACABEBMgACABEA8LbgEFfyACIQNBACEEAkADQCADQQBMDQEgA0GAASADQYABSBshBSAAIARqIAEgBRACIAVBA2pBfHFBA3RBAWwhBkGAIEHAKEEBIAZBgAUQB0HAKEEAIAYQEiEHIANBgAFrIQMgBEGACGohBAwACwsLbAEEfyACIQRBACEFAkADQCAEQQBMDQEgBEGAASAEQYABSBshBiAAIAVqIAEgBhABIAZBA2pBfHFBA3RBAWwhByADIAcQE0HAACADIAcQEgRAIAMgBxAPCyAEQYABayEEIAVBgAhqIQUMAAsLC2wBBH8gAiEEQQAhBQJAA0AgBEEATA0BIARBgAEgBEGAAUgbIQYgACAFaiABIAYQASAGQQNqQXxxQQN0QQFsIQcgAyAHEBNBwAAgAyAHEBIEQCADIAcQEAsgBEGAAWshBCAFQYAIaiEFDAALCwsLCwEAQcAoCwQAEAAA",
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
