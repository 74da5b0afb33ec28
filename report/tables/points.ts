/** The number of points of a predictor whose values are not given. */
export const usualPoints = 200;

/** The largest number of points of a curve. */
export const mostPoints = 1_000_000;
