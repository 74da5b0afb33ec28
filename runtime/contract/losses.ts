/** The loss functions of the language, in the order in which messages list them. */
export const lossNames = ["linear", "soft_l1", "huber", "cauchy", "arctan"] as const;

export type LossName = (typeof lossNames)[number];
export type RobustLossName = Exclude<LossName, "linear">;

/** True if this is the name of a loss other than the linear one. */
export function isRobustLoss(name: unknown): name is RobustLossName {
  return name !== "linear" && lossNames.some((known) => known === name);
}
