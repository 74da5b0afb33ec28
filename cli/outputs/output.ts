import type { ReportDocument } from "../../report/document/document.js";
import type { FigureKind } from "../../report/figures/figure.js";
import type { Theme } from "../../report/figures/style-options.js";
import type { ReportedFit } from "../../report/reported-fit.js";
import type { Fitter } from "../../runtime/index.js";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";

/** A fit with its report. */
export interface FinishedFit extends ReportedFit {
  readonly document: ReportDocument;
  /** SHA-256 of the bytes of the data file; null if the model reads no file. */
  readonly dataSha256: string | null;
}

/**
 * Something that `fitc run` writes in addition to the result on standard output: a picture in the
 * terminal, a table in a file. It is created before any model is fitted, so that wrong options are
 * found first.
 */
export interface Output {
  /** The files that it writes. */
  readonly files?: readonly string[];
  /**
   * Called once before the first fit, with all models that will be fitted.
   * @throws UsageError if the output cannot be made for them
   */
  prepare?(models: readonly PlannedFit[]): void;
  /** Takes the next fit, whether it converged or not. */
  add(fit: FinishedFit, context: OutputContext): Promise<void>;
  /**
   * Called once after the last fit; with `--watch`, after each run without errors, which has its
   * own outputs. Files are written here.
   * @throws UsageError for a file that cannot be written
   */
  end(context: OutputContext): Promise<void>;
}

/** A model that will be fitted. */
export interface PlannedFit {
  readonly fitter: Fitter;
  /** The files that the fit reads. */
  readonly reads: readonly string[];
}

/** The options of `fitc run` that ask for outputs. */
export interface OutputOptions {
  /** `--plot` */
  readonly plot?: boolean;
  /** `--json`, `--latex` and `--markdown`, which need standard output for themselves. */
  readonly json?: boolean;
  readonly latex?: boolean;
  readonly markdown?: boolean;
  /** `--report`, once for each file. */
  readonly report?: readonly string[];
  /** `--figure` */
  readonly figure?: FigureKind;
  /** `--contour`, once for each pair of quantities. */
  readonly contour?: readonly string[];
  /** `--size` */
  readonly size?: string;
  /** `--font-size` */
  readonly fontSize?: string;
  /** `--theme` */
  readonly theme?: Theme;
  /** `--table` */
  readonly table?: string;
  /** `--curve` */
  readonly curve?: string;
  /** `--at` */
  readonly at?: readonly string[];
}

export interface OutputContext {
  readonly console: Console;
  readonly entries: Entries;
}
