import type { ModuleBuilder } from "../encoder/index.js";
import type { Layout } from "../layout.js";
import type { Places } from "./places.js";

/** What every function of the fit is written for. */
export interface Context {
  readonly module: ModuleBuilder;
  readonly layout: Layout;
  /** The parameters that are fitted, as indices into all of them. */
  readonly free: readonly number[];
  /** How many these are. */
  readonly n: number;
  readonly places: Places;
  /** Whether loops over parameters are written out in full. */
  readonly unrolled: boolean;
}
