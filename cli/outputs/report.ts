import { extname } from "node:path";
import type { StyleOptions } from "../../report/figures/style-options.js";
import { UsageError } from "../usage-error.js";
import { writeFileAtomically } from "../write-file.js";
import { type Pair, readPair } from "./contours.js";
import { readStyleOptions } from "./figure-style.js";
import type { Output, OutputOptions, PlannedFit } from "./output.js";
import { type FitReport, type ReportFormat, reportFormats } from "./report-formats.js";

/**
 * `--report FILE`, once for each file.
 * @throws UsageError for a file of an unknown format, or options that no file needs
 */
export function reportOutputs(options: OutputOptions): readonly Output[] {
  const style = readStyleOptions(options);
  const files = (options.report ?? []).map((path) => ({ path, format: formatOf(path) }));
  const needless = (["figure", "theme"] as const).find((name) => options[name] !== undefined);
  if (needless !== undefined && !files.some(({ format }) => format.isPicture)) {
    throw new UsageError(`--${needless} needs a picture`, "write one with --report fit.svg or fit.png");
  }
  const shown = (["size", "fontSize", "contour"] as const).find((name) => options[name] !== undefined);
  if (shown !== undefined && !files.some(({ format }) => format.hasFigures)) {
    const option = shown === "fontSize" ? "--font-size" : `--${shown}`;
    throw new UsageError(`${option} needs a report with figures`, "write one with --report fit.svg, say");
  }
  return files.map(({ path, format }) => reportOutput(path, format, options, style));
}

/** @throws UsageError if there is no such format */
function formatOf(path: string): ReportFormat {
  const extension = extname(path).slice(1).toLowerCase();
  if (Object.hasOwn(reportFormats, extension)) return reportFormats[extension] as ReportFormat;
  const known = Object.keys(reportFormats)
    .map((each) => `.${each}`)
    .join(", ");
  throw new UsageError(`--report cannot write '${path}': its name must end with one of ${known}`);
}

function reportOutput(path: string, format: ReportFormat, options: OutputOptions, style: StyleOptions): Output {
  const reports: FitReport[] = [];
  let pairs: readonly Pair[] = [];
  return {
    files: [path],
    prepare(models) {
      if (format.isPicture) refuseAllButOnePicture(path, models);
      pairs = (options.contour ?? []).map((text) => readPair(text, models));
    },
    async add(fit, context) {
      reports.push(await format.report(fit, { style, kind: options.figure ?? null, pairs }, context));
    },
    async end({ console, entries }) {
      if (reports.length === 0) return;
      writeFileAtomically(path, await format.print(reports, entries));
      if (!console.quiet) console.note(`wrote ${path}`);
    },
  };
}

function refuseAllButOnePicture(path: string, models: readonly PlannedFit[]): void {
  if (models.length > 1) {
    const names = models.map(({ fitter }) => fitter.info.name).join(", ");
    throw new UsageError(
      `'${path}' is a picture of one model, and there are several`,
      `choose one with --model: ${names}`,
    );
  }
  const [model] = models;
  if (model === undefined || model.fitter.problem.blocks.some(({ kind }) => kind === "row")) return;
  throw new UsageError(
    `model '${model.fitter.info.name}' has no columns, so there is nothing to draw in '${path}'`,
    "a report in another format, such as fit.html, has its numbers",
  );
}
