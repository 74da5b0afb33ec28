import { defineMessages } from "../../diagnostics/index.js";
import { batchMessages } from "./batch.js";
import { figureMessages } from "./figures.js";
import { inferenceMessages } from "./inference.js";
import { optionMessages } from "./options.js";
import { orderMessages } from "./order.js";
import { projectionMessages } from "./projection.js";
import { rankLossMessages } from "./rank-loss.js";
import { solverMessages } from "./solver.js";
import { startMessages } from "./start.js";
import { statisticsMessages } from "./statistics.js";
import { threadMessages } from "./threads.js";
import { warningMessages } from "./warnings.js";

/** FIT5xxx: errors that stop a fit or an operation on its result. FIT9xxx: warnings in a result. */
export const runtimeMessages = defineMessages({
  ...rankLossMessages,
  ...inferenceMessages,
  ...batchMessages,
  ...figureMessages,
  ...optionMessages,
  ...orderMessages,
  ...threadMessages,
  ...projectionMessages,
  ...solverMessages,
  ...startMessages,
  ...statisticsMessages,
  ...warningMessages,
});
