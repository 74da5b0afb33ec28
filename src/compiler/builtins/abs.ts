import { primitive } from "./define.js";

export const abs = primitive("abs", "same", "The absolute value; derivative 0 at 0.");
