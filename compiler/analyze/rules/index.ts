import type { BlockContext, ModelContext, Rule } from "../context.js";
import { columnsInPlace } from "./columns-in-place.js";
import { constantsOnly } from "./constants-only.js";
import { derivativeCount } from "./derivative-count.js";
import { finiteConsts } from "./finite-consts.js";
import { inlinedFunctions } from "./inlined-functions.js";
import { oneNoise } from "./one-noise.js";
import { paramsInPlace } from "./params-in-place.js";
import { reductionsInPlace } from "./reductions-in-place.js";
import { repeatedDefinitions } from "./repeated-definitions.js";
import { somethingToFit } from "./something-to-fit.js";
import { typesOfSites } from "./types-of-sites.js";
import { unused } from "./unused.js";

/** The rules for every block, that is a file or a model. */
export const blockRules: readonly Rule<BlockContext>[] = [
  typesOfSites,
  reductionsInPlace,
  columnsInPlace,
  paramsInPlace,
  constantsOnly,
  finiteConsts,
  inlinedFunctions,
];

/**
 * The rules for a model that run after the rules of each kind of statement. `unused` is last
 * because it does nothing if there are errors.
 */
export const modelRules: readonly Rule<ModelContext>[] = [
  somethingToFit,
  oneNoise,
  derivativeCount,
  repeatedDefinitions,
  unused,
];
