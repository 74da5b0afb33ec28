import type { LossName } from "../../runtime/contract/losses.js";
import { arctan } from "./arctan.js";
import { cauchy } from "./cauchy.js";
import { huber } from "./huber.js";
import { linear } from "./linear.js";
import type { LossDefinition } from "./loss.js";
import { softL1 } from "./soft-l1.js";

export type { LossDefinition } from "./loss.js";

/** The losses of the language by name. */
export const losses: Readonly<Record<LossName, LossDefinition>> = { linear, soft_l1: softL1, huber, cauchy, arctan };
