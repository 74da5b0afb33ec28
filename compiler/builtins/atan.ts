import { primitive } from "./define.js";

export const atan = primitive("atan", "none", "The arc tangent.");
