import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { noiseBlocks } from "../resolve/statements.js";

/** `sigma` says whether it is absolute or relative: there is no default, since every tool has another. */
export function sigmaWord({ ast, reporter }: ModelContext): void {
  for (const noise of noiseBlocks(ast).flat()) {
    if (noise.kind === "noise" && noise.model === "sigma" && noise.scale === null)
      reporter.report(messages.missingSigmaKind(), noise.span);
  }
}
