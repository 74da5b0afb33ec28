import { primitive } from "./define.js";

export const tan = primitive("tan", "none", "The tangent.");
