import { primitive } from "./define.js";

export const asin = primitive("asin", "none", "The arc sine.");
