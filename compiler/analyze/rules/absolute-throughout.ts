import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { EffectiveStatement } from "../resolve/statements.js";

/** Where one statement has an absolute sigma, all have: a fit has one covariance, rescaled or not. */
export function absoluteThroughout({ statements, reporter }: ModelContext): void {
  const absolute = statements.find(({ noise }) => noise?.model === "sigma" && noise.scale === "absolute");
  if (absolute === undefined) return;
  const line = reporter.lineOf(absolute.ast.span);
  for (const { ast, noise } of statements) {
    const what = otherThanAbsolute(noise);
    if (what !== null) reporter.report(messages.mixedSigmaKinds({ noise: what, line }), ast.span);
  }
}

function otherThanAbsolute(noise: EffectiveStatement["noise"]): string | null {
  if (noise === null) return "no sigma";
  if (noise.model === "weight") return "a weight";
  return noise.scale === "relative" ? "a relative sigma" : null;
}
