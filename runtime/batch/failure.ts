import { dataMessages } from "../data/messages.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { badData, badStart } from "./many.js";

/**
 * Errors in the data of one data set, which others need not have: missing values, too few rows,
 * invalid noise, a model that the data make non-finite for any parameters, and a covariance matrix
 * of the wrong size.
 */
const ofData = [
  dataMessages.missingValue,
  dataMessages.noRows,
  dataMessages.noRowsSelected,
  dataMessages.noRowsLeft,
  runtimeMessages.noiseNotPositive,
  runtimeMessages.noiseNegative,
  runtimeMessages.lmUnderdetermined,
  runtimeMessages.allWeightsZero,
  runtimeMessages.dataNotFinite,
  runtimeMessages.covarianceSizeMismatch,
  runtimeMessages.covarianceTooLarge,
];
/**
 * Errors at the start of one fit: start values, bounds that depend on the data, the model at the
 * start, the order of parameters.
 */
const ofStart = [
  runtimeMessages.startNotFinite,
  runtimeMessages.boundNotNumber,
  runtimeMessages.boundsWithoutRoom,
  runtimeMessages.startOutsideBounds,
  runtimeMessages.startExcluded,
  runtimeMessages.modelNotFinite,
  runtimeMessages.derivativeNotFinite,
  runtimeMessages.costOutOfRange,
  runtimeMessages.startsUnordered,
  runtimeMessages.orderBoundsDiffer,
];

const statuses: ReadonlyMap<string, number> = new Map([
  ...ofData.map(({ code }) => [code, badData] as const),
  ...ofStart.map(({ code }) => [code, badStart] as const),
]);

/**
 * The status of a data set that cannot be fitted; null for an error of the call, which would occur
 * for every data set.
 */
export function statusOf(error: unknown): number | null {
  return error instanceof FitError ? (statuses.get(error.code) ?? null) : null;
}
