import { primitive } from "./define.js";

export const expm1 = primitive("expm1", "none", "exp(x) - 1, accurate for small x.");
