import type { Block, FigureDraft } from "../assemble.js";
import type { Datasets } from "./points.js";

/** What one statement adds to a figure. */
export interface StatementPart {
  readonly block: Block;
  readonly datasets: Datasets;
  readonly notes: readonly string[];
  readonly caption: string;
}

/** The parts of a figure, one below the other; each note is said once. */
export function joinedParts(
  parts: readonly StatementPart[],
  notes: readonly string[],
): Pick<FigureDraft, "datasets" | "blocks" | "notes"> {
  const datasets: Record<string, Datasets[string]> = {};
  for (const part of parts) Object.assign(datasets, part.datasets);
  return {
    datasets,
    blocks: parts.map(({ block }) => block),
    notes: [...new Set([...notes, ...parts.flatMap((part) => part.notes)])],
  };
}
