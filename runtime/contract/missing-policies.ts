/**
 * What becomes of a row with an empty or NaN cell in a used column: the fit stops there, or the row
 * is left out.
 */
export const missingPolicies = ["error", "drop"] as const;

export type MissingPolicy = (typeof missingPolicies)[number];
