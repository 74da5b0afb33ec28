import { isDeepStrictEqual } from "node:util";
import { fitParallel } from "fitc/runtime";
import type { Random } from "../../../math/random.js";
import { failUnless } from "../fail-unless.js";
import { normal } from "./draw.js";
import { attempt, attemptLater, isResult, type MadeUp } from "./made-up.js";
import { chosen } from "./odd-data.js";

/** More rows than the workers take in one chunk, so that there is something to share. */
const rows = 140_000;

/** `fitParallel` gives the bits of `fit`, with data that are large enough for several threads. */
export async function threadsAgree({ fit, fitter, options }: MadeUp, random: Random): Promise<void> {
  const tiled = chosen(fit, (few) => Array.from({ length: rows }, (_, i) => few[i % few.length] as number));
  const size = Math.max(...(fit.data["y"] ?? []).map(Math.abs));
  const y = (tiled.data["y"] ?? new Float64Array()).map((value) => value + 0.01 * size * normal(random));
  const data = { ...tiled.data, y };
  const few = { ...options, maxEvals: 20 };
  const expected = attempt(() => fitter.fit(data, { ...few, kernel: "wasm" }));
  const found = await attemptLater(() => fitParallel(fitter, data, { ...few, kernel: "wasm", threads: 2 }));
  failUnless(isDeepStrictEqual(found, expected), () => {
    if (!isResult(found) || !isResult(expected)) return JSON.stringify([found, expected]);
    return `two threads: ${found.cost} at ${found.x}; one: ${expected.cost} at ${expected.x}`;
  });
}
