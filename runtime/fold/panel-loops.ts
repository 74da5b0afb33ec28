/**
 * The inner loops of the fold, over the columns of one panel. A fit spends nearly all its time here
 * or in the model itself. The loops are written out for one to three columns, so that each column
 * is read only once for everything done with it.
 */

/** The dot product of the first `rows` entries. */
export function dot(a: Float64Array, b: Float64Array, rows: number): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** The dot products of the first column c and the last column r: c.c, c.r and r.r. */
export function productsOfEnds(
  c: Float64Array,
  r: Float64Array,
  rows: number,
  withFirst: Float64Array,
  withLast: Float64Array,
): void {
  let cc = 0;
  let cr = 0;
  let rr = 0;
  for (let i = 0; i < rows; i++) {
    const ci = c[i] as number;
    const ri = r[i] as number;
    cc += ci * ci;
    cr += ci * ri;
    rr += ri * ri;
  }
  const last = withLast.length - 1;
  withFirst[0] = cc;
  withFirst[last] = cr;
  withLast[0] = cr;
  withLast[last] = rr;
}

/** The dot products of column d, at index `slot`, with the first column c and the last column r. */
export function productsWithEnds(
  c: Float64Array,
  r: Float64Array,
  d: Float64Array,
  rows: number,
  slot: number,
  withFirst: Float64Array,
  withLast: Float64Array,
): void {
  let cd = 0;
  let rd = 0;
  for (let i = 0; i < rows; i++) {
    const di = d[i] as number;
    cd += (c[i] as number) * di;
    rd += (r[i] as number) * di;
  }
  withFirst[slot] = cd;
  withLast[slot] = rd;
}

/**
 * Applies the reflection of column y to columns c, d and e, of which c has index `slot`. Also
 * computes the dot products of all three with c, which is reduced next.
 */
export function lead3(
  y: Float64Array,
  c: Float64Array,
  d: Float64Array,
  e: Float64Array,
  weights: Float64Array,
  slot: number,
  rows: number,
  dots: Float64Array,
): void {
  const wc = weights[slot] as number;
  const wd = weights[slot + 1] as number;
  const we = weights[slot + 2] as number;
  let cc = 0;
  let cd = 0;
  let ce = 0;
  for (let i = 0; i < rows; i++) {
    const yi = y[i] as number;
    const ci = (c[i] as number) - wc * yi;
    const di = (d[i] as number) - wd * yi;
    const ei = (e[i] as number) - we * yi;
    c[i] = ci;
    d[i] = di;
    e[i] = ei;
    cc += ci * ci;
    cd += ci * di;
    ce += ci * ei;
  }
  dots[slot] = cc;
  dots[slot + 1] = cd;
  dots[slot + 2] = ce;
}

/** The same for columns c and d. */
export function lead2(
  y: Float64Array,
  c: Float64Array,
  d: Float64Array,
  weights: Float64Array,
  slot: number,
  rows: number,
  dots: Float64Array,
): void {
  const wc = weights[slot] as number;
  const wd = weights[slot + 1] as number;
  let cc = 0;
  let cd = 0;
  for (let i = 0; i < rows; i++) {
    const yi = y[i] as number;
    const ci = (c[i] as number) - wc * yi;
    const di = (d[i] as number) - wd * yi;
    c[i] = ci;
    d[i] = di;
    cc += ci * ci;
    cd += ci * di;
  }
  dots[slot] = cc;
  dots[slot + 1] = cd;
}

/**
 * Applies the reflection of column y to column c. Also computes its dot product with p, the
 * finished column that is reduced next.
 */
export function follow1(
  y: Float64Array,
  p: Float64Array,
  c: Float64Array,
  weights: Float64Array,
  slot: number,
  rows: number,
  dots: Float64Array,
): void {
  const wc = weights[slot] as number;
  let pc = 0;
  for (let i = 0; i < rows; i++) {
    const ci = (c[i] as number) - wc * (y[i] as number);
    c[i] = ci;
    pc += (p[i] as number) * ci;
  }
  dots[slot] = pc;
}

/** The same for columns c and d. */
export function follow2(
  y: Float64Array,
  p: Float64Array,
  c: Float64Array,
  d: Float64Array,
  weights: Float64Array,
  slot: number,
  rows: number,
  dots: Float64Array,
): void {
  const wc = weights[slot] as number;
  const wd = weights[slot + 1] as number;
  let pc = 0;
  let pd = 0;
  for (let i = 0; i < rows; i++) {
    const yi = y[i] as number;
    const pi = p[i] as number;
    const ci = (c[i] as number) - wc * yi;
    const di = (d[i] as number) - wd * yi;
    c[i] = ci;
    d[i] = di;
    pc += pi * ci;
    pd += pi * di;
  }
  dots[slot] = pc;
  dots[slot + 1] = pd;
}
