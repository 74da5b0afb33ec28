import { primitive } from "./define.js";

export const exp = primitive("exp", "none", "The exponential.");
