import { abi, type FitProblem } from "../../runtime/index.js";
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
  /** What is predicted, or the residual itself where nothing is observed. */
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

/** A model written by hand, without the compiler: for tests of the runtime alone. */
export function formulaProblem(rule: ModelRule): FitProblem {
  const { params, columns = [], rows = [], once = [], derived = {} } = rule;
  const free = params.flatMap(({ fixed }, j) => (fixed === true ? [] : [j]));
  const scopeAt = (p: Float64Array, values: (j: number) => number): Map<string, Dual> => {
    const flat = free.map(() => 0);
    const scope = new Map<string, Dual>();
    for (const [j, { name }] of params.entries()) {
      scope.set(name, { value: p[j] ?? Number.NaN, slopes: free.map((k) => (k === j ? 1 : 0)) });
    }
    for (const [j, name] of columns.entries()) scope.set(name, { value: values(j), slopes: flat });
    return scope;
  };
  const statements = rows.map((row) => {
    const scale = row.sigma ?? (row.weight === undefined ? null : `1 / sqrt(${row.weight})`);
    const raw = row.observed === undefined ? row.predicted : `(${row.predicted}) - (${row.observed})`;
    return {
      residual: formula(scale === null ? raw : `(${raw}) / (${scale})`),
      raw: formula(raw),
      observed: formula(row.observed ?? "0"),
      noise: formula(row.sigma ?? row.weight ?? "1"),
      predicted: row.observed === undefined ? null : formula(row.predicted),
    };
  });
  const onceFormulas = once.map(formula);
  const derivedFormulas = Object.entries(derived).map(([, text]) => formula(text));

  const writeRow = (
    formulas: readonly Formula[],
    k: number,
    i: number,
    scope: Map<string, Dual>,
    r: Float64Array,
    J: Float64Array | null,
  ) => {
    for (const [s, f] of formulas.entries()) {
      const { value, slopes } = f(scope);
      r[s * k + i] = value;
      if (J !== null) for (const [j, slope] of slopes.entries()) J[(j * formulas.length + s) * k + i] = slope;
    }
  };
  const panel = (
    formulas: readonly Formula[],
    p: Float64Array,
    d: readonly Float64Array[],
    from: number,
    to: number,
    r: Float64Array,
    J: Float64Array | null,
  ) => {
    for (let i = from; i < to; i++) {
      writeRow(
        formulas,
        to - from,
        i - from,
        scopeAt(p, (j) => d[j]?.[i] ?? Number.NaN),
        r,
        J,
      );
    }
  };
  const residuals = statements.map(({ residual }) => residual);
  const quantity = { unit: null, doc: null };
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
    statements: [
      ...rows.map((row, s) => ({
        kind: row.observed === undefined ? ("residual" as const) : ("fit" as const),
        text: row.observed === undefined ? `residual ${row.predicted}` : `fit ${row.observed} ~ ${row.predicted}`,
        response: row.observed ?? `residual ${s + 1}`,
        observed: columns.indexOf(row.observed ?? ""),
        noise:
          row.sigma !== undefined
            ? ("sigma" as const)
            : row.weight !== undefined
              ? ("weight" as const)
              : ("none" as const),
        noiseText: row.sigma ?? row.weight ?? "",
        noiseColumn: columns.indexOf(row.sigma ?? row.weight ?? ""),
        absolute: row.absolute ?? false,
        loss: lossNames.indexOf(row.loss ?? "linear"),
        lossName: row.loss ?? "linear",
        lossScale: row.lossScale ?? 1,
        root: -1,
      })),
      ...once.map((text, t) => ({
        kind: "residual" as const,
        text: `residual ${text}`,
        response: `residual ${rows.length + t + 1}`,
        observed: -1,
        noise: "none" as const,
        noiseText: "",
        noiseColumn: -1,
        absolute: false,
        loss: -1,
        lossName: "linear",
        lossScale: 1,
        root: -1,
      })),
    ],
    rowStatements: rows.length,
    onceStatements: once.length,
    solver: rule.solver ?? { method: "lm", explicit: false },
    residuals: (p, d, from, to, r) => panel(residuals, p, d, from, to, r, null),
    linearize: (p, d, from, to, r, J) => panel(residuals, p, d, from, to, r, J),
    residualsOnce: (p, r) =>
      writeRow(
        onceFormulas,
        1,
        0,
        scopeAt(p, () => Number.NaN),
        r,
        null,
      ),
    linearizeOnce: (p, r, J) =>
      writeRow(
        onceFormulas,
        1,
        0,
        scopeAt(p, () => Number.NaN),
        r,
        J,
      ),
    measure(p, d, from, to, raw, observed, noise) {
      panel(
        statements.map((statement) => statement.raw),
        p,
        d,
        from,
        to,
        raw,
        null,
      );
      panel(
        statements.map((statement) => statement.observed),
        p,
        d,
        from,
        to,
        observed,
        null,
      );
      panel(
        statements.map((statement) => statement.noise),
        p,
        d,
        from,
        to,
        noise,
        null,
      );
    },
    measureOnce(p, raw, noise) {
      writeRow(
        onceFormulas,
        1,
        0,
        scopeAt(p, () => Number.NaN),
        raw,
        null,
      );
      noise.fill(1);
    },
    predict: statements.map(({ predicted }) =>
      predicted === null ? null : (p, d, from, to, f, J) => panel([predicted], p, d, from, to, f, J),
    ),
    start(_d, _rows, out) {
      for (const [j, { start, lower = -Infinity, upper = Infinity }] of params.entries())
        out.set([start, lower, upper], 3 * j);
    },
    derive(p, _d, _rows, out, J) {
      for (const [q, f] of derivedFormulas.entries()) {
        const { value, slopes } = f(scopeAt(p, () => Number.NaN));
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
