import type { Probe } from "../probe.js";

export const fitProbes: readonly Probe[] = [];
