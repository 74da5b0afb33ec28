import type { Paint } from "../../diagnostics/index.js";
import type { Raster } from "./raster.js";

export type Style = "blue" | "dim" | null;

/** The cells of a panel, each a character with its colour. */
export class Canvas {
  private readonly characters: string[];
  private readonly styles: Style[];

  constructor(
    readonly columns: number,
    readonly rows: number,
  ) {
    this.characters = Array<string>(columns * rows).fill(" ");
    this.styles = Array<Style>(columns * rows).fill(null);
  }

  put(column: number, row: number, character: string, style: Style): void {
    const cell = row * this.columns + column;
    this.characters[cell] = character;
    this.styles[cell] = style;
  }

  /** Draws each cell of a raster that has dots. */
  overlay({ masks }: Raster, character: (mask: number) => string, style: Style): void {
    for (const [cell, mask] of masks.entries()) {
      if (mask === 0) continue;
      this.characters[cell] = character(mask);
      this.styles[cell] = style;
    }
  }

  /** A row of the panel; cells of the same colour are painted together. */
  line(row: number, paint: Paint): string {
    let text = "";
    let run = "";
    let style: Style = null;
    const end = row * this.columns + this.columns;
    for (let cell = row * this.columns; cell < end; cell++) {
      const next = this.styles[cell] ?? null;
      if (next !== style) {
        text += painted(run, style, paint);
        [run, style] = ["", next];
      }
      run += this.characters[cell] ?? " ";
    }
    return (text + painted(style === null ? run.trimEnd() : run, style, paint)).trimEnd();
  }
}

function painted(text: string, style: Style, paint: Paint): string {
  return style === null || text === "" ? text : paint(style, text);
}
