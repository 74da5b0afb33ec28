import { Random } from "../../math/random.js";

/** A property of fitc that must hold for whatever a random generator makes up. */
export interface Probe {
  readonly name: string;
  /**
   * Runs one case; null if all is well, else a description of the failure with everything needed to
   * reproduce it.
   */
  run(random: Random): Promise<string | null>;
}

/** The generator of a case: of its own, so that a case can be repeated alone. */
export function randomOf(seed: number, index: number): Random {
  return new Random((seed % 2 ** 20) * 2 ** 32 + (index % 2 ** 32));
}

/** Runs a case of a probe; an exception is a failure too. */
export async function runCase(probe: Probe, seed: number, index: number): Promise<string | null> {
  try {
    return await probe.run(randomOf(seed, index));
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
