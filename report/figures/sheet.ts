/** The sheet that a figure is drawn on: its style, and the sizes that follow from it. */
import { type FigureStyle, figureConfig, type Palette, paletteOf } from "./style.js";

export interface Sheet {
  readonly style: FigureStyle;
  readonly colors: Palette;
  readonly fontSize: number;
  /** The size of the titles of axes. */
  readonly titleSize: number;
  /** The scale of lines, symbols and gaps: 1 where the text has 11 pixels. */
  readonly unit: number;
  /** The space around the picture. */
  readonly padding: number;
  /** The space between a frame and the labels of its ticks. */
  readonly tickSpace: number;
  /** The height of the title of an axis, with the space before it. */
  readonly axisTitleSpace: number;
}

export function sheetOf(style: FigureStyle): Sheet {
  const { axis, padding } = figureConfig(style);
  return {
    style,
    colors: paletteOf(style.theme),
    fontSize: style.fontSize,
    titleSize: axis.titleFontSize,
    unit: style.fontSize / 11,
    padding,
    tickSpace: axis.tickSize + axis.labelPadding,
    axisTitleSpace: axis.titlePadding + 1.25 * axis.titleFontSize,
  };
}
