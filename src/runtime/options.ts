import { FitDataError } from "./errors.js";
import { runtimeMessages } from "./messages.js";
import type { FitOptions } from "./result.js";
import { show } from "./show.js";

/** @throws FitDataError FIT5007 for an option out of its range */
export function checkOptions(options: FitOptions): void {
  const tolerances = { ftol: options.ftol, xtol: options.xtol, gtol: options.gtol };
  for (const [option, value] of Object.entries(tolerances)) {
    if (value !== undefined && !(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw outOfRange(option, value, "a tolerance is a finite number from 0 on");
    }
  }
  const { maxEvals, level } = options;
  if (maxEvals !== undefined && !(Number.isInteger(maxEvals) && maxEvals >= 1)) {
    throw outOfRange("maxEvals", maxEvals, "it is a whole number from 1 on");
  }
  checkLevel(level);
}

export function checkLevel(level: number | undefined): void {
  if (level !== undefined && !(level > 0 && level < 1)) throw outOfRange("level", level, "it lies between 0 and 1");
}

function outOfRange(option: string, value: unknown, expected: string): FitDataError {
  return new FitDataError(runtimeMessages.FIT5007({ option, value: show(value), expected }));
}
