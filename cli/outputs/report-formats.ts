import { version } from "../../compiler/version.js";
import type { Figure, FigureKind } from "../../report/figures/figure.js";
import type { StyleOptions } from "../../report/figures/style-options.js";
import type { HtmlPart } from "../../report/printers/html.js";
import { printJson } from "../../report/printers/json.js";
import type { Picture } from "../../report/printers/picture.js";
import { printText } from "../../report/printers/text.js";
import type { Entries } from "../entries.js";
import { UsageError } from "../usage-error.js";
import { contoursOf, type Pair } from "./contours.js";
import type { FinishedFit, OutputContext } from "./output.js";

/** How figures are drawn, and which one if there is only one. */
export interface FigureRequest {
  readonly style: StyleOptions;
  /** Null for the main one. */
  readonly kind: FigureKind | null;
  /** The pairs of quantities whose joint confidence region is a figure. */
  readonly pairs: readonly Pair[];
}

/** What a file says of one fit. */
export type FitReport = HtmlPart;

/** A kind of file that a report can be written to. */
export interface ReportFormat {
  /** True if the file is one figure. */
  readonly isPicture: boolean;
  readonly hasFigures: boolean;
  report(fit: FinishedFit, request: FigureRequest, context: OutputContext): Promise<FitReport>;
  print(reports: readonly FitReport[], entries: Entries): Promise<string | Uint8Array>;
}

/** The formats by the extension of the file. */
export const reportFormats: Readonly<Record<string, ReportFormat>> = {
  html: document(async (reports, entries) => {
    const { darkCss, printHtml } = await entries.report();
    return printHtml(reports, darkCss("figure"));
  }),
  md: document(async (reports, entries) => {
    const { printMarkdown } = await entries.report();
    return reports.map(({ document, pictures }) => printMarkdown(document, pictures)).join("\n");
  }),
  svg: picture(async ({ svg }) => svg),
  png: picture(async ({ svg }, entries) => (await entries.draw()).drawPng(svg)),
  tex: withoutFigures(async (reports, entries) => {
    const { printLatex } = await entries.report();
    return reports.map(({ document }) => printLatex(document)).join("\n");
  }),
  txt: withoutFigures(async (reports) => {
    const options = { paint: (_: string, text: string) => text, width: 100, quiet: false };
    return reports.map(({ document }) => printText(document, options)).join("\n");
  }),
  json: withoutFigures(async (reports) => reports.map(({ json }) => `${json}\n`).join("")),
};

/** A document with all figures. */
function document(print: ReportFormat["print"]): ReportFormat {
  return {
    isPicture: false,
    hasFigures: true,
    async report(fit, request, context) {
      const drawn: Picture[] = [];
      for (const figure of await figuresOf(fit, { ...request, style: { ...request.style, theme: "light" } }, context)) {
        drawn.push({ ...figure, svg: await (await context.entries.draw()).drawSvg(figure.spec) });
      }
      return { ...textReport(fit), pictures: drawn };
    },
    print,
  };
}

/** All figures of a fit. */
async function figuresOf(
  fit: FinishedFit,
  { style, pairs }: FigureRequest,
  context: OutputContext,
): Promise<readonly Figure[]> {
  const { figures, figureStyle } = await context.entries.report();
  const { profiles = null } = fit.document.source;
  return figures(fit, { style: figureStyle(style), profiles, contours: await contoursOf(fit, pairs, context) });
}

/** The options that ask for figures that take time. */
const asking = { profile: "ask for it with --profile", contour: "ask for it with --contour a,b" } as const;

/** A picture of one figure. */
function picture(print: (picture: Picture, entries: Entries) => Promise<string | Uint8Array>): ReportFormat {
  return {
    isPicture: true,
    hasFigures: true,
    async report(fit, request, context) {
      const { kind } = request;
      const all = await figuresOf(fit, request, context);
      const figure = kind === null ? all[0] : all.find((each) => each.kind === kind);
      if (figure === undefined) {
        const kinds = [...new Set(all.map((each) => each.kind))].join(", ");
        throw new UsageError(
          `model '${fit.result.model}' has no figure '${kind ?? "fit"}'`,
          kind === "profile" || kind === "contour" ? asking[kind] : kinds === "" ? null : `it has: ${kinds}`,
        );
      }
      const { drawSvg } = await context.entries.draw();
      return { ...textReport(fit), pictures: [{ ...figure, svg: await drawSvg(figure.spec) }] };
    },
    print: async ([report], entries) => {
      const [only] = report?.pictures ?? [];
      if (only === undefined) throw new Error("fitc bug: a picture without a figure");
      return print(only, entries);
    },
  };
}

function withoutFigures(print: ReportFormat["print"]): ReportFormat {
  return { isPicture: false, hasFigures: false, report: async (fit) => textReport(fit), print };
}

function textReport({ document, dataSha256 }: FinishedFit): FitReport {
  return { document, pictures: [], json: printJson(document, { version, dataSha256 }) };
}
