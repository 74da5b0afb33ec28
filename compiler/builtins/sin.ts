import { primitive } from "./define.js";

export const sin = primitive("sin", "none", "The sine.");
