// A decay with noise, the same on every machine: a 32-bit linear congruential generator (Numerical Recipes, 7.1) and sums of
// twelve uniform numbers in place of normal ones.
export function decayData(rows) {
  let state = 1;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const x = new Float64Array(rows);
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    x[i] = (4 * i) / rows;
    let noise = -6;
    for (let k = 0; k < 12; k++) noise += uniform();
    y[i] = 2.5 * Math.exp(-0.5 * x[i]) + 0.5 + 0.2 * noise;
  }
  return { x, y };
}

export const decaySpec = `model Decay {
  input x, y
  param a = 1
  param b = 1
  param c = 1
  fit y ~ a * exp(-b * x) + c
  solver lm { ftol: 1e-10, xtol: 1e-10 }
}
`;
