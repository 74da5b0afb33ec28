import { isAbsolute, scaleOf } from "../../noise/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/**
 * If the noise of one statement is absolute, that of all statements must be: a fit has one
 * covariance, which is either rescaled or not.
 */
export function absoluteThroughout({ statements, reporter }: ModelContext): void {
  const first = statements.find(({ noise }) => noise !== null && isAbsolute(noise));
  if (first === undefined || first.noise === null) return;
  const { model: word } = first.noise;
  const line = reporter.lineOf(first.ast.span);
  for (const { ast, noise } of statements) {
    // A missing scale word is reported by another rule.
    if (noise !== null && scaleOf(noise) !== "relative") continue;
    const found = noise === null ? `no ${word}` : `a ${noise.scale === null ? "" : `${noise.scale} `}${noise.model}`;
    reporter.report(messages.mixedNoiseScales({ noise: found, word, line }), ast.span);
  }
}
