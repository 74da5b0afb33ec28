import { primitive } from "./define.js";

export const log1p = primitive("log1p", "none", "log(1 + x), accurate for small x.");
