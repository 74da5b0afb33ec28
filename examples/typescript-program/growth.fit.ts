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
    { kind: "fit", text: "fit density ~ capacity / (1 + exp(-rate * (hours - midpoint)))", response: "density", observed: 1, noise: "sigma", noiseText: "error", absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 0 },
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
    heap: 5824,
    bytes: "AGFzbQEAAAABPwpgAABgAXwBfGABewF7YAN/f38AYAR/f39/AGAFf39/f38AYAZ/f39/f38AYAN/f3wBfGACf38AYAN/f38BfwMeHQABAgIDAwMDBAQEBAUGBgYGBgYHCAgJCQgIAwQEBQMBAAIHTAgHcHJlcGFyZQAACWxpbmVhcml6ZQAFCXJlc2lkdWFscwAHBGZvbGQAGwZub3JtYWwAHARjb3N0ABoGcmVkdWNlABkGbWVtb3J5AgAK0j4dGAEBe0EA/QoDCP3tASEAQQAgAP0LA4ABC7UDBQF8AX4FfAF+BnwgAEQAAAAAAPCEQGMEfEQAAAAAAFCHwCAAIABEAAAAAABQh8BjGyIERP6CK2VHFVdAokQAAAAAAAA4Q6AiA70iAkIuhiACp0E/cUEDdCkDwCh8vyIBIAEgBCADRAAAAAAAADhDoSIGRAAA+v5CLoY/oqEgBkQ6O568mvccPaKhIgUgBaJEytv/////3z9EyUNVVVVVxT8gBaKgRNabfjxXVaU/REAeF2sSEYE/IAWioCAFIAWioqCiIAWgoqBEAAAAAAAAkDyiBUQAAAAAAFCHwEQAAAAAADCGQCAARAAAAAAAMIZAIABjGyILIAtEAAAAAABQh8BjGyIKRP6CK2VHFVdAokQAAAAAAAA4Q6AiCb0iCEIuhiAIp0E/cUEDdCkDwCh8QoCAgICAgIDgBn2/IgcgByAKIAlEAAAAAAAAOEOhIg1EAAD6/kIuhj+ioSANRDo7nrya9xw9oqEiDCAMokTK2//////fP0TJQ1VVVVXFPyAMoqBE1pt+PFdVpT9EQB4XaxIRgT8gDKKgIAwgDKKioKIgDKCioEQAAAAAAABQQ6ILIQ4gDgsVACAA/SEAEAH9FCAA/SEBEAH9IgELmAIBB3sgAEEA/QoDwCz99wFBAP0KA8gs/fIBQQD9CgPQLP3wASEBIABBAP0KA5At/Un9xAFBA0YEeyAAQQD9CgPALP33ASIEQQD9CgPILP3yAUEA/QoD0Cz98AEiA0Eu/csBIAH9GwJBP3FBA3QgAf0bAEE/cUEDdP1dA8Ao/VcDwCgB/c4BIgIgAiAEIANBAP0KA9As/fEBIgZBAP0KA9gs/fIB/fEBIAZBAP0KA+As/fIB/fEBIgUgBf3yAUEA/QoD6CxBAP0KA/AsIAX98gH98AFBAP0KA/gsQQD9CgOALSAF/fIB/fABIAUgBf3yAf3yAf3wAf3yASAF/fAB/fIB/fABQQD9CgOILf3yAQUgABACCyEHIAcLqgMEA38EewF/DnsgAkEDakF8cUEDdCEDIAAgAUEBbGohBCAAIAFBAmxqIQVBAP0KAwAhBkEA/QoDCCEHQQD9CgMQIQhBAP0AA4ABIQlBACEKA0AgACAKav0AAwAhCyAEIApq/QADACEMIAUgCmr9AAMAIQ0gCyAI/fEBIQ4gCSAO/fIBIQ8gDxADIRAgECER/QwAAAAAAADwPwAAAAAAAPA/IBH98AEhEiAGIBL98wEhE/0MAAAAAAAA8D8AAAAAAADwPyAN/fMBIBL98wEhFCATIBT98gH97QEhFSARIRb9DAAAAAAAAAAAAAAAAAAAAAAiGCAVIBb98gEgFSAY/Uf9UiEXIAogEyAM/fEBIA398wH9CwOAICAKIBT9CwPABiAKIA4gF/3yAf3tAf0LA4APIAogByAX/fIB/QsDwBcgCkEQaiEKIAogA0kNAAsgAkEDcQRAIAJBA3QhCgNAIApEAAAAAAAAAAA5A4AgIApEAAAAAAAAAAA5A8AGIApEAAAAAAAAAAA5A4APIApEAAAAAAAAAAA5A8AXIApBCGohCiAKIANJDQALCwv6BgUBewN/BHsBfxR7/Qz/////////////////////IQMgAkEDakF8cUEDdCEEIAAgAUEBbGohBSAAIAFBAmxqIQZBAP0KAwAhB0EA/QoDCCEIQQD9CgMQIQlBAP0AA4ABIQpBACELA0AgACALav0AAwAhDCAFIAtq/QADACENIAYgC2r9AAMAIQ4gDCAJ/fEBIQ8gCiAP/fIBIRAgEP0MAAAAAABQh8AAAAAAAFCHwP33Af0M/oIrZUcVV0D+gitlRxVXQP3yAf0MAAAAAAAAOEMAAAAAAAA4Q/3wASERIAMgEP0MAAAAAADwhEAAAAAAAPCEQP1J/U4hAyAQ/QwAAAAAAFCHwAAAAAAAUIfA/fcBIhX9DP6CK2VHFVdA/oIrZUcVV0D98gH9DAAAAAAAADhDAAAAAAAAOEP98AEiFEEu/csBIBH9GwJBP3FBA3QgEf0bAEE/cUEDdP1dA8Ao/VcDwCgB/c4BIhMgEyAVIBT9DAAAAAAAADhDAAAAAAAAOEP98QEiF/0MAAD6/kIuhj8AAPr+Qi6GP/3yAf3xASAX/Qw6O568mvccPTo7nrya9xw9/fIB/fEBIhYgFv3yAf0Mytv/////3z/K2//////fP/0MyUNVVVVVxT/JQ1VVVVXFPyAW/fIB/fAB/QzWm348V1WlP9abfjxXVaU//QxAHhdrEhGBP0AeF2sSEYE/IBb98gH98AEgFiAW/fIB/fIB/fAB/fIBIBb98AH98gH98AH9DAAAAAAAAJA8AAAAAAAAkDz98gEhEiASIRj9DAAAAAAAAPA/AAAAAAAA8D8gGP3wASEZIAcgGf3zASEa/QwAAAAAAADwPwAAAAAAAPA/IA798wEgGf3zASEbIBogG/3yAf3tASEcIBghHf0MAAAAAAAAAAAAAAAAAAAAACIfIBwgHf3yASAcIB/9R/1SIR4gCyAaIA398QEgDv3zAf0LA4AgIAsgG/0LA8AGIAsgDyAe/fIB/e0B/QsDgA8gCyAIIB798gH9CwPAFyALQRBqIQsgCyAESQ0ACyAD/cMBRQRAIAAgASACEAQLIAJBA3EEQCACQQN0IQsDQCALRAAAAAAAAAAAOQOAICALRAAAAAAAAAAAOQPABiALRAAAAAAAAAAAOQOADyALRAAAAAAAAAAAOQPAFyALQQhqIQsgCyAESQ0ACwsL8gEEA38EewF/BXsgAkEDakF8cUEDdCEDIAAgAUEBbGohBCAAIAFBAmxqIQVBAP0KAwAhBkEA/QoDCCEHQQD9CgMQIQhBAP0AA4ABIQlBACEKA0AgACAKav0AAwAhCyAEIApq/QADACEMIAUgCmr9AAMAIQ0gCSALIAj98QH98gEhDiAOEAMhDyAKIAb9DAAAAAAAAPA/AAAAAAAA8D8gD/3wAf3zASAM/fEBIA398wH9CwOAICAKQRBqIQogCiADSQ0ACyACQQNxBEAgAkEDdCEKA0AgCkQAAAAAAAAAADkDgCAgCkEIaiEKIAogA0kNAAsLC8IFBQF7A38EewF/C3v9DP////////////////////8hAyACQQNqQXxxQQN0IQQgACABQQFsaiEFIAAgAUECbGohBkEA/QoDACEHQQD9CgMIIQhBAP0KAxAhCUEA/QADgAEhCkEAIQsDQCAAIAtq/QADACEMIAUgC2r9AAMAIQ0gBiALav0AAwAhDiAKIAwgCf3xAf3yASEPIA/9DAAAAAAAUIfAAAAAAABQh8D99wH9DP6CK2VHFVdA/oIrZUcVV0D98gH9DAAAAAAAADhDAAAAAAAAOEP98AEhECADIA/9DAAAAAAA8IRAAAAAAADwhED9Sf1OIQMgD/0MAAAAAABQh8AAAAAAAFCHwP33ASIU/Qz+gitlRxVXQP6CK2VHFVdA/fIB/QwAAAAAAAA4QwAAAAAAADhD/fABIhNBLv3LASAQ/RsCQT9xQQN0IBD9GwBBP3FBA3T9XQPAKP1XA8AoAf3OASISIBIgFCAT/QwAAAAAAAA4QwAAAAAAADhD/fEBIhb9DAAA+v5CLoY/AAD6/kIuhj/98gH98QEgFv0MOjuevJr3HD06O568mvccPf3yAf3xASIVIBX98gH9DMrb/////98/ytv/////3z/9DMlDVVVVVcU/yUNVVVVVxT8gFf3yAf3wAf0M1pt+PFdVpT/Wm348V1WlP/0MQB4XaxIRgT9AHhdrEhGBPyAV/fIB/fABIBUgFf3yAf3yAf3wAf3yASAV/fAB/fIB/fAB/QwAAAAAAACQPAAAAAAAAJA8/fIBIREgCyAH/QwAAAAAAADwPwAAAAAAAPA/IBH98AH98wEgDf3xASAO/fMB/QsDgCAgC0EQaiELIAsgBEkNAAsgA/3DAUUEQCAAIAEgAhAGCyACQQNxBEAgAkEDdCELA0AgC0QAAAAAAAAAADkDgCAgC0EIaiELIAsgBEkNAAsLC8kCBAR/BHsBfwZ7IAEoAgAhBCABKAIEIQUgASgCCCEGIAEoAgwhB0EAIQwDQCAAIAxq/QADACENIAggDSAEIAxq/QADAP3yAf3wASEIIAkgDSAFIAxq/QADAP3yAf3wASEJIAogDSAGIAxq/QADAP3yAf3wASEKIAsgDSAHIAxq/QADAP3yAf3wASELIAAgDGr9AAMQIQ4gCCAOIAQgDGr9AAMQ/fIB/fABIQggCSAOIAUgDGr9AAMQ/fIB/fABIQkgCiAOIAYgDGr9AAMQ/fIB/fABIQogCyAOIAcgDGr9AAMQ/fIB/fABIQsgDEEgaiEMIAwgAkkNAAsgCCEPIAMgD/0hACAP/SEBoDkDACAJIRAgAyAQ/SEAIBD9IQGgOQMIIAohESADIBH9IQAgEf0hAaA5AxAgCyESIAMgEv0hACAS/SEBoDkDGAuTAgQDfwZ7AX8FeyABKAIAIQQgASgCBCEFIAEoAgghBkEAIQ0DQCAAIA1q/QADACEOIAcgDiAEIA1q/QADAP3yAf3wASEHIAggDiAFIA1q/QADAP3yAf3wASEIIAkgDiAGIA1q/QADAP3yAf3wASEJIAAgDWr9AAMQIQ8gCiAPIAQgDWr9AAMQ/fIB/fABIQogCyAPIAUgDWr9AAMQ/fIB/fABIQsgDCAPIAYgDWr9AAMQ/fIB/fABIQwgDUEgaiENIA0gAkkNAAsgByAK/fABIRAgAyAQ/SEAIBD9IQGgOQMAIAggC/3wASERIAMgEf0hACAR/SEBoDkDCCAJIAz98AEhEiADIBL9IQAgEv0hAaA5AxALyQEEAn8EewF/BHsgASgCACEEIAEoAgQhBUEAIQoDQCAAIApq/QADACELIAYgCyAEIApq/QADAP3yAf3wASEGIAcgCyAFIApq/QADAP3yAf3wASEHIAAgCmr9AAMQIQwgCCAMIAQgCmr9AAMQ/fIB/fABIQggCSAMIAUgCmr9AAMQ/fIB/fABIQkgCkEgaiEKIAogAkkNAAsgBiAI/fABIQ0gAyAN/SEAIA39IQGgOQMAIAcgCf3wASEOIAMgDv0hACAO/SEBoDkDCAt/BAF/AnsBfwN7IAEoAgAhBEEAIQcDQCAAIAdq/QADACEIIAUgCCAEIAdq/QADAP3yAf3wASEFIAAgB2r9AAMQIQkgBiAJIAQgB2r9AAMQ/fIB/fABIQYgB0EgaiEHIAcgAkkNAAsgBSAG/fABIQogAyAK/SEAIAr9IQGgOQMAC+gBAQF/QQAhBQJAIAVBBGogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAggBUEEaiEFIAVBBGogAkwNAAsLAkAgBUEDaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCSAFQQNqIQUgBUEDaiACTA0ACwsCQCAFQQJqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAKIAVBAmohBSAFQQJqIAJMDQALCwJAIAVBAWogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAsgBUEBaiEFIAVBAWogAkwNAAsLC9ADEAN/BnsBfwF7AX8BewF/AXsBfwJ7AX8BewF/AXsBfwR7IAIoAgAhBiACKAIEIQcgAigCCCEIIAT9CgMAIQkgBP0KAwghCiAE/QoDECELQQAhDwNAIAAgD2r9AAMAIRAgBiAPaiERIBH9AAMAIAkgEP3yAf3xASESIBEgEv0LAwAgDCASIBL98gH98AEhDCAHIA9qIRMgE/0AAwAgCiAQ/fIB/fEBIRQgEyAU/QsDACANIBIgFP3yAf3wASENIAggD2ohFSAV/QADACALIBD98gH98QEhFiAVIBb9CwMAIA4gEiAW/fIB/fABIQ4gACAPav0AAxAhFyAGIA9qIRggGP0AAxAgCSAX/fIB/fEBIRkgGCAZ/QsDECAMIBkgGf3yAf3wASEMIAcgD2ohGiAa/QADECAKIBf98gH98QEhGyAaIBv9CwMQIA0gGSAb/fIB/fABIQ0gCCAPaiEcIBz9AAMQIAsgF/3yAf3xASEdIBwgHf0LAxAgDiAZIB398gH98AEhDiAPQSBqIQ8gDyADSQ0ACyAMIR4gBSAe/SEAIB79IQGgOQMAIA0hHyAFIB/9IQAgH/0hAaA5AwggDiEgIAUgIP0hACAg/SEBoDkDEAvHAgwCfwR7AX8BewF/AXsBfwJ7AX8BewF/A3sgAigCACEGIAIoAgQhByAE/QoDACEIIAT9CgMIIQlBACEMA0AgACAMav0AAwAhDSAGIAxqIQ4gDv0AAwAgCCAN/fIB/fEBIQ8gDiAP/QsDACAKIA8gD/3yAf3wASEKIAcgDGohECAQ/QADACAJIA398gH98QEhESAQIBH9CwMAIAsgDyAR/fIB/fABIQsgACAMav0AAxAhEiAGIAxqIRMgE/0AAxAgCCAS/fIB/fEBIRQgEyAU/QsDECAKIBQgFP3yAf3wASEKIAcgDGohFSAV/QADECAJIBL98gH98QEhFiAVIBb9CwMQIAsgFCAW/fIB/fABIQsgDEEgaiEMIAwgA0kNAAsgCiEXIAUgF/0hACAX/SEBoDkDACALIRggBSAY/SEAIBj9IQGgOQMIC+YDEAN/BnsBfwJ7AX8BewF/AXsBfwN7AX8BewF/AXsBfwR7IAIoAgAhBiACKAIEIQcgAigCCCEIIAT9CgMAIQkgBP0KAwghCiAE/QoDECELQQAhDwNAIAAgD2r9AAMAIRAgASAPav0AAwAhESAGIA9qIRIgEv0AAwAgCSAQ/fIB/fEBIRMgEiAT/QsDACAMIBEgE/3yAf3wASEMIAcgD2ohFCAU/QADACAKIBD98gH98QEhFSAUIBX9CwMAIA0gESAV/fIB/fABIQ0gCCAPaiEWIBb9AAMAIAsgEP3yAf3xASEXIBYgF/0LAwAgDiARIBf98gH98AEhDiAAIA9q/QADECEYIAEgD2r9AAMQIRkgBiAPaiEaIBr9AAMQIAkgGP3yAf3xASEbIBogG/0LAxAgDCAZIBv98gH98AEhDCAHIA9qIRwgHP0AAxAgCiAY/fIB/fEBIR0gHCAd/QsDECANIBkgHf3yAf3wASENIAggD2ohHiAe/QADECALIBj98gH98QEhHyAeIB/9CwMQIA4gGSAf/fIB/fABIQ4gD0EgaiEPIA8gA0kNAAsgDCEgIAUgIP0hACAg/SEBoDkDACANISEgBSAh/SEAICH9IQGgOQMIIA4hIiAFICL9IQAgIv0hAaA5AxAL3QIMAn8EewF/AnsBfwF7AX8DewF/AXsBfwN7IAIoAgAhBiACKAIEIQcgBP0KAwAhCCAE/QoDCCEJQQAhDANAIAAgDGr9AAMAIQ0gASAMav0AAwAhDiAGIAxqIQ8gD/0AAwAgCCAN/fIB/fEBIRAgDyAQ/QsDACAKIA4gEP3yAf3wASEKIAcgDGohESAR/QADACAJIA398gH98QEhEiARIBL9CwMAIAsgDiAS/fIB/fABIQsgACAMav0AAxAhEyABIAxq/QADECEUIAYgDGohFSAV/QADECAIIBP98gH98QEhFiAVIBb9CwMQIAogFCAW/fIB/fABIQogByAMaiEXIBf9AAMQIAkgE/3yAf3xASEYIBcgGP0LAxAgCyAUIBj98gH98AEhCyAMQSBqIQwgDCADSQ0ACyAKIRkgBSAZ/SEAIBn9IQGgOQMAIAshGiAFIBr9IQAgGv0hAaA5AwgL1AEIAX8CewF/AnsBfwN7AX8CeyACKAIAIQYgBP0KAwAhB0EAIQkDQCAAIAlq/QADACEKIAEgCWr9AAMAIQsgBiAJaiEMIAz9AAMAIAcgCv3yAf3xASENIAwgDf0LAwAgCCALIA398gH98AEhCCAAIAlq/QADECEOIAEgCWr9AAMQIQ8gBiAJaiEQIBD9AAMQIAcgDv3yAf3xASERIBAgEf0LAxAgCCAPIBH98gH98AEhCCAJQSBqIQkgCSADSQ0ACyAIIRIgBSAS/SEAIBL9IQGgOQMAC6QCAQh/IAEoAgAhBiACQQJGBEAgACAGIAEgAyAEIAUQDgUgACAGIAEgAyAEIAUQDUEAIQcCQCAHQQNqIAJBA2tMRQ0AA0AgB0EDaiEIIAhBA3QhCSAAIAYgASAIQQJ0aiADIAQgCWogBSAJahAPIAdBA2ohByAHQQNqIAJBA2tMDQALCwJAIAdBAmogAkEDa0xFDQADQCAHQQNqIQogCkEDdCELIAAgBiABIApBAnRqIAMgBCALaiAFIAtqEBAgB0ECaiEHIAdBAmogAkEDa0wNAAsLAkAgB0EBaiACQQNrTEUNAANAIAdBA2ohDCAMQQN0IQ0gACAGIAEgDEECdGogAyAEIA1qIAUgDWoQESAHQQFqIQcgB0EBaiACQQNrTA0ACwsLC8oBBQF7An8CfAF7AX/9DAAAAAAAAAAAAAAAAAAAAAAhA0EAIQRBACEEA0AgACAEaiEFIAMgBf0AAwD97AH99QEhAyAEQRBqIQQgBCABSQ0ACyAD/SEAIAP9IQGlIQYgBkQAAAAAAAAAAGEEQEQAAAAAAAAAAA8LIAYgAqVEAAAAAAAAEAClvUKAgICAgICA+P8Ag78hByAH/RQhCEEAIQQDQCAAIARqIQkgCSAJ/QADACAI/fMB/QsDACAEQRBqIQQgBCABSQ0ACyAHC8QECgR/AXwBfwF8AX8CfAJ/BHwCfwJ8IABBAWohAkEAIQMCQCAARQ0AQcAAIANBAnRqKAIAQcAAIANBAnRqIAAgA2sgAUHABSADQQN0ahAMQcAFIABBA3RqQQArA4AFOQMAA0BBwAEgAyACbEEDdGohBCAEIANBA3RqIQUgBSsDACEGQcAFIANBA3RqIQdEAAAAAAAA8D8hCEHAACADQQJ0aigCACEJIAcrAwAhCiAGIAaiIAqgIQsgC0RwrIpm/KARemMgCkSE65GkFQvNBWRxRQRAIAkgASAGmRATIQggCEQAAAAAAAAAAGIEQCAGIAijIQZBwAAgA0ECdGooAgBBwAAgA0ECdGogAiADayABQcAFIANBA3RqEAwgBiAGoiAHKwMAoCELCwsgA0EBaiEMIAwgAE4hDSAIRAAAAAAAAAAAYQRAIA1FBEBBwAAgDEECdGooAgBBwAAgDEECdGogAiAMayABQcAFIAxBA3RqEAwLBSALnyEOIA6aIA4gBkQAAAAAAAAAAGQbIQ8gBiAPoSEQRAAAAAAAAPA/IA4gDiAGmaCioyERIAUgDyAIojkDACAMIRIDQCAEIBJBA3RqIRMgEysDACEUIBEgECAUokHABSASQQN0aisDAKCiIRVBgAYgEkEDdGogFTkDACATIBQgFSAQoqE5AwAgEkEBaiESIBIgAkgNAAsgDUUEQCAJQcAAIAxBAnRqIAIgDGsgAUGABiAMQQN0akHABSAMQQN0ahASCwsgDCEDIAwgAEgNAAsLC6cBAQl/IABBAWohAiAAQQhsIQNBACEEA0AgBCACbEEIbCEFIARBCGwhBiAEQQRsIQcgBygCQCAHQcAAaiAAIARrIAEgBkHABWoQDCAGIQgCQANAIAggA08NASAFIAhqIQkgCSAJKwOABCAIKwPABaA5A4AEIAhBCGohCAwACwsgBSADaiEKIAogCisDgAQgBisDgAWgOQOABCAEQQFqIQQgBCAATA0ACwuNAQMFfwF8AX9BACEDQQAhBANAIAAgBEEEbGooAgAhBUEAIQZBACEHA0AgBSAHaisDACEIIAYgCCAIoUQAAAAAAAAAAGJqIQYgB0EIaiEHIAcgAkkNAAtBAEEIIAQgAUYbIQkgCSAJKwPAAyAGuKA5A8ADIAMgBnIhAyAEQQFqIQQgBCABTA0ACyADQQBHC7wBAwJ/BHwBf0EAIQMgAUEIbCEERAAAAAAAAAAAIQUDQEQAAAAAAADgP0QAAAAAAADwPyADIARGGyADKwOABaIhBiADKwPAAiEHIAcgBqAhCCADIAg5A8ACIAMgAysDgAMgByAIoSAGoCAGIAihIAegIAeZIAaZZhugOQOAAyAFIAZEAAAAAAAAAACioCEFIANBCGohAyADIARNDQALIAVEAAAAAAAAAABhBH9BAQUgACABIAIQFkULIQkgCQsdAEHAACAAQQJ0aigCAEHAACAAQQFqIAFBgAUQDAsOACAAIAEQGCAAIAEQFAtuAQV/IAIhA0EAIQQCQANAIANBAEwNASADQYABIANBgAFIGyEFIAAgBGogASAFEAcgBUEDakF8cUEDdEEBbCEGQYAgQZgtQQEgBkGABRAMQZgtQQAgBhAXIQcgA0GAAWshAyAEQYAIaiEEDAALCwtsAQR/IAIhBEEAIQUCQANAIARBAEwNASAEQYABIARBgAFIGyEGIAAgBWogASAGEAUgBkEDakF8cUEDdEEBbCEHIAMgBxAYQcAAIAMgBxAXBEAgAyAHEBQLIARBgAFrIQQgBUGACGohBQwACwsLbAEEfyACIQRBACEFAkADQCAEQQBMDQEgBEGAASAEQYABSBshBiAAIAVqIAEgBhAFIAZBA2pBfHFBA3RBAWwhByADIAcQGEHAACADIAcQFwRAIAMgBxAVCyAEQYABayEEIAVBgAhqIQUMAAsLCwvkBAEAQcAoC9wEAAAAAAAAUENhgHc+muxPQ3SFFdOw2U9DyJt1GEXHT0MPiflsWLVPQ6LR0zLso09DUVsS0AGTT0PgLamumoJPQ3tRfTy4ck9Ddctv61tjT0OquWgxh1RPQ9aMYog7Rk9DOGJ1bno4T0PdfOJlRStPQ+HeH/WdHk9DCwPkpoUST0MVtzEK/gZPQ/8WZLII/E5Dy6k6N6fxTkP3n+U02+dOQyI0Ekym3k5DKi73IQrWTkMtiWFgCM5OQ9A8wbWixk5DJyo21dq/TkOnLJ12srlOQ4JPnVYrtE5D2ie1NkevTkMpVEjdB6tOQ0ghrRVvp05DhVU6sH6kTkMlIlWCOKJOQ807f2aeoE5DLxplPLKfTkN0X+zodZ9OQ8lnQlbrn05DhwHrcxShTkNiTs8286JOQxPOTJmJpU5D7ZJEm9moTkPboCpC5axOQzZ3FZmusU5D5cXNsDe3TkNQTt6fgr1OQ5Dwo4KRxE5DZeVde2bMTkNdJT6yA9VOQ7/9eVVr3k5DrdNamZ/oTkP7FU+4ovNOQ0de+/J2/05D0sFLkB4MT0OcUoXdmxlPQ0vRVy7xJ09DaZDv3CA3T0N8iQdKLUdPQ4ek+9wYWE9DhTLbA+ZpT0Nfm3szl3xPQ/Y/i+cukE9D2pCkoq+kT0MnWmHuG7pPQ0BFblt20E9D2JCegcHnT0MAAAAAAFCHwP6CK2VHFVdAAAAAAAAAOEMAAPr+Qi6GPzo7nrya9xw9ytv/////3z/JQ1VVVVXFP9abfjxXVaU/QB4XaxIRgT8AAAAAAACQPAAAAAAA8IRAABAAAA==",
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
