import type { BlockContext, ModelContext, Rule } from "../context.js";
import { absoluteThroughout } from "./absolute-throughout.js";
import { bounds } from "./bounds.js";
import { columnsInPlace } from "./columns-in-place.js";
import { constantNoise } from "./constant-noise.js";
import { constantsOnly } from "./constants-only.js";
import { customLosses } from "./custom-losses.js";
import { dataItems } from "./data-items.js";
import { finiteConsts } from "./finite-consts.js";
import { knownFormat } from "./known-format.js";
import { knownLosses } from "./known-losses.js";
import { knownSolver } from "./known-solver.js";
import { lmLimits } from "./lm-limits.js";
import { lossScales } from "./loss-scales.js";
import { noiseOfSingleResiduals } from "./noise-of-single-residuals.js";
import { noiseScaleWord } from "./noise-scale-word.js";
import { oneCovariance } from "./one-covariance.js";
import { oneDataSource } from "./one-data-source.js";
import { oneNoise } from "./one-noise.js";
import { orders } from "./orders.js";
import { paramsInPlace } from "./params-in-place.js";
import { priors } from "./priors.js";
import { reductionsInPlace } from "./reductions-in-place.js";
import { solverOptions } from "./solver-options.js";
import { somethingToFit } from "./something-to-fit.js";
import { startValues } from "./start-values.js";
import { typesOfSites } from "./types-of-sites.js";
import { unitsOfNoise } from "./units-of-noise.js";
import { unitsOfSites } from "./units-of-sites.js";
import { unused } from "./unused.js";

/** What is looked for in every block, file or model. */
export const blockRules: readonly Rule<BlockContext>[] = [
  typesOfSites,
  reductionsInPlace,
  columnsInPlace,
  paramsInPlace,
  constantsOnly,
  finiteConsts,
];

/** What is looked for in a model. `unused` comes last: it is silent where anything is wrong. */
export const modelRules: readonly Rule<ModelContext>[] = [
  unitsOfSites,
  unitsOfNoise,
  oneDataSource,
  knownFormat,
  dataItems,
  somethingToFit,
  bounds,
  startValues,
  noiseScaleWord,
  oneNoise,
  constantNoise,
  noiseOfSingleResiduals,
  absoluteThroughout,
  knownLosses,
  lossScales,
  customLosses,
  priors,
  orders,
  oneCovariance,
  knownSolver,
  solverOptions,
  lmLimits,
  unused,
];
