import type { Probe } from "../probe.js";

export const dataProbes: readonly Probe[] = [];
