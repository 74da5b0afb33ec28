import type { Contour } from "../../runtime/index.js";
import { UsageError } from "../usage-error.js";
import type { FinishedFit, OutputContext, PlannedFit } from "./output.js";

/** Enough for a smooth line where the region is far from an ellipse. */
const contourPoints = 200;

/** Two quantities, as `--contour a,b` names them. */
export type Pair = readonly [string, string];

/**
 * Reads `--contour a,b`. A quoted name may contain a comma.
 * @throws UsageError unless the models have two such quantities
 */
export function readPair(text: string, models: readonly PlannedFit[]): Pair {
  const known = new Set(models.flatMap(({ fitter: { info } }) => [...info.params, ...info.derived]));
  const parts = text.normalize("NFC").split(",");
  const splits = parts.slice(1).map(
    (_, i): Pair => [
      parts
        .slice(0, i + 1)
        .join(",")
        .trim(),
      parts
        .slice(i + 1)
        .join(",")
        .trim(),
    ],
  );
  const found = splits.find((pair) => pair.every((name) => known.has(name)));
  if (found !== undefined && found[0] !== found[1]) return found;
  throw new UsageError(
    `--contour needs two parameters or derived quantities, as in --contour a,b, not '${text}'`,
    known.size < 2 ? null : `the model has: ${[...known].join(", ")}`,
  );
}

/**
 * The joint confidence regions of the pairs that a model has; none for a fit that did not converge.
 * @throws UsageError if there is no such region
 */
export async function contoursOf(
  fit: FinishedFit,
  pairs: readonly Pair[],
  { console, entries }: OutputContext,
): Promise<readonly Contour[]> {
  const { fitter, result, data, options } = fit;
  const names = [...fitter.info.params, ...fitter.info.derived];
  const own = pairs.filter((pair) => pair.every((name) => names.includes(name)));
  if (own.length === 0 || !result.success) return [];
  const { contour, FitError } = await entries.runtime();
  return own.map(([a, b]) => {
    try {
      const found = contour(fitter, result, data, a, b, { ...options, points: contourPoints });
      if (!console.quiet) for (const { code, message } of found.warnings) console.note(`warning ${code}: ${message}`);
      return found;
    } catch (error) {
      if (!(error instanceof FitError)) throw error;
      throw new UsageError(`--contour ${a},${b}: ${error.diagnostic.message}`, error.diagnostic.help);
    }
  });
}
