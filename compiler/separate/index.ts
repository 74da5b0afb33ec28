export { type Separability, separateModel } from "./separability.js";
export type { Separation } from "./separate.js";
