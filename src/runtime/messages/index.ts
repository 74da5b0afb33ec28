import { defineMessages } from "../../diagnostics/index.js";
import { optionMessages } from "./options.js";
import { solverMessages } from "./solver.js";
import { startMessages } from "./start.js";
import { warningMessages } from "./warnings.js";

/** FIT5xxx: what stops a fit or an operation on its result; FIT9xxx: what a result warns of. */
export const runtimeMessages = defineMessages({
  ...optionMessages,
  ...solverMessages,
  ...startMessages,
  ...warningMessages,
});
