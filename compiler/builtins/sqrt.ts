import { primitive } from "./define.js";

export const sqrt = primitive("sqrt", "root2", "The square root.");
