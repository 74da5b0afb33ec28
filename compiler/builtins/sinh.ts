import { smooth } from "./define.js";

export const sinh = smooth("sinh", Math.sinh, (pool, x) => pool.call("cosh", [x]), "The hyperbolic sine.");
