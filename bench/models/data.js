// Data with noise, the same on every machine except for the last digits of exp and cos.

/**
 * Uniform numbers in (0, 1) from a 32-bit linear congruential generator (Numerical Recipes, 7.1),
 * and sums of twelve of them as approximately normal numbers.
 */
export function generator(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 4294967296;
  };
  const normal = () => {
    let sum = -6;
    for (let k = 0; k < 12; k++) sum += uniform();
    return sum;
  };
  return { uniform, normal };
}

/**
 * Values of `f` with noise at `rows` points from 0 to `to`. It uses plain loops, so that nothing
 * but the columns is allocated.
 */
function sampled(rows, to, noise, f) {
  const { normal } = generator(1);
  const x = new Float64Array(rows);
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    x[i] = (to * i) / rows;
    y[i] = f(x[i]) + noise * normal();
  }
  return { x, y };
}

/**
 * The models that are fitted to a million rows: their names, which are also those of the files in
 * this folder, and their data.
 */
export const largeModels = [
  { name: "decay", data: (rows) => sampled(rows, 4, 0.2, (x) => 2.5 * Math.exp(-0.5 * x) + 0.5) },
  {
    name: "cosine",
    data: (rows) => sampled(rows, 6, 0.2, (x) => 1.5 * Math.exp(-0.3 * x) * Math.cos(5 * x + 0.4) + 0.2),
  },
  {
    name: "gauss",
    data: (rows) =>
      sampled(rows, 250, 2.5, (x) => {
        const peak = (center, width) => Math.exp(-(((x - center) / width) ** 2));
        return 98.8 * Math.exp(-0.0109 * x) + 100.5 * peak(67.5, 23.1) + 71.9 * peak(179, 18.4);
      }),
  },
];

/**
 * A batch: the concatenated columns of `fits` peaks with 48 points each, and suitable start values
 * for each of them.
 */
export function peakBatch(fits) {
  const points = 48;
  const { uniform, normal } = generator(7);
  const x = new Float64Array(fits * points);
  const y = new Float64Array(fits * points);
  const names = ["height", "center", "width", "base"];
  const starts = Object.fromEntries(names.map((name) => [name, new Float64Array(fits)]));
  for (let k = 0; k < fits; k++) {
    const [height, center, width, base] = [5 + 5 * uniform(), 4 + 2 * uniform(), 0.8 + uniform(), uniform()];
    for (let i = k * points; i < (k + 1) * points; i++) {
      x[i] = (10 * (i - k * points)) / (points - 1);
      y[i] = height * Math.exp(-(((x[i] - center) / width) ** 2)) + base + 0.1 * normal();
    }
    starts.height[k] = height * (0.8 + 0.4 * uniform());
    starts.center[k] = center + 0.5 * (uniform() - 0.5);
    starts.width[k] = width * (0.8 + 0.4 * uniform());
    starts.base[k] = base + 0.2 * (uniform() - 0.5);
  }
  return { points, x, y, starts, offsets: Float64Array.from({ length: fits + 1 }, (_, k) => k * points) };
}
