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
    { kind: "fit", text: "fit y ~ A * exp(-k * t) + c", response: "y", observed: 1, noise: "none", noiseText: "", absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 0 },
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
    heap: 5824,
    bytes: "AGFzbQEAAAABPwpgAABgAXwBfGABewF7YAN/f38AYAR/f39/AGAFf39/f38AYAZ/f39/f38AYAN/f3wBfGACf38AYAN/f38BfwMeHQABAgIDAwMDBAQEBAUGBgYGBgYHCAgJCQgIAwQEBQMBAAIHTAgHcHJlcGFyZQAACWxpbmVhcml6ZQAFCXJlc2lkdWFscwAHBGZvbGQAGwZub3JtYWwAHARjb3N0ABoGcmVkdWNlABkGbWVtb3J5AgAK9jsdGAEBe0EA/QoDCP3tASEAQQAgAP0LA4ABC7UDBQF8AX4FfAF+BnwgAEQAAAAAAPCEQGMEfEQAAAAAAFCHwCAAIABEAAAAAABQh8BjGyIERP6CK2VHFVdAokQAAAAAAAA4Q6AiA70iAkIuhiACp0E/cUEDdCkDwCh8vyIBIAEgBCADRAAAAAAAADhDoSIGRAAA+v5CLoY/oqEgBkQ6O568mvccPaKhIgUgBaJEytv/////3z9EyUNVVVVVxT8gBaKgRNabfjxXVaU/REAeF2sSEYE/IAWioCAFIAWioqCiIAWgoqBEAAAAAAAAkDyiBUQAAAAAAFCHwEQAAAAAADCGQCAARAAAAAAAMIZAIABjGyILIAtEAAAAAABQh8BjGyIKRP6CK2VHFVdAokQAAAAAAAA4Q6AiCb0iCEIuhiAIp0E/cUEDdCkDwCh8QoCAgICAgIDgBn2/IgcgByAKIAlEAAAAAAAAOEOhIg1EAAD6/kIuhj+ioSANRDo7nrya9xw9oqEiDCAMokTK2//////fP0TJQ1VVVVXFPyAMoqBE1pt+PFdVpT9EQB4XaxIRgT8gDKKgIAwgDKKioKIgDKCioEQAAAAAAABQQ6ILIQ4gDgsVACAA/SEAEAH9FCAA/SEBEAH9IgELmAIBB3sgAEEA/QoDwCz99wFBAP0KA8gs/fIBQQD9CgPQLP3wASEBIABBAP0KA5At/Un9xAFBA0YEeyAAQQD9CgPALP33ASIEQQD9CgPILP3yAUEA/QoD0Cz98AEiA0Eu/csBIAH9GwJBP3FBA3QgAf0bAEE/cUEDdP1dA8Ao/VcDwCgB/c4BIgIgAiAEIANBAP0KA9As/fEBIgZBAP0KA9gs/fIB/fEBIAZBAP0KA+As/fIB/fEBIgUgBf3yAUEA/QoD6CxBAP0KA/AsIAX98gH98AFBAP0KA/gsQQD9CgOALSAF/fIB/fABIAUgBf3yAf3yAf3wAf3yASAF/fAB/fIB/fABQQD9CgOILf3yAQUgABACCyEHIAcLqwIEAn8EewF/BnsgAkEDakF8cUEDdCEDIAAgAUEBbGohBEEA/QoDACEFQQD9CgMIIQZBAP0KAxAhB0EA/QADgAEhCEEAIQkDQCAAIAlq/QADACEKIAQgCWr9AAMAIQsgCCAK/fIBIQwgDBADIQ0gDSEOIAUgDv3yASEPIAkgDyAH/fABIAv98QH9CwOAICAJIA79CwPABiAJIAogD/3yAf3tAf0LA4APIAn9DAAAAAAAAPA/AAAAAAAA8D/9CwPAFyAJQRBqIQkgCSADSQ0ACyACQQNxBEAgAkEDdCEJA0AgCUQAAAAAAAAAADkDgCAgCUQAAAAAAAAAADkDwAYgCUQAAAAAAAAAADkDgA8gCUQAAAAAAAAAADkDwBcgCUEIaiEJIAkgA0kNAAsLC/sFBQF7An8EewF/DHv9DP////////////////////8hAyACQQNqQXxxQQN0IQQgACABQQFsaiEFQQD9CgMAIQZBAP0KAwghB0EA/QoDECEIQQD9AAOAASEJQQAhCgNAIAAgCmr9AAMAIQsgBSAKav0AAwAhDCAJIAv98gEhDSAN/QwAAAAAAFCHwAAAAAAAUIfA/fcB/Qz+gitlRxVXQP6CK2VHFVdA/fIB/QwAAAAAAAA4QwAAAAAAADhD/fABIQ4gAyAN/QwAAAAAAPCEQAAAAAAA8IRA/Un9TiEDIA39DAAAAAAAUIfAAAAAAABQh8D99wEiEv0M/oIrZUcVV0D+gitlRxVXQP3yAf0MAAAAAAAAOEMAAAAAAAA4Q/3wASIRQS79ywEgDv0bAkE/cUEDdCAO/RsAQT9xQQN0/V0DwCj9VwPAKAH9zgEiECAQIBIgEf0MAAAAAAAAOEMAAAAAAAA4Q/3xASIU/QwAAPr+Qi6GPwAA+v5CLoY//fIB/fEBIBT9DDo7nrya9xw9OjuevJr3HD398gH98QEiEyAT/fIB/QzK2//////fP8rb/////98//QzJQ1VVVVXFP8lDVVVVVcU/IBP98gH98AH9DNabfjxXVaU/1pt+PFdVpT/9DEAeF2sSEYE/QB4XaxIRgT8gE/3yAf3wASATIBP98gH98gH98AH98gEgE/3wAf3yAf3wAf0MAAAAAAAAkDwAAAAAAACQPP3yASEPIA8hFSAGIBX98gEhFiAKIBYgCP3wASAM/fEB/QsDgCAgCiAV/QsDwAYgCiALIBb98gH97QH9CwOADyAK/QwAAAAAAADwPwAAAAAAAPA//QsDwBcgCkEQaiEKIAogBEkNAAsgA/3DAUUEQCAAIAEgAhAECyACQQNxBEAgAkEDdCEKA0AgCkQAAAAAAAAAADkDgCAgCkQAAAAAAAAAADkDwAYgCkQAAAAAAAAAADkDgA8gCkQAAAAAAAAAADkDwBcgCkEIaiEKIAogBEkNAAsLC8MBBAJ/BHsBfwR7IAJBA2pBfHFBA3QhAyAAIAFBAWxqIQRBAP0KAwAhBUEA/QoDCCEGQQD9CgMQIQdBAP0AA4ABIQhBACEJA0AgACAJav0AAwAhCiAEIAlq/QADACELIAggCv3yASEMIAwQAyENIAkgBSAN/fIBIAf98AEgC/3xAf0LA4AgIAlBEGohCSAJIANJDQALIAJBA3EEQCACQQN0IQkDQCAJRAAAAAAAAAAAOQOAICAJQQhqIQkgCSADSQ0ACwsLkwUFAXsCfwR7AX8Ke/0M/////////////////////yEDIAJBA2pBfHFBA3QhBCAAIAFBAWxqIQVBAP0KAwAhBkEA/QoDCCEHQQD9CgMQIQhBAP0AA4ABIQlBACEKA0AgACAKav0AAwAhCyAFIApq/QADACEMIAkgC/3yASENIA39DAAAAAAAUIfAAAAAAABQh8D99wH9DP6CK2VHFVdA/oIrZUcVV0D98gH9DAAAAAAAADhDAAAAAAAAOEP98AEhDiADIA39DAAAAAAA8IRAAAAAAADwhED9Sf1OIQMgDf0MAAAAAABQh8AAAAAAAFCHwP33ASIS/Qz+gitlRxVXQP6CK2VHFVdA/fIB/QwAAAAAAAA4QwAAAAAAADhD/fABIhFBLv3LASAO/RsCQT9xQQN0IA79GwBBP3FBA3T9XQPAKP1XA8AoAf3OASIQIBAgEiAR/QwAAAAAAAA4QwAAAAAAADhD/fEBIhT9DAAA+v5CLoY/AAD6/kIuhj/98gH98QEgFP0MOjuevJr3HD06O568mvccPf3yAf3xASITIBP98gH9DMrb/////98/ytv/////3z/9DMlDVVVVVcU/yUNVVVVVxT8gE/3yAf3wAf0M1pt+PFdVpT/Wm348V1WlP/0MQB4XaxIRgT9AHhdrEhGBPyAT/fIB/fABIBMgE/3yAf3yAf3wAf3yASAT/fAB/fIB/fAB/QwAAAAAAACQPAAAAAAAAJA8/fIBIQ8gCiAGIA/98gEgCP3wASAM/fEB/QsDgCAgCkEQaiEKIAogBEkNAAsgA/3DAUUEQCAAIAEgAhAGCyACQQNxBEAgAkEDdCEKA0AgCkQAAAAAAAAAADkDgCAgCkEIaiEKIAogBEkNAAsLC8kCBAR/BHsBfwZ7IAEoAgAhBCABKAIEIQUgASgCCCEGIAEoAgwhB0EAIQwDQCAAIAxq/QADACENIAggDSAEIAxq/QADAP3yAf3wASEIIAkgDSAFIAxq/QADAP3yAf3wASEJIAogDSAGIAxq/QADAP3yAf3wASEKIAsgDSAHIAxq/QADAP3yAf3wASELIAAgDGr9AAMQIQ4gCCAOIAQgDGr9AAMQ/fIB/fABIQggCSAOIAUgDGr9AAMQ/fIB/fABIQkgCiAOIAYgDGr9AAMQ/fIB/fABIQogCyAOIAcgDGr9AAMQ/fIB/fABIQsgDEEgaiEMIAwgAkkNAAsgCCEPIAMgD/0hACAP/SEBoDkDACAJIRAgAyAQ/SEAIBD9IQGgOQMIIAohESADIBH9IQAgEf0hAaA5AxAgCyESIAMgEv0hACAS/SEBoDkDGAuTAgQDfwZ7AX8FeyABKAIAIQQgASgCBCEFIAEoAgghBkEAIQ0DQCAAIA1q/QADACEOIAcgDiAEIA1q/QADAP3yAf3wASEHIAggDiAFIA1q/QADAP3yAf3wASEIIAkgDiAGIA1q/QADAP3yAf3wASEJIAAgDWr9AAMQIQ8gCiAPIAQgDWr9AAMQ/fIB/fABIQogCyAPIAUgDWr9AAMQ/fIB/fABIQsgDCAPIAYgDWr9AAMQ/fIB/fABIQwgDUEgaiENIA0gAkkNAAsgByAK/fABIRAgAyAQ/SEAIBD9IQGgOQMAIAggC/3wASERIAMgEf0hACAR/SEBoDkDCCAJIAz98AEhEiADIBL9IQAgEv0hAaA5AxALyQEEAn8EewF/BHsgASgCACEEIAEoAgQhBUEAIQoDQCAAIApq/QADACELIAYgCyAEIApq/QADAP3yAf3wASEGIAcgCyAFIApq/QADAP3yAf3wASEHIAAgCmr9AAMQIQwgCCAMIAQgCmr9AAMQ/fIB/fABIQggCSAMIAUgCmr9AAMQ/fIB/fABIQkgCkEgaiEKIAogAkkNAAsgBiAI/fABIQ0gAyAN/SEAIA39IQGgOQMAIAcgCf3wASEOIAMgDv0hACAO/SEBoDkDCAt/BAF/AnsBfwN7IAEoAgAhBEEAIQcDQCAAIAdq/QADACEIIAUgCCAEIAdq/QADAP3yAf3wASEFIAAgB2r9AAMQIQkgBiAJIAQgB2r9AAMQ/fIB/fABIQYgB0EgaiEHIAcgAkkNAAsgBSAG/fABIQogAyAK/SEAIAr9IQGgOQMAC+gBAQF/QQAhBQJAIAVBBGogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAggBUEEaiEFIAVBBGogAkwNAAsLAkAgBUEDaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCSAFQQNqIQUgBUEDaiACTA0ACwsCQCAFQQJqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAKIAVBAmohBSAFQQJqIAJMDQALCwJAIAVBAWogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAsgBUEBaiEFIAVBAWogAkwNAAsLC9ADEAN/BnsBfwF7AX8BewF/AXsBfwJ7AX8BewF/AXsBfwR7IAIoAgAhBiACKAIEIQcgAigCCCEIIAT9CgMAIQkgBP0KAwghCiAE/QoDECELQQAhDwNAIAAgD2r9AAMAIRAgBiAPaiERIBH9AAMAIAkgEP3yAf3xASESIBEgEv0LAwAgDCASIBL98gH98AEhDCAHIA9qIRMgE/0AAwAgCiAQ/fIB/fEBIRQgEyAU/QsDACANIBIgFP3yAf3wASENIAggD2ohFSAV/QADACALIBD98gH98QEhFiAVIBb9CwMAIA4gEiAW/fIB/fABIQ4gACAPav0AAxAhFyAGIA9qIRggGP0AAxAgCSAX/fIB/fEBIRkgGCAZ/QsDECAMIBkgGf3yAf3wASEMIAcgD2ohGiAa/QADECAKIBf98gH98QEhGyAaIBv9CwMQIA0gGSAb/fIB/fABIQ0gCCAPaiEcIBz9AAMQIAsgF/3yAf3xASEdIBwgHf0LAxAgDiAZIB398gH98AEhDiAPQSBqIQ8gDyADSQ0ACyAMIR4gBSAe/SEAIB79IQGgOQMAIA0hHyAFIB/9IQAgH/0hAaA5AwggDiEgIAUgIP0hACAg/SEBoDkDEAvHAgwCfwR7AX8BewF/AXsBfwJ7AX8BewF/A3sgAigCACEGIAIoAgQhByAE/QoDACEIIAT9CgMIIQlBACEMA0AgACAMav0AAwAhDSAGIAxqIQ4gDv0AAwAgCCAN/fIB/fEBIQ8gDiAP/QsDACAKIA8gD/3yAf3wASEKIAcgDGohECAQ/QADACAJIA398gH98QEhESAQIBH9CwMAIAsgDyAR/fIB/fABIQsgACAMav0AAxAhEiAGIAxqIRMgE/0AAxAgCCAS/fIB/fEBIRQgEyAU/QsDECAKIBQgFP3yAf3wASEKIAcgDGohFSAV/QADECAJIBL98gH98QEhFiAVIBb9CwMQIAsgFCAW/fIB/fABIQsgDEEgaiEMIAwgA0kNAAsgCiEXIAUgF/0hACAX/SEBoDkDACALIRggBSAY/SEAIBj9IQGgOQMIC+YDEAN/BnsBfwJ7AX8BewF/AXsBfwN7AX8BewF/AXsBfwR7IAIoAgAhBiACKAIEIQcgAigCCCEIIAT9CgMAIQkgBP0KAwghCiAE/QoDECELQQAhDwNAIAAgD2r9AAMAIRAgASAPav0AAwAhESAGIA9qIRIgEv0AAwAgCSAQ/fIB/fEBIRMgEiAT/QsDACAMIBEgE/3yAf3wASEMIAcgD2ohFCAU/QADACAKIBD98gH98QEhFSAUIBX9CwMAIA0gESAV/fIB/fABIQ0gCCAPaiEWIBb9AAMAIAsgEP3yAf3xASEXIBYgF/0LAwAgDiARIBf98gH98AEhDiAAIA9q/QADECEYIAEgD2r9AAMQIRkgBiAPaiEaIBr9AAMQIAkgGP3yAf3xASEbIBogG/0LAxAgDCAZIBv98gH98AEhDCAHIA9qIRwgHP0AAxAgCiAY/fIB/fEBIR0gHCAd/QsDECANIBkgHf3yAf3wASENIAggD2ohHiAe/QADECALIBj98gH98QEhHyAeIB/9CwMQIA4gGSAf/fIB/fABIQ4gD0EgaiEPIA8gA0kNAAsgDCEgIAUgIP0hACAg/SEBoDkDACANISEgBSAh/SEAICH9IQGgOQMIIA4hIiAFICL9IQAgIv0hAaA5AxAL3QIMAn8EewF/AnsBfwF7AX8DewF/AXsBfwN7IAIoAgAhBiACKAIEIQcgBP0KAwAhCCAE/QoDCCEJQQAhDANAIAAgDGr9AAMAIQ0gASAMav0AAwAhDiAGIAxqIQ8gD/0AAwAgCCAN/fIB/fEBIRAgDyAQ/QsDACAKIA4gEP3yAf3wASEKIAcgDGohESAR/QADACAJIA398gH98QEhEiARIBL9CwMAIAsgDiAS/fIB/fABIQsgACAMav0AAxAhEyABIAxq/QADECEUIAYgDGohFSAV/QADECAIIBP98gH98QEhFiAVIBb9CwMQIAogFCAW/fIB/fABIQogByAMaiEXIBf9AAMQIAkgE/3yAf3xASEYIBcgGP0LAxAgCyAUIBj98gH98AEhCyAMQSBqIQwgDCADSQ0ACyAKIRkgBSAZ/SEAIBn9IQGgOQMAIAshGiAFIBr9IQAgGv0hAaA5AwgL1AEIAX8CewF/AnsBfwN7AX8CeyACKAIAIQYgBP0KAwAhB0EAIQkDQCAAIAlq/QADACEKIAEgCWr9AAMAIQsgBiAJaiEMIAz9AAMAIAcgCv3yAf3xASENIAwgDf0LAwAgCCALIA398gH98AEhCCAAIAlq/QADECEOIAEgCWr9AAMQIQ8gBiAJaiEQIBD9AAMQIAcgDv3yAf3xASERIBAgEf0LAxAgCCAPIBH98gH98AEhCCAJQSBqIQkgCSADSQ0ACyAIIRIgBSAS/SEAIBL9IQGgOQMAC6QCAQh/IAEoAgAhBiACQQJGBEAgACAGIAEgAyAEIAUQDgUgACAGIAEgAyAEIAUQDUEAIQcCQCAHQQNqIAJBA2tMRQ0AA0AgB0EDaiEIIAhBA3QhCSAAIAYgASAIQQJ0aiADIAQgCWogBSAJahAPIAdBA2ohByAHQQNqIAJBA2tMDQALCwJAIAdBAmogAkEDa0xFDQADQCAHQQNqIQogCkEDdCELIAAgBiABIApBAnRqIAMgBCALaiAFIAtqEBAgB0ECaiEHIAdBAmogAkEDa0wNAAsLAkAgB0EBaiACQQNrTEUNAANAIAdBA2ohDCAMQQN0IQ0gACAGIAEgDEECdGogAyAEIA1qIAUgDWoQESAHQQFqIQcgB0EBaiACQQNrTA0ACwsLC8oBBQF7An8CfAF7AX/9DAAAAAAAAAAAAAAAAAAAAAAhA0EAIQRBACEEA0AgACAEaiEFIAMgBf0AAwD97AH99QEhAyAEQRBqIQQgBCABSQ0ACyAD/SEAIAP9IQGlIQYgBkQAAAAAAAAAAGEEQEQAAAAAAAAAAA8LIAYgAqVEAAAAAAAAEAClvUKAgICAgICA+P8Ag78hByAH/RQhCEEAIQQDQCAAIARqIQkgCSAJ/QADACAI/fMB/QsDACAEQRBqIQQgBCABSQ0ACyAHC8QECgR/AXwBfwF8AX8CfAJ/BHwCfwJ8IABBAWohAkEAIQMCQCAARQ0AQcAAIANBAnRqKAIAQcAAIANBAnRqIAAgA2sgAUHABSADQQN0ahAMQcAFIABBA3RqQQArA4AFOQMAA0BBwAEgAyACbEEDdGohBCAEIANBA3RqIQUgBSsDACEGQcAFIANBA3RqIQdEAAAAAAAA8D8hCEHAACADQQJ0aigCACEJIAcrAwAhCiAGIAaiIAqgIQsgC0RwrIpm/KARemMgCkSE65GkFQvNBWRxRQRAIAkgASAGmRATIQggCEQAAAAAAAAAAGIEQCAGIAijIQZBwAAgA0ECdGooAgBBwAAgA0ECdGogAiADayABQcAFIANBA3RqEAwgBiAGoiAHKwMAoCELCwsgA0EBaiEMIAwgAE4hDSAIRAAAAAAAAAAAYQRAIA1FBEBBwAAgDEECdGooAgBBwAAgDEECdGogAiAMayABQcAFIAxBA3RqEAwLBSALnyEOIA6aIA4gBkQAAAAAAAAAAGQbIQ8gBiAPoSEQRAAAAAAAAPA/IA4gDiAGmaCioyERIAUgDyAIojkDACAMIRIDQCAEIBJBA3RqIRMgEysDACEUIBEgECAUokHABSASQQN0aisDAKCiIRVBgAYgEkEDdGogFTkDACATIBQgFSAQoqE5AwAgEkEBaiESIBIgAkgNAAsgDUUEQCAJQcAAIAxBAnRqIAIgDGsgAUGABiAMQQN0akHABSAMQQN0ahASCwsgDCEDIAwgAEgNAAsLC6cBAQl/IABBAWohAiAAQQhsIQNBACEEA0AgBCACbEEIbCEFIARBCGwhBiAEQQRsIQcgBygCQCAHQcAAaiAAIARrIAEgBkHABWoQDCAGIQgCQANAIAggA08NASAFIAhqIQkgCSAJKwOABCAIKwPABaA5A4AEIAhBCGohCAwACwsgBSADaiEKIAogCisDgAQgBisDgAWgOQOABCAEQQFqIQQgBCAATA0ACwuNAQMFfwF8AX9BACEDQQAhBANAIAAgBEEEbGooAgAhBUEAIQZBACEHA0AgBSAHaisDACEIIAYgCCAIoUQAAAAAAAAAAGJqIQYgB0EIaiEHIAcgAkkNAAtBAEEIIAQgAUYbIQkgCSAJKwPAAyAGuKA5A8ADIAMgBnIhAyAEQQFqIQQgBCABTA0ACyADQQBHC7wBAwJ/BHwBf0EAIQMgAUEIbCEERAAAAAAAAAAAIQUDQEQAAAAAAADgP0QAAAAAAADwPyADIARGGyADKwOABaIhBiADKwPAAiEHIAcgBqAhCCADIAg5A8ACIAMgAysDgAMgByAIoSAGoCAGIAihIAegIAeZIAaZZhugOQOAAyAFIAZEAAAAAAAAAACioCEFIANBCGohAyADIARNDQALIAVEAAAAAAAAAABhBH9BAQUgACABIAIQFkULIQkgCQsdAEHAACAAQQJ0aigCAEHAACAAQQFqIAFBgAUQDAsOACAAIAEQGCAAIAEQFAtuAQV/IAIhA0EAIQQCQANAIANBAEwNASADQYABIANBgAFIGyEFIAAgBGogASAFEAcgBUEDakF8cUEDdEEBbCEGQYAgQZgtQQEgBkGABRAMQZgtQQAgBhAXIQcgA0GAAWshAyAEQYAIaiEEDAALCwtsAQR/IAIhBEEAIQUCQANAIARBAEwNASAEQYABIARBgAFIGyEGIAAgBWogASAGEAUgBkEDakF8cUEDdEEBbCEHIAMgBxAYQcAAIAMgBxAXBEAgAyAHEBQLIARBgAFrIQQgBUGACGohBQwACwsLbAEEfyACIQRBACEFAkADQCAEQQBMDQEgBEGAASAEQYABSBshBiAAIAVqIAEgBhAFIAZBA2pBfHFBA3RBAWwhByADIAcQGEHAACADIAcQFwRAIAMgBxAVCyAEQYABayEEIAVBgAhqIQUMAAsLCwvkBAEAQcAoC9wEAAAAAAAAUENhgHc+muxPQ3SFFdOw2U9DyJt1GEXHT0MPiflsWLVPQ6LR0zLso09DUVsS0AGTT0PgLamumoJPQ3tRfTy4ck9Ddctv61tjT0OquWgxh1RPQ9aMYog7Rk9DOGJ1bno4T0PdfOJlRStPQ+HeH/WdHk9DCwPkpoUST0MVtzEK/gZPQ/8WZLII/E5Dy6k6N6fxTkP3n+U02+dOQyI0Ekym3k5DKi73IQrWTkMtiWFgCM5OQ9A8wbWixk5DJyo21dq/TkOnLJ12srlOQ4JPnVYrtE5D2ie1NkevTkMpVEjdB6tOQ0ghrRVvp05DhVU6sH6kTkMlIlWCOKJOQ807f2aeoE5DLxplPLKfTkN0X+zodZ9OQ8lnQlbrn05DhwHrcxShTkNiTs8286JOQxPOTJmJpU5D7ZJEm9moTkPboCpC5axOQzZ3FZmusU5D5cXNsDe3TkNQTt6fgr1OQ5Dwo4KRxE5DZeVde2bMTkNdJT6yA9VOQ7/9eVVr3k5DrdNamZ/oTkP7FU+4ovNOQ0de+/J2/05D0sFLkB4MT0OcUoXdmxlPQ0vRVy7xJ09DaZDv3CA3T0N8iQdKLUdPQ4ek+9wYWE9DhTLbA+ZpT0Nfm3szl3xPQ/Y/i+cukE9D2pCkoq+kT0MnWmHuG7pPQ0BFblt20E9D2JCegcHnT0MAAAAAAFCHwP6CK2VHFVdAAAAAAAAAOEMAAPr+Qi6GPzo7nrya9xw9ytv/////3z/JQ1VVVVXFP9abfjxXVaU/QB4XaxIRgT8AAAAAAACQPAAAAAAA8IRAABAAAA==",
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
