import { panelRows as leastPanelRows } from "../../../runtime/contract/fit-problem.js";
import type { WasmLayout } from "../../../runtime/contract/wasm-kernel.js";
import { copiedBytes, placesOf } from "./lm/places.js";

/**
 * How many rows may be evaluated and reduced at once; the panel is to stay in the first level of
 * the cache.
 */
const panelSizes = [512, 256] as const;
const cacheBytes = 24_576;

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
 * Where things lie in the memory of a module, for those who write it: beside what its caller must
 * know, what it works with. Behind the constants, from the first byte on that the module leaves
 * free, the caller puts the columns of the data.
 */
export interface Layout extends WasmLayout {
  /** The state of the fold: `width` = columns folded + 1. `prepare` clears it. */
  readonly state: number;
  /** The bytes of the state. */
  readonly stateBytes: number;
  /** Values of rate `params`, two equal lanes each. */
  readonly prologue: number;
  /**
   * Products of the residuals with every column; of the column to be reduced with those after it;
   * what a reflection takes.
   */
  readonly withLast: number;
  readonly dots: number;
  readonly weights: number;
  /**
   * How many rows the panel holds: at least 128. What a reflection takes beside its rows is the
   * less the more they are.
   */
  readonly panelRows: number;
  /** Where constants begin. */
  readonly end: number;
}

/**
 * So far apart that no column begins at the same place of a page as another, which delays loads.
 */
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
