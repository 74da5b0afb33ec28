/**
 * The options of a solver by their names in the API: the spec gives them, or a call over it; where
 * neither does, there are defaults.
 */
export interface SolverOptions {
  /** Tolerances; null switches a test off. */
  readonly ftol?: number | null;
  readonly xtol?: number | null;
  readonly gtol?: number | null;
  /** The most evaluations of the model. */
  readonly maxEvals?: number;
  /**
   * The scale of every parameter, or `jac` for the inverse lengths of the columns of the Jacobian.
   */
  readonly xScale?: number | "jac";
  /** `lm` alone: the first radius is this times the scaled length of the start. */
  readonly factor?: number;
  /** Local fits from as many starts, the given one among them; 1. */
  readonly starts?: number;
  /** Of the generator that the further starts come from; 1. */
  readonly seed?: number;
}

/** Whole numbers from `least` to `most`, or without end. */
export interface WholeNumbers {
  readonly least: number;
  readonly most?: number;
}

/**
 * What is known of an option: its name in the language, the kind of its values, and its default,
 * for so many free parameters.
 */
export type SolverOption = { readonly name: string } & (
  | { readonly kind: "tolerance" | "positive"; readonly default: number }
  | ({ readonly kind: "whole"; readonly default: number | ((free: number) => number) } & WholeNumbers)
  /** A positive number, or `jac`. */
  | { readonly kind: "scale"; readonly default: number | "jac" }
);

/** All options, in the order in which messages list them. */
export const solverOptions = {
  ftol: { name: "ftol", kind: "tolerance", default: 1e-14 },
  xtol: { name: "xtol", kind: "tolerance", default: 1e-14 },
  gtol: { name: "gtol", kind: "tolerance", default: 0 },
  maxEvals: { name: "max_evals", kind: "whole", least: 1, default: (free: number) => 1000 * (free + 1) },
  xScale: { name: "x_scale", kind: "scale", default: "jac" },
  factor: { name: "factor", kind: "positive", default: 100 },
  // More fits than these are a mistake.
  starts: { name: "starts", kind: "whole", least: 1, most: 10_000, default: 1 },
  seed: { name: "seed", kind: "whole", least: 0, default: 1 },
} as const satisfies { readonly [Name in keyof Required<SolverOptions>]: SolverOption };
