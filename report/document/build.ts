import { printable, printableLines } from "../../diagnostics/index.js";
import { correlationSection } from "./correlations.js";
import type { ReportDocument, ReportSource, Section } from "./document.js";
import { derivedTable, parameterTable } from "./estimates.js";
import { goodnessTable } from "./goodness.js";
import { minimaColumns } from "./minima.js";
import { displayName } from "./names.js";
import { outcomeOf } from "./outcome.js";
import { profileColumns } from "./profiles.js";
import { sentenceOf } from "./sentence.js";
import { statementLines } from "./statements.js";

/** Makes the report on a fit, which the printers write in their languages. */
export function buildDocument(source: ReportSource): ReportDocument {
  const { result, problem, provenance } = source;
  const sections = [profileSection(source), minimaSection(source), correlationSection(result)];
  return {
    title: displayName(result.model),
    doc: problem.doc === null ? null : printableLines(problem.doc),
    statements: statementLines(problem),
    outcome: outcomeOf(result),
    parameters: parameterTable(source),
    derived: derivedTable(source),
    sections: sections.filter((section) => section !== null),
    goodness: goodnessTable(result),
    warnings: result.warnings.map((warning) => ({
      ...warning,
      message: printable(warning.message),
      help: warning.help === null ? null : printable(warning.help),
    })),
    sentence: sentenceOf(source),
    provenance:
      provenance === undefined
        ? null
        : { ...provenance, spec: { ...provenance.spec, text: printableLines(provenance.spec.text) } },
    source,
  };
}

function profileSection({ profiles = null, further = [] }: ReportSource): Section | null {
  if (profiles === null) return null;
  const levels = [profiles, ...further.map((each) => each.profiles ?? [])];
  return {
    title: "profile likelihood",
    table: { columns: profileColumns(levels) },
    ...(profiles.length > 0 ? {} : { remark: "none: the fit did not converge" }),
  };
}

function minimaSection({ result: { minima, free } }: ReportSource): Section | null {
  return minima === null ? null : { title: "minima found", table: { columns: minimaColumns(minima, free) } };
}
