/**
 * Dots in the cells of a panel. Places are from 0 to 1, from the left and from the bottom; those
 * outside are not drawn.
 */
export class Raster {
  /** For each cell, row by row from the top, a bit for each of its dots: see `Glyphs.cell`. */
  readonly masks: Uint8Array;
  private readonly width: number;
  private readonly height: number;

  constructor(
    readonly columns: number,
    readonly rows: number,
    private readonly across: number,
    private readonly down: number,
  ) {
    this.masks = new Uint8Array(columns * rows);
    this.width = columns * across;
    this.height = rows * down;
  }

  dot(u: number, v: number): void {
    if (u >= 0 && u <= 1 && v >= 0 && v <= 1) this.set(dotAt(u, this.width), dotAt(1 - v, this.height));
  }

  /** A line between two places. */
  line(u0: number, v0: number, u1: number, v1: number): void {
    const part = inside(u0, v0, u1, v1);
    if (part === null) return;
    const [from, to] = part;
    const at = (t: number) => [u0 + t * (u1 - u0), v0 + t * (v1 - v0)] as const;
    const [ua, va] = at(from);
    const [ub, vb] = at(to);
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(ub - ua) * this.width, Math.abs(vb - va) * this.height)));
    for (let i = 0; i <= steps; i++) {
      const [u, v] = [ua + (i / steps) * (ub - ua), va + (i / steps) * (vb - va)];
      this.set(dotAt(clamp(u), this.width), dotAt(1 - clamp(v), this.height));
    }
  }

  /**
   * Clears cells that a line only touches, with one dot, if it goes on in another one above or
   * below.
   */
  thin(): void {
    const { columns, masks } = this;
    for (let column = 0; column < columns; column++) {
      let kept = false;
      const touched: number[] = [];
      for (let cell = column; cell < masks.length; cell += columns) {
        const mask = masks[cell] ?? 0;
        if ((mask & (mask - 1)) !== 0) kept = true;
        else if (mask !== 0) touched.push(cell);
      }
      for (const cell of kept ? touched : touched.slice(1)) masks[cell] = 0;
    }
  }

  private set(x: number, y: number): void {
    const { across, down } = this;
    const cell = Math.floor(y / down) * this.columns + Math.floor(x / across);
    this.masks[cell] = (this.masks[cell] ?? 0) | (1 << ((x % across) * down + (y % down)));
  }
}

/** The dot or the cell at a place. */
export function dotAt(place: number, count: number): number {
  return Math.min(Math.floor(place * count), count - 1);
}

function clamp(place: number): number {
  return Math.min(Math.max(place, 0), 1);
}

/**
 * The part of a line that lies within the unit square, as places on the line from 0 to 1 (Liang and
 * Barsky, ACM Transactions on Graphics 3, 1984); null if there is none.
 */
function inside(u0: number, v0: number, u1: number, v1: number): readonly [number, number] | null {
  if (![u0, v0, u1, v1].every(Number.isFinite)) return null;
  let [from, to] = [0, 1];
  const sides = [
    [u0 - u1, u0],
    [u1 - u0, 1 - u0],
    [v0 - v1, v0],
    [v1 - v0, 1 - v0],
  ] as const;
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return null;
    if (direction < 0) from = Math.max(from, distance / direction);
    if (direction > 0) to = Math.min(to, distance / direction);
  }
  return from <= to ? [from, to] : null;
}
