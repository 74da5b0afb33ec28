/** How figures look: their size, their text, their colours, and Vega-Lite's `config` of all that. */
import { styleLimits as limits, type StyleOptions, type Theme } from "./style-options.js";
import { fontFamily } from "./text-width.js";

export interface FigureStyle {
  /** The width of the whole picture, axes included, in pixels of which an inch has 96. */
  readonly width: number;
  /** The same in millimetres, if the picture is to have that size on paper. */
  readonly millimetres: number | null;
  /** The size of the smallest text, in pixels. */
  readonly fontSize: number;
  readonly theme: Theme;
}

const pixelsPerMillimetre = 96 / 25.4;
const pixelsPerPoint = 96 / 72;

/** The style that is meant by the options. Sizes outside of what can be read are moved to its edge. */
export function figureStyle({ millimetres, points, theme = "light" }: StyleOptions = {}): FigureStyle {
  const within = (value: number, [least, most]: readonly [number, number]) => Math.min(most, Math.max(least, value));
  const size = millimetres === undefined ? null : within(millimetres, limits.millimetres);
  return {
    width: size === null ? 600 : size * pixelsPerMillimetre,
    millimetres: size,
    fontSize:
      points === undefined ? (size === null ? 12 : 8 * pixelsPerPoint) : within(points, limits.points) * pixelsPerPoint,
    theme,
  };
}

/** The colours of a figure by what they are for. */
export interface Palette {
  readonly background: string;
  /** Titles and labels. */
  readonly text: string;
  /** Subtitles and notes. */
  readonly mutedText: string;
  /** The frames of panels and the ticks. */
  readonly frame: string;
  /** Lines at a value: zero, a limit, equality. */
  readonly reference: string;
  readonly grid: string;
  /** Data points. */
  readonly data: string;
  /** Error bars and the stems of residuals. */
  readonly error: string;
  /** The fitted curve. */
  readonly curve: string;
  readonly confidence: string;
  readonly prediction: string;
  readonly outlier: string;
  /** Further series, after that of the curve. */
  readonly series: readonly string[];
}

/**
 * The colours of Okabe and Ito (Color Universal Design, 2008), which those can tell apart who do
 * not see red, green or blue, and tints of them. On dark ground they are lighter.
 */
const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    background: "#ffffff",
    text: "#222222",
    mutedText: "#484848",
    frame: "#444444",
    reference: "#878787",
    grid: "#e4e4e4",
    data: "#1b1b1b",
    error: "#9a9a9a",
    curve: "#0072b2",
    confidence: "#a6cfe8",
    prediction: "#e3f0f8",
    outlier: "#d55e00",
    series: ["#009e73", "#cc79a7", "#e69f00", "#7a5195", "#56b4e9"],
  },
  dark: {
    background: "#16191d",
    text: "#ececec",
    mutedText: "#bdc1c6",
    frame: "#a2a7ad",
    reference: "#868c93",
    grid: "#2f343a",
    data: "#f2f2f2",
    error: "#7d848b",
    curve: "#5cb8ec",
    confidence: "#215775",
    prediction: "#1d3543",
    outlier: "#ff8d3f",
    series: ["#2cc295", "#e59fc6", "#f0b73a", "#b894d0", "#8fd0f5"],
  },
};

export const paletteOf = (theme: Theme): Palette => palettes[theme];

/**
 * A style sheet for pages that contain light figures: where the reader's system is dark, it
 * replaces their colours by those of the dark theme.
 *
 * @param scope selects the elements that contain the figures
 */
export function darkCss(scope: string): string {
  const [light, dark] = [colorsOf(palettes.light), colorsOf(palettes.dark)];
  const rules = light.flatMap((color, i) =>
    ["fill", "stroke"].map((property) => `${scope} [${property}="${color}"]{${property}:${dark[i]}}`),
  );
  return `@media (prefers-color-scheme:dark){${rules.join("")}}`;
}

const colorsOf = (palette: Palette): readonly string[] => Object.values(palette).flat();

/**
 * Vega-Lite's `config` for figures of a style. `aria` is off because a figure is described as a
 * whole, and the descriptions of single marks would be most of the file.
 */
export function figureConfig({ width, fontSize, theme }: FigureStyle) {
  const colors = palettes[theme];
  // Beside an axis; longer texts end in an ellipsis.
  const room = width - 8 * fontSize;
  // Lines and symbols in proportion to the text.
  const unit = fontSize / 11;
  const thin = 0.8 * unit;
  const regular = { fontSize, fontWeight: "normal", color: colors.text } as const;
  return {
    aria: false,
    font: fontFamily,
    background: colors.background,
    padding: 6 * unit,
    view: { stroke: colors.frame, strokeWidth: thin, fill: null },
    axis: {
      grid: false,
      gridColor: colors.grid,
      gridWidth: thin,
      domain: false,
      ticks: true,
      // Exactly at their values: on paper, a pixel is three dots.
      tickRound: false,
      translate: 0,
      tickColor: colors.frame,
      tickWidth: thin,
      tickSize: 4 * unit,
      labelPadding: 2 * unit,
      titlePadding: 5 * unit,
      labelFontSize: fontSize,
      titleFontSize: 1.05 * fontSize,
      titleFontWeight: "normal",
      labelColor: colors.text,
      titleColor: colors.text,
      labelLimit: 0.3 * width,
      titleLimit: room,
      labelFlush: false,
    },
    // So that the titles of panels above each other are.
    axisY: { minExtent: 3.6 * fontSize },
    title: {
      anchor: "start",
      frame: "group",
      fontSize: 1.15 * fontSize,
      fontWeight: "bold",
      color: colors.text,
      subtitleFontSize: fontSize,
      subtitleColor: colors.mutedText,
      subtitlePadding: 3 * unit,
      lineHeight: 1.4 * fontSize,
      subtitleLineHeight: 1.3 * fontSize,
      offset: 6 * unit,
      limit: room,
    },
    header: {
      labelFontSize: fontSize,
      labelColor: colors.text,
      titleFontSize: fontSize,
      titleColor: colors.text,
    },
    legend: {
      title: null,
      labelFontSize: fontSize,
      labelColor: colors.text,
      labelLimit: 0.4 * width,
      symbolStrokeWidth: 1.2 * unit,
      symbolSize: 90 * unit * unit,
      padding: 4 * unit,
      offset: 4 * unit,
      columnPadding: 8 * unit,
    },
    text: { ...regular, font: fontFamily },
    point: { filled: false, size: 22 * unit * unit, strokeWidth: unit, color: colors.data, opacity: 1 },
    line: { strokeWidth: 1.6 * unit, color: colors.curve },
    rule: { strokeWidth: thin, color: colors.reference },
    area: { color: colors.confidence },
    range: { category: [colors.curve, colors.outlier, ...colors.series] },
  };
}

/** What the program that draws needs to know of a style; Vega-Lite ignores it. */
export interface PictureSize {
  /** The width of the whole picture, in pixels. */
  readonly width: number;
  readonly millimetres: number | null;
}

/** The members of a specification that give it a style: `{ ...dressed(style), vconcat: ... }`. */
export function dressed(style: FigureStyle) {
  const { padding, background, ...config } = figureConfig(style);
  const usermeta: { readonly picture: PictureSize } = {
    picture: { width: style.width, millimetres: style.millimetres },
  };
  return { background, padding, config, usermeta } as const;
}
