/**
 * Pseudo-random numbers, the same on every machine for one seed: xoshiro128** (Blackman and Vigna,
 * ACM Trans. Math. Softw. 47 (2021) 36), of period 2^128 - 1, in 32-bit integers only. The initial
 * state is a counter started at the seed and passed through a 32-bit mixer (the finaliser of
 * MurmurHash3, with Weyl's increment as in SplitMix: Steele, Lea and Flood, OOPSLA 2014), so that
 * neighbouring seeds have unrelated states.
 */
export class Random {
  private readonly state: Uint32Array;

  /** @param seed an integer from 0 to 2^53 */
  constructor(seed: number) {
    const high = Math.floor(seed / 2 ** 32);
    let counter = seed >>> 0;
    this.state = Uint32Array.from({ length: 4 }, () => {
      counter = (counter + 0x9e3779b9) >>> 0;
      return mixed(mixed(counter) ^ high);
    });
    // All zeros is the one state that the generator never leaves.
    if (this.state.every((word) => word === 0)) this.state[0] = 1;
  }

  /** The next 32 bits. */
  bits(): number {
    const { state } = this;
    const [a, b, c, d] = state as unknown as [number, number, number, number];
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const e = c ^ a;
    const f = d ^ b;
    state[1] = b ^ e;
    state[0] = a ^ f;
    state[2] = e ^ (b << 9);
    state[3] = rotated(f, 11);
    return result;
  }

  /** A uniform number in [0, 1) with 53 random bits. */
  uniform(): number {
    const high = this.bits() >>> 5;
    return (high * 2 ** 26 + (this.bits() >>> 6)) / 2 ** 53;
  }

  /** An integer in [0, n). */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  /** The integers from 0 to n - 1 in random order (Fisher and Yates). */
  permutation(n: number): Uint32Array {
    const order = Uint32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const entry = order[i] as number;
      order[i] = order[j] as number;
      order[j] = entry;
    }
    return order;
  }
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function mixed(word: number): number {
  let z = word;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}
