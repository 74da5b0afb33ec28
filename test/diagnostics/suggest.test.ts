import fc from "fast-check";
import { expect, it } from "vitest";
import { nearestName } from "../../diagnostics/index.js";

it.each([
  ["simga", ["beta", "sigma", "stigma"], "sigma"],
  ["Sigma", ["sigmas", "sigma"], "sigma"],
  ["aplitude", ["phase", "amplitude", "altitude"], "amplitude"],
  ["x", ["y", "z"], null],
  ["x", ["y", "X"], "X"],
  ["rate", ["temperature", "offset"], null],
  ["rate", ["rate"], null],
  ["", ["a"], null],
  ["k2", ["k1", "k3"], "k1"],
])("nearest to '%s' of %j is %s", (name, candidates, nearest) => expect(nearestName(name, candidates)).toBe(nearest));

/**
 * The whole table of distances by the definition: deletion, insertion, substitution, transposition
 * of neighbours.
 */
function distanceOf(a: string, b: string): number {
  const d = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(
        i === 0 || j === 0
          ? i + j
          : Math.min(
              d(i - 1, j) + 1,
              (row[j - 1] as number) + 1,
              d(i - 1, j - 1) + changed,
              swapped ? d(i - 2, j - 2) + 1 : Infinity,
            ),
      );
    }
  }
  return d(a.length, b.length);
}

it("is the first of those at the least distance, of any names", () => {
  // Only two letters, so that all kinds of differences are frequent.
  const names = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 14 });
  fc.assert(
    fc.property(names, fc.array(names, { maxLength: 6 }), (name, candidates) => {
      const limit = Math.min(Math.max(1, Math.floor(name.length / 3)), name.length - 1);
      const distances = candidates.map((other) => (other === name ? Infinity : distanceOf(name, other)));
      const least = Math.min(...distances);
      const expected = least <= limit ? candidates[distances.indexOf(least)] : null;
      expect(nearestName(name, candidates)).toBe(expected);
    }),
    { numRuns: 20_000 },
  );
});
