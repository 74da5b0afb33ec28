/** A figure with what a document says about it. */
import type { FigureDraft } from "./assemble.js";
import type { FigureSpec } from "./spec.js";

/** The kinds of figures, by the names that the field uses. */
export const figureKinds = [
  "fit",
  "residuals",
  "fitted",
  "quantiles",
  "correlations",
  "observed",
  "profile",
  "contour",
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A figure of a fit. */
export interface Figure {
  readonly kind: FigureKind;
  /** Unlike that of other figures of the fit; for file names and anchors. */
  readonly id: string;
  /** What it shows, in a few words. */
  readonly name: string;
  /** One or two sentences that say what is shown and how to read it. */
  readonly caption: string;
  /** The figure as a specification of Vega-Lite. */
  readonly spec: FigureSpec;
  /** What the figure does not show, and why. The picture says so too. */
  readonly remarks: readonly string[];
}

/** A figure before its panels have a place. Its notes are the remarks. */
export interface DraftFigure extends Omit<Figure, "spec" | "remarks"> {
  readonly draft: FigureDraft;
}
