import type { Message } from "../../diagnostics/index.js";
import type { FitProblem, FitResult, Intervals, Profile } from "../../runtime/index.js";
import type { Table } from "./table.js";

/**
 * A report on one fit, before it is text, JSON, Markdown, HTML or LaTeX. Every text in it is
 * `printable`; the comment and the spec have line breaks.
 */
export interface ReportDocument {
  /** The name of the model, as the language writes it. */
  readonly title: string;
  /** The comment above the model; null if there is none. */
  readonly doc: string | null;
  /** The statements of the model, one per line. */
  readonly statements: readonly string[];
  readonly outcome: Outcome;
  readonly parameters: Table;
  /** Without rows if the model derives nothing. */
  readonly derived: Table;
  /** Further sections, in the order in which people read them. */
  readonly sections: readonly Section[];
  /** How well the model describes the data: a row for each statistic. */
  readonly goodness: Table;
  readonly warnings: readonly Message[];
  /** One sentence that says what was done and what came out, to be quoted in a paper. */
  readonly sentence: string;
  readonly provenance: Provenance | null;
  /** The fit as it is, for JSON. */
  readonly source: ReportSource;
}

/** How the fit stopped. */
export interface Outcome {
  readonly success: boolean;
  /** What a reader must know before any number; null for a success. */
  readonly alarm: string | null;
  readonly lines: readonly string[];
}

export interface Section {
  readonly title: string;
  readonly table: Table;
  /** True if the titles of the columns say nothing. */
  readonly untitled?: boolean;
  /** A line below the table, or in place of it. */
  readonly remark?: string;
}

/** Where a report comes from, so that anyone can make it again. */
export interface Provenance {
  /** The command, as one types it in a shell. */
  readonly command: string;
  /** Names and versions of what computed the fit. */
  readonly versions: readonly (readonly [name: string, version: string])[];
  readonly spec: { readonly path: string; readonly text: string };
  /** Null if the model reads no file. */
  readonly data: { readonly path: string; readonly sha256: string } | null;
}

/** What a document is made from. */
export interface ReportSource {
  readonly result: FitResult;
  readonly problem: FitProblem;
  /** Omitted or null if profiles were not requested; empty if the fit did not converge. */
  readonly profiles?: readonly Profile[] | null;
  /** The intervals at levels other than that of the fit. */
  readonly further?: readonly FurtherLevel[];
  /** Omitted for a report that goes to nobody else. */
  readonly provenance?: Provenance;
}

/** The intervals at a level other than that of the fit. */
export interface FurtherLevel extends Intervals {
  /** Null if profiles were not requested, or the fit did not converge. */
  readonly profiles: readonly Profile[] | null;
}
