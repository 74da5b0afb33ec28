// A program that fits measurements of its own with a compiled model, and predicts from the fit.
import { FitError } from "fitc/runtime";
import { Growth } from "./growth.fit.js";

const hours = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const density = [0.051, 0.081, 0.129, 0.197, 0.295, 0.426, 0.562, 0.684, 0.79, 0.862, 0.912, 0.941, 0.967];
const error = density.map((value) => 0.005 + 0.01 * value);

try {
  const fit = Growth.fit({ hours, density, error });
  if (!fit.success) throw new Error(fit.message);
  const { capacity, rate, midpoint } = fit.params;
  for (const [name, estimate] of Object.entries({ capacity, rate, midpoint, ...fit.derived })) {
    console.log(`${name.padEnd(14)} ${estimate.value.toFixed(4)} +/- ${estimate.stderr?.toFixed(4)}`);
  }
  const later = Growth.predict(fit, { hours: [14, 16] }, { level: 0.95 });
  console.log(
    `after 14 h     ${later.value[0]?.toFixed(4)} [${later.lower[0]?.toFixed(4)}, ${later.upper[0]?.toFixed(4)}]`,
  );
} catch (error) {
  if (error instanceof FitError) console.error(`the measurements cannot be fitted: ${error.message}`);
  else throw error;
}
