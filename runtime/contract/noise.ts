/**
 * The noise of a statement, as plain data in the emitted module. Everything that the runtime does
 * with noise follows from these fields; it knows no noise model by name.
 */
export interface NoiseInfo {
  /** The keyword that declares the noise in the spec, for messages and reports: `sigma`, say. */
  readonly word: string;
  /** The value as written in the spec. */
  readonly text: string;
  /** The column that holds the value; -1 if the value is an expression. */
  readonly column: number;
  /** The keyword after the value; null if this noise model takes none. */
  readonly scale: NoiseScale | null;
  /** The values that the noise model accepts. */
  readonly range: NoiseRange;
  /** How the variance of an observation depends on the value. */
  readonly variancePower: VariancePower;
}

/**
 * `absolute` if the scale of the noise is known; `relative` if it is known up to a common factor,
 * which is estimated from the residuals.
 */
export type NoiseScale = "absolute" | "relative";

/**
 * The finite values that a noise model accepts: above 0, or 0 as well, which leaves the residual
 * out of the fit.
 */
export type NoiseRange = "positive" | "nonnegative";

/** The variance of an observation is proportional to the noise value to this power. */
export type VariancePower = -1 | 1 | 2;

/** True if a number is in the range of a noise model. */
export function isInRange(range: NoiseRange, value: number): boolean {
  return Number.isFinite(value) && (value > 0 || (value === 0 && range === "nonnegative"));
}

/**
 * True if a number is valid as the noise of an observation; any number is if no noise is declared.
 */
export function isValidNoise(noise: NoiseInfo | null, value: number): boolean {
  return noise === null || isInRange(noise.range, value);
}

/** True if a noise value of 0 leaves a residual out of the fit. */
export function mayLeaveOut(noise: NoiseInfo | null): boolean {
  return noise?.range === "nonnegative";
}

/**
 * The variance of an observation.
 * @param unit the variance of an observation whose noise is 1, or that has none
 */
export function varianceOf(noise: NoiseInfo | null, value: number, unit: number): number {
  switch (noise?.variancePower) {
    case undefined:
      return unit;
    case 2:
      return unit * value * value;
    case 1:
      return unit * value;
    case -1:
      return unit / value;
  }
}

/**
 * The standard deviation of an observation, relative to that of an observation whose noise is 1.
 */
export function deviationOf(noise: NoiseInfo | null, value: number): number {
  switch (noise?.variancePower) {
    case undefined:
      return 1;
    case 2:
      return value;
    case 1:
      return Math.sqrt(value);
    case -1:
      return 1 / Math.sqrt(value);
  }
}
