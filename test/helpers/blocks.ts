import type { FitProblem, ResidualBlock } from "../../runtime/index.js";

/** The block of the given kind, of a problem or of the kernels of a model. */
export function blockOf<B extends Pick<ResidualBlock, "kind">>(
  { blocks }: { readonly blocks: readonly B[] },
  kind: ResidualBlock["kind"] = "row",
): B {
  const found = blocks.find((block) => block.kind === kind);
  if (found === undefined) throw new Error(`there is no block of kind ${kind}`);
  return found;
}

/** A copy of a problem with some functions of all its blocks replaced. */
export function withBlocks(problem: FitProblem, change: (block: ResidualBlock) => Partial<ResidualBlock>): FitProblem {
  return { ...problem, blocks: problem.blocks.map((block) => ({ ...block, ...change(block) })) };
}
