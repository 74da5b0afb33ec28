import { defineMessages } from "../../../diagnostics/index.js";
import { constraintMessages } from "./constraints.js";
import { dataMessages } from "./data.js";
import { lossMessages } from "./losses.js";
import { nameMessages } from "./names.js";
import { noiseMessages } from "./noise.js";
import { paramMessages } from "./params.js";
import { placeMessages } from "./places.js";
import { solverMessages } from "./solver.js";
import { typeMessages } from "./types.js";
import { unitMessages } from "./units.js";
import { unusedMessages } from "./unused.js";

/**
 * The messages of the analysis. FIT2xxx: names, types, data and units; FIT3xxx: parameters, noise,
 * loss and solver.
 */
export const analysisMessages = defineMessages({
  ...nameMessages,
  ...typeMessages,
  ...placeMessages,
  ...dataMessages,
  ...unitMessages,
  ...paramMessages,
  ...noiseMessages,
  ...lossMessages,
  ...solverMessages,
  ...constraintMessages,
  ...unusedMessages,
});
