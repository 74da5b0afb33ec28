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
  abi: 4,
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
    { kind: "fit", text: "fit y ~ A * exp(-k * t) + c", response: "y", observed: 1, noise: null, absolute: false, loss: -1, lossName: "linear", lossScale: 1, root: 0 },
  ],
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
  blocks: [
    {
      kind: "row",
      first: 0,
      count: 1,
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
    },
  ],
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
    layout: { params: 0, table: 64, factor: 192, sums: 288, errors: 320, bad: 352, panel: 1472, panelColumnBytes: 4160, lm: 384 },
    columns: [0, 1],
    imports: [],
    heap: 20288,
    bytes: "AGFzbQEAAAABPwpgAABgAXwBfGABewF7YAN/f38AYAR/f39/AGAFf39/f38AYAZ/f39/f38AYAN/f3wBfGACf38AYAN/f38BfwMcGwABAgIDAwMDBAQEBAUGBgYGBgYHCAkJCAgEAwUDAQACB0MHB3ByZXBhcmUAAAlsaW5lYXJpemUABQlyZXNpZHVhbHMABwRmb2xkABkEY29zdAAaBnJlZHVjZQAYBm1lbW9yeQIACvI9G0kCAX8Be0HAASEAA0AgAP0MAAAAAAAAAAAAAAAAAAAAAP0LAwAgAEEQaiEAIABBgANJDQALQQD9CgMI/e0BIQFBACAB/QsDgAELrQMFAnwBfwZ8AX8EfEQAAAAAAFCHwCAAIABEAAAAAABQh8BjGyEBIAFE/oIrZUcVd0CiRAAAAAAAADhDoCECIAK9p0H/AXFBA3QhAyAARAAAAAAA8IRAYwR8IAK9QiyGIAMpA8CNAXy/IgQgBCABIAJEAAAAAAAAOEOhIgZEAAD4/kIuZj+ioSAGRLTjyat5zzE9oqEiBSAFokTU///////fP0QWMdhxVVXFPyAFoqBEKXGRdlVVpT8gBSAFoqKgoiAFoKKgRAAAAAAAAJA8ogVEAAAAAABQh8BEAAAAAAAwhkAgAEQAAAAAADCGQCAAYxsiCCAIRAAAAAAAUIfAYxshByAHRP6CK2VHFXdAokQAAAAAAAA4Q6AhCSAJvadB/wFxQQN0IQogCb1CLIYgCikDwI0BfEKAgICAgICA4AZ9vyILIAsgByAJRAAAAAAAADhDoSINRAAA+P5CLmY/oqEgDUS048mrec8xPaKhIgwgDKJE1P//////3z9EFjHYcVVVxT8gDKKgRClxkXZVVaU/IAwgDKKioKIgDKCioEQAAAAAAABQQ6ILIQ4gDgsVACAA/SEAEAH9FCAA/SEBEAH9IgELhgIDAnsCfwR7IABBAP0KA8CdAf33ASEBIAFBAP0KA8idAf3yAUEA/QoD0J0B/fABIQIgAv0bAEH/AXFBA3QhAyAC/RsCQf8BcUEDdCEEIABBAP0KA4ieAf1J/cQBQQNGBHsgAkEs/csBIAQgA/1dA8CNAf1XA8CNAQH9zgEiBSAFIAEgAkEA/QoD0J0B/fEBIgdBAP0KA+CdAf3yAf3xASAHQQD9CgPYnQH98gH98QEiBiAG/fIBQQD9CgPonQFBAP0KA/CdASAG/fIB/fABQQD9CgP4nQEgBiAG/fIB/fIB/fAB/fIBIAb98AH98gH98AFBAP0KA4CeAf3yAQUgABACCyEIIAgLuwIEAn8EewF/CnsgAkEDakF8cUEDdCEDIAAgAUEBbGohBEEA/QoDACEFQQD9CgMIIQZBAP0KAxAhB0EA/QADgAEhCEEAIQkDQCAAIAlq/QADACEKIAQgCWr9AAMAIQsgCCAK/fIBIQwgDBADIQ0gDSEOIAUgDv3yASEPIA8gB/3wASAL/fEBIRAgDiERIAogD/3yAf3tASES/QwAAAAAAADwPwAAAAAAAPA/IRMgCSAQ/QsDgG0gCSAR/QsDwAsgCSAS/QsDgCwgCSAT/QsDwEwgCUEQaiEJIAkgA0kNAAsgAkEDcQRAIAJBA3QhCQNAIAlEAAAAAAAAAAA5A4BtIAlEAAAAAAAAAAA5A8ALIAlEAAAAAAAAAAA5A4AsIAlEAAAAAAAAAAA5A8BMIAlBCGohCSAJIANJDQALCwuQCAkBewJ/BHsBfwx7An8NewJ/D3v9DP////////////////////8hA/0MAAAAAABQh8AAAAAAAFCHwCEQ/Qz+gitlRxV3QP6CK2VHFXdAIRL9DAAAAAAAADhDAAAAAAAAOEMhE/0MtOPJq3nPMT2048mrec8xPSEV/QwAAPj+Qi5mPwAA+P5CLmY/IRb9DNT//////98/1P//////3z8hGf0MFjHYcVVVxT8WMdhxVVXFPyEa/QwpcZF2VVWlPylxkXZVVaU/IRv9DAAAAAAAAJA8AAAAAAAAkDwhHCACQQNqQXxxQQN0IQQgACABQQFsaiEFQQD9CgMAIQZBAP0KAwghB0EA/QoDECEIQQD9AAOAASEJQQAhCgNAIAAgCmr9AAMAIQsgBSAKav0AAwAhDCAAIApq/QADECENIAUgCmr9AAMQIQ4gCSAL/fIBIQ8gDyAQ/fcBIREgESAS/fIBIBP98AEhFCAU/RsAQf8BcUEDdCEXIBT9GwJB/wFxQQN0IRggHSAP/fcBIR0gFEEs/csBIBggF/1dA8CNAf1XA8CNAQH9zgEiHyAfIBEgFCAT/fEBIiEgFv3yAf3xASAhIBX98gH98QEiICAg/fIBIBkgGiAg/fIB/fABIBsgICAg/fIB/fIB/fAB/fIBICD98AH98gH98AEgHP3yASEeIB4hIiAJIA398gEhIyAjIBD99wEhJCAkIBL98gEgE/3wASElICX9GwBB/wFxQQN0ISYgJf0bAkH/AXFBA3QhJyAdICP99wEhHSAlQSz9ywEgJyAm/V0DwI0B/VcDwI0BAf3OASIpICkgJCAlIBP98QEiKyAW/fIB/fEBICsgFf3yAf3xASIqICr98gEgGSAaICr98gH98AEgGyAqICr98gH98gH98AH98gEgKv3wAf3yAf3wASAc/fIBISggKCEsIAYgIv3yASEtIAYgLP3yASEuIC0gCP3wASAM/fEBIS8gLiAI/fABIA798QEhMCAiITEgLCEyIAsgLf3yAf3tASEzIA0gLv3yAf3tASE0/QwAAAAAAADwPwAAAAAAAPA/ITX9DAAAAAAAAPA/AAAAAAAA8D8hNiAKIC/9CwOAbSAKIDH9CwPACyAKIDP9CwOALCAKIDX9CwPATCAKIDD9CwOQbSAKIDL9CwPQCyAKIDT9CwOQLCAKIDb9CwPQTCAKQSBqIQogCiAESQ0ACyADIB39DAAAAAAA8IRAAAAAAADwhED9Sf1O/cMBRQRAIAAgASACEAQLIAJBA3EEQCACQQN0IQoDQCAKRAAAAAAAAAAAOQOAbSAKRAAAAAAAAAAAOQPACyAKRAAAAAAAAAAAOQOALCAKRAAAAAAAAAAAOQPATCAKQQhqIQogCiAESQ0ACwsLxwEEAn8EewF/BXsgAkEDakF8cUEDdCEDIAAgAUEBbGohBEEA/QoDACEFQQD9CgMIIQZBAP0KAxAhB0EA/QADgAEhCEEAIQkDQCAAIAlq/QADACEKIAQgCWr9AAMAIQsgCCAK/fIBIQwgDBADIQ0gBSAN/fIBIAf98AEgC/3xASEOIAkgDv0LA4BtIAlBEGohCSAJIANJDQALIAJBA3EEQCACQQN0IQkDQCAJRAAAAAAAAAAAOQOAbSAJQQhqIQkgCSADSQ0ACwsL1QYJAXsCfwR7AX8MewJ/DXsCfwV7/Qz/////////////////////IQP9DAAAAAAAUIfAAAAAAABQh8AhEP0M/oIrZUcVd0D+gitlRxV3QCES/QwAAAAAAAA4QwAAAAAAADhDIRP9DLTjyat5zzE9tOPJq3nPMT0hFf0MAAD4/kIuZj8AAPj+Qi5mPyEW/QzU///////fP9T//////98/IRn9DBYx2HFVVcU/FjHYcVVVxT8hGv0MKXGRdlVVpT8pcZF2VVWlPyEb/QwAAAAAAACQPAAAAAAAAJA8IRwgAkEDakF8cUEDdCEEIAAgAUEBbGohBUEA/QoDACEGQQD9CgMIIQdBAP0KAxAhCEEA/QADgAEhCUEAIQoDQCAAIApq/QADACELIAUgCmr9AAMAIQwgACAKav0AAxAhDSAFIApq/QADECEOIAkgC/3yASEPIA8gEP33ASERIBEgEv3yASAT/fABIRQgFP0bAEH/AXFBA3QhFyAU/RsCQf8BcUEDdCEYIB0gD/33ASEdIBRBLP3LASAYIBf9XQPAjQH9VwPAjQEB/c4BIh8gHyARIBQgE/3xASIhIBb98gH98QEgISAV/fIB/fEBIiAgIP3yASAZIBogIP3yAf3wASAbICAgIP3yAf3yAf3wAf3yASAg/fAB/fIB/fABIBz98gEhHiAGIB798gEgCP3wASAM/fEBISIgCSAN/fIBISMgIyAQ/fcBISQgJCAS/fIBIBP98AEhJSAl/RsAQf8BcUEDdCEmICX9GwJB/wFxQQN0IScgHSAj/fcBIR0gJUEs/csBICcgJv1dA8CNAf1XA8CNAQH9zgEiKSApICQgJSAT/fEBIisgFv3yAf3xASArIBX98gH98QEiKiAq/fIBIBkgGiAq/fIB/fABIBsgKiAq/fIB/fIB/fAB/fIBICr98AH98gH98AEgHP3yASEoIAYgKP3yASAI/fABIA798QEhLCAKICL9CwOAbSAKICz9CwOQbSAKQSBqIQogCiAESQ0ACyADIB39DAAAAAAA8IRAAAAAAADwhED9Sf1O/cMBRQRAIAAgASACEAYLIAJBA3EEQCACQQN0IQoDQCAKRAAAAAAAAAAAOQOAbSAKQQhqIQogCiAESQ0ACwsLyQIEBH8EewF/BnsgASgCACEEIAEoAgQhBSABKAIIIQYgASgCDCEHQQAhDANAIAAgDGr9AAMAIQ0gCCANIAQgDGr9AAMA/fIB/fABIQggCSANIAUgDGr9AAMA/fIB/fABIQkgCiANIAYgDGr9AAMA/fIB/fABIQogCyANIAcgDGr9AAMA/fIB/fABIQsgACAMav0AAxAhDiAIIA4gBCAMav0AAxD98gH98AEhCCAJIA4gBSAMav0AAxD98gH98AEhCSAKIA4gBiAMav0AAxD98gH98AEhCiALIA4gByAMav0AAxD98gH98AEhCyAMQSBqIQwgDCACSQ0ACyAIIQ8gAyAP/SEAIA/9IQGgOQMAIAkhECADIBD9IQAgEP0hAaA5AwggCiERIAMgEf0hACAR/SEBoDkDECALIRIgAyAS/SEAIBL9IQGgOQMYC5MCBAN/BnsBfwV7IAEoAgAhBCABKAIEIQUgASgCCCEGQQAhDQNAIAAgDWr9AAMAIQ4gByAOIAQgDWr9AAMA/fIB/fABIQcgCCAOIAUgDWr9AAMA/fIB/fABIQggCSAOIAYgDWr9AAMA/fIB/fABIQkgACANav0AAxAhDyAKIA8gBCANav0AAxD98gH98AEhCiALIA8gBSANav0AAxD98gH98AEhCyAMIA8gBiANav0AAxD98gH98AEhDCANQSBqIQ0gDSACSQ0ACyAHIAr98AEhECADIBD9IQAgEP0hAaA5AwAgCCAL/fABIREgAyAR/SEAIBH9IQGgOQMIIAkgDP3wASESIAMgEv0hACAS/SEBoDkDEAvJAQQCfwR7AX8EeyABKAIAIQQgASgCBCEFQQAhCgNAIAAgCmr9AAMAIQsgBiALIAQgCmr9AAMA/fIB/fABIQYgByALIAUgCmr9AAMA/fIB/fABIQcgACAKav0AAxAhDCAIIAwgBCAKav0AAxD98gH98AEhCCAJIAwgBSAKav0AAxD98gH98AEhCSAKQSBqIQogCiACSQ0ACyAGIAj98AEhDSADIA39IQAgDf0hAaA5AwAgByAJ/fABIQ4gAyAO/SEAIA79IQGgOQMIC38EAX8CewF/A3sgASgCACEEQQAhBwNAIAAgB2r9AAMAIQggBSAIIAQgB2r9AAMA/fIB/fABIQUgACAHav0AAxAhCSAGIAkgBCAHav0AAxD98gH98AEhBiAHQSBqIQcgByACSQ0ACyAFIAb98AEhCiADIAr9IQAgCv0hAaA5AwAL6AEBAX9BACEFAkAgBUEEaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCCAFQQRqIQUgBUEEaiACTA0ACwsCQCAFQQNqIAJMRQ0AA0AgACABIAVBAnRqIAMgBCAFQQN0ahAJIAVBA2ohBSAFQQNqIAJMDQALCwJAIAVBAmogAkxFDQADQCAAIAEgBUECdGogAyAEIAVBA3RqEAogBUECaiEFIAVBAmogAkwNAAsLAkAgBUEBaiACTEUNAANAIAAgASAFQQJ0aiADIAQgBUEDdGoQCyAFQQFqIQUgBUEBaiACTA0ACwsL0AMQA38GewF/AXsBfwF7AX8BewF/AnsBfwF7AX8BewF/BHsgAigCACEGIAIoAgQhByACKAIIIQggBP0KAwAhCSAE/QoDCCEKIAT9CgMQIQtBACEPA0AgACAPav0AAwAhECAGIA9qIREgEf0AAwAgCSAQ/fIB/fEBIRIgESAS/QsDACAMIBIgEv3yAf3wASEMIAcgD2ohEyAT/QADACAKIBD98gH98QEhFCATIBT9CwMAIA0gEiAU/fIB/fABIQ0gCCAPaiEVIBX9AAMAIAsgEP3yAf3xASEWIBUgFv0LAwAgDiASIBb98gH98AEhDiAAIA9q/QADECEXIAYgD2ohGCAY/QADECAJIBf98gH98QEhGSAYIBn9CwMQIAwgGSAZ/fIB/fABIQwgByAPaiEaIBr9AAMQIAogF/3yAf3xASEbIBogG/0LAxAgDSAZIBv98gH98AEhDSAIIA9qIRwgHP0AAxAgCyAX/fIB/fEBIR0gHCAd/QsDECAOIBkgHf3yAf3wASEOIA9BIGohDyAPIANJDQALIAwhHiAFIB79IQAgHv0hAaA5AwAgDSEfIAUgH/0hACAf/SEBoDkDCCAOISAgBSAg/SEAICD9IQGgOQMQC8cCDAJ/BHsBfwF7AX8BewF/AnsBfwF7AX8DeyACKAIAIQYgAigCBCEHIAT9CgMAIQggBP0KAwghCUEAIQwDQCAAIAxq/QADACENIAYgDGohDiAO/QADACAIIA398gH98QEhDyAOIA/9CwMAIAogDyAP/fIB/fABIQogByAMaiEQIBD9AAMAIAkgDf3yAf3xASERIBAgEf0LAwAgCyAPIBH98gH98AEhCyAAIAxq/QADECESIAYgDGohEyAT/QADECAIIBL98gH98QEhFCATIBT9CwMQIAogFCAU/fIB/fABIQogByAMaiEVIBX9AAMQIAkgEv3yAf3xASEWIBUgFv0LAxAgCyAUIBb98gH98AEhCyAMQSBqIQwgDCADSQ0ACyAKIRcgBSAX/SEAIBf9IQGgOQMAIAshGCAFIBj9IQAgGP0hAaA5AwgL5gMQA38GewF/AnsBfwF7AX8BewF/A3sBfwF7AX8BewF/BHsgAigCACEGIAIoAgQhByACKAIIIQggBP0KAwAhCSAE/QoDCCEKIAT9CgMQIQtBACEPA0AgACAPav0AAwAhECABIA9q/QADACERIAYgD2ohEiAS/QADACAJIBD98gH98QEhEyASIBP9CwMAIAwgESAT/fIB/fABIQwgByAPaiEUIBT9AAMAIAogEP3yAf3xASEVIBQgFf0LAwAgDSARIBX98gH98AEhDSAIIA9qIRYgFv0AAwAgCyAQ/fIB/fEBIRcgFiAX/QsDACAOIBEgF/3yAf3wASEOIAAgD2r9AAMQIRggASAPav0AAxAhGSAGIA9qIRogGv0AAxAgCSAY/fIB/fEBIRsgGiAb/QsDECAMIBkgG/3yAf3wASEMIAcgD2ohHCAc/QADECAKIBj98gH98QEhHSAcIB39CwMQIA0gGSAd/fIB/fABIQ0gCCAPaiEeIB79AAMQIAsgGP3yAf3xASEfIB4gH/0LAxAgDiAZIB/98gH98AEhDiAPQSBqIQ8gDyADSQ0ACyAMISAgBSAg/SEAICD9IQGgOQMAIA0hISAFICH9IQAgIf0hAaA5AwggDiEiIAUgIv0hACAi/SEBoDkDEAvdAgwCfwR7AX8CewF/AXsBfwN7AX8BewF/A3sgAigCACEGIAIoAgQhByAE/QoDACEIIAT9CgMIIQlBACEMA0AgACAMav0AAwAhDSABIAxq/QADACEOIAYgDGohDyAP/QADACAIIA398gH98QEhECAPIBD9CwMAIAogDiAQ/fIB/fABIQogByAMaiERIBH9AAMAIAkgDf3yAf3xASESIBEgEv0LAwAgCyAOIBL98gH98AEhCyAAIAxq/QADECETIAEgDGr9AAMQIRQgBiAMaiEVIBX9AAMQIAggE/3yAf3xASEWIBUgFv0LAxAgCiAUIBb98gH98AEhCiAHIAxqIRcgF/0AAxAgCSAT/fIB/fEBIRggFyAY/QsDECALIBQgGP3yAf3wASELIAxBIGohDCAMIANJDQALIAohGSAFIBn9IQAgGf0hAaA5AwAgCyEaIAUgGv0hACAa/SEBoDkDCAvUAQgBfwJ7AX8CewF/A3sBfwJ7IAIoAgAhBiAE/QoDACEHQQAhCQNAIAAgCWr9AAMAIQogASAJav0AAwAhCyAGIAlqIQwgDP0AAwAgByAK/fIB/fEBIQ0gDCAN/QsDACAIIAsgDf3yAf3wASEIIAAgCWr9AAMQIQ4gASAJav0AAxAhDyAGIAlqIRAgEP0AAxAgByAO/fIB/fEBIREgECAR/QsDECAIIA8gEf3yAf3wASEIIAlBIGohCSAJIANJDQALIAghEiAFIBL9IQAgEv0hAaA5AwALpAIBCH8gASgCACEGIAJBAkYEQCAAIAYgASADIAQgBRAOBSAAIAYgASADIAQgBRANQQAhBwJAIAdBA2ogAkEDa0xFDQADQCAHQQNqIQggCEEDdCEJIAAgBiABIAhBAnRqIAMgBCAJaiAFIAlqEA8gB0EDaiEHIAdBA2ogAkEDa0wNAAsLAkAgB0ECaiACQQNrTEUNAANAIAdBA2ohCiAKQQN0IQsgACAGIAEgCkECdGogAyAEIAtqIAUgC2oQECAHQQJqIQcgB0ECaiACQQNrTA0ACwsCQCAHQQFqIAJBA2tMRQ0AA0AgB0EDaiEMIAxBA3QhDSAAIAYgASAMQQJ0aiADIAQgDWogBSANahARIAdBAWohByAHQQFqIAJBA2tMDQALCwsLygEFAXsCfwJ8AXsBf/0MAAAAAAAAAAAAAAAAAAAAACEDQQAhBEEAIQQDQCAAIARqIQUgAyAF/QADAP3sAf31ASEDIARBEGohBCAEIAFJDQALIAP9IQAgA/0hAaUhBiAGRAAAAAAAAAAAYQRARAAAAAAAAAAADwsgBiACpUQAAAAAAAAQAKW9QoCAgICAgID4/wCDvyEHIAf9FCEIQQAhBANAIAAgBGohCSAJIAn9AAMAIAj98wH9CwMAIARBEGohBCAEIAFJDQALIAcL0QQKBH8BfAF/AXwBfwJ8An8EfAJ/AnwgAEEBaiECQQAhAwJAIABFDQBBwAAgA0ECdGooAgBBwAAgA0ECdGogACADayABQcAKIANBA3RqEAxBwAogAEEDdGpBACsDgAo5AwADQEHAASADIAJsQQN0aiEEIAQgA0EDdGohBSAFKwMAIQZBwAogA0EDdGohB0QAAAAAAADwPyEIQcAAIANBAnRqKAIAIQkgBysDACEKIAYgBqIgCqAhCyALRCamrKoEtnkzZCALRETzwuTk6WNMY3EgCkSE65GkFQvNBWRxRQRAIAkgASAGmRATIQggCEQAAAAAAAAAAGIEQCAGIAijIQZBwAAgA0ECdGooAgBBwAAgA0ECdGogAiADayABQcAKIANBA3RqEAwgBiAGoiAHKwMAoCELCwsgA0EBaiEMIAwgAE4hDSAIRAAAAAAAAAAAYQRAIA1FBEBBwAAgDEECdGooAgBBwAAgDEECdGogAiAMayABQcAKIAxBA3RqEAwLBSALnyEOIA6aIA4gBkQAAAAAAAAAAGQbIQ8gBiAPoSEQRAAAAAAAAPA/IA4gDiAGmaCioyERIAUgDyAIojkDACAMIRIDQCAEIBJBA3RqIRMgEysDACEUIBEgECAUokHACiASQQN0aisDAKCiIRVBgAsgEkEDdGogFTkDACATIBQgFSAQoqE5AwAgEkEBaiESIBIgAkgNAAsgDUUEQCAJQcAAIAxBAnRqIAIgDGsgAUGACyAMQQN0akHACiAMQQN0ahASCwsgDCEDIAwgAEgNAAsLC40BAwV/AXwBf0EAIQNBACEEA0AgACAEQQRsaigCACEFQQAhBkEAIQcDQCAFIAdqKwMAIQggBiAIIAihRAAAAAAAAAAAYmohBiAHQQhqIQcgByACSQ0AC0EAQQggBCABRhshCSAJIAkrA+ACIAa4oDkD4AIgAyAGciEDIARBAWohBCAEIAFMDQALIANBAEcLvAEDAn8EfAF/QQAhAyABQQhsIQREAAAAAAAAAAAhBQNARAAAAAAAAOA/RAAAAAAAAPA/IAMgBEYbIAMrA4AKoiEGIAMrA6ACIQcgByAGoCEIIAMgCDkDoAIgAyADKwPAAiAHIAihIAagIAYgCKEgB6AgB5kgBplmG6A5A8ACIAUgBkQAAAAAAAAAAKKgIQUgA0EIaiEDIAMgBE0NAAsgBUQAAAAAAAAAAGEEf0EBBSAAIAEgAhAVRQshCSAJCx0AQcAAIABBAnRqKAIAQcAAIABBAWogAUGAChAMCw4AIAAgARAXIAAgARAUC2wBBH8gAiEEQQAhBQJAA0AgBEEATA0BIARBgAQgBEGABEgbIQYgACAFaiABIAYQBSAGQQNqQXxxQQN0QQFsIQcgAyAHEBdBwAAgAyAHEBYEQCADIAcQFAsgBEGABGshBCAFQYAgaiEFDAALCwtxAQV/IAIhA0EAIQQCQANAIANBAEwNASADQYAEIANBgARIGyEFIAAgBGogASAFEAcgBUEDakF8cUEDdEEBbCEGQYDtAEGQngFBASAGQYAKEAxBkJ4BQQAgBhAWIQcgA0GABGshAyAEQYAgaiEEDAALCwsL3RABAEHAjQEL1BAAAAAAAABQQ7+8Wvoa+09DNTP7qT32T0OBAjsUaPFPQ2GAdz6a7E9DzLsRLtTnT0OFf27oFeNPQ7FU9nJf3k9DdIUV07DZT0OJHzwOCtVPQ9723Slr0E9DNqhyK9TLT0PIm3UYRcdPQ+AHZva9wk9Dg/PGyj6+T0MZOR+bx7lPQw+J+WxYtU9DhWzkRfGwT0P3R3IrkqxPQ+xdOSM7qE9DotHTMuyjT0PFqd9fpZ9PQxvT/q9mm09DPiPXKDCXT0NRWxLQAZNPQ7YqXqvbjk9DzDFswL2KT0OrBPIUqIZPQ+Atqa6agk9DLjFPk5V+T0NRjqXImHpPQ8LDcVSkdk9De1F9PLhyT0PAu5WG1G5PQ+qNjDj5ak9DL103WCZnT0N1y2/rW2NPQxyKE/iZX09D1FwEhOBbT0NrHCiVL1hPQ6q5aDGHVE9DJ0C0XudQT0Md2fwiUE1PQ03OOITBSU9D1oxiiDtGT0MZqHg1vkJPQ5bcfZFJP09D0RJ5ot07T0M4YnVuejhPQwoUgvsfNU9DP6ayT84xT0N1zh5xhS5PQ9184mVFK09DKd8dNA4oT0OBY/Xh3yRPQ3C7kXW6IU9D4d4f9Z0eT0MTD9FmihtPQ5DZ2tB/GE9DLxt3OX4VT0MLA+SmhRJPQ4kVZB+WD09DVi8+qa8MT0NriL1K0glPQxW3MQr+Bk9D/bLu7TIET0Mx2Ez8cAFPQzLqqDu4/k5D/xZksgj8TkMt+uNmYvlOQ/Gfkl/F9k5DO4jeojH0TkPLqTo3p/FOQ0p1HiMm705DZtgFba7sTkPvQHEbQOpOQ/ef5TTb505D9Gzsv3/lTkPlqBPDLeNOQ3Ph7UTl4E5DIjQSTKbeTkN1URzfcNxOQxyArARF2k5DJKBnwyLYTkMqLvchCtZOQ4pGCSf7005Dl6hQ2fXRTkPUuYQ/+s9OQy2JYWAIzk5DMtKnQiDMTkNXAB3tQcpOQzcyi2ZtyE5D0DzBtaLGTkPSrpLh4cROQ97T1/Aqw05D17dt6n3BTkMnKjbV2r9OQxTBF7hBvk5DDd39mbK8TkP/q9iBLbtOQ6csnXayuU5D7jFFf0G4TkNCZs+i2rZOQ+9OP+h9tU5Dgk+dViu0TkMnrfb04rJOQw+SXcqksU5D0hDp3XCwTkPaJ7U2R69OQ8/E4tsnrk5D/ceX1BKtTkPMB/8nCKxOQylUSN0Hq05DA3qo+xGqTkO3RlmKJqlOQ5OLmZBFqE5DSCGtFW+nTkNx69wgo6ZOQwncdrnhpU5D9PbN5iqlTkOFVTqwfqROQ/0pGR3do05DIMPMNEajTkO3j7z+uaJOQyUiVYI4ok5D9jMIx8GhTkNzqUzUVaFOQziVnrH0oE5DzTt/Zp6gTkM+F3X6UqBOQ7/aC3USoE5DRXbU3dyfTkMvGmU8sp9OQ+U6WZiSn05DhJRR+X2fTkOHLvRmdJ9OQ3Rf7Oh1n05DitDqhoKfTkN0gaVImp9OQ/3L1zW9n05DyWdCVuufTkMJbquxJKBOQz9d3k9poE5D9hysOLmgTkOHAetzFKFOQ9vPdgl7oU5DMsEwAe2hTkPwhv9iaqJOQ2JOzzbzok5DkcSRhIejTkMSGj5UJ6ROQ9kG0a3SpE5DE85MmYmlTkP3QbkeTKZOQ63HI0Yap05DIVufF/SnTkPtkkSb2ahOQzakMdnKqU5DmWaK2ceqTkMPWHik0KtOQ9ugKkLlrE5DeBfWugWuTkOMRLUWMq9OQ9lmCF5qsE5DNncVma6xTkOKLCjQ/rJOQ8b/kQtbtE5D4i+qU8O1TkPlxc2wN7dOQ+WYXyu4uE5DD1LIy0S6TkOzcHaa3btOQ1BO3p+CvU5DoiJ65DO/TkO6B8pw8cBOQw3+U027wk5DkPCjgpHETkPVuEsZdMZOQyMj4xljyE5DnvIHjV7KTkNl5V17ZsxOQ7u4ju16zk5DMy1K7JvQTkPYCkaAydJOQ10lPrID1U5DUmD0ikrXTkNYszATntlOQ1kuwVP+205Dv/15VWveTkO6bjUh5eBOQ3rz079r405DdCc8Ov/lTkOt01qZn+hOQ//yIuZM605DZraNKQfuTkNSiZpszvBOQ/sVT7ii805DsUm3FYT2TkM6WeWNcvlOQyrF8Slu/E5DR1778nb/TkPkSSfyjAJPQ0oGoTCwBU9DH2+at+AIT0PSwUuQHgxPQwei88NpD09DCR7XW8IST0M9s0FhKBZPQ5xShd2bGU9DLGX62RwdT0N60P9fqyBPQyL7+nhHJE9DS9FXLvEnT0MzyYiJqCtPQ7XnBpRtL09D28RRV0AzT0NpkO/cIDdPQ3UWbS4PO09D+sNdVQs/T0N0q1tbFUNPQ3yJB0otR09DaMkIK1NLT0PyiQ0Ih09PQ9ahyurIU09Dh6T73BhYT0PT5mLodlxPQ5iDyRbjYE9DdWD/cV1lT0OFMtsD5mlPQxWDOtZ8bk9DYLQB8yFzT0NYBhxk1XdPQ1+bezOXfE9DF30Za2eBT0MpofUURoZPQxLuFjszi09D9j+L5y6QT0N2bWckOZVPQ4NMx/tRmk9DQLfNd3mfT0PakKSir6RPQ27KfIb0qU9D8WeOLUivT0MQhRiiqrRPQydaYe4buk9DKkG2HJy/T0OXums3K8VPQ3Ry3UjJyk9DQEVuW3bQT0P4RIh5MtZPQxS+nK39209DiTwkAtjhT0PYkJ6BwedPQxTVkja67U9D8XGPK8LzT0PZIypr2flPQwAAAAAAUIfA/oIrZUcVd0AAAAAAAAA4Q7Tjyat5zzE9AAD4/kIuZj/U///////fPxYx2HFVVcU/KXGRdlVVpT8AAAAAAACQPAAAAAAA8IRAgDYAAA==",
  },
};

/**
 * An exponential decay onto a background.
 *
 * Parameters:
 * - `A` (V) `= max(y) - min(y) in [0, inf)`: amplitude
 * - `k` (1/s) `= 1 in (0, 5]`: rate
 * - `c` (V) `= min(y)`: background
 *
 * Columns:
 * - `t` (s)
 * - `y` (V) `from "signal (V)"`: photomultiplier
 *
 * Derived:
 * - `tau` (s) `= 1 / k`: lifetime
 */
const m0: Fitter<DecayShape> = /* @__PURE__ */ createFitter<DecayShape>(problem0);

export { m0 as Decay, type DecayShape };
