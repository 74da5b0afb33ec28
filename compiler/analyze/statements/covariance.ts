import type { CovarianceStmt } from "../../../grammar/index.js";
import { oneCovariance } from "../rules/one-covariance.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/** The covariance matrix of the observations, read from a file. */
export const covariance: StatementAnalysis<CovarianceStmt> = { sites: () => [], rules: [oneCovariance] };
