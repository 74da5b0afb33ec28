import fc from "fast-check";
import { printFile } from "../../../grammar/index.js";
import type { Random } from "../../../math/random.js";
import { file } from "../../helpers/arbitrary-spec.js";
import type { Probe } from "../probe.js";
import { examineBytes, examineText } from "./examine.js";
import { oddNames, oddNumbers, oddStrings, spaced, textOf } from "./grammar.js";
import { arbitraryModels } from "./models.js";
import { mutatedBytes, mutatedTokens } from "./mutations.js";
import { typeScriptErrors } from "./type-check.js";

const words = { names: ["a", "b", "x", "y", ...oddNames], numbers: oddNumbers, strings: oddStrings };

/** Each makes texts in another way; what must hold is the same for all. */
const texts: Readonly<Record<string, (random: Random) => string>> = {
  grammar: (random) => spaced(textOf("file", random, words), random),
  trees: (random) =>
    fc
      .sample(file, { numRuns: 1, seed: random.bits() | 0 })
      .map(printFile)
      .join(""),
  models: arbitraryModels,
  tokens: mutatedTokens,
};

export const specProbes: readonly Probe[] = [
  ...Object.entries(texts).map(([name, make]): Probe => ({ name, run: (random) => examineText(make(random), random) })),
  { name: "bytes", run: (random) => examineBytes(mutatedBytes(random), random) },
  { name: "typescript", run: (random) => typeScriptErrors(arbitraryModels(random)) },
];
