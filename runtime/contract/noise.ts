/**
 * What an emitted module says of the noise of a statement: plain data, from which all follows that the runtime does with
 * it. The runtime knows no noise model by its name.
 */
export interface NoiseInfo {
  /** The word that declares it in the spec, for messages and reports: `sigma`. */
  readonly word: string;
  /** Its value as the spec has it. */
  readonly text: string;
  /** The column that is its value; -1 where that is an expression. */
  readonly column: number;
  /** The word after the value; null where the noise model takes none. */
  readonly scale: NoiseScale | null;
  readonly range: NoiseRange;
  readonly variancePower: VariancePower;
}

/** Whether the noise is known as it is, or up to a common factor that the residuals tell. */
export type NoiseScale = "absolute" | "relative";

/** Which finite values a noise model takes: those above 0, or 0 too, which leaves the residual out of the fit. */
export type NoiseRange = "positive" | "nonnegative";

/** The variance of an observation is proportional to the value to this power. */
export type VariancePower = -1 | 1 | 2;

/** Whether a number is in the range of a noise model. */
export function isInRange(range: NoiseRange, value: number): boolean {
  return Number.isFinite(value) && (value > 0 || (value === 0 && range === "nonnegative"));
}

/** Whether a number can be the noise of an observation: any can be where none is declared. */
export function isValidNoise(noise: NoiseInfo | null, value: number): boolean {
  return noise === null || isInRange(noise.range, value);
}

/** Whether a value of 0 leaves a residual out of the fit. */
export function mayLeaveOut(noise: NoiseInfo | null): boolean {
  return noise?.range === "nonnegative";
}

/** The variance of an observation. @param unit that of one whose noise is 1, or that has none */
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

/** The standard deviation of an observation, in units of that of one whose noise is 1. */
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
