import { smooth } from "./define.js";

export const cosh = smooth("cosh", Math.cosh, (pool, x) => pool.call("sinh", [x]), "The hyperbolic cosine.");
