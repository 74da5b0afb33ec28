import { primitive } from "./define.js";

export const floor = primitive("floor", "same", "The largest integer that is not above x; derivative 0.");
