import { primitive } from "./define.js";

export const log = primitive("log", "none", "The natural logarithm.");
