// The losses that a call can select by name are those of the compiler, with the derivatives that it
// computes.
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { printLosses } from "../../../compiler/backends/typescript/losses.js";
import { robustLosses } from "../../../runtime/fold/losses.generated.js";

// `npm run update` regenerates the file.
it("the losses of the runtime are what the compiler makes of its own", async () => {
  await expect(printLosses()).toMatchFileSnapshot(
    fileURLToPath(new URL("../../../runtime/fold/losses.generated.ts", import.meta.url)),
  );
});

// Computed by hand at z = 3 (outside Huber's 1): rho, rho', rho''.
it.each([
  ["soft_l1", [2, 1 / 2, -1 / 16]],
  ["huber", [2 * Math.sqrt(3) - 1, 1 / Math.sqrt(3), -1 / (2 * 3 ** 1.5)]],
  ["cauchy", [Math.log(4), 1 / 4, -1 / 16]],
  ["arctan", [Math.atan(3), 1 / 10, -6 / 100]],
] as const)("%s and its derivatives", (name, expected) => {
  const rho = new Float64Array(3);
  robustLosses[name](3, rho);
  // A few roundings each.
  for (const [k, value] of expected.entries()) expect(Math.abs((rho[k] as number) / value - 1)).toBeLessThan(1e-15);
});
