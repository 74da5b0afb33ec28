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
  abi: 3,
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
  wasm: {
    layout: { params: 0, table: 64, state: 192, stateBytes: 448, factor: 192, sums: 320, errors: 384, bad: 448, panel: 832, panelColumnBytes: 1088 },
    columns: [0, 1],
    imports: [],
    heap: 5248,
    bytes: "AGFzbQEAAAABNQhgAABgA39/fwBgBH9/f38AYAV/f39/fwBgBn9/f39/fwBgA39/fAF8YAJ/fwBgA39/fwF/AxkYAAEBAgICAgMEBAQEBAQFBgYHBwYGAQICBQMBAAIHTAgHcHJlcGFyZQAACWxpbmVhcml6ZQABCXJlc2lkdWFscwACBGZvbGQAFgZub3JtYWwAFwRjb3N0ABUGcmVkdWNlABQGbWVtb3J5AgAKszMYGAEBe0EA/QoDCP3tASEAQQAgAP0LA4ABC8YGBQF7An8EewF/DXsgAkEDakF8cUEDdCEEIAAgAUEBbGohBUEA/QoDACEGQQD9CgMIIQdBAP0KAxAhCEEA/QADgAEhCUEAIQoDQCAAIApq/QADACELIAUgCmr9AAMAIQwgCSAL/fIBIQ0gDf0MAAAAAAAwhkAAAAAAADCGQP32Af0MAAAAAABQh8AAAAAAAFCHwP33ASIQIBD9DP6CK2VHFfc//oIrZUcV9z/98gH9DP4HAAAAADhD/gcAAAAAOEP98AEiEv0M/gcAAAAAOEP+BwAAAAA4Q/3xASIR/QwAOPr+Qi7mPwA4+v5CLuY//fIB/fEBIBH9DDBnx5NX8y49MGfHk1fzLj398gH98QEiDyAP/fIBIA/9DChVVVVVVcU/KFVVVVVVxT/9DD0yVVVVVaU/PTJVVVVVpT8gD/3yAf3wAf0MbQsSERERgT9tCxIRERGBP/0MAkbNF2zBVj8CRs0XbMFWPyAP/fIB/fABIA8gD/3yASIT/fIB/fAB/QzTrjUUoAEqP9OuNRSgASo//QziNRupmgH6PuI1G6maAfo+IA/98gH98AH9DFCqTa7vHcc+UKpNru8dxz79DHmcyp4HipI+eZzKngeKkj4gD/3yAf3wASAT/fIB/fABIBMgE/3yASIU/fIB/fAB/QxEiJSYu9taPkSIlJi721o+IBQgFP3yAf3yAf3wAf3yAf0MAAAAAAAA4D8AAAAAAADgP/3wAf3yASAP/fAB/QwAAAAAAADwPwAAAAAAAPA//fABIBH9DAAAAAAAAOA/AAAAAAAA4D/98gH9DP8DAAAAADhD/wMAAAAAOEP98AEiFUE0/csB/fIBIBIgFf3RAUE0/csB/fIBIQ4gDiEWIAYgFv3yASEXIAogFyAI/fABIAz98QH9CwOAICAKIBb9CwPABiAKIAsgF/3yAf3tAf0LA4APIAr9DAAAAAAAAPA/AAAAAAAA8D/9CwPAFyAKQRBqIQogCiAESQ0ACyACQQNxBEAgAkEDdCEKA0AgCkQAAAAAAAAAADkDgCAgCkQAAAAAAAAAADkDwAYgCkQAAAAAAAAAADkDgA8gCkQAAAAAAAAAADkDwBcgCkEIaiEKIAogBEkNAAsLC94FBQF7An8EewF/C3sgAkEDakF8cUEDdCEEIAAgAUEBbGohBUEA/QoDACEGQQD9CgMIIQdBAP0KAxAhCEEA/QADgAEhCUEAIQoDQCAAIApq/QADACELIAUgCmr9AAMAIQwgCSAL/fIBIQ0gDf0MAAAAAAAwhkAAAAAAADCGQP32Af0MAAAAAABQh8AAAAAAAFCHwP33ASIQIBD9DP6CK2VHFfc//oIrZUcV9z/98gH9DP4HAAAAADhD/gcAAAAAOEP98AEiEv0M/gcAAAAAOEP+BwAAAAA4Q/3xASIR/QwAOPr+Qi7mPwA4+v5CLuY//fIB/fEBIBH9DDBnx5NX8y49MGfHk1fzLj398gH98QEiDyAP/fIBIA/9DChVVVVVVcU/KFVVVVVVxT/9DD0yVVVVVaU/PTJVVVVVpT8gD/3yAf3wAf0MbQsSERERgT9tCxIRERGBP/0MAkbNF2zBVj8CRs0XbMFWPyAP/fIB/fABIA8gD/3yASIT/fIB/fAB/QzTrjUUoAEqP9OuNRSgASo//QziNRupmgH6PuI1G6maAfo+IA/98gH98AH9DFCqTa7vHcc+UKpNru8dxz79DHmcyp4HipI+eZzKngeKkj4gD/3yAf3wASAT/fIB/fABIBMgE/3yASIU/fIB/fAB/QxEiJSYu9taPkSIlJi721o+IBQgFP3yAf3yAf3wAf3yAf0MAAAAAAAA4D8AAAAAAADgP/3wAf3yASAP/fAB/QwAAAAAAADwPwAAAAAAAPA//fABIBH9DAAAAAAAAOA/AAAAAAAA4D/98gH9DP8DAAAAADhD/wMAAAAAOEP98AEiFUE0/csB/fIBIBIgFf3RAUE0/csB/fIBIQ4gCiAGIA798gEgCP3wASAM/fEB/QsDgCAgCkEQaiEKIAogBEkNAAsgAkEDcQRAIAJBA3QhCgNAIApEAAAAAAAAAAA5A4AgIApBCGohCiAKIARJDQALCwvJAgQEfwR7AX8GeyABKAIAIQQgASgCBCEFIAEoAgghBiABKAIMIQdBACEMA0AgACAMav0AAwAhDSAIIA0gBCAMav0AAwD98gH98AEhCCAJIA0gBSAMav0AAwD98gH98AEhCSAKIA0gBiAMav0AAwD98gH98AEhCiALIA0gByAMav0AAwD98gH98AEhCyAAIAxq/QADECEOIAggDiAEIAxq/QADEP3yAf3wASEIIAkgDiAFIAxq/QADEP3yAf3wASEJIAogDiAGIAxq/QADEP3yAf3wASEKIAsgDiAHIAxq/QADEP3yAf3wASELIAxBIGohDCAMIAJJDQALIAghDyADIA/9IQAgD/0hAaA5AwAgCSEQIAMgEP0hACAQ/SEBoDkDCCAKIREgAyAR/SEAIBH9IQGgOQMQIAshEiADIBL9IQAgEv0hAaA5AxgLkwIEA38GewF/BXsgASgCACEEIAEoAgQhBSABKAIIIQZBACENA0AgACANav0AAwAhDiAHIA4gBCANav0AAwD98gH98AEhByAIIA4gBSANav0AAwD98gH98AEhCCAJIA4gBiANav0AAwD98gH98AEhCSAAIA1q/QADECEPIAogDyAEIA1q/QADEP3yAf3wASEKIAsgDyAFIA1q/QADEP3yAf3wASELIAwgDyAGIA1q/QADEP3yAf3wASEMIA1BIGohDSANIAJJDQALIAcgCv3wASEQIAMgEP0hACAQ/SEBoDkDACAIIAv98AEhESADIBH9IQAgEf0hAaA5AwggCSAM/fABIRIgAyAS/SEAIBL9IQGgOQMQC8kBBAJ/BHsBfwR7IAEoAgAhBCABKAIEIQVBACEKA0AgACAKav0AAwAhCyAGIAsgBCAKav0AAwD98gH98AEhBiAHIAsgBSAKav0AAwD98gH98AEhByAAIApq/QADECEMIAggDCAEIApq/QADEP3yAf3wASEIIAkgDCAFIApq/QADEP3yAf3wASEJIApBIGohCiAKIAJJDQALIAYgCP3wASENIAMgDf0hACAN/SEBoDkDACAHIAn98AEhDiADIA79IQAgDv0hAaA5AwgLfwQBfwJ7AX8DeyABKAIAIQRBACEHA0AgACAHav0AAwAhCCAFIAggBCAHav0AAwD98gH98AEhBSAAIAdq/QADECEJIAYgCSAEIAdq/QADEP3yAf3wASEGIAdBIGohByAHIAJJDQALIAUgBv3wASEKIAMgCv0hACAK/SEBoDkDAAvoAQEBf0EAIQUCQCAFQQRqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahADIAVBBGohBSAFQQRqIAJMDQALCwJAIAVBA2ogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAQgBUEDaiEFIAVBA2ogAkwNAAsLAkAgBUECaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQBSAFQQJqIQUgBUECaiACTA0ACwsCQCAFQQFqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAGIAVBAWohBSAFQQFqIAJMDQALCwvQAxADfwZ7AX8BewF/AXsBfwF7AX8CewF/AXsBfwF7AX8EeyACKAIAIQYgAigCBCEHIAIoAgghCCAE/QoDACEJIAT9CgMIIQogBP0KAxAhC0EAIQ8DQCAAIA9q/QADACEQIAYgD2ohESAR/QADACAJIBD98gH98QEhEiARIBL9CwMAIAwgEiAS/fIB/fABIQwgByAPaiETIBP9AAMAIAogEP3yAf3xASEUIBMgFP0LAwAgDSASIBT98gH98AEhDSAIIA9qIRUgFf0AAwAgCyAQ/fIB/fEBIRYgFSAW/QsDACAOIBIgFv3yAf3wASEOIAAgD2r9AAMQIRcgBiAPaiEYIBj9AAMQIAkgF/3yAf3xASEZIBggGf0LAxAgDCAZIBn98gH98AEhDCAHIA9qIRogGv0AAxAgCiAX/fIB/fEBIRsgGiAb/QsDECANIBkgG/3yAf3wASENIAggD2ohHCAc/QADECALIBf98gH98QEhHSAcIB39CwMQIA4gGSAd/fIB/fABIQ4gD0EgaiEPIA8gA0kNAAsgDCEeIAUgHv0hACAe/SEBoDkDACANIR8gBSAf/SEAIB/9IQGgOQMIIA4hICAFICD9IQAgIP0hAaA5AxALxwIMAn8EewF/AXsBfwF7AX8CewF/AXsBfwN7IAIoAgAhBiACKAIEIQcgBP0KAwAhCCAE/QoDCCEJQQAhDANAIAAgDGr9AAMAIQ0gBiAMaiEOIA79AAMAIAggDf3yAf3xASEPIA4gD/0LAwAgCiAPIA/98gH98AEhCiAHIAxqIRAgEP0AAwAgCSAN/fIB/fEBIREgECAR/QsDACALIA8gEf3yAf3wASELIAAgDGr9AAMQIRIgBiAMaiETIBP9AAMQIAggEv3yAf3xASEUIBMgFP0LAxAgCiAUIBT98gH98AEhCiAHIAxqIRUgFf0AAxAgCSAS/fIB/fEBIRYgFSAW/QsDECALIBQgFv3yAf3wASELIAxBIGohDCAMIANJDQALIAohFyAFIBf9IQAgF/0hAaA5AwAgCyEYIAUgGP0hACAY/SEBoDkDCAvmAxADfwZ7AX8CewF/AXsBfwF7AX8DewF/AXsBfwF7AX8EeyACKAIAIQYgAigCBCEHIAIoAgghCCAE/QoDACEJIAT9CgMIIQogBP0KAxAhC0EAIQ8DQCAAIA9q/QADACEQIAEgD2r9AAMAIREgBiAPaiESIBL9AAMAIAkgEP3yAf3xASETIBIgE/0LAwAgDCARIBP98gH98AEhDCAHIA9qIRQgFP0AAwAgCiAQ/fIB/fEBIRUgFCAV/QsDACANIBEgFf3yAf3wASENIAggD2ohFiAW/QADACALIBD98gH98QEhFyAWIBf9CwMAIA4gESAX/fIB/fABIQ4gACAPav0AAxAhGCABIA9q/QADECEZIAYgD2ohGiAa/QADECAJIBj98gH98QEhGyAaIBv9CwMQIAwgGSAb/fIB/fABIQwgByAPaiEcIBz9AAMQIAogGP3yAf3xASEdIBwgHf0LAxAgDSAZIB398gH98AEhDSAIIA9qIR4gHv0AAxAgCyAY/fIB/fEBIR8gHiAf/QsDECAOIBkgH/3yAf3wASEOIA9BIGohDyAPIANJDQALIAwhICAFICD9IQAgIP0hAaA5AwAgDSEhIAUgIf0hACAh/SEBoDkDCCAOISIgBSAi/SEAICL9IQGgOQMQC90CDAJ/BHsBfwJ7AX8BewF/A3sBfwF7AX8DeyACKAIAIQYgAigCBCEHIAT9CgMAIQggBP0KAwghCUEAIQwDQCAAIAxq/QADACENIAEgDGr9AAMAIQ4gBiAMaiEPIA/9AAMAIAggDf3yAf3xASEQIA8gEP0LAwAgCiAOIBD98gH98AEhCiAHIAxqIREgEf0AAwAgCSAN/fIB/fEBIRIgESAS/QsDACALIA4gEv3yAf3wASELIAAgDGr9AAMQIRMgASAMav0AAxAhFCAGIAxqIRUgFf0AAxAgCCAT/fIB/fEBIRYgFSAW/QsDECAKIBQgFv3yAf3wASEKIAcgDGohFyAX/QADECAJIBP98gH98QEhGCAXIBj9CwMQIAsgFCAY/fIB/fABIQsgDEEgaiEMIAwgA0kNAAsgCiEZIAUgGf0hACAZ/SEBoDkDACALIRogBSAa/SEAIBr9IQGgOQMIC9QBCAF/AnsBfwJ7AX8DewF/AnsgAigCACEGIAT9CgMAIQdBACEJA0AgACAJav0AAwAhCiABIAlq/QADACELIAYgCWohDCAM/QADACAHIAr98gH98QEhDSAMIA39CwMAIAggCyAN/fIB/fABIQggACAJav0AAxAhDiABIAlq/QADECEPIAYgCWohECAQ/QADECAHIA798gH98QEhESAQIBH9CwMQIAggDyAR/fIB/fABIQggCUEgaiEJIAkgA0kNAAsgCCESIAUgEv0hACAS/SEBoDkDAAukAgEIfyABKAIAIQYgAkECRgRAIAAgBiABIAMgBCAFEAkFIAAgBiABIAMgBCAFEAhBACEHAkAgB0EDaiACQQNrTEUNAANAIAdBA2ohCCAIQQN0IQkgACAGIAEgCEECdGogAyAEIAlqIAUgCWoQCiAHQQNqIQcgB0EDaiACQQNrTA0ACwsCQCAHQQJqIAJBA2tMRQ0AA0AgB0EDaiEKIApBA3QhCyAAIAYgASAKQQJ0aiADIAQgC2ogBSALahALIAdBAmohByAHQQJqIAJBA2tMDQALCwJAIAdBAWogAkEDa0xFDQADQCAHQQNqIQwgDEEDdCENIAAgBiABIAxBAnRqIAMgBCANaiAFIA1qEAwgB0EBaiEHIAdBAWogAkEDa0wNAAsLCwvKAQUBewJ/AnwBewF//QwAAAAAAAAAAAAAAAAAAAAAIQNBACEEQQAhBANAIAAgBGohBSADIAX9AAMA/ewB/fUBIQMgBEEQaiEEIAQgAUkNAAsgA/0hACAD/SEBpSEGIAZEAAAAAAAAAABhBEBEAAAAAAAAAAAPCyAGIAKlRAAAAAAAABAApb1CgICAgICAgPj/AIO/IQcgB/0UIQhBACEEA0AgACAEaiEJIAkgCf0AAwAgCP3zAf0LAwAgBEEQaiEEIAQgAUkNAAsgBwvEBAoEfwF8AX8BfAF/AnwCfwR8An8CfCAAQQFqIQJBACEDAkAgAEUNAEHAACADQQJ0aigCAEHAACADQQJ0aiAAIANrIAFBwAUgA0EDdGoQB0HABSAAQQN0akEAKwOABTkDAANAQcABIAMgAmxBA3RqIQQgBCADQQN0aiEFIAUrAwAhBkHABSADQQN0aiEHRAAAAAAAAPA/IQhBwAAgA0ECdGooAgAhCSAHKwMAIQogBiAGoiAKoCELIAtEcKyKZvygEXpjIApEhOuRpBULzQVkcUUEQCAJIAEgBpkQDiEIIAhEAAAAAAAAAABiBEAgBiAIoyEGQcAAIANBAnRqKAIAQcAAIANBAnRqIAIgA2sgAUHABSADQQN0ahAHIAYgBqIgBysDAKAhCwsLIANBAWohDCAMIABOIQ0gCEQAAAAAAAAAAGEEQCANRQRAQcAAIAxBAnRqKAIAQcAAIAxBAnRqIAIgDGsgAUHABSAMQQN0ahAHCwUgC58hDiAOmiAOIAZEAAAAAAAAAABkGyEPIAYgD6EhEEQAAAAAAADwPyAOIA4gBpmgoqMhESAFIA8gCKI5AwAgDCESA0AgBCASQQN0aiETIBMrAwAhFCARIBAgFKJBwAUgEkEDdGorAwCgoiEVQYAGIBJBA3RqIBU5AwAgEyAUIBUgEKKhOQMAIBJBAWohEiASIAJIDQALIA1FBEAgCUHAACAMQQJ0aiACIAxrIAFBgAYgDEEDdGpBwAUgDEEDdGoQDQsLIAwhAyAMIABIDQALCwunAQEJfyAAQQFqIQIgAEEIbCEDQQAhBANAIAQgAmxBCGwhBSAEQQhsIQYgBEEEbCEHIAcoAkAgB0HAAGogACAEayABIAZBwAVqEAcgBiEIAkADQCAIIANPDQEgBSAIaiEJIAkgCSsDgAQgCCsDwAWgOQOABCAIQQhqIQgMAAsLIAUgA2ohCiAKIAorA4AEIAYrA4AFoDkDgAQgBEEBaiEEIAQgAEwNAAsLjQEDBX8BfAF/QQAhA0EAIQQDQCAAIARBBGxqKAIAIQVBACEGQQAhBwNAIAUgB2orAwAhCCAGIAggCKFEAAAAAAAAAABiaiEGIAdBCGohByAHIAJJDQALQQBBCCAEIAFGGyEJIAkgCSsDwAMgBrigOQPAAyADIAZyIQMgBEEBaiEEIAQgAUwNAAsgA0EARwu8AQMCfwR8AX9BACEDIAFBCGwhBEQAAAAAAAAAACEFA0BEAAAAAAAA4D9EAAAAAAAA8D8gAyAERhsgAysDgAWiIQYgAysDwAIhByAHIAagIQggAyAIOQPAAiADIAMrA4ADIAcgCKEgBqAgBiAIoSAHoCAHmSAGmWYboDkDgAMgBSAGRAAAAAAAAAAAoqAhBSADQQhqIQMgAyAETQ0ACyAFRAAAAAAAAAAAYQR/QQEFIAAgASACEBFFCyEJIAkLHQBBwAAgAEECdGooAgBBwAAgAEEBaiABQYAFEAcLDgAgACABEBMgACABEA8LbgEFfyACIQNBACEEAkADQCADQQBMDQEgA0GAASADQYABSBshBSAAIARqIAEgBRACIAVBA2pBfHFBA3RBAWwhBkGAIEHAKEEBIAZBgAUQB0HAKEEAIAYQEiEHIANBgAFrIQMgBEGACGohBAwACwsLbAEEfyACIQRBACEFAkADQCAEQQBMDQEgBEGAASAEQYABSBshBiAAIAVqIAEgBhABIAZBA2pBfHFBA3RBAWwhByADIAcQE0HAACADIAcQEgRAIAMgBxAPCyAEQYABayEEIAVBgAhqIQUMAAsLC2wBBH8gAiEEQQAhBQJAA0AgBEEATA0BIARBgAEgBEGAAUgbIQYgACAFaiABIAYQASAGQQNqQXxxQQN0QQFsIQcgAyAHEBNBwAAgAyAHEBIEQCADIAcQEAsgBEGAAWshBCAFQYAIaiEFDAALCwsLCwEAQcAoCwQAEAAA",
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
