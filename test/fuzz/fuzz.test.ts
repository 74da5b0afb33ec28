// A fixed part of what `npm run fuzz` runs for as long as one likes: a number of cases and not of
// seconds, so that every run is the same.
import { describe, expect, it } from "vitest";
import { runCase } from "./probe.js";
import { probes } from "./probes.js";

const seed = 11;

/** The number of cases of each probe, so that together they take less than a minute. */
const counts: Readonly<Record<string, number>> = {
  grammar: 300,
  trees: 200,
  models: 150,
  tokens: 300,
  bytes: 300,
  typescript: 6,
  data: 5000,
  "first-order": 200,
  "kernels-at-start": 500,
  kernels: 250,
  callers: 20,
  modules: 15,
  statistics: 200,
  "order-of-rows": 250,
  units: 250,
  threads: 1,
};

describe("whatever is made up", () => {
  it.each(probes.map((probe) => [probe.name, probe] as const))("%s", async (name, probe) => {
    const count = counts[name];
    if (count === undefined) throw new Error(`no number of cases for the probe ${name}`);
    for (let index = 0; index < count; index++) {
      expect(
        await runCase(probe, seed, index),
        `npm run fuzz -- --seed ${seed} --only ${name} --case ${index}`,
      ).toBeNull();
    }
  });
});
