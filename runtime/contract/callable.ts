/** All that emitted code may import from `fitc/runtime`, beside `createFitter`. */
export * from "../../math/reduce.js";
export * from "../../math/special-functions.js";
