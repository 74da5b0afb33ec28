import type { Random } from "../../math/random.js";

export function chance(random: Random, probability: number): boolean {
  return random.uniform() < probability;
}

export function pick<T>(random: Random, list: readonly T[]): T {
  if (list.length === 0) throw new Error("nothing to pick from");
  return list[random.below(list.length)] as T;
}

/** From `least` to `most` things, each made anew. */
export function several<T>(random: Random, [least, most]: readonly [number, number], make: (index: number) => T): T[] {
  return Array.from({ length: least + random.below(most - least + 1) }, (_, index) => make(index));
}

/** A list with one thing, or with none. */
export function maybe<T>(random: Random, probability: number, make: () => T): T[] {
  return chance(random, probability) ? [make()] : [];
}
