import { panelRows as leastPanelRows } from "../../../runtime/contract/fit-problem.js";
import type { WasmLayout } from "../../../runtime/contract/wasm-kernel.js";
import { copiedBytes, placesOf } from "./lm/places.js";

/**
 * The largest panel that fits is used: a panel should stay in the first-level cache while its rows
 * are evaluated and reduced.
 */
const panelSizes = [512, 256] as const;
const cacheBytes = 24_576;

/** The quantities that determine the sizes in memory. */
export interface Sizes {
  /** All parameters, fixed ones included. */
  readonly params: number;
  /** Columns of the Jacobian. */
  readonly free: number;
  /** Residuals per row. */
  readonly statements: number;
  /** Values that depend only on the parameters. */
  readonly prologue: number;
}

/**
 * The memory layout of a module, for the code that generates it: the places that a caller must
 * know, and internal ones. The caller places the columns of the data after the constants, from the
 * first byte that the module leaves free.
 */
export interface MemoryLayout extends WasmLayout {
  /** The state of the fold: `width` = columns folded + 1. `prepare` clears it. */
  readonly state: number;
  /** The size of the state in bytes. */
  readonly stateBytes: number;
  /** Values of rate `params`, each stored in two equal lanes. */
  readonly prologue: number;
  /**
   * `withLast`: products of the residuals with every column. `dots`: products of the column being
   * reduced with those after it. `weights`: the weights with which a reflection is applied to them.
   */
  readonly withLast: number;
  readonly dots: number;
  readonly weights: number;
  /**
   * The number of rows in a panel, at least 128. With more rows, the cost of a reflection apart
   * from its rows weighs less.
   */
  readonly panelRows: number;
  /** The start of the constants. */
  readonly end: number;
}

/**
 * A gap between columns, so that no two begin at the same offset within a page, which would delay
 * loads.
 */
const columnGap = 64;

export function layoutOf({ params, free, statements, prologue }: Sizes): MemoryLayout {
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
  // Contiguous, so that they are read in one piece.
  const state = place(8 * (free * width + 2 * width + 2));
  const sums = state + 8 * free * width;
  const stateParts = {
    factor: state,
    sums,
    errors: sums + 8 * width,
    bad: sums + 16 * width,
  };
  const stateBytes = end - state;
  const lm = place(placesOf(0, free, copiedBytes({ state, bad: stateParts.bad })).end);
  return {
    ...parts,
    state,
    stateBytes,
    ...stateParts,
    lm,
    withLast: place(8 * width),
    dots: place(8 * width),
    weights: place(8 * width),
    panel: place(width * panelColumnBytes),
    panelColumnBytes,
    panelRows,
    end,
  };
}
