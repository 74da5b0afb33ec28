import { dataProbes } from "./data/index.js";
import { fitProbes } from "./fits/index.js";
import type { Probe } from "./probe.js";
import { specProbes } from "./specs/index.js";

export const probes: readonly Probe[] = [...specProbes, ...dataProbes, ...fitProbes];
