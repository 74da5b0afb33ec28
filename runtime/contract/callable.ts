/** Everything that emitted code may import from `fitc/runtime` in addition to `createFitter`. */
export * from "../../math/reduce.js";
export * from "../../math/special-functions.js";
