import { type Paint, plural, printable } from "../../diagnostics/index.js";
import type { ComparedFit, Comparison, FitResult, NestedTest } from "../../runtime/index.js";
import { displayName } from "../document/names.js";
import { formatNumber } from "../document/numbers.js";
import type { JsonContext } from "./json.js";
import { jsonLine } from "./json-line.js";
import { layoutTable } from "./text-table.js";

/** The usual significance level: a difference with a smaller p value is called more than chance. */
const significant = 0.05;

/** A fitted model, with the file that it comes from. */
export interface ComparedModel {
  readonly model: { readonly name: string; readonly source: { readonly path: string } };
  readonly result: FitResult;
}

export interface CompareReportOptions {
  readonly paint: Paint;
  /** Width of the terminal in columns. */
  readonly width: number;
}

/** A comparison as text for a person to read; every line ends with a line break. */
export function comparisonReport(
  comparison: Comparison,
  made: readonly ComparedModel[],
  { paint, width }: CompareReportOptions,
): string {
  const { fits, criterion, tests } = comparison;
  const names = namesOf(made);
  const title = (text: string) => paint("bold", text);
  const criterionName = criterion === "aicc" ? "AICc" : "AIC";
  const residuals = plural(made[0]?.result.residuals ?? 0, "residual");
  const verdict = `  ${verdictOf(fits, names, criterionName)}`;
  const sections: (readonly string[])[] = [
    [
      title(`${plural(fits.length, "model")}, ${residuals}`),
      ...layoutTable(columnsOf(fits, names, criterionName), width, (text) => paint("dim", text)),
    ],
    [verdict],
    ...tests.map((test) => testLines(test, fits, names, title)),
  ];
  if (tests.length > 0) {
    sections.push([
      "  These tests assume that the simpler model is a special case of the other (nested), as a line is of a",
      `  parabola. If it is not, use ${criterionName} or BIC.`,
    ]);
  }
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function verdictOf(fits: readonly ComparedFit[], names: readonly string[], criterion: string): string {
  const best = names.filter((_, i) => fits[i]?.delta === 0);
  if (best.length > 1) return `By ${criterion}, the data do not distinguish ${best.join(" and ")}.`;
  if (best.length === 1) return `By ${criterion}, the data support ${best[0]} most.`;
  const crowded = names.filter((_, i) => (fits[i]?.dof ?? 0) <= 0);
  if (crowded.length === 0) return "An exact fit has no AIC, so the models cannot be ranked.";
  const have = crowded.length === 1 ? "has" : "have";
  return `${crowded.join(" and ")} ${have} at least as many parameters as residuals and no AIC, so the models cannot be ranked.`;
}

/** The names of the models, with their files if two have the same name. */
function namesOf(made: readonly ComparedModel[]): readonly string[] {
  return made.map(({ model }, i) => {
    const shared = made.some((other, j) => j !== i && other.model.name === model.name);
    return displayName(model.name) + (shared ? ` (${printable(model.source.path)})` : "");
  });
}

function columnsOf(fits: readonly ComparedFit[], names: readonly string[], criterion: string) {
  const number = (value: number | null) => (value === null ? "" : formatNumber(value));
  const column = (title: string, cell: (fit: ComparedFit) => string) => ({
    title,
    align: "right" as const,
    cells: fits.map(cell),
  });
  return [
    { title: "model", align: "left" as const, cells: names },
    column("parameters", ({ parameters }) => String(parameters)),
    column("dof", ({ dof }) => String(dof)),
    column("chi2", ({ chi2 }) => number(chi2)),
    column("reduced chi2", ({ reducedChi2 }) => number(reducedChi2)),
    column("AIC", ({ aic }) => number(aic)),
    column("AICc", ({ aicc }) => number(aicc)),
    column("BIC", ({ bic }) => number(bic)),
    column(`delta ${criterion}`, ({ delta }) => number(delta)),
    column("weight", ({ weight }) => (weight === null ? "" : formatNumber(weight, 3))),
  ];
}

function testLines(
  { simple, complex, f, likelihoodRatio }: NestedTest,
  fits: readonly ComparedFit[],
  names: readonly string[],
  title: (text: string) => string,
): string[] {
  const [s, c] = [names[simple] ?? "", names[complex] ?? ""];
  const lines = [title(`${s} against ${c}`)];
  if (f !== null) {
    const { statistic, dof, p } = f;
    lines.push(`  F(${dof[0]}, ${dof[1]}) = ${formatNumber(statistic)}, p = ${formatNumber(p, 3)}`);
  }
  if (likelihoodRatio !== null) {
    const { statistic, dof, p } = likelihoodRatio;
    lines.push(`  likelihood ratio: chi2(${dof}) = ${formatNumber(statistic)}, p = ${formatNumber(p, 3)}`);
  }
  const more = (fits[complex]?.parameters ?? 0) - (fits[simple]?.parameters ?? 0);
  // If the scale of the noise is known, the likelihood ratio test is the more powerful one.
  const p = likelihoodRatio?.p ?? f?.p;
  const parameters = more === 1 ? "parameter" : "parameters";
  if ((fits[complex]?.chi2 ?? 0) > (fits[simple]?.chi2 ?? 0)) {
    lines.push(
      `  ${c} has more parameters but fits worse: either ${s} is not a special case of it, or its fit is not the best minimum.`,
    );
  } else if (p === undefined) {
    lines.push(`  ${c} leaves no degrees of freedom for a test.`);
  } else if (p < significant) {
    lines.push(`  ${c} fits better than ${more} more ${parameters} would by chance (p < ${significant}).`);
  } else {
    lines.push(
      `  ${more} more ${parameters} ${more === 1 ? "improves" : "improve"} the fit of ${c} no more than chance would: the data do not require it.`,
    );
  }
  return lines;
}

/**
 * The line that `fitc compare --json` writes. Numbers are as in `run --json`; `simple` and
 * `complex` are indices into `models`.
 */
export function comparisonToJson(
  { criterion, fits, tests }: Comparison,
  { version, dataSha256 }: Pick<JsonContext, "version" | "dataSha256">,
): string {
  const line = {
    schema: 1,
    fitc: version,
    criterion,
    models: fits.map((fit) => ({
      model: fit.model,
      parameters: fit.parameters,
      dof: fit.dof,
      chi2: fit.chi2,
      reduced_chi2: fit.reducedChi2,
      aic: fit.aic,
      aicc: fit.aicc,
      bic: fit.bic,
      delta: fit.delta,
      weight: fit.weight,
    })),
    tests: tests.map(({ simple, complex, f, likelihoodRatio }) => ({
      simple,
      complex,
      f,
      likelihood_ratio: likelihoodRatio,
    })),
    data_sha256: dataSha256,
  };
  return jsonLine(line);
}
