/**
 * What happens to a row with an empty or NaN cell in a column that the model uses: `error` stops
 * the fit, `drop` leaves the row out.
 */
export const missingPolicies = ["error", "drop"] as const;

export type MissingPolicy = (typeof missingPolicies)[number];
