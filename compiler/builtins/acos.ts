import { primitive } from "./define.js";

export const acos = primitive("acos", "none", "The arc cosine.");
