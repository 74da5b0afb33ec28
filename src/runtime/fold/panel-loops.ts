/**
 * The inner loops of the fold. Each handles the columns of one panel, `rows` numbers from an offset of one array, and is
 * written out for one to three columns and two rows at a time: a column is then read once for all that is done with it, and
 * no sum waits for the one before. They take nearly all the time of a fit that the model itself does not.
 */

/** Sum of `a[i + t] * b[j + t]`, in four partial sums. */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let t = 0;
  for (; t + 3 < count; t += 4) {
    s0 += (a[i + t] as number) * (b[j + t] as number);
    s1 += (a[i + t + 1] as number) * (b[j + t + 1] as number);
    s2 += (a[i + t + 2] as number) * (b[j + t + 2] as number);
    s3 += (a[i + t + 3] as number) * (b[j + t + 3] as number);
  }
  for (; t < count; t++) s0 += (a[i + t] as number) * (b[j + t] as number);
  return s0 + s1 + (s2 + s3);
}

/** Products of the first column c and the last r: c.c and c.r, r.r. */
export function productsOfEnds(
  a: Float64Array,
  c: number,
  r: number,
  rows: number,
  withFirst: Float64Array,
  withLast: Float64Array,
): void {
  let cc = 0;
  let cr = 0;
  let rr = 0;
  let cc1 = 0;
  let cr1 = 0;
  let rr1 = 0;
  for (let i = 0; i + 1 < rows; i += 2) {
    const c0 = a[c + i] as number;
    const r0 = a[r + i] as number;
    const c1 = a[c + i + 1] as number;
    const r1 = a[r + i + 1] as number;
    cc += c0 * c0;
    cr += c0 * r0;
    rr += r0 * r0;
    cc1 += c1 * c1;
    cr1 += c1 * r1;
    rr1 += r1 * r1;
  }
  if (rows % 2 === 1) {
    const c0 = a[c + rows - 1] as number;
    const r0 = a[r + rows - 1] as number;
    cc += c0 * c0;
    cr += c0 * r0;
    rr += r0 * r0;
  }
  const last = withLast.length - 1;
  withFirst[0] = cc + cc1;
  withFirst[last] = cr + cr1;
  withLast[0] = cr + cr1;
  withLast[last] = rr + rr1;
}

/** Products of column d with the first column c and the last r. */
export function productsWithEnds(
  a: Float64Array,
  c: number,
  r: number,
  d: number,
  rows: number,
  slot: number,
  withFirst: Float64Array,
  withLast: Float64Array,
): void {
  let cd = 0;
  let rd = 0;
  let cd1 = 0;
  let rd1 = 0;
  for (let i = 0; i + 1 < rows; i += 2) {
    const d0 = a[d + i] as number;
    const d1 = a[d + i + 1] as number;
    cd += (a[c + i] as number) * d0;
    rd += (a[r + i] as number) * d0;
    cd1 += (a[c + i + 1] as number) * d1;
    rd1 += (a[r + i + 1] as number) * d1;
  }
  if (rows % 2 === 1) {
    const d0 = a[d + rows - 1] as number;
    cd += (a[c + rows - 1] as number) * d0;
    rd += (a[r + rows - 1] as number) * d0;
  }
  withFirst[slot] = cd + cd1;
  withLast[slot] = rd + rd1;
}

/** Applies the reflection of column y to columns c and d, where c is the next to be reduced: c.c and c.d of the results. */
export function lead2(
  a: Float64Array,
  y: number,
  at: Int32Array,
  weights: Float64Array,
  slot: number,
  rows: number,
  dots: Float64Array,
): void {
  const c = at[slot] as number;
  const d = at[slot + 1] as number;
  const wc = weights[slot] as number;
  const wd = weights[slot + 1] as number;
  let cc = 0;
  let cc1 = 0;
  let cd = 0;
  let cd1 = 0;
  for (let i = 0; i + 1 < rows; i += 2) {
    const y0 = a[y + i] as number;
    const y1 = a[y + i + 1] as number;
    const c0 = (a[c + i] as number) - wc * y0;
    const c1 = (a[c + i + 1] as number) - wc * y1;
    const d0 = (a[d + i] as number) - wd * y0;
    const d1 = (a[d + i + 1] as number) - wd * y1;
    a[c + i] = c0;
    a[c + i + 1] = c1;
    a[d + i] = d0;
    a[d + i + 1] = d1;
    cc += c0 * c0;
    cc1 += c1 * c1;
    cd += c0 * d0;
    cd1 += c1 * d1;
  }
  if (rows % 2 === 1) {
    const i = rows - 1;
    const y0 = a[y + i] as number;
    const c0 = (a[c + i] as number) - wc * y0;
    const d0 = (a[d + i] as number) - wd * y0;
    a[c + i] = c0;
    a[d + i] = d0;
    cc += c0 * c0;
    cd += c0 * d0;
  }
  dots[slot] = cc + cc1;
  dots[slot + 1] = cd + cd1;
}

