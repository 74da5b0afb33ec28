// ml-levenberg-marquardt with analytic derivatives. It stops at a sum of squares that its caller
// has to know, so it gets the number of iterations it needs to come as close to the minimum as the
// others. It provides no covariance.
import { timed } from "../lib/contest.js";

const iterationLimit = 2000;

/**
 * @param model `(b, x, w, d)`, from {@link nistModels}
 * @param reference the cost to reach, and the cost up to which it is rounding error
 * @returns a function that runs a number of fits of a problem and returns the seconds and the cost
 * of one; undefined if the package does not reach that cost
 */
export function mlFit({ levenbergMarquardt }, { observed, predictors, start }, model, { cost, rounding }) {
  const [x, w] = predictors;
  const places = w === undefined ? x : Array.from(x, (each, i) => [each, w[i]]);
  const d = new Float64Array(start.length);
  const value = w === undefined ? (b) => (at) => model(b, at, 0, d) : (b) => (at) => model(b, at[0], at[1], d);
  const derivatives = (b) => {
    const atPlace = value(b);
    return (at) => {
      atPlace(at);
      return d;
    };
  };
  const solve = (maxIterations) =>
    levenbergMarquardt({ x: places, y: observed }, value, {
      initialValues: start,
      jacobianFunction: derivatives,
      maxIterations,
      errorTolerance: 0,
    });

  const iterations = minIterations((count) => {
    try {
      return Math.abs(solve(count).parameterError / 2 - cost) <= 1e-6 * cost + rounding;
    } catch {
      return false;
    }
  });
  if (iterations === undefined) return undefined;
  return (count) => {
    const { seconds, value: result } = timed(() => {
      let last;
      for (let k = 0; k < count; k++) last = solve(iterations);
      return last;
    });
    return { seconds: seconds / count, cost: result.parameterError / 2 };
  };
}

/** The smallest sufficient number, found by doubling and bisection. */
function minIterations(isEnough) {
  let high = 1;
  while (!isEnough(high)) {
    high *= 2;
    if (high > iterationLimit) return undefined;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
