/**
 * Encodes functions as a WebAssembly module (core specification 2.0 with vectors; no relaxed
 * instructions).
 */
export { Body, type Label, type Variable } from "./body.js";
export { eightBytes } from "./bytes.js";
export type { WasmExpr } from "./expr.js";
export { type Callee, ModuleBuilder } from "./module.js";
export { f64, i32, i64 } from "./scalar.js";
export { f64x2, i64x2, type Lane } from "./simd.js";
