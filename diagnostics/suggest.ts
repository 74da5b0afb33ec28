/**
 * Longer names get no suggestions: the work grows with the square of the length, and such names are
 * rarely misspelt.
 */
const maxLength = 100;

/**
 * The candidate nearest to a misspelt name, or null if none is near: at most a third of the letters
 * may differ (one letter for short names). The distance is Damerau-Levenshtein with adjacent
 * transpositions; a candidate that differs only in case is the nearest of all. Of equally near
 * candidates the first wins, so that the answer is deterministic.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | null {
  if (name.length > maxLength) return null;
  const limit = Math.max(1, Math.floor(name.length / 3));
  const lowerCase = name.toLowerCase();
  let best: string | null = null;
  // The largest useful distance: smaller than the best so far, and less than the whole name.
  let maxDistance = Math.min(limit, name.length - 1);
  const rows: Rows = [[], [], []];
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > limit) continue;
    if (candidate.toLowerCase() === lowerCase) return candidate;
    if (maxDistance < 1) continue;
    const distance = editDistance(name, candidate, maxDistance, rows);
    if (distance > maxDistance) continue;
    best = candidate;
    maxDistance = distance - 1;
  }
  return best;
}

/** `did you mean 'sigma'?`, or null if no candidate is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | null {
  const nearest = nearestName(name, candidates);
  return nearest === null ? null : `did you mean '${nearest}'?`;
}

/** Rows of the distance table, reused for each candidate. */
type Rows = readonly [number[], number[], number[]];

/**
 * The edit distance between `a` and `b`, or some number above `maxDistance` if it exceeds
 * `maxDistance`. Only entries within `maxDistance` of the diagonal can be that small, so only this
 * band is computed (Ukkonen, Information and Control 64, 1985). A common prefix and suffix are
 * skipped: they do not change the distance.
 */
function editDistance(a: string, b: string, maxDistance: number, rows: Rows): number {
  let start = 0;
  let m = a.length;
  let n = b.length;
  while (start < m && start < n && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (m > start && n > start && a.charCodeAt(m - 1) === b.charCodeAt(n - 1)) {
    m--;
    n--;
  }
  m -= start;
  n -= start;
  const outside = maxDistance + 1;
  if (Math.abs(m - n) > maxDistance) return outside;

  let [beforePrevious, previous, current] = rows;
  for (let j = 0; j <= Math.min(n, outside); j++) previous[j] = j;
  let leastBefore = 0;
  for (let i = 1; i <= m; i++) {
    const from = Math.max(1, i - maxDistance);
    const to = Math.min(n, i + maxDistance);
    current[from - 1] = from === 1 ? i : outside;
    current[to + 1] = outside;
    let least = outside;
    const p = a.charCodeAt(start + i - 1);
    for (let j = from; j <= to; j++) {
      const q = b.charCodeAt(start + j - 1);
      let distance = (previous[j - 1] as number) + (p === q ? 0 : 1);
      distance = Math.min(distance, (previous[j] as number) + 1, (current[j - 1] as number) + 1);
      if (i > 1 && j > 1 && p === b.charCodeAt(start + j - 2) && q === a.charCodeAt(start + i - 2)) {
        distance = Math.min(distance, (beforePrevious[j - 2] as number) + 1);
      }
      current[j] = distance;
      least = Math.min(least, distance);
    }
    // Two rows, because a transposition uses the row before the last.
    if (from > 1 && least > maxDistance && leastBefore > maxDistance) return outside;
    leastBefore = least;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return previous[n] as number;
}
