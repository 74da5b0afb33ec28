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
  abi: 4,
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
    { kind: "fit", text: "fit density ~ capacity / (1 + exp(-rate * (hours - midpoint)))", response: "density", observed: 1, noise: { word: "sigma", text: "error", column: 2, scale: "relative", range: "positive", variancePower: 2 }, absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 0 },
  ],
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
  blocks: [
    {
      kind: "row",
      first: 0,
      count: 1,
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
    },
  ],
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
    layout: { params: 0, table: 64, factor: 192, sums: 288, errors: 320, bad: 352, panel: 1472, panelColumnBytes: 4160, lm: 384 },
    columns: [0, 1, 2],
    imports: [],
    heap: 20288,
    bytes: "AGFzbQEAAAABPwpgAABgAXwBfGABewF7YAN/f38AYAR/f39/AGAFf39/f38AYAZ/f39/f38AYAN/f3wBfGACf38AYAN/f38BfwMcGwABAgIDAwMDBAQEBAUGBgYGBgYHCAkJCAgEAwUDAQACB0MHB3ByZXBhcmUAAAlsaW5lYXJpemUABQlyZXNpZHVhbHMABwRmb2xkABkEY29zdAAaBnJlZHVjZQAYBm1lbW9yeQIACuhBG0kCAX8Be0HAASEAA0AgAP0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEEQaiEAIABBgANJDQALQQD9CgMI/e0BIQFBACAB/QsDgAELrQMFAnwBfwZ8AX8EfEQAAAAAAFCHwCAAIABEAAAAAABQh8BjGyEBIAFE/oIrZUcVd0CiRAAAAAAAADhDoCECIAK9p0H/AXFBA3QhAyAARAAAAAAA8IRAYwR8IAK9QiyGIAMpA8CNAXy/IgQgBCABIAJEAAAAAAAAOEOhIgZEAAD4/kIuZj+ioSAGRLTjyat5zzE9oqEiBSAFokTU///////fP0QWMdhxVVXFPyAFoqBEKXGRdlVVpT8gBSAFoqKgoiAFoKKgRAAAAAAAAJA8ogVEAAAAAABQh8BEAAAAAAAwhkAgAEQAAAAAADCGQCAAYxsiCCAIRAAAAAAAUIfAYxshByAHRP6CK2VHFXdAokQAAAAAAAA4Q6AhCSAJvadB/wFxQQN0IQogCb1CLIYgCikDwI0BfEKAgICAgICA4AZ9vyILIAsgByAJRAAAAAAAADhDoSINRAAA+P5CLmY/oqEgDUS048mrec8xPaKhIgwgDKJE1P//////3z9EFjHYcVVVxT8gDKKgRClxkXZVVaU/IAwgDKKioKIgDKCioEQAAAAAAABQQ6ILIQ4gDgsVACAA/SEAEAH9FCAA/SEBEAH9IgELhgIDAnsCfwR7IABBAP0KA8CdAf33ASEBIAFBAP0KA8idAf3yAUEA/QoD0J0B/fABIQIgAv0bAEH/AXFBA3QhAyAC/RsCQf8BcUEDdCEEIABBAP0KA4ieAf1J/cQBQQNGBHsgAkEs/csBIAQgA/1dA8CNAf1XA8CNAQH9zgEiBSAFIAEgAkEA/QoD0J0B/fEBIgdBAP0KA+CdAf3yAf3xASAHQQD9CgPYnQH98gH98QEiBiAG/fIBQQD9CgPonQFBAP0KA/CdASAG/fIB/fABQQD9CgP4nQEgBiAG/fIB/fIB/fAB/fIBIAb98AH98gH98AFBAP0KA4CeAf3yAQUgABACCyEIIAgLugMEA38EewF/EnsgAkEDakF8cUEDdCEDIAAgAUEBbGohBCAAIAFBAmxqIQVBAP0KAwAhBkEA/QoDCCEHQQD9CgMQIQhBAP0AA4ABIQlBACEKA0AgACAKav0AAwAhCyAEIApq/QADACEMIAUgCmr9AAMAIQ0gCyAI/fEBIQ4gCSAO/fIBIQ8gDxADIRAgECER/QwAAAAAAADwPwAAAAAAAPA/IBH98AEhEiAGIBL98wEhE/0MAAAAAAAA8D8AAAAAAADwPyAN/fMBIBL98wEhFCATIBT98gH97QEhFSARIRb9DAAAAAAAAAAAAAAAAAAAAAAiGCAVIBb98gEgFSAY/Uf9UiEXIBMgDP3xASAN/fMBIRkgFCEaIA4gF/3yAf3tASEbIAcgF/3yASEcIAogGf0LA4BtIAogGv0LA8ALIAogG/0LA4AsIAogHP0LA8BMIApBEGohCiAKIANJDQALIAJBA3EEQCACQQN0IQoDQCAKRAAAAAAAAAAAOQOAbSAKRAAAAAAAAAAAOQPACyAKRAAAAAAAAAAAOQOALCAKRAAAAAAAAAAAOQPATCAKQQhqIQogCiADSQ0ACwsLhAoJAXsDfwR7AX8QewJ/DXsCfxt7/Qz/////////////////////IQP9DAAAAAAAUIfAAAAAAABQh8AhFf0M/oIrZUcVd0D+gitlRxV3QCEX/QwAAAAAAAA4QwAAAAAAADhDIRj9DLTjyat5zzE9tOPJq3nPMT0hGv0MAAD4/kIuZj8AAPj+Qi5mPyEb/QzU///////fP9T//////98/IR79DBYx2HFVVcU/FjHYcVVVxT8hH/0MKXGRdlVVpT8pcZF2VVWlPyEg/QwAAAAAAACQPAAAAAAAAJA8ISEgAkEDakF8cUEDdCEEIAAgAUEBbGohBSAAIAFBAmxqIQZBAP0KAwAhB0EA/QoDCCEIQQD9CgMQIQlBAP0AA4ABIQpBACELA0AgACALav0AAwAhDCAFIAtq/QADACENIAYgC2r9AAMAIQ4gACALav0AAxAhDyAFIAtq/QADECEQIAYgC2r9AAMQIREgDCAJ/fEBIRIgDyAJ/fEBIRMgCiAS/fIBIRQgFCAV/fcBIRYgFiAX/fIBIBj98AEhGSAZ/RsAQf8BcUEDdCEcIBn9GwJB/wFxQQN0IR0gIiAU/fcBISIgGUEs/csBIB0gHP1dA8CNAf1XA8CNAQH9zgEiJCAkIBYgGSAY/fEBIiYgG/3yAf3xASAmIBr98gH98QEiJSAl/fIBIB4gHyAl/fIB/fABICAgJSAl/fIB/fIB/fAB/fIBICX98AH98gH98AEgIf3yASEjICMhJyAKIBP98gEhKCAoIBX99wEhKSApIBf98gEgGP3wASEqICr9GwBB/wFxQQN0ISsgKv0bAkH/AXFBA3QhLCAiICj99wEhIiAqQSz9ywEgLCAr/V0DwI0B/VcDwI0BAf3OASIuIC4gKSAqIBj98QEiMCAb/fIB/fEBIDAgGv3yAf3xASIvIC/98gEgHiAfIC/98gH98AEgICAvIC/98gH98gH98AH98gEgL/3wAf3yAf3wASAh/fIBIS0gLSEx/QwAAAAAAADwPwAAAAAAAPA/ICf98AEhMv0MAAAAAAAA8D8AAAAAAADwPyAx/fABITMgByAy/fMBITQgByAz/fMBITX9DAAAAAAAAPA/AAAAAAAA8D8gDv3zASAy/fMBITb9DAAAAAAAAPA/AAAAAAAA8D8gEf3zASAz/fMBITcgNCA2/fIB/e0BITggJyE5/QwAAAAAAAAAAAAAAAAAAAAAIjsgOCA5/fIBIDggO/1H/VIhOiA1IDf98gH97QEhPCAxIT39DAAAAAAAAAAAAAAAAAAAAAAiPyA8ID398gEgPCA//Uf9UiE+IDQgDf3xASAO/fMBIUAgNSAQ/fEBIBH98wEhQSA2IUIgNyFDIBIgOv3yAf3tASFEIBMgPv3yAf3tASFFIAggOv3yASFGIAggPv3yASFHIAsgQP0LA4BtIAsgQv0LA8ALIAsgRP0LA4AsIAsgRv0LA8BMIAsgQf0LA5BtIAsgQ/0LA9ALIAsgRf0LA5AsIAsgR/0LA9BMIAtBIGohCyALIARJDQALIAMgIv0MAAAAAADwhEAAAAAAAPCEQP1J/U79wwFFBEAgACABIAIQBAsgAkEDcQRAIAJBA3QhCwNAIAtEAAAAAAAAAAA5A4BtIAtEAAAAAAAAAAA5A8ALIAtEAAAAAAAAAAA5A4AsIAtEAAAAAAAAAAA5A8BMIAtBCGohCyALIARJDQALCwv2AQQDfwR7AX8GeyACQQNqQXxxQQN0IQMgACABQQFsaiEEIAAgAUECbGohBUEA/QoDACEGQQD9CgMIIQdBAP0KAxAhCEEA/QADgAEhCUEAIQoDQCAAIApq/QADACELIAQgCmr9AAMAIQwgBSAKav0AAwAhDSAJIAsgCP3xAf3yASEOIA4QAyEPIAb9DAAAAAAAAPA/AAAAAAAA8D8gD/3wAf3zASAM/fEBIA398wEhECAKIBD9CwOAbSAKQRBqIQogCiADSQ0ACyACQQNxBEAgAkEDdCEKA0AgCkQAAAAAAAAAADkDgG0gCkEIaiEKIAogA0kNAAsLC6kHCQF7A38EewF/DnsCfw17An8Fe/0M/////////////////////yED/QwAAAAAAFCHwAAAAAAAUIfAIRP9DP6CK2VHFXdA/oIrZUcVd0AhFf0MAAAAAAAAOEMAAAAAAAA4QyEW/Qy048mrec8xPbTjyat5zzE9IRj9DAAA+P5CLmY/AAD4/kIuZj8hGf0M1P//////3z/U///////fPyEc/QwWMdhxVVXFPxYx2HFVVcU/IR39DClxkXZVVaU/KXGRdlVVpT8hHv0MAAAAAAAAkDwAAAAAAACQPCEfIAJBA2pBfHFBA3QhBCAAIAFBAWxqIQUgACABQQJsaiEGQQD9CgMAIQdBAP0KAwghCEEA/QoDECEJQQD9AAOAASEKQQAhCwNAIAAgC2r9AAMAIQwgBSALav0AAwAhDSAGIAtq/QADACEOIAAgC2r9AAMQIQ8gBSALav0AAxAhECAGIAtq/QADECERIAogDCAJ/fEB/fIBIRIgEiAT/fcBIRQgFCAV/fIBIBb98AEhFyAX/RsAQf8BcUEDdCEaIBf9GwJB/wFxQQN0IRsgICAS/fcBISAgF0Es/csBIBsgGv1dA8CNAf1XA8CNAQH9zgEiIiAiIBQgFyAW/fEBIiQgGf3yAf3xASAkIBj98gH98QEiIyAj/fIBIBwgHSAj/fIB/fABIB4gIyAj/fIB/fIB/fAB/fIBICP98AH98gH98AEgH/3yASEhIAf9DAAAAAAAAPA/AAAAAAAA8D8gIf3wAf3zASAN/fEBIA798wEhJSAKIA8gCf3xAf3yASEmICYgE/33ASEnICcgFf3yASAW/fABISggKP0bAEH/AXFBA3QhKSAo/RsCQf8BcUEDdCEqICAgJv33ASEgIChBLP3LASAqICn9XQPAjQH9VwPAjQEB/c4BIiwgLCAnICggFv3xASIuIBn98gH98QEgLiAY/fIB/fEBIi0gLf3yASAcIB0gLf3yAf3wASAeIC0gLf3yAf3yAf3wAf3yASAt/fAB/fIB/fABIB/98gEhKyAH/QwAAAAAAADwPwAAAAAAAPA/ICv98AH98wEgEP3xASAR/fMBIS8gCyAl/QsDgG0gCyAv/QsDkG0gC0EgaiELIAsgBEkNAAsgAyAg/QwAAAAAAPCEQAAAAAAA8IRA/Un9Tv3DAUUEQCAAIAEgAhAGCyACQQNxBEAgAkEDdCELA0AgC0QAAAAAAAAAADkDgG0gC0EIaiELIAsgBEkNAAsLC8kCBAR/BHsBfwZ7IAEoAgAhBCABKAIEIQUgASgCCCEGIAEoAgwhB0EAIQwDQCAAIAxq/QADACENIAggDSAEIAxq/QADAP3yAf3wASEIIAkgDSAFIAxq/QADAP3yAf3wASEJIAogDSAGIAxq/QADAP3yAf3wASEKIAsgDSAHIAxq/QADAP3yAf3wASELIAAgDGr9AAMQIQ4gCCAOIAQgDGr9AAMQ/fIB/fABIQggCSAOIAUgDGr9AAMQ/fIB/fABIQkgCiAOIAYgDGr9AAMQ/fIB/fABIQogCyAOIAcgDGr9AAMQ/fIB/fABIQsgDEEgaiEMIAwgAkkNAAsgCCEPIAMgD/0hACAP/SEBoDkDACAJIRAgAyAQ/SEAIBD9IQGgOQMIIAohESADIBH9IQAgEf0hAaA5AxAgCyESIAMgEv0hACAS/SEBoDkDGAuTAgQDfwZ7AX8FeyABKAIAIQQgASgCBCEFIAEoAgghBkEAIQ0DQCAAIA1q/QADACEOIAcgDiAEIA1q/QADAP3yAf3wASEHIAggDiAFIA1q/QADAP3yAf3wASEIIAkgDiAGIA1q/QADAP3yAf3wASEJIAAgDWr9AAMQIQ8gCiAPIAQgDWr9AAMQ/fIB/fABIQogCyAPIAUgDWr9AAMQ/fIB/fABIQsgDCAPIAYgDWr9AAMQ/fIB/fABIQwgDUEgaiENIA0gAkkNAAsgByAK/fABIRAgAyAQ/SEAIBD9IQGgOQMAIAggC/3wASERIAMgEf0hACAR/SEBoDkDCCAJIAz98AEhEiADIBL9IQAgEv0hAaA5AxALyQEEAn8EewF/BHsgASgCACEEIAEoAgQhBUEAIQoDQCAAIApq/QADACELIAYgCyAEIApq/QADAP3yAf3wASEGIAcgCyAFIApq/QADAP3yAf3wASEHIAAgCmr9AAMQIQwgCCAMIAQgCmr9AAMQ/fIB/fABIQggCSAMIAUgCmr9AAMQ/fIB/fABIQkgCkEgaiEKIAogAkkNAAsgBiAI/fABIQ0gAyAN/SEAIA39IQGgOQMAIAcgCf3wASEOIAMgDv0hACAO/SEBoDkDCAt/BAF/AnsBfwN7IAEoAgAhBEEAIQcDQCAAIAdq/QADACEIIAUgCCAEIAdq/QADAP3yAf3wASEFIAAgB2r9AAMQIQkgBiAJIAQgB2r9AAMQ/fIB/fABIQYgB0EgaiEHIAcgAkkNAAsgBSAG/fABIQogAyAK/SEAIAr9IQGgOQMAC+gBAQF/QQAhBQJAIAVBBGogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAggBUEEaiEFIAVBBGogAkwNAAsLAkAgBUEDaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCSAFQQNqIQUgBUEDaiACTA0ACwsCQCAFQQJqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAKIAVBAmohBSAFQQJqIAJMDQALCwJAIAVBAWogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAsgBUEBaiEFIAVBAWogAkwNAAsLC9ADEAN/BnsBfwF7AX8BewF/AXsBfwJ7AX8BewF/AXsBfwR7IAIoAgAhBiACKAIEIQcgAigCCCEIIAT9CgMAIQkgBP0KAwghCiAE/QoDECELQQAhDwNAIAAgD2r9AAMAIRAgBiAPaiERIBH9AAMAIAkgEP3yAf3xASESIBEgEv0LAwAgDCASIBL98gH98AEhDCAHIA9qIRMgE/0AAwAgCiAQ/fIB/fEBIRQgEyAU/QsDACANIBIgFP3yAf3wASENIAggD2ohFSAV/QADACALIBD98gH98QEhFiAVIBb9CwMAIA4gEiAW/fIB/fABIQ4gACAPav0AAxAhFyAGIA9qIRggGP0AAxAgCSAX/fIB/fEBIRkgGCAZ/QsDECAMIBkgGf3yAf3wASEMIAcgD2ohGiAa/QADECAKIBf98gH98QEhGyAaIBv9CwMQIA0gGSAb/fIB/fABIQ0gCCAPaiEcIBz9AAMQIAsgF/3yAf3xASEdIBwgHf0LAxAgDiAZIB398gH98AEhDiAPQSBqIQ8gDyADSQ0ACyAMIR4gBSAe/SEAIB79IQGgOQMAIA0hHyAFIB/9IQAgH/0hAaA5AwggDiEgIAUgIP0hACAg/SEBoDkDEAvHAgwCfwR7AX8BewF/AXsBfwJ7AX8BewF/A3sgAigCACEGIAIoAgQhByAE/QoDACEIIAT9CgMIIQlBACEMA0AgACAMav0AAwAhDSAGIAxqIQ4gDv0AAwAgCCAN/fIB/fEBIQ8gDiAP/QsDACAKIA8gD/3yAf3wASEKIAcgDGohECAQ/QADACAJIA398gH98QEhESAQIBH9CwMAIAsgDyAR/fIB/fABIQsgACAMav0AAxAhEiAGIAxqIRMgE/0AAxAgCCAS/fIB/fEBIRQgEyAU/QsDECAKIBQgFP3yAf3wASEKIAcgDGohFSAV/QADECAJIBL98gH98QEhFiAVIBb9CwMQIAsgFCAW/fIB/fABIQsgDEEgaiEMIAwgA0kNAAsgCiEXIAUgF/0hACAX/SEBoDkDACALIRggBSAY/SEAIBj9IQGgOQMIC+YDEAN/BnsBfwJ7AX8BewF/AXsBfwN7AX8BewF/AXsBfwR7IAIoAgAhBiACKAIEIQcgAigCCCEIIAT9CgMAIQkgBP0KAwghCiAE/QoDECELQQAhDwNAIAAgD2r9AAMAIRAgASAPav0AAwAhESAGIA9qIRIgEv0AAwAgCSAQ/fIB/fEBIRMgEiAT/QsDACAMIBEgE/3yAf3wASEMIAcgD2ohFCAU/QADACAKIBD98gH98QEhFSAUIBX9CwMAIA0gESAV/fIB/fABIQ0gCCAPaiEWIBb9AAMAIAsgEP3yAf3xASEXIBYgF/0LAwAgDiARIBf98gH98AEhDiAAIA9q/QADECEYIAEgD2r9AAMQIRkgBiAPaiEaIBr9AAMQIAkgGP3yAf3xASEbIBogG/0LAxAgDCAZIBv98gH98AEhDCAHIA9qIRwgHP0AAxAgCiAY/fIB/fEBIR0gHCAd/QsDECANIBkgHf3yAf3wASENIAggD2ohHiAe/QADECALIBj98gH98QEhHyAeIB/9CwMQIA4gGSAf/fIB/fABIQ4gD0EgaiEPIA8gA0kNAAsgDCEgIAUgIP0hACAg/SEBoDkDACANISEgBSAh/SEAICH9IQGgOQMIIA4hIiAFICL9IQAgIv0hAaA5AxAL3QIMAn8EewF/AnsBfwF7AX8DewF/AXsBfwN7IAIoAgAhBiACKAIEIQcgBP0KAwAhCCAE/QoDCCEJQQAhDANAIAAgDGr9AAMAIQ0gASAMav0AAwAhDiAGIAxqIQ8gD/0AAwAgCCAN/fIB/fEBIRAgDyAQ/QsDACAKIA4gEP3yAf3wASEKIAcgDGohESAR/QADACAJIA398gH98QEhEiARIBL9CwMAIAsgDiAS/fIB/fABIQsgACAMav0AAxAhEyABIAxq/QADECEUIAYgDGohFSAV/QADECAIIBP98gH98QEhFiAVIBb9CwMQIAogFCAW/fIB/fABIQogByAMaiEXIBf9AAMQIAkgE/3yAf3xASEYIBcgGP0LAxAgCyAUIBj98gH98AEhCyAMQSBqIQwgDCADSQ0ACyAKIRkgBSAZ/SEAIBn9IQGgOQMAIAshGiAFIBr9IQAgGv0hAaA5AwgL1AEIAX8CewF/AnsBfwN7AX8CeyACKAIAIQYgBP0KAwAhB0EAIQkDQCAAIAlq/QADACEKIAEgCWr9AAMAIQsgBiAJaiEMIAz9AAMAIAcgCv3yAf3xASENIAwgDf0LAwAgCCALIA398gH98AEhCCAAIAlq/QADECEOIAEgCWr9AAMQIQ8gBiAJaiEQIBD9AAMQIAcgDv3yAf3xASERIBAgEf0LAxAgCCAPIBH98gH98AEhCCAJQSBqIQkgCSADSQ0ACyAIIRIgBSAS/SEAIBL9IQGgOQMAC6QCAQh/IAEoAgAhBiACQQJGBEAgACAGIAEgAyAEIAUQDgUgACAGIAEgAyAEIAUQDUEAIQcCQCAHQQNqIAJBA2tMRQ0AA0AgB0EDaiEIIAhBA3QhCSAAIAYgASAIQQJ0aiADIAQgCWogBSAJahAPIAdBA2ohByAHQQNqIAJBA2tMDQALCwJAIAdBAmogAkEDa0xFDQADQCAHQQNqIQogCkEDdCELIAAgBiABIApBAnRqIAMgBCALaiAFIAtqEBAgB0ECaiEHIAdBAmogAkEDa0wNAAsLAkAgB0EBaiACQQNrTEUNAANAIAdBA2ohDCAMQQN0IQ0gACAGIAEgDEECdGogAyAEIA1qIAUgDWoQESAHQQFqIQcgB0EBaiACQQNrTA0ACwsLC8oBBQF7An8CfAF7AX/9DAAAAAAAAAAAAAAAAAAAAAAhA0EAIQRBACEEA0AgACAEaiEFIAMgBf0AAwD97AH99QEhAyAEQRBqIQQgBCABSQ0ACyAD/SEAIAP9IQGlIQYgBkQAAAAAAAAAAGEEQEQAAAAAAAAAAA8LIAYgAqVEAAAAAAAAEAClvUKAgICAgICA+P8Ag78hByAH/RQhCEEAIQQDQCAAIARqIQkgCSAJ/QADACAI/fMB/QsDACAEQRBqIQQgBCABSQ0ACyAHC9EECgR/AXwBfwF8AX8CfAJ/BHwCfwJ8IABBAWohAkEAIQMCQCAARQ0AQcAAIANBAnRqKAIAQcAAIANBAnRqIAAgA2sgAUHACiADQQN0ahAMQcAKIABBA3RqQQArA4AKOQMAA0BBwAEgAyACbEEDdGohBCAEIANBA3RqIQUgBSsDACEGQcAKIANBA3RqIQdEAAAAAAAA8D8hCEHAACADQQJ0aigCACEJIAcrAwAhCiAGIAaiIAqgIQsgC0QmpqyqBLZ5M2QgC0RE88Lk5OljTGNxIApEhOuRpBULzQVkcUUEQCAJIAEgBpkQEyEIIAhEAAAAAAAAAABiBEAgBiAIoyEGQcAAIANBAnRqKAIAQcAAIANBAnRqIAIgA2sgAUHACiADQQN0ahAMIAYgBqIgBysDAKAhCwsLIANBAWohDCAMIABOIQ0gCEQAAAAAAAAAAGEEQCANRQRAQcAAIAxBAnRqKAIAQcAAIAxBAnRqIAIgDGsgAUHACiAMQQN0ahAMCwUgC58hDiAOmiAOIAZEAAAAAAAAAABkGyEPIAYgD6EhEEQAAAAAAADwPyAOIA4gBpmgoqMhESAFIA8gCKI5AwAgDCESA0AgBCASQQN0aiETIBMrAwAhFCARIBAgFKJBwAogEkEDdGorAwCgoiEVQYALIBJBA3RqIBU5AwAgEyAUIBUgEKKhOQMAIBJBAWohEiASIAJIDQALIA1FBEAgCUHAACAMQQJ0aiACIAxrIAFBgAsgDEEDdGpBwAogDEEDdGoQEgsLIAwhAyAMIABIDQALCwuNAQMFfwF8AX9BACEDQQAhBANAIAAgBEEEbGooAgAhBUEAIQZBACEHA0AgBSAHaisDACEIIAYgCCAIoUQAAAAAAAAAAGJqIQYgB0EIaiEHIAcgAkkNAAtBAEEIIAQgAUYbIQkgCSAJKwPgAiAGuKA5A+ACIAMgBnIhAyAEQQFqIQQgBCABTA0ACyADQQBHC7wBAwJ/BHwBf0EAIQMgAUEIbCEERAAAAAAAAAAAIQUDQEQAAAAAAADgP0QAAAAAAADwPyADIARGGyADKwOACqIhBiADKwOgAiEHIAcgBqAhCCADIAg5A6ACIAMgAysDwAIgByAIoSAGoCAGIAihIAegIAeZIAaZZhugOQPAAiAFIAZEAAAAAAAAAACioCEFIANBCGohAyADIARNDQALIAVEAAAAAAAAAABhBH9BAQUgACABIAIQFUULIQkgCQsdAEHAACAAQQJ0aigCAEHAACAAQQFqIAFBgAoQDAsOACAAIAEQFyAAIAEQFAtsAQR/IAIhBEEAIQUCQANAIARBAEwNASAEQYAEIARBgARIGyEGIAAgBWogASAGEAUgBkEDakF8cUEDdEEBbCEHIAMgBxAXQcAAIAMgBxAWBEAgAyAHEBQLIARBgARrIQQgBUGAIGohBQwACwsLcQEFfyACIQNBACEEAkADQCADQQBMDQEgA0GABCADQYAESBshBSAAIARqIAEgBRAHIAVBA2pBfHFBA3RBAWwhBkGA7QBBkJ4BQQEgBkGAChAMQZCeAUEAIAYQFiEHIANBgARrIQMgBEGAIGohBAwACwsLC90QAQBBwI0BC9QQAAAAAAAAUEO/vFr6GvtPQzUz+6k99k9DgQI7FGjxT0NhgHc+muxPQ8y7ES7U509DhX9u6BXjT0OxVPZyX95PQ3SFFdOw2U9DiR88DgrVT0Pe9t0pa9BPQzaocivUy09DyJt1GEXHT0PgB2b2vcJPQ4Pzxso+vk9DGTkfm8e5T0MPiflsWLVPQ4Vs5EXxsE9D90dyK5KsT0PsXTkjO6hPQ6LR0zLso09DxanfX6WfT0Mb0/6vZptPQz4j1ygwl09DUVsS0AGTT0O2Kl6r245PQ8wxbMC9ik9DqwTyFKiGT0PgLamumoJPQy4xT5OVfk9DUY6lyJh6T0PCw3FUpHZPQ3tRfTy4ck9DwLuVhtRuT0PqjYw4+WpPQy9dN1gmZ09Ddctv61tjT0McihP4mV9PQ9RcBITgW09DaxwolS9YT0OquWgxh1RPQydAtF7nUE9DHdn8IlBNT0NNzjiEwUlPQ9aMYog7Rk9DGah4Nb5CT0OW3H2RST9PQ9ESeaLdO09DOGJ1bno4T0MKFIL7HzVPQz+msk/OMU9Ddc4ecYUuT0PdfOJlRStPQynfHTQOKE9DgWP14d8kT0Nwu5F1uiFPQ+HeH/WdHk9DEw/RZoobT0OQ2drQfxhPQy8bdzl+FU9DCwPkpoUST0OJFWQflg9PQ1YvPqmvDE9Da4i9StIJT0MVtzEK/gZPQ/2y7u0yBE9DMdhM/HABT0My6qg7uP5OQ/8WZLII/E5DLfrjZmL5TkPxn5JfxfZOQzuI3qIx9E5Dy6k6N6fxTkNKdR4jJu9OQ2bYBW2u7E5D70BxG0DqTkP3n+U02+dOQ/Rs7L9/5U5D5agTwy3jTkNz4e1E5eBOQyI0Ekym3k5DdVEc33DcTkMcgKwERdpOQySgZ8Mi2E5DKi73IQrWTkOKRgkn+9NOQ5eoUNn10U5D1LmEP/rPTkMtiWFgCM5OQzLSp0IgzE5DVwAd7UHKTkM3MotmbchOQ9A8wbWixk5D0q6S4eHETkPe09fwKsNOQ9e3bep9wU5DJyo21dq/TkMUwRe4Qb5OQw3d/ZmyvE5D/6vYgS27TkOnLJ12srlOQ+4xRX9BuE5DQmbPotq2TkPvTj/ofbVOQ4JPnVYrtE5DJ6329OKyTkMPkl3KpLFOQ9IQ6d1wsE5D2ie1NkevTkPPxOLbJ65OQ/3Hl9QSrU5DzAf/JwisTkMpVEjdB6tOQwN6qPsRqk5Dt0ZZiiapTkOTi5mQRahOQ0ghrRVvp05DcevcIKOmTkMJ3Ha54aVOQ/T2zeYqpU5DhVU6sH6kTkP9KRkd3aNOQyDDzDRGo05Dt4+8/rmiTkMlIlWCOKJOQ/YzCMfBoU5Dc6lM1FWhTkM4lZ6x9KBOQ807f2aeoE5DPhd1+lKgTkO/2gt1EqBOQ0V21N3cn05DLxplPLKfTkPlOlmYkp9OQ4SUUfl9n05Dhy70ZnSfTkN0X+zodZ9OQ4rQ6oaCn05DdIGlSJqfTkP9y9c1vZ9OQ8lnQlbrn05DCW6rsSSgTkM/Xd5PaaBOQ/YcrDi5oE5DhwHrcxShTkPbz3YJe6FOQzLBMAHtoU5D8Ib/YmqiTkNiTs8286JOQ5HEkYSHo05DEho+VCekTkPZBtGt0qROQxPOTJmJpU5D90G5HkymTkOtxyNGGqdOQyFbnxf0p05D7ZJEm9moTkM2pDHZyqlOQ5lmitnHqk5DD1h4pNCrTkPboCpC5axOQ3gX1roFrk5DjES1FjKvTkPZZghearBOQzZ3FZmusU5Diiwo0P6yTkPG/5ELW7ROQ+IvqlPDtU5D5cXNsDe3TkPlmF8ruLhOQw9SyMtEuk5Ds3B2mt27TkNQTt6fgr1OQ6IieuQzv05DugfKcPHATkMN/lNNu8JOQ5Dwo4KRxE5D1bhLGXTGTkMjI+MZY8hOQ57yB41eyk5DZeVde2bMTkO7uI7tes5OQzMtSuyb0E5D2ApGgMnSTkNdJT6yA9VOQ1Jg9IpK105DWLMwE57ZTkNZLsFT/ttOQ7/9eVVr3k5Dum41IeXgTkN689O/a+NOQ3QnPDr/5U5DrdNamZ/oTkP/8iLmTOtOQ2a2jSkH7k5DUomabM7wTkP7FU+4ovNOQ7FJtxWE9k5DOlnljXL5TkMqxfEpbvxOQ0de+/J2/05D5Ekn8owCT0NKBqEwsAVPQx9vmrfgCE9D0sFLkB4MT0MHovPDaQ9PQwke11vCEk9DPbNBYSgWT0OcUoXdmxlPQyxl+tkcHU9DetD/X6sgT0Mi+/p4RyRPQ0vRVy7xJ09DM8mIiagrT0O15waUbS9PQ9vEUVdAM09DaZDv3CA3T0N1Fm0uDztPQ/rDXVULP09DdKtbWxVDT0N8iQdKLUdPQ2jJCCtTS09D8okNCIdPT0PWocrqyFNPQ4ek+9wYWE9D0+Zi6HZcT0OYg8kW42BPQ3Vg/3FdZU9DhTLbA+ZpT0MVgzrWfG5PQ2C0AfMhc09DWAYcZNV3T0Nfm3szl3xPQxd9GWtngU9DKaH1FEaGT0MS7hY7M4tPQ/Y/i+cukE9Ddm1nJDmVT0ODTMf7UZpPQ0C3zXd5n09D2pCkoq+kT0NuynyG9KlPQ/Fnji1Ir09DEIUYoqq0T0MnWmHuG7pPQypBthycv09Dl7prNyvFT0N0ct1IycpPQ0BFblt20E9D+ESIeTLWT0MUvpyt/dtPQ4k8JALY4U9D2JCegcHnT0MU1ZI2uu1PQ/FxjyvC809D2SMqa9n5T0MAAAAAAFCHwP6CK2VHFXdAAAAAAAAAOEO048mrec8xPQAA+P5CLmY/1P//////3z8WMdhxVVXFPylxkXZVVaU/AAAAAAAAkDwAAAAAAPCEQIA2AAA=",
  },
};

/**
 * Logistic growth of a culture. The program passes the measurements, so there is no `data` block.
 *
 * Parameters:
 * - `capacity` `= max(density) in (0, inf)`: the density at which growth ends
 * - `rate` `= 0.5 in (0, 10]`: per hour
 * - `midpoint` `= mean(hours)`: when half of the capacity is reached, hours
 *
 * Columns:
 * - `hours`
 * - `density`
 * - `error`
 *
 * Derived:
 * - `doubling_time` `= log(2) / rate`: early on, hours
 */
const m0: Fitter<GrowthShape> = /* @__PURE__ */ createFitter<GrowthShape>(problem0);

export { m0 as Growth, type GrowthShape };
