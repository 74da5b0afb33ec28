import type { Probe } from "../probe.js";

export const specProbes: readonly Probe[] = [];
