import { FitDataError } from "../messages/fit-error.js";
import { badData, badStart } from "./many.js";

/** What one data set may have that others have not: gaps and rows, deviations and weights, what spoils the model whatever the parameters. */
const ofData = ["FIT4004", "FIT4006", "FIT4007", "FIT4008", "FIT5008", "FIT5009", "FIT5012", "FIT5016", "FIT5022"];
/** The size of the covariance matrix of all. */
const ofSize = ["FIT5048", "FIT5049"];
/** Start values, bounds that come from the data, the model at the start, the order of parameters. */
const ofStart = ["FIT5002", "FIT5003", "FIT5004", "FIT5005", "FIT5006", "FIT5010", "FIT5011", "FIT5021"];
const ofOrder = ["FIT5053", "FIT5054"];

const statuses: ReadonlyMap<string, number> = new Map([
  ...[...ofData, ...ofSize].map((code) => [code, badData] as const),
  ...[...ofStart, ...ofOrder].map((code) => [code, badStart] as const),
]);

/** The status of a data set that cannot be fitted; null for an error of the call, which every data set would have. */
export function statusOf(error: unknown): number | null {
  return error instanceof FitDataError ? (statuses.get(error.code) ?? null) : null;
}
