export * from "../model/checked-model.js";
export { analyze } from "./analyze.js";
export { analysisMessages } from "./messages/index.js";
export type { Unit } from "./units/unit.js";
