import type { Block } from "../assemble.js";
import type { Datasets } from "./points.js";

/** What one statement adds to a figure. */
export interface StatementPart {
  readonly block: Block;
  readonly datasets: Datasets;
  readonly notes: readonly string[];
  readonly caption: string;
}
