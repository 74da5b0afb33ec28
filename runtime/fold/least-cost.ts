/** Half a sum of squares below this, the smallest normal number over the rounding, has lost digits to underflow. */
export const leastCost = 2 ** -970;
