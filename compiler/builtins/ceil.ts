import { primitive } from "./define.js";

export const ceil = primitive("ceil", "same", "The smallest integer that is not below x; derivative 0.");
