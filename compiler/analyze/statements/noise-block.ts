import type { NoiseBlock } from "../../../grammar/index.js";
import type { Declarations } from "../resolve/declare.js";
import type { Site } from "../site.js";
import { loss } from "./loss.js";
import { noise } from "./noise.js";

/** The expressions in the block of a `fit` or a `residual`. */
export function noiseBlockSites(block: NoiseBlock | null, declarations: Declarations): readonly Site[] {
  return (block?.items ?? []).flatMap((item) => {
    switch (item.kind) {
      case "noise":
        return noise.sites(item, declarations);
      case "loss":
        return loss.sites(item, declarations);
      default:
        return [];
    }
  });
}
