import type { ResidualBlock, StatementInfo } from "../../runtime/contract/fit-problem.js";
import type { NoiseInfo } from "../../runtime/contract/noise.js";
import { abi, type ColumnData, type FitProblem } from "../../runtime/index.js";
import { type Dual, type Formula, formula } from "./dual.js";

export interface ParamRule {
  readonly name: string;
  readonly start: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly fixed?: boolean;
  readonly lowerOpen?: boolean;
  readonly upperOpen?: boolean;
}

export interface StatementRule {
  /** The prediction, or the residual itself if nothing is observed. */
  readonly predicted: string;
  readonly observed?: string;
  readonly sigma?: string;
  readonly weight?: string;
  readonly absolute?: boolean;
  readonly loss?: string;
  readonly lossScale?: number;
}

export interface ModelRule {
  readonly params: readonly ParamRule[];
  readonly columns?: readonly string[];
  readonly rows?: readonly StatementRule[];
  readonly once?: readonly string[];
  readonly derived?: Readonly<Record<string, string>>;
  readonly solver?: FitProblem["solver"];
}

/** The losses of the language, written out: rho, rho' and rho''. */
const losses: Readonly<Record<string, (z: number) => readonly [number, number, number]>> = {
  soft_l1: (z) => [(2 * z) / (1 + Math.sqrt(1 + z)), (1 + z) ** -0.5, -0.5 * (1 + z) ** -1.5],
  huber: (z) => (z <= 1 ? [z, 1, 0] : [2 * Math.sqrt(z) - 1, z ** -0.5, -0.5 * z ** -1.5]),
  cauchy: (z) => [Math.log1p(z), 1 / (1 + z), -1 / (1 + z) ** 2],
  arctan: (z) => [Math.atan(z), 1 / (1 + z * z), (-2 * z) / (1 + z * z) ** 2],
};
const lossNames = Object.keys(losses);

/** A model written by hand, without the compiler, for tests of the runtime alone. */
export function formulaProblem(rule: ModelRule): FitProblem {
  const { params, columns = [], rows = [], once = [], derived = {} } = rule;
  const free = params.flatMap(({ fixed }, j) => (fixed === true ? [] : [j]));
  const scopeOf = scopes(params, columns, free);
  const kernel = (formulas: readonly Formula[]) => kernelOf(formulas, scopeOf);
  const derivedFormulas = Object.entries(derived).map(([, text]) => formula(text));
  const quantity = { unit: null, doc: null };
  const ofRows = residualBlock("row", 0, rows.map(formulasOf), kernel);
  const ofOnce = residualBlock(
    "once",
    rows.length,
    once.map((predicted) => formulasOf({ predicted })),
    kernel,
  );
  return {
    abi,
    wasm: null,
    compiler: "by hand",
    specSha256: "",
    model: "M",
    doc: null,
    source: null,
    missing: "error",
    separable: null,
    order: [],
    covariance: null,
    columns: columns.map((name) => {
      const mentions = (text: string | undefined) => new RegExp(`\\b${name}\\b`).test(text ?? "");
      const predictor = rows.some(({ predicted, observed }) => observed !== undefined && mentions(predicted));
      return { ...quantity, name, header: name, used: true, filter: false, predictor };
    }),
    params: params.map(({ name, fixed = false, lowerOpen = false, upperOpen = false }) => {
      return { ...quantity, name, fixed, lowerOpen, upperOpen, startless: false };
    }),
    free,
    derived: Object.keys(derived).map((name) => ({ ...quantity, name })),
    statements: [...rows, ...once.map((predicted): StatementRule => ({ predicted }))].map((row, s) =>
      statementOf(row, s, columns),
    ),
    solver: rule.solver ?? { method: "lm", explicit: false },
    blocks: [ofRows, ofOnce].filter(({ count }) => count > 0),
    predict: rows.map(({ predicted, observed }) => (observed === undefined ? null : kernel([formula(predicted)]))),
    start(_d, _rows, out) {
      for (const [j, { start, lower = -Infinity, upper = Infinity }] of params.entries())
        out.set([start, lower, upper], 3 * j);
    },
    derive(p, _d, _rows, out, J) {
      for (const [q, f] of derivedFormulas.entries()) {
        const { value, slopes } = f(scopeOf(p, [], 0));
        out[q] = value;
        J.set(slopes, q * free.length);
      }
    },
    keep: null,
    losses: lossNames.map((name) => (z: number, rho: Float64Array) => rho.set(losses[name]?.(z) ?? [])),
    trace() {},
    subexpressions: [],
  };
}

