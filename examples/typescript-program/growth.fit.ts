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
    layout: { params: 0, table: 64, state: 192, stateBytes: 448, factor: 192, sums: 320, errors: 384, bad: 448, panel: 832, panelColumnBytes: 4160 },
    columns: [0, 1, 2],
    imports: [],
    heap: 19648,
    bytes: "AGFzbQEAAAABPwpgAABgAXwBfGABewF7YAN/f38AYAR/f39/AGAFf39/f38AYAZ/f39/f38AYAN/f3wBfGACf38AYAN/f38BfwMeHQABAgIDAwMDBAQEBAUGBgYGBgYHCAgJCQgIAwQEBQMBAAIHTAgHcHJlcGFyZQAACWxpbmVhcml6ZQAFCXJlc2lkdWFscwAHBGZvbGQAGwZub3JtYWwAHARjb3N0ABoGcmVkdWNlABkGbWVtb3J5AgAKwEMdGAEBe0EA/QoDCP3tASEAQQAgAP0LA4ABC60DBQJ8AX8GfAF/BHxEAAAAAABQh8AgACAARAAAAAAAUIfAYxshASABRP6CK2VHFXdAokQAAAAAAAA4Q6AhAiACvadB/wFxQQN0IQMgAEQAAAAAAPCEQGMEfCACvUIshiADKQPAiAF8vyIEIAQgASACRAAAAAAAADhDoSIGRAAA+P5CLmY/oqEgBkS048mrec8xPaKhIgUgBaJE1P//////3z9EFjHYcVVVxT8gBaKgRClxkXZVVaU/IAUgBaKioKIgBaCioEQAAAAAAACQPKIFRAAAAAAAUIfARAAAAAAAMIZAIABEAAAAAAAwhkAgAGMbIgggCEQAAAAAAFCHwGMbIQcgB0T+gitlRxV3QKJEAAAAAAAAOEOgIQkgCb2nQf8BcUEDdCEKIAm9QiyGIAopA8CIAXxCgICAgICAgOAGfb8iCyALIAcgCUQAAAAAAAA4Q6EiDUQAAPj+Qi5mP6KhIA1EtOPJq3nPMT2ioSIMIAyiRNT//////98/RBYx2HFVVcU/IAyioEQpcZF2VVWlPyAMIAyioqCiIAygoqBEAAAAAAAAUEOiCyEOIA4LFQAgAP0hABAB/RQgAP0hARAB/SIBC4YCAwJ7An8EeyAAQQD9CgPAmAH99wEhASABQQD9CgPImAH98gFBAP0KA9CYAf3wASECIAL9GwBB/wFxQQN0IQMgAv0bAkH/AXFBA3QhBCAAQQD9CgOImQH9Sf3EAUEDRgR7IAJBLP3LASAEIAP9XQPAiAH9VwPAiAEB/c4BIgUgBSABIAJBAP0KA9CYAf3xASIHQQD9CgPgmAH98gH98QEgB0EA/QoD2JgB/fIB/fEBIgYgBv3yAUEA/QoD6JgBQQD9CgPwmAEgBv3yAf3wAUEA/QoD+JgBIAYgBv3yAf3yAf3wAf3yASAG/fAB/fIB/fABQQD9CgOAmQH98gEFIAAQAgshCCAIC7oDBAN/BHsBfxJ7IAJBA2pBfHFBA3QhAyAAIAFBAWxqIQQgACABQQJsaiEFQQD9CgMAIQZBAP0KAwghB0EA/QoDECEIQQD9AAOAASEJQQAhCgNAIAAgCmr9AAMAIQsgBCAKav0AAwAhDCAFIApq/QADACENIAsgCP3xASEOIAkgDv3yASEPIA8QAyEQIBAhEf0MAAAAAAAA8D8AAAAAAADwPyAR/fABIRIgBiAS/fMBIRP9DAAAAAAAAPA/AAAAAAAA8D8gDf3zASAS/fMBIRQgEyAU/fIB/e0BIRUgESEW/QwAAAAAAAAAAAAAAAAAAAAAIhggFSAW/fIBIBUgGP1H/VIhFyATIAz98QEgDf3zASEZIBQhGiAOIBf98gH97QEhGyAHIBf98gEhHCAKIBn9CwOAaCAKIBr9CwPABiAKIBv9CwOAJyAKIBz9CwPARyAKQRBqIQogCiADSQ0ACyACQQNxBEAgAkEDdCEKA0AgCkQAAAAAAAAAADkDgGggCkQAAAAAAAAAADkDwAYgCkQAAAAAAAAAADkDgCcgCkQAAAAAAAAAADkDwEcgCkEIaiEKIAogA0kNAAsLC4QKCQF7A38EewF/EHsCfw17An8be/0M/////////////////////yED/QwAAAAAAFCHwAAAAAAAUIfAIRX9DP6CK2VHFXdA/oIrZUcVd0AhF/0MAAAAAAAAOEMAAAAAAAA4QyEY/Qy048mrec8xPbTjyat5zzE9IRr9DAAA+P5CLmY/AAD4/kIuZj8hG/0M1P//////3z/U///////fPyEe/QwWMdhxVVXFPxYx2HFVVcU/IR/9DClxkXZVVaU/KXGRdlVVpT8hIP0MAAAAAAAAkDwAAAAAAACQPCEhIAJBA2pBfHFBA3QhBCAAIAFBAWxqIQUgACABQQJsaiEGQQD9CgMAIQdBAP0KAwghCEEA/QoDECEJQQD9AAOAASEKQQAhCwNAIAAgC2r9AAMAIQwgBSALav0AAwAhDSAGIAtq/QADACEOIAAgC2r9AAMQIQ8gBSALav0AAxAhECAGIAtq/QADECERIAwgCf3xASESIA8gCf3xASETIAogEv3yASEUIBQgFf33ASEWIBYgF/3yASAY/fABIRkgGf0bAEH/AXFBA3QhHCAZ/RsCQf8BcUEDdCEdICIgFP33ASEiIBlBLP3LASAdIBz9XQPAiAH9VwPAiAEB/c4BIiQgJCAWIBkgGP3xASImIBv98gH98QEgJiAa/fIB/fEBIiUgJf3yASAeIB8gJf3yAf3wASAgICUgJf3yAf3yAf3wAf3yASAl/fAB/fIB/fABICH98gEhIyAjIScgCiAT/fIBISggKCAV/fcBISkgKSAX/fIBIBj98AEhKiAq/RsAQf8BcUEDdCErICr9GwJB/wFxQQN0ISwgIiAo/fcBISIgKkEs/csBICwgK/1dA8CIAf1XA8CIAQH9zgEiLiAuICkgKiAY/fEBIjAgG/3yAf3xASAwIBr98gH98QEiLyAv/fIBIB4gHyAv/fIB/fABICAgLyAv/fIB/fIB/fAB/fIBIC/98AH98gH98AEgIf3yASEtIC0hMf0MAAAAAAAA8D8AAAAAAADwPyAn/fABITL9DAAAAAAAAPA/AAAAAAAA8D8gMf3wASEzIAcgMv3zASE0IAcgM/3zASE1/QwAAAAAAADwPwAAAAAAAPA/IA798wEgMv3zASE2/QwAAAAAAADwPwAAAAAAAPA/IBH98wEgM/3zASE3IDQgNv3yAf3tASE4ICchOf0MAAAAAAAAAAAAAAAAAAAAACI7IDggOf3yASA4IDv9R/1SITogNSA3/fIB/e0BITwgMSE9/QwAAAAAAAAAAAAAAAAAAAAAIj8gPCA9/fIBIDwgP/1H/VIhPiA0IA398QEgDv3zASFAIDUgEP3xASAR/fMBIUEgNiFCIDchQyASIDr98gH97QEhRCATID798gH97QEhRSAIIDr98gEhRiAIID798gEhRyALIED9CwOAaCALIEL9CwPABiALIET9CwOAJyALIEb9CwPARyALIEH9CwOQaCALIEP9CwPQBiALIEX9CwOQJyALIEf9CwPQRyALQSBqIQsgCyAESQ0ACyADICL9DAAAAAAA8IRAAAAAAADwhED9Sf1O/cMBRQRAIAAgASACEAQLIAJBA3EEQCACQQN0IQsDQCALRAAAAAAAAAAAOQOAaCALRAAAAAAAAAAAOQPABiALRAAAAAAAAAAAOQOAJyALRAAAAAAAAAAAOQPARyALQQhqIQsgCyAESQ0ACwsL9gEEA38EewF/BnsgAkEDakF8cUEDdCEDIAAgAUEBbGohBCAAIAFBAmxqIQVBAP0KAwAhBkEA/QoDCCEHQQD9CgMQIQhBAP0AA4ABIQlBACEKA0AgACAKav0AAwAhCyAEIApq/QADACEMIAUgCmr9AAMAIQ0gCSALIAj98QH98gEhDiAOEAMhDyAG/QwAAAAAAADwPwAAAAAAAPA/IA/98AH98wEgDP3xASAN/fMBIRAgCiAQ/QsDgGggCkEQaiEKIAogA0kNAAsgAkEDcQRAIAJBA3QhCgNAIApEAAAAAAAAAAA5A4BoIApBCGohCiAKIANJDQALCwupBwkBewN/BHsBfw57An8NewJ/BXv9DP////////////////////8hA/0MAAAAAABQh8AAAAAAAFCHwCET/Qz+gitlRxV3QP6CK2VHFXdAIRX9DAAAAAAAADhDAAAAAAAAOEMhFv0MtOPJq3nPMT2048mrec8xPSEY/QwAAPj+Qi5mPwAA+P5CLmY/IRn9DNT//////98/1P//////3z8hHP0MFjHYcVVVxT8WMdhxVVXFPyEd/QwpcZF2VVWlPylxkXZVVaU/IR79DAAAAAAAAJA8AAAAAAAAkDwhHyACQQNqQXxxQQN0IQQgACABQQFsaiEFIAAgAUECbGohBkEA/QoDACEHQQD9CgMIIQhBAP0KAxAhCUEA/QADgAEhCkEAIQsDQCAAIAtq/QADACEMIAUgC2r9AAMAIQ0gBiALav0AAwAhDiAAIAtq/QADECEPIAUgC2r9AAMQIRAgBiALav0AAxAhESAKIAwgCf3xAf3yASESIBIgE/33ASEUIBQgFf3yASAW/fABIRcgF/0bAEH/AXFBA3QhGiAX/RsCQf8BcUEDdCEbICAgEv33ASEgIBdBLP3LASAbIBr9XQPAiAH9VwPAiAEB/c4BIiIgIiAUIBcgFv3xASIkIBn98gH98QEgJCAY/fIB/fEBIiMgI/3yASAcIB0gI/3yAf3wASAeICMgI/3yAf3yAf3wAf3yASAj/fAB/fIB/fABIB/98gEhISAH/QwAAAAAAADwPwAAAAAAAPA/ICH98AH98wEgDf3xASAO/fMBISUgCiAPIAn98QH98gEhJiAmIBP99wEhJyAnIBX98gEgFv3wASEoICj9GwBB/wFxQQN0ISkgKP0bAkH/AXFBA3QhKiAgICb99wEhICAoQSz9ywEgKiAp/V0DwIgB/VcDwIgBAf3OASIsICwgJyAoIBb98QEiLiAZ/fIB/fEBIC4gGP3yAf3xASItIC398gEgHCAdIC398gH98AEgHiAtIC398gH98gH98AH98gEgLf3wAf3yAf3wASAf/fIBISsgB/0MAAAAAAAA8D8AAAAAAADwPyAr/fAB/fMBIBD98QEgEf3zASEvIAsgJf0LA4BoIAsgL/0LA5BoIAtBIGohCyALIARJDQALIAMgIP0MAAAAAADwhEAAAAAAAPCEQP1J/U79wwFFBEAgACABIAIQBgsgAkEDcQRAIAJBA3QhCwNAIAtEAAAAAAAAAAA5A4BoIAtBCGohCyALIARJDQALCwvJAgQEfwR7AX8GeyABKAIAIQQgASgCBCEFIAEoAgghBiABKAIMIQdBACEMA0AgACAMav0AAwAhDSAIIA0gBCAMav0AAwD98gH98AEhCCAJIA0gBSAMav0AAwD98gH98AEhCSAKIA0gBiAMav0AAwD98gH98AEhCiALIA0gByAMav0AAwD98gH98AEhCyAAIAxq/QADECEOIAggDiAEIAxq/QADEP3yAf3wASEIIAkgDiAFIAxq/QADEP3yAf3wASEJIAogDiAGIAxq/QADEP3yAf3wASEKIAsgDiAHIAxq/QADEP3yAf3wASELIAxBIGohDCAMIAJJDQALIAghDyADIA/9IQAgD/0hAaA5AwAgCSEQIAMgEP0hACAQ/SEBoDkDCCAKIREgAyAR/SEAIBH9IQGgOQMQIAshEiADIBL9IQAgEv0hAaA5AxgLkwIEA38GewF/BXsgASgCACEEIAEoAgQhBSABKAIIIQZBACENA0AgACANav0AAwAhDiAHIA4gBCANav0AAwD98gH98AEhByAIIA4gBSANav0AAwD98gH98AEhCCAJIA4gBiANav0AAwD98gH98AEhCSAAIA1q/QADECEPIAogDyAEIA1q/QADEP3yAf3wASEKIAsgDyAFIA1q/QADEP3yAf3wASELIAwgDyAGIA1q/QADEP3yAf3wASEMIA1BIGohDSANIAJJDQALIAcgCv3wASEQIAMgEP0hACAQ/SEBoDkDACAIIAv98AEhESADIBH9IQAgEf0hAaA5AwggCSAM/fABIRIgAyAS/SEAIBL9IQGgOQMQC8kBBAJ/BHsBfwR7IAEoAgAhBCABKAIEIQVBACEKA0AgACAKav0AAwAhCyAGIAsgBCAKav0AAwD98gH98AEhBiAHIAsgBSAKav0AAwD98gH98AEhByAAIApq/QADECEMIAggDCAEIApq/QADEP3yAf3wASEIIAkgDCAFIApq/QADEP3yAf3wASEJIApBIGohCiAKIAJJDQALIAYgCP3wASENIAMgDf0hACAN/SEBoDkDACAHIAn98AEhDiADIA79IQAgDv0hAaA5AwgLfwQBfwJ7AX8DeyABKAIAIQRBACEHA0AgACAHav0AAwAhCCAFIAggBCAHav0AAwD98gH98AEhBSAAIAdq/QADECEJIAYgCSAEIAdq/QADEP3yAf3wASEGIAdBIGohByAHIAJJDQALIAUgBv3wASEKIAMgCv0hACAK/SEBoDkDAAvoAQEBf0EAIQUCQCAFQQRqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAIIAVBBGohBSAFQQRqIAJMDQALCwJAIAVBA2ogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAkgBUEDaiEFIAVBA2ogAkwNAAsLAkAgBUECaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCiAFQQJqIQUgBUECaiACTA0ACwsCQCAFQQFqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahALIAVBAWohBSAFQQFqIAJMDQALCwvQAxADfwZ7AX8BewF/AXsBfwF7AX8CewF/AXsBfwF7AX8EeyACKAIAIQYgAigCBCEHIAIoAgghCCAE/QoDACEJIAT9CgMIIQogBP0KAxAhC0EAIQ8DQCAAIA9q/QADACEQIAYgD2ohESAR/QADACAJIBD98gH98QEhEiARIBL9CwMAIAwgEiAS/fIB/fABIQwgByAPaiETIBP9AAMAIAogEP3yAf3xASEUIBMgFP0LAwAgDSASIBT98gH98AEhDSAIIA9qIRUgFf0AAwAgCyAQ/fIB/fEBIRYgFSAW/QsDACAOIBIgFv3yAf3wASEOIAAgD2r9AAMQIRcgBiAPaiEYIBj9AAMQIAkgF/3yAf3xASEZIBggGf0LAxAgDCAZIBn98gH98AEhDCAHIA9qIRogGv0AAxAgCiAX/fIB/fEBIRsgGiAb/QsDECANIBkgG/3yAf3wASENIAggD2ohHCAc/QADECALIBf98gH98QEhHSAcIB39CwMQIA4gGSAd/fIB/fABIQ4gD0EgaiEPIA8gA0kNAAsgDCEeIAUgHv0hACAe/SEBoDkDACANIR8gBSAf/SEAIB/9IQGgOQMIIA4hICAFICD9IQAgIP0hAaA5AxALxwIMAn8EewF/AXsBfwF7AX8CewF/AXsBfwN7IAIoAgAhBiACKAIEIQcgBP0KAwAhCCAE/QoDCCEJQQAhDANAIAAgDGr9AAMAIQ0gBiAMaiEOIA79AAMAIAggDf3yAf3xASEPIA4gD/0LAwAgCiAPIA/98gH98AEhCiAHIAxqIRAgEP0AAwAgCSAN/fIB/fEBIREgECAR/QsDACALIA8gEf3yAf3wASELIAAgDGr9AAMQIRIgBiAMaiETIBP9AAMQIAggEv3yAf3xASEUIBMgFP0LAxAgCiAUIBT98gH98AEhCiAHIAxqIRUgFf0AAxAgCSAS/fIB/fEBIRYgFSAW/QsDECALIBQgFv3yAf3wASELIAxBIGohDCAMIANJDQALIAohFyAFIBf9IQAgF/0hAaA5AwAgCyEYIAUgGP0hACAY/SEBoDkDCAvmAxADfwZ7AX8CewF/AXsBfwF7AX8DewF/AXsBfwF7AX8EeyACKAIAIQYgAigCBCEHIAIoAgghCCAE/QoDACEJIAT9CgMIIQogBP0KAxAhC0EAIQ8DQCAAIA9q/QADACEQIAEgD2r9AAMAIREgBiAPaiESIBL9AAMAIAkgEP3yAf3xASETIBIgE/0LAwAgDCARIBP98gH98AEhDCAHIA9qIRQgFP0AAwAgCiAQ/fIB/fEBIRUgFCAV/QsDACANIBEgFf3yAf3wASENIAggD2ohFiAW/QADACALIBD98gH98QEhFyAWIBf9CwMAIA4gESAX/fIB/fABIQ4gACAPav0AAxAhGCABIA9q/QADECEZIAYgD2ohGiAa/QADECAJIBj98gH98QEhGyAaIBv9CwMQIAwgGSAb/fIB/fABIQwgByAPaiEcIBz9AAMQIAogGP3yAf3xASEdIBwgHf0LAxAgDSAZIB398gH98AEhDSAIIA9qIR4gHv0AAxAgCyAY/fIB/fEBIR8gHiAf/QsDECAOIBkgH/3yAf3wASEOIA9BIGohDyAPIANJDQALIAwhICAFICD9IQAgIP0hAaA5AwAgDSEhIAUgIf0hACAh/SEBoDkDCCAOISIgBSAi/SEAICL9IQGgOQMQC90CDAJ/BHsBfwJ7AX8BewF/A3sBfwF7AX8DeyACKAIAIQYgAigCBCEHIAT9CgMAIQggBP0KAwghCUEAIQwDQCAAIAxq/QADACENIAEgDGr9AAMAIQ4gBiAMaiEPIA/9AAMAIAggDf3yAf3xASEQIA8gEP0LAwAgCiAOIBD98gH98AEhCiAHIAxqIREgEf0AAwAgCSAN/fIB/fEBIRIgESAS/QsDACALIA4gEv3yAf3wASELIAAgDGr9AAMQIRMgASAMav0AAxAhFCAGIAxqIRUgFf0AAxAgCCAT/fIB/fEBIRYgFSAW/QsDECAKIBQgFv3yAf3wASEKIAcgDGohFyAX/QADECAJIBP98gH98QEhGCAXIBj9CwMQIAsgFCAY/fIB/fABIQsgDEEgaiEMIAwgA0kNAAsgCiEZIAUgGf0hACAZ/SEBoDkDACALIRogBSAa/SEAIBr9IQGgOQMIC9QBCAF/AnsBfwJ7AX8DewF/AnsgAigCACEGIAT9CgMAIQdBACEJA0AgACAJav0AAwAhCiABIAlq/QADACELIAYgCWohDCAM/QADACAHIAr98gH98QEhDSAMIA39CwMAIAggCyAN/fIB/fABIQggACAJav0AAxAhDiABIAlq/QADECEPIAYgCWohECAQ/QADECAHIA798gH98QEhESAQIBH9CwMQIAggDyAR/fIB/fABIQggCUEgaiEJIAkgA0kNAAsgCCESIAUgEv0hACAS/SEBoDkDAAukAgEIfyABKAIAIQYgAkECRgRAIAAgBiABIAMgBCAFEA4FIAAgBiABIAMgBCAFEA1BACEHAkAgB0EDaiACQQNrTEUNAANAIAdBA2ohCCAIQQN0IQkgACAGIAEgCEECdGogAyAEIAlqIAUgCWoQDyAHQQNqIQcgB0EDaiACQQNrTA0ACwsCQCAHQQJqIAJBA2tMRQ0AA0AgB0EDaiEKIApBA3QhCyAAIAYgASAKQQJ0aiADIAQgC2ogBSALahAQIAdBAmohByAHQQJqIAJBA2tMDQALCwJAIAdBAWogAkEDa0xFDQADQCAHQQNqIQwgDEEDdCENIAAgBiABIAxBAnRqIAMgBCANaiAFIA1qEBEgB0EBaiEHIAdBAWogAkEDa0wNAAsLCwvKAQUBewJ/AnwBewF//QwAAAAAAAAAAAAAAAAAAAAAIQNBACEEQQAhBANAIAAgBGohBSADIAX9AAMA/ewB/fUBIQMgBEEQaiEEIAQgAUkNAAsgA/0hACAD/SEBpSEGIAZEAAAAAAAAAABhBEBEAAAAAAAAAAAPCyAGIAKlRAAAAAAAABAApb1CgICAgICAgPj/AIO/IQcgB/0UIQhBACEEA0AgACAEaiEJIAkgCf0AAwAgCP3zAf0LAwAgBEEQaiEEIAQgAUkNAAsgBwvEBAoEfwF8AX8BfAF/AnwCfwR8An8CfCAAQQFqIQJBACEDAkAgAEUNAEHAACADQQJ0aigCAEHAACADQQJ0aiAAIANrIAFBwAUgA0EDdGoQDEHABSAAQQN0akEAKwOABTkDAANAQcABIAMgAmxBA3RqIQQgBCADQQN0aiEFIAUrAwAhBkHABSADQQN0aiEHRAAAAAAAAPA/IQhBwAAgA0ECdGooAgAhCSAHKwMAIQogBiAGoiAKoCELIAtEcKyKZvygEXpjIApEhOuRpBULzQVkcUUEQCAJIAEgBpkQEyEIIAhEAAAAAAAAAABiBEAgBiAIoyEGQcAAIANBAnRqKAIAQcAAIANBAnRqIAIgA2sgAUHABSADQQN0ahAMIAYgBqIgBysDAKAhCwsLIANBAWohDCAMIABOIQ0gCEQAAAAAAAAAAGEEQCANRQRAQcAAIAxBAnRqKAIAQcAAIAxBAnRqIAIgDGsgAUHABSAMQQN0ahAMCwUgC58hDiAOmiAOIAZEAAAAAAAAAABkGyEPIAYgD6EhEEQAAAAAAADwPyAOIA4gBpmgoqMhESAFIA8gCKI5AwAgDCESA0AgBCASQQN0aiETIBMrAwAhFCARIBAgFKJBwAUgEkEDdGorAwCgoiEVQYAGIBJBA3RqIBU5AwAgEyAUIBUgEKKhOQMAIBJBAWohEiASIAJIDQALIA1FBEAgCUHAACAMQQJ0aiACIAxrIAFBgAYgDEEDdGpBwAUgDEEDdGoQEgsLIAwhAyAMIABIDQALCwunAQEJfyAAQQFqIQIgAEEIbCEDQQAhBANAIAQgAmxBCGwhBSAEQQhsIQYgBEEEbCEHIAcoAkAgB0HAAGogACAEayABIAZBwAVqEAwgBiEIAkADQCAIIANPDQEgBSAIaiEJIAkgCSsDgAQgCCsDwAWgOQOABCAIQQhqIQgMAAsLIAUgA2ohCiAKIAorA4AEIAYrA4AFoDkDgAQgBEEBaiEEIAQgAEwNAAsLjQEDBX8BfAF/QQAhA0EAIQQDQCAAIARBBGxqKAIAIQVBACEGQQAhBwNAIAUgB2orAwAhCCAGIAggCKFEAAAAAAAAAABiaiEGIAdBCGohByAHIAJJDQALQQBBCCAEIAFGGyEJIAkgCSsDwAMgBrigOQPAAyADIAZyIQMgBEEBaiEEIAQgAUwNAAsgA0EARwu8AQMCfwR8AX9BACEDIAFBCGwhBEQAAAAAAAAAACEFA0BEAAAAAAAA4D9EAAAAAAAA8D8gAyAERhsgAysDgAWiIQYgAysDwAIhByAHIAagIQggAyAIOQPAAiADIAMrA4ADIAcgCKEgBqAgBiAIoSAHoCAHmSAGmWYboDkDgAMgBSAGRAAAAAAAAAAAoqAhBSADQQhqIQMgAyAETQ0ACyAFRAAAAAAAAAAAYQR/QQEFIAAgASACEBZFCyEJIAkLHQBBwAAgAEECdGooAgBBwAAgAEEBaiABQYAFEAwLDgAgACABEBggACABEBQLcQEFfyACIQNBACEEAkADQCADQQBMDQEgA0GABCADQYAESBshBSAAIARqIAEgBRAHIAVBA2pBfHFBA3RBAWwhBkGA6ABBkJkBQQEgBkGABRAMQZCZAUEAIAYQFyEHIANBgARrIQMgBEGAIGohBAwACwsLbAEEfyACIQRBACEFAkADQCAEQQBMDQEgBEGABCAEQYAESBshBiAAIAVqIAEgBhAFIAZBA2pBfHFBA3RBAWwhByADIAcQGEHAACADIAcQFwRAIAMgBxAUCyAEQYAEayEEIAVBgCBqIQUMAAsLC2wBBH8gAiEEQQAhBQJAA0AgBEEATA0BIARBgAQgBEGABEgbIQYgACAFaiABIAYQBSAGQQNqQXxxQQN0QQFsIQcgAyAHEBhBwAAgAyAHEBcEQCADIAcQFQsgBEGABGshBCAFQYAgaiEFDAALCwsL3RABAEHAiAEL1BAAAAAAAABQQ7+8Wvoa+09DNTP7qT32T0OBAjsUaPFPQ2GAdz6a7E9DzLsRLtTnT0OFf27oFeNPQ7FU9nJf3k9DdIUV07DZT0OJHzwOCtVPQ9723Slr0E9DNqhyK9TLT0PIm3UYRcdPQ+AHZva9wk9Dg/PGyj6+T0MZOR+bx7lPQw+J+WxYtU9DhWzkRfGwT0P3R3IrkqxPQ+xdOSM7qE9DotHTMuyjT0PFqd9fpZ9PQxvT/q9mm09DPiPXKDCXT0NRWxLQAZNPQ7YqXqvbjk9DzDFswL2KT0OrBPIUqIZPQ+Atqa6agk9DLjFPk5V+T0NRjqXImHpPQ8LDcVSkdk9De1F9PLhyT0PAu5WG1G5PQ+qNjDj5ak9DL103WCZnT0N1y2/rW2NPQxyKE/iZX09D1FwEhOBbT0NrHCiVL1hPQ6q5aDGHVE9DJ0C0XudQT0Md2fwiUE1PQ03OOITBSU9D1oxiiDtGT0MZqHg1vkJPQ5bcfZFJP09D0RJ5ot07T0M4YnVuejhPQwoUgvsfNU9DP6ayT84xT0N1zh5xhS5PQ9184mVFK09DKd8dNA4oT0OBY/Xh3yRPQ3C7kXW6IU9D4d4f9Z0eT0MTD9FmihtPQ5DZ2tB/GE9DLxt3OX4VT0MLA+SmhRJPQ4kVZB+WD09DVi8+qa8MT0NriL1K0glPQxW3MQr+Bk9D/bLu7TIET0Mx2Ez8cAFPQzLqqDu4/k5D/xZksgj8TkMt+uNmYvlOQ/Gfkl/F9k5DO4jeojH0TkPLqTo3p/FOQ0p1HiMm705DZtgFba7sTkPvQHEbQOpOQ/ef5TTb505D9Gzsv3/lTkPlqBPDLeNOQ3Ph7UTl4E5DIjQSTKbeTkN1URzfcNxOQxyArARF2k5DJKBnwyLYTkMqLvchCtZOQ4pGCSf7005Dl6hQ2fXRTkPUuYQ/+s9OQy2JYWAIzk5DMtKnQiDMTkNXAB3tQcpOQzcyi2ZtyE5D0DzBtaLGTkPSrpLh4cROQ97T1/Aqw05D17dt6n3BTkMnKjbV2r9OQxTBF7hBvk5DDd39mbK8TkP/q9iBLbtOQ6csnXayuU5D7jFFf0G4TkNCZs+i2rZOQ+9OP+h9tU5Dgk+dViu0TkMnrfb04rJOQw+SXcqksU5D0hDp3XCwTkPaJ7U2R69OQ8/E4tsnrk5D/ceX1BKtTkPMB/8nCKxOQylUSN0Hq05DA3qo+xGqTkO3RlmKJqlOQ5OLmZBFqE5DSCGtFW+nTkNx69wgo6ZOQwncdrnhpU5D9PbN5iqlTkOFVTqwfqROQ/0pGR3do05DIMPMNEajTkO3j7z+uaJOQyUiVYI4ok5D9jMIx8GhTkNzqUzUVaFOQziVnrH0oE5DzTt/Zp6gTkM+F3X6UqBOQ7/aC3USoE5DRXbU3dyfTkMvGmU8sp9OQ+U6WZiSn05DhJRR+X2fTkOHLvRmdJ9OQ3Rf7Oh1n05DitDqhoKfTkN0gaVImp9OQ/3L1zW9n05DyWdCVuufTkMJbquxJKBOQz9d3k9poE5D9hysOLmgTkOHAetzFKFOQ9vPdgl7oU5DMsEwAe2hTkPwhv9iaqJOQ2JOzzbzok5DkcSRhIejTkMSGj5UJ6ROQ9kG0a3SpE5DE85MmYmlTkP3QbkeTKZOQ63HI0Yap05DIVufF/SnTkPtkkSb2ahOQzakMdnKqU5DmWaK2ceqTkMPWHik0KtOQ9ugKkLlrE5DeBfWugWuTkOMRLUWMq9OQ9lmCF5qsE5DNncVma6xTkOKLCjQ/rJOQ8b/kQtbtE5D4i+qU8O1TkPlxc2wN7dOQ+WYXyu4uE5DD1LIy0S6TkOzcHaa3btOQ1BO3p+CvU5DoiJ65DO/TkO6B8pw8cBOQw3+U027wk5DkPCjgpHETkPVuEsZdMZOQyMj4xljyE5DnvIHjV7KTkNl5V17ZsxOQ7u4ju16zk5DMy1K7JvQTkPYCkaAydJOQ10lPrID1U5DUmD0ikrXTkNYszATntlOQ1kuwVP+205Dv/15VWveTkO6bjUh5eBOQ3rz079r405DdCc8Ov/lTkOt01qZn+hOQ//yIuZM605DZraNKQfuTkNSiZpszvBOQ/sVT7ii805DsUm3FYT2TkM6WeWNcvlOQyrF8Slu/E5DR1778nb/TkPkSSfyjAJPQ0oGoTCwBU9DH2+at+AIT0PSwUuQHgxPQwei88NpD09DCR7XW8IST0M9s0FhKBZPQ5xShd2bGU9DLGX62RwdT0N60P9fqyBPQyL7+nhHJE9DS9FXLvEnT0MzyYiJqCtPQ7XnBpRtL09D28RRV0AzT0NpkO/cIDdPQ3UWbS4PO09D+sNdVQs/T0N0q1tbFUNPQ3yJB0otR09DaMkIK1NLT0PyiQ0Ih09PQ9ahyurIU09Dh6T73BhYT0PT5mLodlxPQ5iDyRbjYE9DdWD/cV1lT0OFMtsD5mlPQxWDOtZ8bk9DYLQB8yFzT0NYBhxk1XdPQ1+bezOXfE9DF30Za2eBT0MpofUURoZPQxLuFjszi09D9j+L5y6QT0N2bWckOZVPQ4NMx/tRmk9DQLfNd3mfT0PakKSir6RPQ27KfIb0qU9D8WeOLUivT0MQhRiiqrRPQydaYe4buk9DKkG2HJy/T0OXums3K8VPQ3Ry3UjJyk9DQEVuW3bQT0P4RIh5MtZPQxS+nK39209DiTwkAtjhT0PYkJ6BwedPQxTVkja67U9D8XGPK8LzT0PZIypr2flPQwAAAAAAUIfA/oIrZUcVd0AAAAAAAAA4Q7Tjyat5zzE9AAD4/kIuZj/U///////fPxYx2HFVVcU/KXGRdlVVpT8AAAAAAACQPAAAAAAA8IRAADQAAA==",
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
