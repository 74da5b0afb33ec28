/** From a Vega-Lite specification to a scene: what is drawn where. Vega's half of the work. */
import { transforms } from "vega-dataflow";
import * as encoders from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { parse } from "vega-parser";
import { type Mark, textMetrics } from "vega-scenegraph";
import * as dataTransforms from "vega-transforms";
import { type Logger, View } from "vega-view";
import * as viewTransforms from "vega-view-transforms";
import type { PictureSize } from "../figures/style.js";
import { shownWidth } from "./shown-text.js";

/** A picture before it is written. */
export interface Scene {
  readonly root: Mark;
  /** Of the whole picture, in its own pixels. */
  readonly width: number;
  readonly height: number;
  /**
   * The width at which it is shown: that which was asked for. It is less than its own if its texts
   * need more room than it has; the picture is then smaller, but whole.
   */
  readonly shownWidth: number;
  /** Where the root is in it. */
  readonly origin: readonly [x: number, y: number];
  readonly background: string | null;
  /** What Vega-Lite and Vega had to say about the specification. */
  readonly warnings: readonly string[];
}

/** The parts of a specification that are looked at here. */
export interface Drawable {
  readonly usermeta?: { readonly picture?: PictureSize };
}

Object.assign(transforms, dataTransforms, viewTransforms, encoders);
// Without a canvas Vega would guess the widths of texts, and with one it would ask for a font that
// the page may not have.
textMetrics.width = shownWidth;

/** A difference in the width that padding takes up, in pixels. */
const negligible = 0.5;

/**
 * Lays out a specification. Nothing is loaded: neither data nor images. Expressions are interpreted
 * and never become code, since names in them may come from files.
 *
 * @throws Error if the specification is not one that Vega can draw
 */
export async function layOut(spec: Drawable & object): Promise<Scene> {
  const { logger, loader, errors, warnings } = collector();
  const { spec: full } = compile(spec as TopLevelSpec, { logger: logger as never });
  const view = new View(parse(full, {}, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "none",
    loader,
    logger,
  });
  try {
    await view.runAsync();
    const target = spec.usermeta?.picture?.width;
    if (target !== undefined) await fitWidth(view, { target, panels: panelWidth(spec), signals: widthSignals(full) });
    const [error] = errors;
    if (error !== undefined) throw new Error(error);
    const { left, top } = view.padding();
    const size = sizeOf(view);
    const fitted = widthsOf(size.width, target);
    return {
      root: view.scenegraph().root,
      ...fitted,
      height: size.height,
      origin: [left + view._origin[0], top + view._origin[1]],
      background: view.background(),
      warnings,
    };
  } finally {
    view.finalize();
  }
}

function sizeOf(view: View) {
  const { left, top, right, bottom } = view.padding();
  return { width: view._viewWidth + left + right, height: view._viewHeight + top + bottom };
}

/** The width of a picture and that at which it is shown, from its own and the one asked for. */
function widthsOf(width: number, target: number = width) {
  return width > target + negligible ? { width, shownWidth: target } : { width: target, shownWidth: target };
}

interface WidthSignal {
  readonly name: string;
  readonly value: number;
}

/**
 * Widens the panels until the whole picture, with its axes and legends, has the target width.
 *
 * @param panels the width of the panels beside each other that is written in the specification
 */
async function fitWidth(
  view: View,
  { target, panels, signals }: { target: number; panels: number; signals: readonly WidthSignal[] },
): Promise<void> {
  let factor = 1;
  // What is beside the panels hardly depends on their width, so that the second try is right unless
  // other ticks get labels.
  for (let tries = 0; tries < 3; tries++) {
    const missing = target - sizeOf(view).width;
    if (Math.abs(missing) <= negligible || panels === 0) return;
    // Panels vanish if the texts beside them take up the picture.
    factor = Math.max(0.1, factor + missing / panels);
    for (const { name, value } of signals) view.signal(name, value * factor);
    await view.resize().runAsync();
  }
}

/** The width of the panels of a specification: of those beside each other, the sum. */
function panelWidth(spec: object): number {
  const { hconcat, vconcat, width } = spec as {
    readonly hconcat?: readonly object[];
    readonly vconcat?: readonly object[];
    readonly width?: unknown;
  };
  if (hconcat !== undefined) return hconcat.reduce((sum, panel) => sum + panelWidth(panel), 0);
  if (vconcat !== undefined) return vconcat.reduce((most, panel) => Math.max(most, panelWidth(panel)), 0);
  return typeof width === "number" ? width : 0;
}

/** The signals by which Vega-Lite names the widths of panels: `width`, `concat_0_width`. */
function widthSignals(full: object): readonly WidthSignal[] {
  const { width, signals = [] } = full as {
    readonly width?: unknown;
    readonly signals?: readonly { readonly name: string; readonly value?: unknown }[];
  };
  return [{ name: "width", value: width }, ...signals].flatMap(({ name, value }) =>
    /(^|_)(childW|w)idth$/.test(name) && typeof value === "number" ? [{ name, value }] : [],
  );
}

/**
 * A logger that keeps what it is told, and a loader that loads nothing. Vega asks it for data and
 * images, and for the addresses of links.
 */
function collector() {
  const errors: string[] = [];
  const warnings: string[] = [];
  const text = (args: readonly unknown[]) =>
    args.map((arg) => (arg instanceof Error ? arg.message : String(arg))).join(" ");
  const logger: Logger = {
    level: () => 1,
    error(...args) {
      errors.push(text(args));
      return this;
    },
    warn(...args) {
      warnings.push(text(args));
      return this;
    },
    info() {
      return this;
    },
    debug() {
      return this;
    },
  };
  const refuse = (uri: unknown) => {
    errors.push(`a figure loads nothing, not even ${String(uri)}`);
    return Promise.reject(new Error(errors.at(-1)));
  };
  return { logger, loader: { load: refuse, sanitize: refuse }, errors, warnings };
}
