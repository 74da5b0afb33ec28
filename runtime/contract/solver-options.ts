/**
 * Solver options, under their names in the API. Options of a call override those of the spec; an
 * option given by neither has its default.
 */
export interface SolverOptions {
  /** Tolerance on the relative reduction of the cost; default 1e-14. Null switches the test off. */
  readonly ftol?: number | null;
  /**
   * Tolerance on the relative change of the parameters; default 1e-14. Null switches the test off.
   */
  readonly xtol?: number | null;
  /** Tolerance on the gradient; default 0. Null switches the test off. */
  readonly gtol?: number | null;
  /** Maximum number of evaluations of the model; default 1000 (n + 1) for n free parameters. */
  readonly maxEvals?: number;
  /**
   * The scale of every parameter, the scales of those named (pairs, because a name may be one that
   * objects treat specially; 1 for the others), or `"jac"` (the default) for the inverse lengths of
   * the columns of the Jacobian.
   */
  readonly xScale?: number | "jac" | readonly (readonly [param: string, scale: number])[];
  /**
   * Only for `lm`: the initial radius of the trust region is this factor times the scaled length of
   * the start vector; default 100.
   */
  readonly factor?: number;
  /** Number of starts for local fits, including the given one; default 1. */
  readonly starts?: number;
  /** Seed of the generator that draws the other starts; default 1. */
  readonly seed?: number;
  /**
   * Whether a fit that looks suspicious is followed by a search for a better minimum; default true.
   */
  readonly search?: boolean;
}

/** A range of whole numbers: from `least` to `most`, or without an upper limit. */
export interface WholeNumbers {
  readonly least: number;
  readonly most?: number;
}

/**
 * The name of an option in the language, the kind of its values, and its default, which may depend
 * on the number of free parameters.
 */
export type SolverOptionInfo = { readonly name: string } & (
  | { readonly kind: "tolerance" | "positive"; readonly default: number }
  | ({ readonly kind: "whole"; readonly default: number | ((free: number) => number) } & WholeNumbers)
  /** A positive number, positive numbers by parameter, or `jac`. */
  | { readonly kind: "scale"; readonly default: number | "jac" }
  /** `on` or `off`. */
  | { readonly kind: "switch"; readonly default: boolean }
);

/** All options, in the order in which messages list them. */
export const solverOptions = {
  ftol: { name: "ftol", kind: "tolerance", default: 1e-14 },
  xtol: { name: "xtol", kind: "tolerance", default: 1e-14 },
  gtol: { name: "gtol", kind: "tolerance", default: 0 },
  maxEvals: { name: "max_evals", kind: "whole", least: 1, default: (free: number) => 1000 * (free + 1) },
  xScale: { name: "x_scale", kind: "scale", default: "jac" },
  factor: { name: "factor", kind: "positive", default: 100 },
  // A larger number is surely a mistake.
  starts: { name: "starts", kind: "whole", least: 1, most: 10_000, default: 1 },
  seed: { name: "seed", kind: "whole", least: 0, default: 1 },
  search: { name: "search", kind: "switch", default: true },
} as const satisfies { readonly [Name in keyof Required<SolverOptions>]: SolverOptionInfo };
