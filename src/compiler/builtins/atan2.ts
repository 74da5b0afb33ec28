import type { Builtin } from "./builtin.js";
import { argument } from "./define.js";

export const atan2: Builtin = {
  name: "atan2",
  minArgs: 2,
  maxArgs: 2,
  units: "angle",
  doc: "atan2(y, x): the angle of the point (x, y); derivative 0 at the origin.",
  expand: (pool, args) => pool.make("atan2", argument(args, 0), argument(args, 1)),
};
