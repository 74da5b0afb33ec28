/** The figures of a fit, as specifications of Vega-Lite. */
import { checkedOptions, fitRules, level, oneOf, type Rules } from "../../runtime/api/check-options.js";
import {
  type Columns,
  type Contour,
  FitError,
  type FitOptions,
  type FitResult,
  type Fitter,
  type Profile,
  runtimeMessages,
} from "../../runtime/index.js";
import type { ReportedFit } from "../reported-fit.js";
import { assemble } from "./assemble.js";
import { type DraftFigure, type Figure, type FigureKind, figureKinds } from "./figure.js";
import { contourFigure } from "./kinds/contour.js";
import { correlationsFigure } from "./kinds/correlations.js";
import { fitFigure } from "./kinds/fit.js";
import { observedFigure } from "./kinds/observed.js";
import { profileFigure } from "./kinds/profile.js";
import { quantilesFigure } from "./kinds/quantiles.js";
import { fittedFigure, residualsFigure } from "./kinds/standardized.js";
import type { FigureSpec } from "./spec.js";
import { type FigureStyle, figureStyle } from "./style.js";
import { type Subject, subjectOf } from "./subject.js";

/** What figures look like, and how wide their bands are. A report may ask for more of them. */
export interface FigureOptions {
  /** The level of the bands; by default that of the fit. */
  readonly level?: number;
  /** Size, text and colours: a result of `figureStyle`. By default for a screen, and light. */
  readonly style?: FigureStyle;
  /** The profiles of the fit, if there are to be figures of them. */
  readonly profiles?: readonly Profile[] | null;
  /** The contours of the fit, if there are to be figures of them. */
  readonly contours?: readonly Contour[] | null;
}

/** The options of {@link plotSpec}. */
export interface PlotOptions extends Pick<FigureOptions, "level" | "style">, Pick<FitOptions, "covariance"> {
  /** What to plot; by default data and fit. */
  readonly kind?: FigureKind;
  /** The profile to plot, if the kind is `profile`. */
  readonly profile?: Profile;
  /** The contour to plot, if the kind is `contour`. */
  readonly contour?: Contour;
}

const object = (expected: string, has: (value: object) => boolean) => ({
  expected,
  read: (value: unknown) => (typeof value === "object" && value !== null && has(value) ? value : undefined),
});

const plotRules: Rules<PlotOptions> = {
  kind: oneOf(figureKinds),
  level,
  covariance: fitRules.covariance,
  style: object("a result of `figureStyle`", (value) => "width" in value && "fontSize" in value && "theme" in value),
  profile: object("a result of `profile`", (value) => "points" in value && "linear" in value),
  contour: object("a result of `contour`", (value) => "points" in value && "center" in value),
};

/**
 * A figure of a fit as a specification of Vega-Lite 6: plain data, which `vega-embed` shows in a
 * page and `fitc/draw` draws. The names of a model and its columns are texts in it, never
 * expressions.
 *
 * ```ts
 * const spec = plotSpec(Decay, fit, data);
 * const tau = profile(Decay, fit, data, "tau");
 * const path = plotSpec(Decay, fit, data, { kind: "profile", profile: tau });
 * ```
 * @param data the columns of the fit
 * @throws FitError `noFigure` if the fit has no such figure; for options or data that are wrong
 */
export function plotSpec(fitter: Fitter, fit: FitResult, data: Columns<string>, options: PlotOptions = {}): FigureSpec {
  const { kind = "fit", covariance, ...others } = checkedOptions(options, plotRules);
  const refuse = (reason: string) => {
    const message = runtimeMessages.noFigure({ kind, model: fitter.info.name, reason });
    return new FitError({ ...message, help: kind === "fit" ? null : "plot another kind of figure" });
  };
  if (!hasRows(fitter)) throw refuse("the model has no columns, so there are no rows to show");
  const given = { fitter, result: fit, data, options: covariance === undefined ? {} : { covariance } };
  const subject = subjectOf(given, others.level, others.style ?? figureStyle());
  if (subject.rows.rowIndex.length === 0) throw refuse("the data have no rows");
  const draft = draftOf(kind, subject, others);
  if (draft === null) throw refuse(reasons[kind]);
  return finished(draft, subject).spec;
}

/**
 * The figures that make sense for a fit, the main one first; none for a model without columns. The
 * report shows their captions and remarks.
 *
 * @throws FitError for data that are not those of the fit
 */
export function figures(fit: ReportedFit, options: FigureOptions = {}): readonly Figure[] {
  if (!hasRows(fit.fitter)) return [];
  const subject = subjectOf(fit, options.level, options.style ?? figureStyle());
  if (subject.rows.rowIndex.length === 0) return [];
  const usual = (["fit", "residuals", "fitted", "quantiles", "correlations"] as const).map((kind) =>
    draftOf(kind, subject, {}),
  );
  const further = [
    ...(options.profiles ?? []).map((profile, i) => profileFigure(subject, profile, i + 1)),
    ...(options.contours ?? []).map((contour, i) => contourFigure(subject, contour, i + 1)),
  ];
  return [...usual, ...further].flatMap((draft) => (draft === null ? [] : [finished(draft, subject)]));
}

/** Whether a model has columns: figures show rows. */
function hasRows({ problem }: Fitter): boolean {
  return problem.blocks.some(({ kind }) => kind === "row");
}

/** Null if the fit has no such figure. */
function draftOf(
  kind: FigureKind,
  subject: Subject,
  { profile, contour }: Pick<PlotOptions, "profile" | "contour">,
): DraftFigure | null {
  switch (kind) {
    case "fit":
      return fitFigure(subject);
    case "residuals":
      return residualsFigure(subject);
    case "fitted":
      return fittedFigure(subject);
    case "quantiles":
      return quantilesFigure(subject);
    case "correlations":
      return correlationsFigure(subject);
    case "observed":
      return observedFigure(subject);
    case "profile":
      return profile === undefined ? null : profileFigure(subject, profile, 1);
    case "contour":
      return contour === undefined ? null : contourFigure(subject, contour, 1);
  }
}

const unscaled = "there is nothing to standardise the residuals by";

/** Why a fit with rows has no figure of a kind. */
const reasons: Readonly<Record<FigureKind, string>> = {
  fit: "nothing is fitted",
  residuals: unscaled,
  fitted: `${unscaled}, or nothing is predicted`,
  quantiles: unscaled,
  correlations: "it takes from 2 to 60 free parameters, and a covariance",
  observed: "the model predicts nothing, it has only `residual` statements",
  profile: "the option `profile` must be a result of `profile`",
  contour: "the option `contour` must be a result of `contour`",
};

function finished({ draft, ...figure }: DraftFigure, { sheet }: Subject): Figure {
  return { ...figure, spec: assemble(draft, sheet), remarks: draft.notes };
}
