/** sin(pi x) and cos(pi x), exact at integers and half-integers and accurate for large x. */

export function sinPi(x: number): number {
  const a = Math.abs(x) % 2;
  const sign = (x < 0 ? -1 : 1) * (a >= 1 ? -1 : 1);
  const r = a >= 1 ? a - 1 : a;
  const q = r > 0.5 ? 1 - r : r;
  return sign * (q <= 0.25 ? Math.sin(Math.PI * q) : Math.cos(Math.PI * (0.5 - q)));
}

export function cosPi(x: number): number {
  const a = Math.abs(x) % 2;
  const r = a > 1 ? 2 - a : a;
  if (r <= 0.25) return Math.cos(Math.PI * r);
  return r < 0.75 ? Math.sin(Math.PI * (0.5 - r)) : -Math.cos(Math.PI * (1 - r));
}
