import { dataMessages } from "../data/messages.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { badData, badStart } from "./many.js";

/**
 * What one data set may have that others have not: gaps and rows, deviations and weights, what
 * spoils the model whatever the parameters, and the size of the covariance matrix of all.
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
 * Start values, bounds that come from the data, the model at the start, the order of parameters.
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
 * The status of a data set that cannot be fitted; null for an error of the call, which every data
 * set would have.
 */
export function statusOf(error: unknown): number | null {
  return error instanceof FitError ? (statuses.get(error.code) ?? null) : null;
}
