export { analyze } from "./analyze.js";
export { analysisMessages } from "./messages/index.js";
export * from "./model.js";
export type { Unit } from "./units/unit.js";
