import { primitive } from "./define.js";

export const sign = primitive("sign", "sign", "-1, 0 or 1; derivative 0.");
