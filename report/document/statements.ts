import { printable } from "../../diagnostics/index.js";
import type { FitProblem } from "../../runtime/index.js";
import { noiseText } from "./names.js";
import { formatNumber } from "./numbers.js";

/**
 * The statements as written in the model, with the noise and the loss that apply to each; the
 * orders and the covariance matrix follow.
 */
export function statementLines(problem: FitProblem): readonly string[] {
  return [...problem.statements.map(statementLine), ...orderLines(problem), ...covarianceLine(problem)];
}

function statementLine(statement: FitProblem["statements"][number]): string {
  const { kind, text, noise, lossName, lossScale } = statement;
  if (kind === "prior") return printable(text);
  const parts = [
    ...(noise === null ? [] : [noiseText(noise)]),
    ...(lossName === "linear" ? [] : [`loss ${lossName}(${formatNumber(lossScale)})`]),
  ];
  return `${printable(text)}${parts.length === 0 ? "" : printable(` { ${parts.join("  ")} }`)}`;
}

function orderLines({ order, params }: FitProblem): string[] {
  return order.map((chain) => `order ${printable(chain.map((param) => params[param]?.name ?? "").join(" < "))}`);
}

function covarianceLine({ covariance }: FitProblem): string[] {
  if (covariance === null) return [];
  const { path, absolute } = covariance;
  return [`covariance ${printable(JSON.stringify(path))} ${absolute ? "absolute" : "relative"}`];
}