/** The values and derivatives of the names at a row. */
type ScopeOf = (p: Float64Array, d: ColumnData, row: number) => Map<string, Dual>;

function scopes(params: readonly ParamRule[], columns: readonly string[], free: readonly number[]): ScopeOf {
  const flat = free.map(() => 0);
  return (p, d, row) => {
    const scope = new Map<string, Dual>();
    for (const [j, { name }] of params.entries()) {
      scope.set(name, { value: p[j] ?? Number.NaN, slopes: free.map((k) => (k === j ? 1 : 0)) });
    }
    for (const [j, name] of columns.entries()) scope.set(name, { value: d[j]?.[row] ?? Number.NaN, slopes: flat });
    return scope;
  };
}

/** A kernel; it computes no derivatives if there is no output array for them. */
type FormulaKernel = (
  p: Float64Array,
  d: ColumnData,
  from: number,
  to: number,
  r: Float64Array,
  J?: Float64Array,
) => void;

function kernelOf(formulas: readonly Formula[], scopeOf: ScopeOf): FormulaKernel {
  return (p, d, from, to, r, J) => {
    const k = to - from;
    for (let i = 0; i < k; i++) {
      const scope = scopeOf(p, d, from + i);
      for (const [s, f] of formulas.entries()) {
        const { value, slopes } = f(scope);
        r[s * k + i] = value;
        if (J === undefined) continue;
        for (const [j, slope] of slopes.entries()) J[(j * formulas.length + s) * k + i] = slope;
      }
    }
  };
}

interface StatementFormulas {
  readonly residual: Formula;
  readonly raw: Formula;
  readonly observed: Formula;
  readonly noise: Formula;
}

function formulasOf({ predicted, observed, sigma, weight }: StatementRule): StatementFormulas {
  const scale = sigma ?? (weight === undefined ? null : `1 / sqrt(${weight})`);
  const raw = observed === undefined ? predicted : `(${predicted}) - (${observed})`;
  return {
    residual: formula(scale === null ? raw : `(${raw}) / (${scale})`),
    raw: formula(raw),
    observed: formula(observed ?? "0"),
    noise: formula(sigma ?? weight ?? "1"),
  };
}

function residualBlock(
  kind: ResidualBlock["kind"],
  first: number,
  statements: readonly StatementFormulas[],
  kernel: (formulas: readonly Formula[]) => FormulaKernel,
): ResidualBlock {
  const of = (what: keyof StatementFormulas) => kernel(statements.map((statement) => statement[what]));
  const [residual, raws, observations, noises] = [of("residual"), of("raw"), of("observed"), of("noise")];
  return {
    kind,
    first,
    count: statements.length,
    residuals: (p, d, from, to, r) => residual(p, d, from, to, r),
    linearize: residual,
    measure(p, d, from, to, ...outputs) {
      for (const [i, part] of [raws, observations, noises].entries()) part(p, d, from, to, outputs[i] as Float64Array);
    },
    basis: null,
  };
}

function statementOf(row: StatementRule, s: number, columns: readonly string[]): StatementInfo {
  const { predicted, observed, absolute = false, loss = "linear", lossScale = 1 } = row;
  return {
    kind: observed === undefined ? "residual" : "fit",
    text: observed === undefined ? `residual ${predicted}` : `fit ${observed} ~ ${predicted}`,
    response: observed ?? `residual ${s + 1}`,
    observed: columns.indexOf(observed ?? ""),
    noise: noiseOf(row, columns),
    absolute,
    loss: lossNames.indexOf(loss),
    lossName: loss,
    lossScale,
    root: -1,
  };
}

function noiseOf({ sigma, weight, absolute = false }: StatementRule, columns: readonly string[]): NoiseInfo | null {
  const text = sigma ?? weight;
  if (text === undefined) return null;
  const about = { text, column: columns.indexOf(text) };
  if (sigma === undefined) return { word: "weight", ...about, scale: null, range: "nonnegative", variancePower: -1 };
  return { word: "sigma", ...about, scale: absolute ? "absolute" : "relative", range: "positive", variancePower: 2 };
}
