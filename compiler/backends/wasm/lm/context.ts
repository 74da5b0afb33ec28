import type { ModuleBuilder } from "../encoder/index.js";
import type { MemoryLayout } from "../layout.js";
import type { Places } from "./places.js";

/** What the functions of a fit have in common: the module, the memory layout and the sizes. */
export interface Context {
  readonly module: ModuleBuilder;
  readonly layout: MemoryLayout;
  /** The fitted parameters, as indices into the list of all parameters. */
  readonly free: readonly number[];
  /** The number of fitted parameters. */
  readonly n: number;
  readonly places: Places;
  /** Whether loops over the parameters are unrolled. */
  readonly unrolled: boolean;
}
