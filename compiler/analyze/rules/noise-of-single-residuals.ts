import { scaleOf } from "../../noise/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";

/**
 * A statement without a column gives a single residual, so its noise must not vary from row to row.
 */
export function noiseOfSingleResiduals({ statements, dependences, reporter }: ModelContext): void {
  for (const { ast, rate, noise } of statements) {
    const column = noise === null ? null : dependences.of(noise.value).column;
    if (rate === "row" || noise === null || column === null) continue;
    const scale = scaleOf(noise) === null ? "absolute" : noise.scale;
    const own = `${noise.model} 1${scale === null ? "" : ` ${scale}`}`;
    const hasItsOwn = ast.noise?.items.some(({ kind }) => kind === "noise") === true;
    const fix = hasItsOwn ? `use a constant: '${own}'` : `give it its own '${noise.model}': '{ ${own} }'`;
    const message = messages.noiseDependsOnRow({
      kind: ast.kind,
      word: noise.model,
      column: column.name.text,
      fix,
    });
    reporter.report(message, ast.span);
  }
}
