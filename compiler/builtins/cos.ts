import { primitive } from "./define.js";

export const cos = primitive("cos", "none", "The cosine.");