/** The same for c, d and e. */
export function lead3(
  a: Float64Array,
  y: number,
  at: Int32Array,
  weights: Float64Array,
  slot: number,
  rows: number,
  dots: Float64Array,
): void {
  const c = at[slot] as number;
  const d = at[slot + 1] as number;
  const e = at[slot + 2] as number;
  const wc = weights[slot] as number;
  const wd = weights[slot + 1] as number;
  const we = weights[slot + 2] as number;
  let cc = 0;
  let cc1 = 0;
  let cd = 0;
  let cd1 = 0;
  let ce = 0;
  let ce1 = 0;
  for (let i = 0; i + 1 < rows; i += 2) {
    const y0 = a[y + i] as number;
    const y1 = a[y + i + 1] as number;
    const c0 = (a[c + i] as number) - wc * y0;
    const c1 = (a[c + i + 1] as number) - wc * y1;
    const d0 = (a[d + i] as number) - wd * y0;
    const d1 = (a[d + i + 1] as number) - wd * y1;
    const e0 = (a[e + i] as number) - we * y0;
    const e1 = (a[e + i + 1] as number) - we * y1;
    a[c + i] = c0;
    a[c + i + 1] = c1;
    a[d + i] = d0;
    a[d + i + 1] = d1;
    a[e + i] = e0;
    a[e + i + 1] = e1;
    cc += c0 * c0;
    cc1 += c1 * c1;
    cd += c0 * d0;
    cd1 += c1 * d1;
    ce += c0 * e0;
    ce1 += c1 * e1;
  }
  if (rows % 2 === 1) {
    const i = rows - 1;
    const y0 = a[y + i] as number;
    const c0 = (a[c + i] as number) - wc * y0;
    const d0 = (a[d + i] as number) - wd * y0;
    const e0 = (a[e + i] as number) - we * y0;
    a[c + i] = c0;
    a[d + i] = d0;
    a[e + i] = e0;
    cc += c0 * c0;
    cd += c0 * d0;
    ce += c0 * e0;
  }
  dots[slot] = cc + cc1;
  dots[slot + 1] = cd + cd1;
  dots[slot + 2] = ce + ce1;
}

/** Applies the reflection of column y to column c, and forms its product with the next to be reduced, p, finished before. */
export function follow1(
  a: Float64Array,
  y: number,
  p: number,
  c: number,
  w: number,
  rows: number,
  dots: Float64Array,
  slot: number,
): void {
  let pc = 0;
  for (let i = 0; i < rows; i++) {
    const ci = (a[c + i] as number) - w * (a[y + i] as number);
    a[c + i] = ci;
    pc += (a[p + i] as number) * ci;
  }
  dots[slot] = pc;
}

/** The same for columns c and d. */
export function follow2(
  a: Float64Array,
  y: number,
  p: number,
  at: Int32Array,
  weights: Float64Array,
  slot: number,
  rows: number,
  dots: Float64Array,
): void {
  const c = at[slot] as number;
  const d = at[slot + 1] as number;
  const wc = weights[slot] as number;
  const wd = weights[slot + 1] as number;
  let pc = 0;
  let pd = 0;
  for (let i = 0; i < rows; i++) {
    const v = a[y + i] as number;
    const q = a[p + i] as number;
    const ci = (a[c + i] as number) - wc * v;
    const di = (a[d + i] as number) - wd * v;
    a[c + i] = ci;
    a[d + i] = di;
    pc += q * ci;
    pd += q * di;
  }
  dots[slot] = pc;
  dots[slot + 1] = pd;
}
