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
    { kind: "fit", text: "fit density ~ capacity / (1 + exp(-rate * (hours - midpoint)))", response: "density", observed: 1, noise: "sigma", noiseText: "error", noiseColumn: 2, absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 0 },
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
    layout: { params: 0, table: 64, factor: 192, sums: 288, errors: 320, bad: 352, panel: 1600, panelColumnBytes: 4160, driver: 512 },
    columns: [0, 1, 2],
    imports: [],
    heap: 20416,
    bytes: "AGFzbQEAAAABPwpgAABgAXwBfGABewF7YAN/f38AYAR/f39/AGAFf39/f38AYAZ/f39/f38AYAN/f3wBfGACf38AYAN/f38BfwMeHQABAgIDAwMDBAQEBAUGBgYGBgYHCAgJCQgIAwQEBQMBAAIHTAgHcHJlcGFyZQAACWxpbmVhcml6ZQAFCXJlc2lkdWFscwAHBGZvbGQAGwZub3JtYWwAHARjb3N0ABoGcmVkdWNlABkGbWVtb3J5AgAK8UMdSQIBfwF7QcABIQADQCAA/QwAAAAAAAAAAAAAAAAAAAAA/QsDACAAQRBqIQAgAEGABEkNAAtBAP0KAwj97QEhAUEAIAH9CwOAAQutAwUCfAF/BnwBfwR8RAAAAAAAUIfAIAAgAEQAAAAAAFCHwGMbIQEgAUT+gitlRxV3QKJEAAAAAAAAOEOgIQIgAr2nQf8BcUEDdCEDIABEAAAAAADwhEBjBHwgAr1CLIYgAykDwI4BfL8iBCAEIAEgAkQAAAAAAAA4Q6EiBkQAAPj+Qi5mP6KhIAZEtOPJq3nPMT2ioSIFIAWiRNT//////98/RBYx2HFVVcU/IAWioEQpcZF2VVWlPyAFIAWioqCiIAWgoqBEAAAAAAAAkDyiBUQAAAAAAFCHwEQAAAAAADCGQCAARAAAAAAAMIZAIABjGyIIIAhEAAAAAABQh8BjGyEHIAdE/oIrZUcVd0CiRAAAAAAAADhDoCEJIAm9p0H/AXFBA3QhCiAJvUIshiAKKQPAjgF8QoCAgICAgIDgBn2/IgsgCyAHIAlEAAAAAAAAOEOhIg1EAAD4/kIuZj+ioSANRLTjyat5zzE9oqEiDCAMokTU///////fP0QWMdhxVVXFPyAMoqBEKXGRdlVVpT8gDCAMoqKgoiAMoKKgRAAAAAAAAFBDogshDiAOCxUAIAD9IQAQAf0UIAD9IQEQAf0iAQuGAgMCewJ/BHsgAEEA/QoDwJ4B/fcBIQEgAUEA/QoDyJ4B/fIBQQD9CgPQngH98AEhAiAC/RsAQf8BcUEDdCEDIAL9GwJB/wFxQQN0IQQgAEEA/QoDiJ8B/Un9xAFBA0YEeyACQSz9ywEgBCAD/V0DwI4B/VcDwI4BAf3OASIFIAUgASACQQD9CgPQngH98QEiB0EA/QoD4J4B/fIB/fEBIAdBAP0KA9ieAf3yAf3xASIGIAb98gFBAP0KA+ieAUEA/QoD8J4BIAb98gH98AFBAP0KA/ieASAGIAb98gH98gH98AH98gEgBv3wAf3yAf3wAUEA/QoDgJ8B/fIBBSAAEAILIQggCAu6AwQDfwR7AX8SeyACQQNqQXxxQQN0IQMgACABQQFsaiEEIAAgAUECbGohBUEA/QoDACEGQQD9CgMIIQdBAP0KAxAhCEEA/QADgAEhCUEAIQoDQCAAIApq/QADACELIAQgCmr9AAMAIQwgBSAKav0AAwAhDSALIAj98QEhDiAJIA798gEhDyAPEAMhECAQIRH9DAAAAAAAAPA/AAAAAAAA8D8gEf3wASESIAYgEv3zASET/QwAAAAAAADwPwAAAAAAAPA/IA398wEgEv3zASEUIBMgFP3yAf3tASEVIBEhFv0MAAAAAAAAAAAAAAAAAAAAACIYIBUgFv3yASAVIBj9R/1SIRcgEyAM/fEBIA398wEhGSAUIRogDiAX/fIB/e0BIRsgByAX/fIBIRwgCiAZ/QsDgG4gCiAa/QsDwAwgCiAb/QsDgC0gCiAc/QsDwE0gCkEQaiEKIAogA0kNAAsgAkEDcQRAIAJBA3QhCgNAIApEAAAAAAAAAAA5A4BuIApEAAAAAAAAAAA5A8AMIApEAAAAAAAAAAA5A4AtIApEAAAAAAAAAAA5A8BNIApBCGohCiAKIANJDQALCwuECgkBewN/BHsBfxB7An8NewJ/G3v9DP////////////////////8hA/0MAAAAAABQh8AAAAAAAFCHwCEV/Qz+gitlRxV3QP6CK2VHFXdAIRf9DAAAAAAAADhDAAAAAAAAOEMhGP0MtOPJq3nPMT2048mrec8xPSEa/QwAAPj+Qi5mPwAA+P5CLmY/IRv9DNT//////98/1P//////3z8hHv0MFjHYcVVVxT8WMdhxVVXFPyEf/QwpcZF2VVWlPylxkXZVVaU/ISD9DAAAAAAAAJA8AAAAAAAAkDwhISACQQNqQXxxQQN0IQQgACABQQFsaiEFIAAgAUECbGohBkEA/QoDACEHQQD9CgMIIQhBAP0KAxAhCUEA/QADgAEhCkEAIQsDQCAAIAtq/QADACEMIAUgC2r9AAMAIQ0gBiALav0AAwAhDiAAIAtq/QADECEPIAUgC2r9AAMQIRAgBiALav0AAxAhESAMIAn98QEhEiAPIAn98QEhEyAKIBL98gEhFCAUIBX99wEhFiAWIBf98gEgGP3wASEZIBn9GwBB/wFxQQN0IRwgGf0bAkH/AXFBA3QhHSAiIBT99wEhIiAZQSz9ywEgHSAc/V0DwI4B/VcDwI4BAf3OASIkICQgFiAZIBj98QEiJiAb/fIB/fEBICYgGv3yAf3xASIlICX98gEgHiAfICX98gH98AEgICAlICX98gH98gH98AH98gEgJf3wAf3yAf3wASAh/fIBISMgIyEnIAogE/3yASEoICggFf33ASEpICkgF/3yASAY/fABISogKv0bAEH/AXFBA3QhKyAq/RsCQf8BcUEDdCEsICIgKP33ASEiICpBLP3LASAsICv9XQPAjgH9VwPAjgEB/c4BIi4gLiApICogGP3xASIwIBv98gH98QEgMCAa/fIB/fEBIi8gL/3yASAeIB8gL/3yAf3wASAgIC8gL/3yAf3yAf3wAf3yASAv/fAB/fIB/fABICH98gEhLSAtITH9DAAAAAAAAPA/AAAAAAAA8D8gJ/3wASEy/QwAAAAAAADwPwAAAAAAAPA/IDH98AEhMyAHIDL98wEhNCAHIDP98wEhNf0MAAAAAAAA8D8AAAAAAADwPyAO/fMBIDL98wEhNv0MAAAAAAAA8D8AAAAAAADwPyAR/fMBIDP98wEhNyA0IDb98gH97QEhOCAnITn9DAAAAAAAAAAAAAAAAAAAAAAiOyA4IDn98gEgOCA7/Uf9UiE6IDUgN/3yAf3tASE8IDEhPf0MAAAAAAAAAAAAAAAAAAAAACI/IDwgPf3yASA8ID/9R/1SIT4gNCAN/fEBIA798wEhQCA1IBD98QEgEf3zASFBIDYhQiA3IUMgEiA6/fIB/e0BIUQgEyA+/fIB/e0BIUUgCCA6/fIBIUYgCCA+/fIBIUcgCyBA/QsDgG4gCyBC/QsDwAwgCyBE/QsDgC0gCyBG/QsDwE0gCyBB/QsDkG4gCyBD/QsD0AwgCyBF/QsDkC0gCyBH/QsD0E0gC0EgaiELIAsgBEkNAAsgAyAi/QwAAAAAAPCEQAAAAAAA8IRA/Un9Tv3DAUUEQCAAIAEgAhAECyACQQNxBEAgAkEDdCELA0AgC0QAAAAAAAAAADkDgG4gC0QAAAAAAAAAADkDwAwgC0QAAAAAAAAAADkDgC0gC0QAAAAAAAAAADkDwE0gC0EIaiELIAsgBEkNAAsLC/YBBAN/BHsBfwZ7IAJBA2pBfHFBA3QhAyAAIAFBAWxqIQQgACABQQJsaiEFQQD9CgMAIQZBAP0KAwghB0EA/QoDECEIQQD9AAOAASEJQQAhCgNAIAAgCmr9AAMAIQsgBCAKav0AAwAhDCAFIApq/QADACENIAkgCyAI/fEB/fIBIQ4gDhADIQ8gBv0MAAAAAAAA8D8AAAAAAADwPyAP/fAB/fMBIAz98QEgDf3zASEQIAogEP0LA4BuIApBEGohCiAKIANJDQALIAJBA3EEQCACQQN0IQoDQCAKRAAAAAAAAAAAOQOAbiAKQQhqIQogCiADSQ0ACwsLqQcJAXsDfwR7AX8OewJ/DXsCfwV7/Qz/////////////////////IQP9DAAAAAAAUIfAAAAAAABQh8AhE/0M/oIrZUcVd0D+gitlRxV3QCEV/QwAAAAAAAA4QwAAAAAAADhDIRb9DLTjyat5zzE9tOPJq3nPMT0hGP0MAAD4/kIuZj8AAPj+Qi5mPyEZ/QzU///////fP9T//////98/IRz9DBYx2HFVVcU/FjHYcVVVxT8hHf0MKXGRdlVVpT8pcZF2VVWlPyEe/QwAAAAAAACQPAAAAAAAAJA8IR8gAkEDakF8cUEDdCEEIAAgAUEBbGohBSAAIAFBAmxqIQZBAP0KAwAhB0EA/QoDCCEIQQD9CgMQIQlBAP0AA4ABIQpBACELA0AgACALav0AAwAhDCAFIAtq/QADACENIAYgC2r9AAMAIQ4gACALav0AAxAhDyAFIAtq/QADECEQIAYgC2r9AAMQIREgCiAMIAn98QH98gEhEiASIBP99wEhFCAUIBX98gEgFv3wASEXIBf9GwBB/wFxQQN0IRogF/0bAkH/AXFBA3QhGyAgIBL99wEhICAXQSz9ywEgGyAa/V0DwI4B/VcDwI4BAf3OASIiICIgFCAXIBb98QEiJCAZ/fIB/fEBICQgGP3yAf3xASIjICP98gEgHCAdICP98gH98AEgHiAjICP98gH98gH98AH98gEgI/3wAf3yAf3wASAf/fIBISEgB/0MAAAAAAAA8D8AAAAAAADwPyAh/fAB/fMBIA398QEgDv3zASElIAogDyAJ/fEB/fIBISYgJiAT/fcBIScgJyAV/fIBIBb98AEhKCAo/RsAQf8BcUEDdCEpICj9GwJB/wFxQQN0ISogICAm/fcBISAgKEEs/csBICogKf1dA8COAf1XA8COAQH9zgEiLCAsICcgKCAW/fEBIi4gGf3yAf3xASAuIBj98gH98QEiLSAt/fIBIBwgHSAt/fIB/fABIB4gLSAt/fIB/fIB/fAB/fIBIC398AH98gH98AEgH/3yASErIAf9DAAAAAAAAPA/AAAAAAAA8D8gK/3wAf3zASAQ/fEBIBH98wEhLyALICX9CwOAbiALIC/9CwOQbiALQSBqIQsgCyAESQ0ACyADICD9DAAAAAAA8IRAAAAAAADwhED9Sf1O/cMBRQRAIAAgASACEAYLIAJBA3EEQCACQQN0IQsDQCALRAAAAAAAAAAAOQOAbiALQQhqIQsgCyAESQ0ACwsLyQIEBH8EewF/BnsgASgCACEEIAEoAgQhBSABKAIIIQYgASgCDCEHQQAhDANAIAAgDGr9AAMAIQ0gCCANIAQgDGr9AAMA/fIB/fABIQggCSANIAUgDGr9AAMA/fIB/fABIQkgCiANIAYgDGr9AAMA/fIB/fABIQogCyANIAcgDGr9AAMA/fIB/fABIQsgACAMav0AAxAhDiAIIA4gBCAMav0AAxD98gH98AEhCCAJIA4gBSAMav0AAxD98gH98AEhCSAKIA4gBiAMav0AAxD98gH98AEhCiALIA4gByAMav0AAxD98gH98AEhCyAMQSBqIQwgDCACSQ0ACyAIIQ8gAyAP/SEAIA/9IQGgOQMAIAkhECADIBD9IQAgEP0hAaA5AwggCiERIAMgEf0hACAR/SEBoDkDECALIRIgAyAS/SEAIBL9IQGgOQMYC5MCBAN/BnsBfwV7IAEoAgAhBCABKAIEIQUgASgCCCEGQQAhDQNAIAAgDWr9AAMAIQ4gByAOIAQgDWr9AAMA/fIB/fABIQcgCCAOIAUgDWr9AAMA/fIB/fABIQggCSAOIAYgDWr9AAMA/fIB/fABIQkgACANav0AAxAhDyAKIA8gBCANav0AAxD98gH98AEhCiALIA8gBSANav0AAxD98gH98AEhCyAMIA8gBiANav0AAxD98gH98AEhDCANQSBqIQ0gDSACSQ0ACyAHIAr98AEhECADIBD9IQAgEP0hAaA5AwAgCCAL/fABIREgAyAR/SEAIBH9IQGgOQMIIAkgDP3wASESIAMgEv0hACAS/SEBoDkDEAvJAQQCfwR7AX8EeyABKAIAIQQgASgCBCEFQQAhCgNAIAAgCmr9AAMAIQsgBiALIAQgCmr9AAMA/fIB/fABIQYgByALIAUgCmr9AAMA/fIB/fABIQcgACAKav0AAxAhDCAIIAwgBCAKav0AAxD98gH98AEhCCAJIAwgBSAKav0AAxD98gH98AEhCSAKQSBqIQogCiACSQ0ACyAGIAj98AEhDSADIA39IQAgDf0hAaA5AwAgByAJ/fABIQ4gAyAO/SEAIA79IQGgOQMIC38EAX8CewF/A3sgASgCACEEQQAhBwNAIAAgB2r9AAMAIQggBSAIIAQgB2r9AAMA/fIB/fABIQUgACAHav0AAxAhCSAGIAkgBCAHav0AAxD98gH98AEhBiAHQSBqIQcgByACSQ0ACyAFIAb98AEhCiADIAr9IQAgCv0hAaA5AwAL6AEBAX9BACEFAkAgBUEEaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCCAFQQRqIQUgBUEEaiACTA0ACwsCQCAFQQNqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAJIAVBA2ohBSAFQQNqIAJMDQALCwJAIAVBAmogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAogBUECaiEFIAVBAmogAkwNAAsLAkAgBUEBaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCyAFQQFqIQUgBUEBaiACTA0ACwsL0AMQA38GewF/AXsBfwF7AX8BewF/AnsBfwF7AX8BewF/BHsgAigCACEGIAIoAgQhByACKAIIIQggBP0KAwAhCSAE/QoDCCEKIAT9CgMQIQtBACEPA0AgACAPav0AAwAhECAGIA9qIREgEf0AAwAgCSAQ/fIB/fEBIRIgESAS/QsDACAMIBIgEv3yAf3wASEMIAcgD2ohEyAT/QADACAKIBD98gH98QEhFCATIBT9CwMAIA0gEiAU/fIB/fABIQ0gCCAPaiEVIBX9AAMAIAsgEP3yAf3xASEWIBUgFv0LAwAgDiASIBb98gH98AEhDiAAIA9q/QADECEXIAYgD2ohGCAY/QADECAJIBf98gH98QEhGSAYIBn9CwMQIAwgGSAZ/fIB/fABIQwgByAPaiEaIBr9AAMQIAogF/3yAf3xASEbIBogG/0LAxAgDSAZIBv98gH98AEhDSAIIA9qIRwgHP0AAxAgCyAX/fIB/fEBIR0gHCAd/QsDECAOIBkgHf3yAf3wASEOIA9BIGohDyAPIANJDQALIAwhHiAFIB79IQAgHv0hAaA5AwAgDSEfIAUgH/0hACAf/SEBoDkDCCAOISAgBSAg/SEAICD9IQGgOQMQC8cCDAJ/BHsBfwF7AX8BewF/AnsBfwF7AX8DeyACKAIAIQYgAigCBCEHIAT9CgMAIQggBP0KAwghCUEAIQwDQCAAIAxq/QADACENIAYgDGohDiAO/QADACAIIA398gH98QEhDyAOIA/9CwMAIAogDyAP/fIB/fABIQogByAMaiEQIBD9AAMAIAkgDf3yAf3xASERIBAgEf0LAwAgCyAPIBH98gH98AEhCyAAIAxq/QADECESIAYgDGohEyAT/QADECAIIBL98gH98QEhFCATIBT9CwMQIAogFCAU/fIB/fABIQogByAMaiEVIBX9AAMQIAkgEv3yAf3xASEWIBUgFv0LAxAgCyAUIBb98gH98AEhCyAMQSBqIQwgDCADSQ0ACyAKIRcgBSAX/SEAIBf9IQGgOQMAIAshGCAFIBj9IQAgGP0hAaA5AwgL5gMQA38GewF/AnsBfwF7AX8BewF/A3sBfwF7AX8BewF/BHsgAigCACEGIAIoAgQhByACKAIIIQggBP0KAwAhCSAE/QoDCCEKIAT9CgMQIQtBACEPA0AgACAPav0AAwAhECABIA9q/QADACERIAYgD2ohEiAS/QADACAJIBD98gH98QEhEyASIBP9CwMAIAwgESAT/fIB/fABIQwgByAPaiEUIBT9AAMAIAogEP3yAf3xASEVIBQgFf0LAwAgDSARIBX98gH98AEhDSAIIA9qIRYgFv0AAwAgCyAQ/fIB/fEBIRcgFiAX/QsDACAOIBEgF/3yAf3wASEOIAAgD2r9AAMQIRggASAPav0AAxAhGSAGIA9qIRogGv0AAxAgCSAY/fIB/fEBIRsgGiAb/QsDECAMIBkgG/3yAf3wASEMIAcgD2ohHCAc/QADECAKIBj98gH98QEhHSAcIB39CwMQIA0gGSAd/fIB/fABIQ0gCCAPaiEeIB79AAMQIAsgGP3yAf3xASEfIB4gH/0LAxAgDiAZIB/98gH98AEhDiAPQSBqIQ8gDyADSQ0ACyAMISAgBSAg/SEAICD9IQGgOQMAIA0hISAFICH9IQAgIf0hAaA5AwggDiEiIAUgIv0hACAi/SEBoDkDEAvdAgwCfwR7AX8CewF/AXsBfwN7AX8BewF/A3sgAigCACEGIAIoAgQhByAE/QoDACEIIAT9CgMIIQlBACEMA0AgACAMav0AAwAhDSABIAxq/QADACEOIAYgDGohDyAP/QADACAIIA398gH98QEhECAPIBD9CwMAIAogDiAQ/fIB/fABIQogByAMaiERIBH9AAMAIAkgDf3yAf3xASESIBEgEv0LAwAgCyAOIBL98gH98AEhCyAAIAxq/QADECETIAEgDGr9AAMQIRQgBiAMaiEVIBX9AAMQIAggE/3yAf3xASEWIBUgFv0LAxAgCiAUIBb98gH98AEhCiAHIAxqIRcgF/0AAxAgCSAT/fIB/fEBIRggFyAY/QsDECALIBQgGP3yAf3wASELIAxBIGohDCAMIANJDQALIAohGSAFIBn9IQAgGf0hAaA5AwAgCyEaIAUgGv0hACAa/SEBoDkDCAvUAQgBfwJ7AX8CewF/A3sBfwJ7IAIoAgAhBiAE/QoDACEHQQAhCQNAIAAgCWr9AAMAIQogASAJav0AAwAhCyAGIAlqIQwgDP0AAwAgByAK/fIB/fEBIQ0gDCAN/QsDACAIIAsgDf3yAf3wASEIIAAgCWr9AAMQIQ4gASAJav0AAxAhDyAGIAlqIRAgEP0AAxAgByAO/fIB/fEBIREgECAR/QsDECAIIA8gEf3yAf3wASEIIAlBIGohCSAJIANJDQALIAghEiAFIBL9IQAgEv0hAaA5AwALpAIBCH8gASgCACEGIAJBAkYEQCAAIAYgASADIAQgBRAOBSAAIAYgASADIAQgBRANQQAhBwJAIAdBA2ogAkEDa0xFDQADQCAHQQNqIQggCEEDdCEJIAAgBiABIAhBAnRqIAMgBCAJaiAFIAlqEA8gB0EDaiEHIAdBA2ogAkEDa0wNAAsLAkAgB0ECaiACQQNrTEUNAANAIAdBA2ohCiAKQQN0IQsgACAGIAEgCkECdGogAyAEIAtqIAUgC2oQECAHQQJqIQcgB0ECaiACQQNrTA0ACwsCQCAHQQFqIAJBA2tMRQ0AA0AgB0EDaiEMIAxBA3QhDSAAIAYgASAMQQJ0aiADIAQgDWogBSANahARIAdBAWohByAHQQFqIAJBA2tMDQALCwsLygEFAXsCfwJ8AXsBf/0MAAAAAAAAAAAAAAAAAAAAACEDQQAhBEEAIQQDQCAAIARqIQUgAyAF/QADAP3sAf31ASEDIARBEGohBCAEIAFJDQALIAP9IQAgA/0hAaUhBiAGRAAAAAAAAAAAYQRARAAAAAAAAAAADwsgBiACpUQAAAAAAAAQAKW9QoCAgICAgID4/wCDvyEHIAf9FCEIQQAhBANAIAAgBGohCSAJIAn9AAMAIAj98wH9CwMAIARBEGohBCAEIAFJDQALIAcLxAQKBH8BfAF/AXwBfwJ8An8EfAJ/AnwgAEEBaiECQQAhAwJAIABFDQBBwAAgA0ECdGooAgBBwAAgA0ECdGogACADayABQcALIANBA3RqEAxBwAsgAEEDdGpBACsDgAs5AwADQEHAASADIAJsQQN0aiEEIAQgA0EDdGohBSAFKwMAIQZBwAsgA0EDdGohB0QAAAAAAADwPyEIQcAAIANBAnRqKAIAIQkgBysDACEKIAYgBqIgCqAhCyALRHCsimb8oBF6YyAKRITrkaQVC80FZHFFBEAgCSABIAaZEBMhCCAIRAAAAAAAAAAAYgRAIAYgCKMhBkHAACADQQJ0aigCAEHAACADQQJ0aiACIANrIAFBwAsgA0EDdGoQDCAGIAaiIAcrAwCgIQsLCyADQQFqIQwgDCAATiENIAhEAAAAAAAAAABhBEAgDUUEQEHAACAMQQJ0aigCAEHAACAMQQJ0aiACIAxrIAFBwAsgDEEDdGoQDAsFIAufIQ4gDpogDiAGRAAAAAAAAAAAZBshDyAGIA+hIRBEAAAAAAAA8D8gDiAOIAaZoKKjIREgBSAPIAiiOQMAIAwhEgNAIAQgEkEDdGohEyATKwMAIRQgESAQIBSiQcALIBJBA3RqKwMAoKIhFUGADCASQQN0aiAVOQMAIBMgFCAVIBCioTkDACASQQFqIRIgEiACSA0ACyANRQRAIAlBwAAgDEECdGogAiAMayABQYAMIAxBA3RqQcALIAxBA3RqEBILCyAMIQMgDCAASA0ACwsLpwEBCX8gAEEBaiECIABBCGwhA0EAIQQDQCAEIAJsQQhsIQUgBEEIbCEGIARBBGwhByAHKAJAIAdBwABqIAAgBGsgASAGQcALahAMIAYhCAJAA0AgCCADTw0BIAUgCGohCSAJIAkrA4ADIAgrA8ALoDkDgAMgCEEIaiEIDAALCyAFIANqIQogCiAKKwOAAyAGKwOAC6A5A4ADIARBAWohBCAEIABMDQALC40BAwV/AXwBf0EAIQNBACEEA0AgACAEQQRsaigCACEFQQAhBkEAIQcDQCAFIAdqKwMAIQggBiAIIAihRAAAAAAAAAAAYmohBiAHQQhqIQcgByACSQ0AC0EAQQggBCABRhshCSAJIAkrA+ACIAa4oDkD4AIgAyAGciEDIARBAWohBCAEIAFMDQALIANBAEcLvAEDAn8EfAF/QQAhAyABQQhsIQREAAAAAAAAAAAhBQNARAAAAAAAAOA/RAAAAAAAAPA/IAMgBEYbIAMrA4ALoiEGIAMrA6ACIQcgByAGoCEIIAMgCDkDoAIgAyADKwPAAiAHIAihIAagIAYgCKEgB6AgB5kgBplmG6A5A8ACIAUgBkQAAAAAAAAAAKKgIQUgA0EIaiEDIAMgBE0NAAsgBUQAAAAAAAAAAGEEf0EBBSAAIAEgAhAWRQshCSAJCx0AQcAAIABBAnRqKAIAQcAAIABBAWogAUGACxAMCw4AIAAgARAYIAAgARAUC3EBBX8gAiEDQQAhBAJAA0AgA0EATA0BIANBgAQgA0GABEgbIQUgACAEaiABIAUQByAFQQNqQXxxQQN0QQFsIQZBgO4AQZCfAUEBIAZBgAsQDEGQnwFBACAGEBchByADQYAEayEDIARBgCBqIQQMAAsLC2wBBH8gAiEEQQAhBQJAA0AgBEEATA0BIARBgAQgBEGABEgbIQYgACAFaiABIAYQBSAGQQNqQXxxQQN0QQFsIQcgAyAHEBhBwAAgAyAHEBcEQCADIAcQFAsgBEGABGshBCAFQYAgaiEFDAALCwtsAQR/IAIhBEEAIQUCQANAIARBAEwNASAEQYAEIARBgARIGyEGIAAgBWogASAGEAUgBkEDakF8cUEDdEEBbCEHIAMgBxAYQcAAIAMgBxAXBEAgAyAHEBULIARBgARrIQQgBUGAIGohBQwACwsLC90QAQBBwI4BC9QQAAAAAAAAUEO/vFr6GvtPQzUz+6k99k9DgQI7FGjxT0NhgHc+muxPQ8y7ES7U509DhX9u6BXjT0OxVPZyX95PQ3SFFdOw2U9DiR88DgrVT0Pe9t0pa9BPQzaocivUy09DyJt1GEXHT0PgB2b2vcJPQ4Pzxso+vk9DGTkfm8e5T0MPiflsWLVPQ4Vs5EXxsE9D90dyK5KsT0PsXTkjO6hPQ6LR0zLso09DxanfX6WfT0Mb0/6vZptPQz4j1ygwl09DUVsS0AGTT0O2Kl6r245PQ8wxbMC9ik9DqwTyFKiGT0PgLamumoJPQy4xT5OVfk9DUY6lyJh6T0PCw3FUpHZPQ3tRfTy4ck9DwLuVhtRuT0PqjYw4+WpPQy9dN1gmZ09Ddctv61tjT0McihP4mV9PQ9RcBITgW09DaxwolS9YT0OquWgxh1RPQydAtF7nUE9DHdn8IlBNT0NNzjiEwUlPQ9aMYog7Rk9DGah4Nb5CT0OW3H2RST9PQ9ESeaLdO09DOGJ1bno4T0MKFIL7HzVPQz+msk/OMU9Ddc4ecYUuT0PdfOJlRStPQynfHTQOKE9DgWP14d8kT0Nwu5F1uiFPQ+HeH/WdHk9DEw/RZoobT0OQ2drQfxhPQy8bdzl+FU9DCwPkpoUST0OJFWQflg9PQ1YvPqmvDE9Da4i9StIJT0MVtzEK/gZPQ/2y7u0yBE9DMdhM/HABT0My6qg7uP5OQ/8WZLII/E5DLfrjZmL5TkPxn5JfxfZOQzuI3qIx9E5Dy6k6N6fxTkNKdR4jJu9OQ2bYBW2u7E5D70BxG0DqTkP3n+U02+dOQ/Rs7L9/5U5D5agTwy3jTkNz4e1E5eBOQyI0Ekym3k5DdVEc33DcTkMcgKwERdpOQySgZ8Mi2E5DKi73IQrWTkOKRgkn+9NOQ5eoUNn10U5D1LmEP/rPTkMtiWFgCM5OQzLSp0IgzE5DVwAd7UHKTkM3MotmbchOQ9A8wbWixk5D0q6S4eHETkPe09fwKsNOQ9e3bep9wU5DJyo21dq/TkMUwRe4Qb5OQw3d/ZmyvE5D/6vYgS27TkOnLJ12srlOQ+4xRX9BuE5DQmbPotq2TkPvTj/ofbVOQ4JPnVYrtE5DJ6329OKyTkMPkl3KpLFOQ9IQ6d1wsE5D2ie1NkevTkPPxOLbJ65OQ/3Hl9QSrU5DzAf/JwisTkMpVEjdB6tOQwN6qPsRqk5Dt0ZZiiapTkOTi5mQRahOQ0ghrRVvp05DcevcIKOmTkMJ3Ha54aVOQ/T2zeYqpU5DhVU6sH6kTkP9KRkd3aNOQyDDzDRGo05Dt4+8/rmiTkMlIlWCOKJOQ/YzCMfBoU5Dc6lM1FWhTkM4lZ6x9KBOQ807f2aeoE5DPhd1+lKgTkO/2gt1EqBOQ0V21N3cn05DLxplPLKfTkPlOlmYkp9OQ4SUUfl9n05Dhy70ZnSfTkN0X+zodZ9OQ4rQ6oaCn05DdIGlSJqfTkP9y9c1vZ9OQ8lnQlbrn05DCW6rsSSgTkM/Xd5PaaBOQ/YcrDi5oE5DhwHrcxShTkPbz3YJe6FOQzLBMAHtoU5D8Ib/YmqiTkNiTs8286JOQ5HEkYSHo05DEho+VCekTkPZBtGt0qROQxPOTJmJpU5D90G5HkymTkOtxyNGGqdOQyFbnxf0p05D7ZJEm9moTkM2pDHZyqlOQ5lmitnHqk5DD1h4pNCrTkPboCpC5axOQ3gX1roFrk5DjES1FjKvTkPZZghearBOQzZ3FZmusU5Diiwo0P6yTkPG/5ELW7ROQ+IvqlPDtU5D5cXNsDe3TkPlmF8ruLhOQw9SyMtEuk5Ds3B2mt27TkNQTt6fgr1OQ6IieuQzv05DugfKcPHATkMN/lNNu8JOQ5Dwo4KRxE5D1bhLGXTGTkMjI+MZY8hOQ57yB41eyk5DZeVde2bMTkO7uI7tes5OQzMtSuyb0E5D2ApGgMnSTkNdJT6yA9VOQ1Jg9IpK105DWLMwE57ZTkNZLsFT/ttOQ7/9eVVr3k5Dum41IeXgTkN689O/a+NOQ3QnPDr/5U5DrdNamZ/oTkP/8iLmTOtOQ2a2jSkH7k5DUomabM7wTkP7FU+4ovNOQ7FJtxWE9k5DOlnljXL5TkMqxfEpbvxOQ0de+/J2/05D5Ekn8owCT0NKBqEwsAVPQx9vmrfgCE9D0sFLkB4MT0MHovPDaQ9PQwke11vCEk9DPbNBYSgWT0OcUoXdmxlPQyxl+tkcHU9DetD/X6sgT0Mi+/p4RyRPQ0vRVy7xJ09DM8mIiagrT0O15waUbS9PQ9vEUVdAM09DaZDv3CA3T0N1Fm0uDztPQ/rDXVULP09DdKtbWxVDT0N8iQdKLUdPQ2jJCCtTS09D8okNCIdPT0PWocrqyFNPQ4ek+9wYWE9D0+Zi6HZcT0OYg8kW42BPQ3Vg/3FdZU9DhTLbA+ZpT0MVgzrWfG5PQ2C0AfMhc09DWAYcZNV3T0Nfm3szl3xPQxd9GWtngU9DKaH1FEaGT0MS7hY7M4tPQ/Y/i+cukE9Ddm1nJDmVT0ODTMf7UZpPQ0C3zXd5n09D2pCkoq+kT0NuynyG9KlPQ/Fnji1Ir09DEIUYoqq0T0MnWmHuG7pPQypBthycv09Dl7prNyvFT0N0ct1IycpPQ0BFblt20E9D+ESIeTLWT0MUvpyt/dtPQ4k8JALY4U9D2JCegcHnT0MU1ZI2uu1PQ/FxjyvC809D2SMqa9n5T0MAAAAAAFCHwP6CK2VHFXdAAAAAAAAAOEO048mrec8xPQAA+P5CLmY/1P//////3z8WMdhxVVXFPylxkXZVVaU/AAAAAAAAkDwAAAAAAPCEQAA3AAA=",
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
