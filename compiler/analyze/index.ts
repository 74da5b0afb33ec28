export { analyze } from "./analyze.js";
export { analysisMessages } from "./messages/index.js";
