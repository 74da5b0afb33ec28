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
    bytes: "AGFzbQEAAAABPwpgAABgAXwBfGABewF7YAN/f38AYAR/f39/AGAFf39/f38AYAZ/f39/f38AYAN/f3wBfGACf38AYAN/f38BfwMcGwABAgIDAwMDBAQEBAUGBgYGBgYHCAkJCAgEAwUDAQACB0MHB3ByZXBhcmUAAAlsaW5lYXJpemUABQlyZXNpZHVhbHMABwRmb2xkABkEY29zdAAaBnJlZHVjZQAYBm1lbW9yeQIACttBG0kCAX8Be0HAASEAA0AgAP0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEEQaiEAIABBgANJDQALQQD9CgMI/e0BIQFBACAB/QsDgAELrQMFAnwBfwZ8AX8EfEQAAAAAAFCHwCAAIABEAAAAAABQh8BjGyEBIAFE/oIrZUcVd0CiRAAAAAAAADhDoCECIAK9p0H/AXFBA3QhAyAARAAAAAAA8IRAYwR8IAK9QiyGIAMpA8CNAXy/IgQgBCABIAJEAAAAAAAAOEOhIgZEAAD4/kIuZj+ioSAGRLTjyat5zzE9oqEiBSAFokTU///////fP0QWMdhxVVXFPyAFoqBEKXGRdlVVpT8gBSAFoqKgoiAFoKKgRAAAAAAAAJA8ogVEAAAAAABQh8BEAAAAAAAwhkAgAEQAAAAAADCGQCAAYxsiCCAIRAAAAAAAUIfAYxshByAHRP6CK2VHFXdAokQAAAAAAAA4Q6AhCSAJvadB/wFxQQN0IQogCb1CLIYgCikDwI0BfEKAgICAgICA4AZ9vyILIAsgByAJRAAAAAAAADhDoSINRAAA+P5CLmY/oqEgDUS048mrec8xPaKhIgwgDKJE1P//////3z9EFjHYcVVVxT8gDKKgRClxkXZVVaU/IAwgDKKioKIgDKCioEQAAAAAAABQQ6ILIQ4gDgsVACAA/SEAEAH9FCAA/SEBEAH9IgELhgIDAnsCfwR7IABBAP0KA8CdAf33ASEBIAFBAP0KA8idAf3yAUEA/QoD0J0B/fABIQIgAv0bAEH/AXFBA3QhAyAC/RsCQf8BcUEDdCEEIABBAP0KA4ieAf1J/cQBQQNGBHsgAkEs/csBIAQgA/1dA8CNAf1XA8CNAQH9zgEiBSAFIAEgAkEA/QoD0J0B/fEBIgdBAP0KA+CdAf3yAf3xASAHQQD9CgPYnQH98gH98QEiBiAG/fIBQQD9CgPonQFBAP0KA/CdASAG/fIB/fABQQD9CgP4nQEgBiAG/fIB/fIB/fAB/fIBIAb98AH98gH98AFBAP0KA4CeAf3yAQUgABACCyEIIAgLugMEA38EewF/EnsgAkEDakF8cUEDdCEDIAAgAUEBbGohBCAAIAFBAmxqIQVBAP0KAwAhBkEA/QoDCCEHQQD9CgMQIQhBAP0AA4ABIQlBACEKA0AgACAKav0AAwAhCyAEIApq/QADACEMIAUgCmr9AAMAIQ0gCyAI/fEBIQ4gCSAO/fIBIQ8gDxADIRAgECER/QwAAAAAAADwPwAAAAAAAPA/IBH98AEhEiAGIBL98wEhE/0MAAAAAAAA8D8AAAAAAADwPyAN/fMBIBL98wEhFCATIBT98gH97QEhFSARIRb9DAAAAAAAAAAAAAAAAAAAAAAiGCAVIBb98gEgFSAY/Uf9UiEXIBMgDP3xASAN/fMBIRkgFCEaIA4gF/3yAf3tASEbIAcgF/3yASEcIAogGf0LA4BtIAogGv0LA8ALIAogG/0LA4AsIAogHP0LA8BMIApBEGohCiAKIANJDQALIAJBA3EEQCACQQN0IQoDQCAKRAAAAAAAAAAAOQOAbSAKRAAAAAAAAAAAOQPACyAKRAAAAAAAAAAAOQOALCAKRAAAAAAAAAAAOQPATCAKQQhqIQogCiADSQ0ACwsLhAoJAXsDfwR7AX8QewJ/DXsCfxt7/Qz/////////////////////IQP9DAAAAAAAUIfAAAAAAABQh8AhFf0M/oIrZUcVd0D+gitlRxV3QCEX/QwAAAAAAAA4QwAAAAAAADhDIRj9DLTjyat5zzE9tOPJq3nPMT0hGv0MAAD4/kIuZj8AAPj+Qi5mPyEb/QzU///////fP9T//////98/IR79DBYx2HFVVcU/FjHYcVVVxT8hH/0MKXGRdlVVpT8pcZF2VVWlPyEg/QwAAAAAAACQPAAAAAAAAJA8ISEgAkEDakF8cUEDdCEEIAAgAUEBbGohBSAAIAFBAmxqIQZBAP0KAwAhB0EA/QoDCCEIQQD9CgMQIQlBAP0AA4ABIQpBACELA0AgACALav0AAwAhDCAFIAtq/QADACENIAYgC2r9AAMAIQ4gACALav0AAxAhDyAFIAtq/QADECEQIAYgC2r9AAMQIREgDCAJ/fEBIRIgDyAJ/fEBIRMgCiAS/fIBIRQgFCAV/fcBIRYgFiAX/fIBIBj98AEhGSAZ/RsAQf8BcUEDdCEcIBn9GwJB/wFxQQN0IR0gIiAU/fcBISIgGUEs/csBIB0gHP1dA8CNAf1XA8CNAQH9zgEiJCAkIBYgGSAY/fEBIiYgG/3yAf3xASAmIBr98gH98QEiJSAl/fIBIB4gHyAl/fIB/fABICAgJSAl/fIB/fIB/fAB/fIBICX98AH98gH98AEgIf3yASEjICMhJyAKIBP98gEhKCAoIBX99wEhKSApIBf98gEgGP3wASEqICr9GwBB/wFxQQN0ISsgKv0bAkH/AXFBA3QhLCAiICj99wEhIiAqQSz9ywEgLCAr/V0DwI0B/VcDwI0BAf3OASIuIC4gKSAqIBj98QEiMCAb/fIB/fEBIDAgGv3yAf3xASIvIC/98gEgHiAfIC/98gH98AEgICAvIC/98gH98gH98AH98gEgL/3wAf3yAf3wASAh/fIBIS0gLSEx/QwAAAAAAADwPwAAAAAAAPA/ICf98AEhMv0MAAAAAAAA8D8AAAAAAADwPyAx/fABITMgByAy/fMBITQgByAz/fMBITX9DAAAAAAAAPA/AAAAAAAA8D8gDv3zASAy/fMBITb9DAAAAAAAAPA/AAAAAAAA8D8gEf3zASAz/fMBITcgNCA2/fIB/e0BITggJyE5/QwAAAAAAAAAAAAAAAAAAAAAIjsgOCA5/fIBIDggO/1H/VIhOiA1IDf98gH97QEhPCAxIT39DAAAAAAAAAAAAAAAAAAAAAAiPyA8ID398gEgPCA//Uf9UiE+IDQgDf3xASAO/fMBIUAgNSAQ/fEBIBH98wEhQSA2IUIgNyFDIBIgOv3yAf3tASFEIBMgPv3yAf3tASFFIAggOv3yASFGIAggPv3yASFHIAsgQP0LA4BtIAsgQv0LA8ALIAsgRP0LA4AsIAsgRv0LA8BMIAsgQf0LA5BtIAsgQ/0LA9ALIAsgRf0LA5AsIAsgR/0LA9BMIAtBIGohCyALIARJDQALIAMgIv0MAAAAAADwhEAAAAAAAPCEQP1J/U79wwFFBEAgACABIAIQBAsgAkEDcQRAIAJBA3QhCwNAIAtEAAAAAAAAAAA5A4BtIAtEAAAAAAAAAAA5A8ALIAtEAAAAAAAAAAA5A4AsIAtEAAAAAAAAAAA5A8BMIAtBCGohCyALIARJDQALCwv2AQQDfwR7AX8GeyACQQNqQXxxQQN0IQMgACABQQFsaiEEIAAgAUECbGohBUEA/QoDACEGQQD9CgMIIQdBAP0KAxAhCEEA/QADgAEhCUEAIQoDQCAAIApq/QADACELIAQgCmr9AAMAIQwgBSAKav0AAwAhDSAJIAsgCP3xAf3yASEOIA4QAyEPIAb9DAAAAAAAAPA/AAAAAAAA8D8gD/3wAf3zASAM/fEBIA398wEhECAKIBD9CwOAbSAKQRBqIQogCiADSQ0ACyACQQNxBEAgAkEDdCEKA0AgCkQAAAAAAAAAADkDgG0gCkEIaiEKIAogA0kNAAsLC6kHCQF7A38EewF/DnsCfw17An8Fe/0M/////////////////////yED/QwAAAAAAFCHwAAAAAAAUIfAIRP9DP6CK2VHFXdA/oIrZUcVd0AhFf0MAAAAAAAAOEMAAAAAAAA4QyEW/Qy048mrec8xPbTjyat5zzE9IRj9DAAA+P5CLmY/AAD4/kIuZj8hGf0M1P//////3z/U///////fPyEc/QwWMdhxVVXFPxYx2HFVVcU/IR39DClxkXZVVaU/KXGRdlVVpT8hHv0MAAAAAAAAkDwAAAAAAACQPCEfIAJBA2pBfHFBA3QhBCAAIAFBAWxqIQUgACABQQJsaiEGQQD9CgMAIQdBAP0KAwghCEEA/QoDECEJQQD9AAOAASEKQQAhCwNAIAAgC2r9AAMAIQwgBSALav0AAwAhDSAGIAtq/QADACEOIAAgC2r9AAMQIQ8gBSALav0AAxAhECAGIAtq/QADECERIAogDCAJ/fEB/fIBIRIgEiAT/fcBIRQgFCAV/fIBIBb98AEhFyAX/RsAQf8BcUEDdCEaIBf9GwJB/wFxQQN0IRsgICAS/fcBISAgF0Es/csBIBsgGv1dA8CNAf1XA8CNAQH9zgEiIiAiIBQgFyAW/fEBIiQgGf3yAf3xASAkIBj98gH98QEiIyAj/fIBIBwgHSAj/fIB/fABIB4gIyAj/fIB/fIB/fAB/fIBICP98AH98gH98AEgH/3yASEhIAf9DAAAAAAAAPA/AAAAAAAA8D8gIf3wAf3zASAN/fEBIA798wEhJSAKIA8gCf3xAf3yASEmICYgE/33ASEnICcgFf3yASAW/fABISggKP0bAEH/AXFBA3QhKSAo/RsCQf8BcUEDdCEqICAgJv33ASEgIChBLP3LASAqICn9XQPAjQH9VwPAjQEB/c4BIiwgLCAnICggFv3xASIuIBn98gH98QEgLiAY/fIB/fEBIi0gLf3yASAcIB0gLf3yAf3wASAeIC0gLf3yAf3yAf3wAf3yASAt/fAB/fIB/fABIB/98gEhKyAH/QwAAAAAAADwPwAAAAAAAPA/ICv98AH98wEgEP3xASAR/fMBIS8gCyAl/QsDgG0gCyAv/QsDkG0gC0EgaiELIAsgBEkNAAsgAyAg/QwAAAAAAPCEQAAAAAAA8IRA/Un9Tv3DAUUEQCAAIAEgAhAGCyACQQNxBEAgAkEDdCELA0AgC0QAAAAAAAAAADkDgG0gC0EIaiELIAsgBEkNAAsLC8kCBAR/BHsBfwZ7IAEoAgAhBCABKAIEIQUgASgCCCEGIAEoAgwhB0EAIQwDQCAAIAxq/QADACENIAggDSAEIAxq/QADAP3yAf3wASEIIAkgDSAFIAxq/QADAP3yAf3wASEJIAogDSAGIAxq/QADAP3yAf3wASEKIAsgDSAHIAxq/QADAP3yAf3wASELIAAgDGr9AAMQIQ4gCCAOIAQgDGr9AAMQ/fIB/fABIQggCSAOIAUgDGr9AAMQ/fIB/fABIQkgCiAOIAYgDGr9AAMQ/fIB/fABIQogCyAOIAcgDGr9AAMQ/fIB/fABIQsgDEEgaiEMIAwgAkkNAAsgCCEPIAMgD/0hACAP/SEBoDkDACAJIRAgAyAQ/SEAIBD9IQGgOQMIIAohESADIBH9IQAgEf0hAaA5AxAgCyESIAMgEv0hACAS/SEBoDkDGAuTAgQDfwZ7AX8FeyABKAIAIQQgASgCBCEFIAEoAgghBkEAIQ0DQCAAIA1q/QADACEOIAcgDiAEIA1q/QADAP3yAf3wASEHIAggDiAFIA1q/QADAP3yAf3wASEIIAkgDiAGIA1q/QADAP3yAf3wASEJIAAgDWr9AAMQIQ8gCiAPIAQgDWr9AAMQ/fIB/fABIQogCyAPIAUgDWr9AAMQ/fIB/fABIQsgDCAPIAYgDWr9AAMQ/fIB/fABIQwgDUEgaiENIA0gAkkNAAsgByAK/fABIRAgAyAQ/SEAIBD9IQGgOQMAIAggC/3wASERIAMgEf0hACAR/SEBoDkDCCAJIAz98AEhEiADIBL9IQAgEv0hAaA5AxALyQEEAn8EewF/BHsgASgCACEEIAEoAgQhBUEAIQoDQCAAIApq/QADACELIAYgCyAEIApq/QADAP3yAf3wASEGIAcgCyAFIApq/QADAP3yAf3wASEHIAAgCmr9AAMQIQwgCCAMIAQgCmr9AAMQ/fIB/fABIQggCSAMIAUgCmr9AAMQ/fIB/fABIQkgCkEgaiEKIAogAkkNAAsgBiAI/fABIQ0gAyAN/SEAIA39IQGgOQMAIAcgCf3wASEOIAMgDv0hACAO/SEBoDkDCAt/BAF/AnsBfwN7IAEoAgAhBEEAIQcDQCAAIAdq/QADACEIIAUgCCAEIAdq/QADAP3yAf3wASEFIAAgB2r9AAMQIQkgBiAJIAQgB2r9AAMQ/fIB/fABIQYgB0EgaiEHIAcgAkkNAAsgBSAG/fABIQogAyAK/SEAIAr9IQGgOQMAC+gBAQF/QQAhBQJAIAVBBGogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAggBUEEaiEFIAVBBGogAkwNAAsLAkAgBUEDaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCSAFQQNqIQUgBUEDaiACTA0ACwsCQCAFQQJqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAKIAVBAmohBSAFQQJqIAJMDQALCwJAIAVBAWogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAsgBUEBaiEFIAVBAWogAkwNAAsLC9ADEAN/BnsBfwF7AX8BewF/AXsBfwJ7AX8BewF/AXsBfwR7IAIoAgAhBiACKAIEIQcgAigCCCEIIAT9CgMAIQkgBP0KAwghCiAE/QoDECELQQAhDwNAIAAgD2r9AAMAIRAgBiAPaiERIBH9AAMAIAkgEP3yAf3xASESIBEgEv0LAwAgDCASIBL98gH98AEhDCAHIA9qIRMgE/0AAwAgCiAQ/fIB/fEBIRQgEyAU/QsDACANIBIgFP3yAf3wASENIAggD2ohFSAV/QADACALIBD98gH98QEhFiAVIBb9CwMAIA4gEiAW/fIB/fABIQ4gACAPav0AAxAhFyAGIA9qIRggGP0AAxAgCSAX/fIB/fEBIRkgGCAZ/QsDECAMIBkgGf3yAf3wASEMIAcgD2ohGiAa/QADECAKIBf98gH98QEhGyAaIBv9CwMQIA0gGSAb/fIB/fABIQ0gCCAPaiEcIBz9AAMQIAsgF/3yAf3xASEdIBwgHf0LAxAgDiAZIB398gH98AEhDiAPQSBqIQ8gDyADSQ0ACyAMIR4gBSAe/SEAIB79IQGgOQMAIA0hHyAFIB/9IQAgH/0hAaA5AwggDiEgIAUgIP0hACAg/SEBoDkDEAvHAgwCfwR7AX8BewF/AXsBfwJ7AX8BewF/A3sgAigCACEGIAIoAgQhByAE/QoDACEIIAT9CgMIIQlBACEMA0AgACAMav0AAwAhDSAGIAxqIQ4gDv0AAwAgCCAN/fIB/fEBIQ8gDiAP/QsDACAKIA8gD/3yAf3wASEKIAcgDGohECAQ/QADACAJIA398gH98QEhESAQIBH9CwMAIAsgDyAR/fIB/fABIQsgACAMav0AAxAhEiAGIAxqIRMgE/0AAxAgCCAS/fIB/fEBIRQgEyAU/QsDECAKIBQgFP3yAf3wASEKIAcgDGohFSAV/QADECAJIBL98gH98QEhFiAVIBb9CwMQIAsgFCAW/fIB/fABIQsgDEEgaiEMIAwgA0kNAAsgCiEXIAUgF/0hACAX/SEBoDkDACALIRggBSAY/SEAIBj9IQGgOQMIC+YDEAN/BnsBfwJ7AX8BewF/AXsBfwN7AX8BewF/AXsBfwR7IAIoAgAhBiACKAIEIQcgAigCCCEIIAT9CgMAIQkgBP0KAwghCiAE/QoDECELQQAhDwNAIAAgD2r9AAMAIRAgASAPav0AAwAhESAGIA9qIRIgEv0AAwAgCSAQ/fIB/fEBIRMgEiAT/QsDACAMIBEgE/3yAf3wASEMIAcgD2ohFCAU/QADACAKIBD98gH98QEhFSAUIBX9CwMAIA0gESAV/fIB/fABIQ0gCCAPaiEWIBb9AAMAIAsgEP3yAf3xASEXIBYgF/0LAwAgDiARIBf98gH98AEhDiAAIA9q/QADECEYIAEgD2r9AAMQIRkgBiAPaiEaIBr9AAMQIAkgGP3yAf3xASEbIBogG/0LAxAgDCAZIBv98gH98AEhDCAHIA9qIRwgHP0AAxAgCiAY/fIB/fEBIR0gHCAd/QsDECANIBkgHf3yAf3wASENIAggD2ohHiAe/QADECALIBj98gH98QEhHyAeIB/9CwMQIA4gGSAf/fIB/fABIQ4gD0EgaiEPIA8gA0kNAAsgDCEgIAUgIP0hACAg/SEBoDkDACANISEgBSAh/SEAICH9IQGgOQMIIA4hIiAFICL9IQAgIv0hAaA5AxAL3QIMAn8EewF/AnsBfwF7AX8DewF/AXsBfwN7IAIoAgAhBiACKAIEIQcgBP0KAwAhCCAE/QoDCCEJQQAhDANAIAAgDGr9AAMAIQ0gASAMav0AAwAhDiAGIAxqIQ8gD/0AAwAgCCAN/fIB/fEBIRAgDyAQ/QsDACAKIA4gEP3yAf3wASEKIAcgDGohESAR/QADACAJIA398gH98QEhEiARIBL9CwMAIAsgDiAS/fIB/fABIQsgACAMav0AAxAhEyABIAxq/QADECEUIAYgDGohFSAV/QADECAIIBP98gH98QEhFiAVIBb9CwMQIAogFCAW/fIB/fABIQogByAMaiEXIBf9AAMQIAkgE/3yAf3xASEYIBcgGP0LAxAgCyAUIBj98gH98AEhCyAMQSBqIQwgDCADSQ0ACyAKIRkgBSAZ/SEAIBn9IQGgOQMAIAshGiAFIBr9IQAgGv0hAaA5AwgL1AEIAX8CewF/AnsBfwN7AX8CeyACKAIAIQYgBP0KAwAhB0EAIQkDQCAAIAlq/QADACEKIAEgCWr9AAMAIQsgBiAJaiEMIAz9AAMAIAcgCv3yAf3xASENIAwgDf0LAwAgCCALIA398gH98AEhCCAAIAlq/QADECEOIAEgCWr9AAMQIQ8gBiAJaiEQIBD9AAMQIAcgDv3yAf3xASERIBAgEf0LAxAgCCAPIBH98gH98AEhCCAJQSBqIQkgCSADSQ0ACyAIIRIgBSAS/SEAIBL9IQGgOQMAC6QCAQh/IAEoAgAhBiACQQJGBEAgACAGIAEgAyAEIAUQDgUgACAGIAEgAyAEIAUQDUEAIQcCQCAHQQNqIAJBA2tMRQ0AA0AgB0EDaiEIIAhBA3QhCSAAIAYgASAIQQJ0aiADIAQgCWogBSAJahAPIAdBA2ohByAHQQNqIAJBA2tMDQALCwJAIAdBAmogAkEDa0xFDQADQCAHQQNqIQogCkEDdCELIAAgBiABIApBAnRqIAMgBCALaiAFIAtqEBAgB0ECaiEHIAdBAmogAkEDa0wNAAsLAkAgB0EBaiACQQNrTEUNAANAIAdBA2ohDCAMQQN0IQ0gACAGIAEgDEECdGogAyAEIA1qIAUgDWoQESAHQQFqIQcgB0EBaiACQQNrTA0ACwsLC8oBBQF7An8CfAF7AX/9DAAAAAAAAAAAAAAAAAAAAAAhA0EAIQRBACEEA0AgACAEaiEFIAMgBf0AAwD97AH99QEhAyAEQRBqIQQgBCABSQ0ACyAD/SEAIAP9IQGlIQYgBkQAAAAAAAAAAGEEQEQAAAAAAAAAAA8LIAYgAqVEAAAAAAAAEAClvUKAgICAgICA+P8Ag78hByAH/RQhCEEAIQQDQCAAIARqIQkgCSAJ/QADACAI/fMB/QsDACAEQRBqIQQgBCABSQ0ACyAHC8QECgR/AXwBfwF8AX8CfAJ/BHwCfwJ8IABBAWohAkEAIQMCQCAARQ0AQcAAIANBAnRqKAIAQcAAIANBAnRqIAAgA2sgAUHACiADQQN0ahAMQcAKIABBA3RqQQArA4AKOQMAA0BBwAEgAyACbEEDdGohBCAEIANBA3RqIQUgBSsDACEGQcAKIANBA3RqIQdEAAAAAAAA8D8hCEHAACADQQJ0aigCACEJIAcrAwAhCiAGIAaiIAqgIQsgC0RwrIpm/KARemMgCkSE65GkFQvNBWRxRQRAIAkgASAGmRATIQggCEQAAAAAAAAAAGIEQCAGIAijIQZBwAAgA0ECdGooAgBBwAAgA0ECdGogAiADayABQcAKIANBA3RqEAwgBiAGoiAHKwMAoCELCwsgA0EBaiEMIAwgAE4hDSAIRAAAAAAAAAAAYQRAIA1FBEBBwAAgDEECdGooAgBBwAAgDEECdGogAiAMayABQcAKIAxBA3RqEAwLBSALnyEOIA6aIA4gBkQAAAAAAAAAAGQbIQ8gBiAPoSEQRAAAAAAAAPA/IA4gDiAGmaCioyERIAUgDyAIojkDACAMIRIDQCAEIBJBA3RqIRMgEysDACEUIBEgECAUokHACiASQQN0aisDAKCiIRVBgAsgEkEDdGogFTkDACATIBQgFSAQoqE5AwAgEkEBaiESIBIgAkgNAAsgDUUEQCAJQcAAIAxBAnRqIAIgDGsgAUGACyAMQQN0akHACiAMQQN0ahASCwsgDCEDIAwgAEgNAAsLC40BAwV/AXwBf0EAIQNBACEEA0AgACAEQQRsaigCACEFQQAhBkEAIQcDQCAFIAdqKwMAIQggBiAIIAihRAAAAAAAAAAAYmohBiAHQQhqIQcgByACSQ0AC0EAQQggBCABRhshCSAJIAkrA+ACIAa4oDkD4AIgAyAGciEDIARBAWohBCAEIAFMDQALIANBAEcLvAEDAn8EfAF/QQAhAyABQQhsIQREAAAAAAAAAAAhBQNARAAAAAAAAOA/RAAAAAAAAPA/IAMgBEYbIAMrA4AKoiEGIAMrA6ACIQcgByAGoCEIIAMgCDkDoAIgAyADKwPAAiAHIAihIAagIAYgCKEgB6AgB5kgBplmG6A5A8ACIAUgBkQAAAAAAAAAAKKgIQUgA0EIaiEDIAMgBE0NAAsgBUQAAAAAAAAAAGEEf0EBBSAAIAEgAhAVRQshCSAJCx0AQcAAIABBAnRqKAIAQcAAIABBAWogAUGAChAMCw4AIAAgARAXIAAgARAUC2wBBH8gAiEEQQAhBQJAA0AgBEEATA0BIARBgAQgBEGABEgbIQYgACAFaiABIAYQBSAGQQNqQXxxQQN0QQFsIQcgAyAHEBdBwAAgAyAHEBYEQCADIAcQFAsgBEGABGshBCAFQYAgaiEFDAALCwtxAQV/IAIhA0EAIQQCQANAIANBAEwNASADQYAEIANBgARIGyEFIAAgBGogASAFEAcgBUEDakF8cUEDdEEBbCEGQYDtAEGQngFBASAGQYAKEAxBkJ4BQQAgBhAWIQcgA0GABGshAyAEQYAgaiEEDAALCwsL3RABAEHAjQEL1BAAAAAAAABQQ7+8Wvoa+09DNTP7qT32T0OBAjsUaPFPQ2GAdz6a7E9DzLsRLtTnT0OFf27oFeNPQ7FU9nJf3k9DdIUV07DZT0OJHzwOCtVPQ9723Slr0E9DNqhyK9TLT0PIm3UYRcdPQ+AHZva9wk9Dg/PGyj6+T0MZOR+bx7lPQw+J+WxYtU9DhWzkRfGwT0P3R3IrkqxPQ+xdOSM7qE9DotHTMuyjT0PFqd9fpZ9PQxvT/q9mm09DPiPXKDCXT0NRWxLQAZNPQ7YqXqvbjk9DzDFswL2KT0OrBPIUqIZPQ+Atqa6agk9DLjFPk5V+T0NRjqXImHpPQ8LDcVSkdk9De1F9PLhyT0PAu5WG1G5PQ+qNjDj5ak9DL103WCZnT0N1y2/rW2NPQxyKE/iZX09D1FwEhOBbT0NrHCiVL1hPQ6q5aDGHVE9DJ0C0XudQT0Md2fwiUE1PQ03OOITBSU9D1oxiiDtGT0MZqHg1vkJPQ5bcfZFJP09D0RJ5ot07T0M4YnVuejhPQwoUgvsfNU9DP6ayT84xT0N1zh5xhS5PQ9184mVFK09DKd8dNA4oT0OBY/Xh3yRPQ3C7kXW6IU9D4d4f9Z0eT0MTD9FmihtPQ5DZ2tB/GE9DLxt3OX4VT0MLA+SmhRJPQ4kVZB+WD09DVi8+qa8MT0NriL1K0glPQxW3MQr+Bk9D/bLu7TIET0Mx2Ez8cAFPQzLqqDu4/k5D/xZksgj8TkMt+uNmYvlOQ/Gfkl/F9k5DO4jeojH0TkPLqTo3p/FOQ0p1HiMm705DZtgFba7sTkPvQHEbQOpOQ/ef5TTb505D9Gzsv3/lTkPlqBPDLeNOQ3Ph7UTl4E5DIjQSTKbeTkN1URzfcNxOQxyArARF2k5DJKBnwyLYTkMqLvchCtZOQ4pGCSf7005Dl6hQ2fXRTkPUuYQ/+s9OQy2JYWAIzk5DMtKnQiDMTkNXAB3tQcpOQzcyi2ZtyE5D0DzBtaLGTkPSrpLh4cROQ97T1/Aqw05D17dt6n3BTkMnKjbV2r9OQxTBF7hBvk5DDd39mbK8TkP/q9iBLbtOQ6csnXayuU5D7jFFf0G4TkNCZs+i2rZOQ+9OP+h9tU5Dgk+dViu0TkMnrfb04rJOQw+SXcqksU5D0hDp3XCwTkPaJ7U2R69OQ8/E4tsnrk5D/ceX1BKtTkPMB/8nCKxOQylUSN0Hq05DA3qo+xGqTkO3RlmKJqlOQ5OLmZBFqE5DSCGtFW+nTkNx69wgo6ZOQwncdrnhpU5D9PbN5iqlTkOFVTqwfqROQ/0pGR3do05DIMPMNEajTkO3j7z+uaJOQyUiVYI4ok5D9jMIx8GhTkNzqUzUVaFOQziVnrH0oE5DzTt/Zp6gTkM+F3X6UqBOQ7/aC3USoE5DRXbU3dyfTkMvGmU8sp9OQ+U6WZiSn05DhJRR+X2fTkOHLvRmdJ9OQ3Rf7Oh1n05DitDqhoKfTkN0gaVImp9OQ/3L1zW9n05DyWdCVuufTkMJbquxJKBOQz9d3k9poE5D9hysOLmgTkOHAetzFKFOQ9vPdgl7oU5DMsEwAe2hTkPwhv9iaqJOQ2JOzzbzok5DkcSRhIejTkMSGj5UJ6ROQ9kG0a3SpE5DE85MmYmlTkP3QbkeTKZOQ63HI0Yap05DIVufF/SnTkPtkkSb2ahOQzakMdnKqU5DmWaK2ceqTkMPWHik0KtOQ9ugKkLlrE5DeBfWugWuTkOMRLUWMq9OQ9lmCF5qsE5DNncVma6xTkOKLCjQ/rJOQ8b/kQtbtE5D4i+qU8O1TkPlxc2wN7dOQ+WYXyu4uE5DD1LIy0S6TkOzcHaa3btOQ1BO3p+CvU5DoiJ65DO/TkO6B8pw8cBOQw3+U027wk5DkPCjgpHETkPVuEsZdMZOQyMj4xljyE5DnvIHjV7KTkNl5V17ZsxOQ7u4ju16zk5DMy1K7JvQTkPYCkaAydJOQ10lPrID1U5DUmD0ikrXTkNYszATntlOQ1kuwVP+205Dv/15VWveTkO6bjUh5eBOQ3rz079r405DdCc8Ov/lTkOt01qZn+hOQ//yIuZM605DZraNKQfuTkNSiZpszvBOQ/sVT7ii805DsUm3FYT2TkM6WeWNcvlOQyrF8Slu/E5DR1778nb/TkPkSSfyjAJPQ0oGoTCwBU9DH2+at+AIT0PSwUuQHgxPQwei88NpD09DCR7XW8IST0M9s0FhKBZPQ5xShd2bGU9DLGX62RwdT0N60P9fqyBPQyL7+nhHJE9DS9FXLvEnT0MzyYiJqCtPQ7XnBpRtL09D28RRV0AzT0NpkO/cIDdPQ3UWbS4PO09D+sNdVQs/T0N0q1tbFUNPQ3yJB0otR09DaMkIK1NLT0PyiQ0Ih09PQ9ahyurIU09Dh6T73BhYT0PT5mLodlxPQ5iDyRbjYE9DdWD/cV1lT0OFMtsD5mlPQxWDOtZ8bk9DYLQB8yFzT0NYBhxk1XdPQ1+bezOXfE9DF30Za2eBT0MpofUURoZPQxLuFjszi09D9j+L5y6QT0N2bWckOZVPQ4NMx/tRmk9DQLfNd3mfT0PakKSir6RPQ27KfIb0qU9D8WeOLUivT0MQhRiiqrRPQydaYe4buk9DKkG2HJy/T0OXums3K8VPQ3Ry3UjJyk9DQEVuW3bQT0P4RIh5MtZPQxS+nK39209DiTwkAtjhT0PYkJ6BwedPQxTVkja67U9D8XGPK8LzT0PZIypr2flPQwAAAAAAUIfA/oIrZUcVd0AAAAAAAAA4Q7Tjyat5zzE9AAD4/kIuZj/U///////fPxYx2HFVVcU/KXGRdlVVpT8AAAAAAACQPAAAAAAA8IRAgDYAAA==",
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
