/** The stages whose results can be shown, in the order in which they run. */
export const stages = ["tokens", "ast", "model", "ir", "derivatives", "kernel"] as const;
export type Stage = (typeof stages)[number];
