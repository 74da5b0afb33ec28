import { copiedBytes, placesOf } from "./driver/places.js";

/** How many rows may be evaluated and reduced at once; the panel is to stay in the first level of the cache. */
const panelSizes = [512, 256] as const;
const leastPanelRows = 128;
const cacheBytes = 24_576;
/** Panels are padded by rows of zeros to a multiple of so many rows: two vectors of two. */
export const rowStep = 4;

/** What the sizes in memory depend on. */
export interface Sizes {
  /** All parameters, fixed ones included. */
  readonly params: number;
  /** Columns of the Jacobian. */
  readonly free: number;
  /** Residuals of one row. */
  readonly statements: number;
  /** Values that vary with the parameters alone. */
  readonly prologue: number;
}

/**
 * Where things lie in the memory of a module, as addresses in bytes. All are doubles but `table`. Behind the constants, from
 * the first byte on that the module leaves free, the caller puts the columns of the data, with `slack` bytes behind the last.
 */
export interface Layout {
  /** The parameters. The caller writes them, and then calls `prepare`. */
  readonly params: number;
  /** Addresses (i32) of the panel's columns that are folded, that of the residuals last. The caller writes them. */
  readonly table: number;
  /** The state of the fold: `width` = columns folded + 1. `prepare` clears it. */
  readonly state: number;
  /** The bytes of the state. */
  readonly stateBytes: number;
  /** In the state: the triangular factor, row-major, `width` - 1 rows of `width`. */
  readonly factor: number;
  /** In the state: for the gradient and, last, the cost, sums and what they have lost, `width` each. */
  readonly sums: number;
  readonly errors: number;
  /** In the state: how many residuals and how many derivatives are not finite. */
  readonly bad: number;
  /** What the driver works with: see `Places`. */
  readonly driver: number;
  /** Values of rate `params`, two equal lanes each. */
  readonly prologue: number;
  /** Products of the residuals with every column; of the column to be reduced with those after it; what a reflection takes. */
  readonly withLast: number;
  readonly dots: number;
  readonly weights: number;
  /** The columns of the panel: those of the Jacobian, then the residuals; in each, one statement after another. */
  readonly panel: number;
  readonly panelColumnBytes: number;
  /** How many rows it holds: at least 128. What a reflection takes beside its rows is the less the more they are. */
  readonly panelRows: number;
  /** Where constants begin. */
  readonly end: number;
}

/** Bytes behind the last column that a kernel may read. */
export const slack = 8 * (rowStep - 1);

/** So far apart that no column begins at the same place of a page as another, which delays loads. */
const columnGap = 64;

export function layoutOf({ params, free, statements, prologue }: Sizes): Layout {
  let end = 0;
  const place = (bytes: number): number => {
    const start = end;
    end = Math.ceil((end + bytes) / 64) * 64;
    return start;
  };
  const width = free + 1;
  const rowBytes = 8 * statements * width;
  const panelRows = panelSizes.find((rows) => rows * rowBytes <= cacheBytes) ?? leastPanelRows;
  const panelColumnBytes = 8 * statements * panelRows + columnGap;
  const parts = { params: place(8 * params), table: place(4 * width), prologue: place(16 * prologue) };
  // One after another without gaps, so that they are read in one piece.
  const state = place(8 * (free * width + 2 * width + 2));
  const sums = state + 8 * free * width;
  const stateParts = {
    factor: state,
    sums,
    errors: sums + 8 * width,
    bad: sums + 16 * width,
  };
  const stateBytes = end - state;
  const driver = place(placesOf(0, free, copiedBytes({ state, bad: stateParts.bad })).end);
  return {
    ...parts,
    state,
    stateBytes,
    ...stateParts,
    driver,
    withLast: place(8 * width),
    dots: place(8 * width),
    weights: place(8 * width),
    panel: place(width * panelColumnBytes),
    panelColumnBytes,
    panelRows,
    end,
  };
}
