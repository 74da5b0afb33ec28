/** Minimises t -> a t^2 + b t + c for t in [low, high]. */
export function minimiseQuadratic(
  a: number,
  b: number,
  c: number,
  low: number,
  high: number,
): { readonly t: number; readonly value: number } {
  const at = (t: number) => ({ t, value: t * (a * t + b) + c });
  const candidates = [at(low), at(high)];
  const extremum = (-0.5 * b) / a;
  if (a !== 0 && low < extremum && extremum < high) candidates.push(at(extremum));
  return candidates.reduce((lowest, candidate) => (candidate.value < lowest.value ? candidate : lowest));
}
