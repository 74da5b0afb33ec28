/** The figures of a fit. */
import type { Columns, FitOptions, FitResult, Fitter, Profile } from "../../runtime/index.js";
import type { ReportedFit } from "../reported-fit.js";
import { assemble } from "./assemble.js";
import type { DraftFigure, Figure, FigureKind } from "./figure.js";
import { correlationsFigure } from "./kinds/correlations.js";
import { fitFigure } from "./kinds/fit.js";
import { observedFigure } from "./kinds/observed.js";
import { quantilesFigure } from "./kinds/quantiles.js";
import { fittedFigure, residualsFigure } from "./kinds/standardized.js";
import type { FigureSpec } from "./spec.js";
import { type FigureStyle, figureStyle } from "./style.js";
import { type Subject, subjectOf } from "./subject.js";

export interface FigureOptions {
  /** The level of the bands; by default that of the fit. */
  readonly level?: number;
  readonly style?: FigureStyle;
  /** The profiles of the fit, if there are to be figures of them. */
  readonly profiles?: readonly Profile[] | null;
}

export interface PlotOptions extends FigureOptions, Pick<FitOptions, "covariance"> {
  readonly kind?: FigureKind;
}

export function figures(fit: ReportedFit, options: FigureOptions = {}): readonly Figure[] {
  const { fitter, result } = fit;
  if (result.rows === 0 || !fitter.problem.blocks.some(({ kind }) => kind === "row")) return [];
  const subject = subjectOf(fit, options.level, options.style ?? figureStyle());
  return [
    fitFigure(subject),
    residualsFigure(subject),
    fittedFigure(subject),
    quantilesFigure(subject),
    correlationsFigure(subject),
  ].flatMap((draft) => (draft === null ? [] : [finished(draft, subject)]));
}

export function plotSpec(fitter: Fitter, fit: FitResult, data: Columns<string>, options: PlotOptions = {}): FigureSpec {
  const { covariance, kind = "fit", ...others } = options;
  const subject = subjectOf(
    { fitter, result: fit, data, options: covariance === undefined ? {} : { covariance } },
    others.level,
    others.style ?? figureStyle(),
  );
  const draft = kind === "observed" ? observedFigure(subject) : fitFigure(subject);
  if (draft === null) throw new Error("nothing");
  return finished(draft, subject).spec;
}

function finished({ draft, ...figure }: DraftFigure, { sheet }: Subject): Figure {
  return { ...figure, spec: assemble(draft, sheet), remarks: draft.notes };
}
