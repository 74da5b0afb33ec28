/**
 * The smallest normal number divided by the rounding unit. Half a sum of squares below this has
 * lost digits to underflow.
 */
export const leastCost = 2 ** -970;
