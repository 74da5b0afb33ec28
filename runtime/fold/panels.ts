import { type FitProblem, panelRows, type ResidualBlock, type StatementInfo } from "../contract/fit-problem.js";

/** Visits the panels of rows `[from, to)` in order. */
export function forEachPanel(from: number, to: number, visit: (from: number, to: number) => void): void {
  for (let start = from; start < to; start += panelRows) visit(start, Math.min(start + panelRows, to));
}

/** The number of rows of a block, for data with `rows` rows. */
export function rowsOf({ kind }: Pick<ResidualBlock, "kind">, rows: number): number {
  return kind === "row" ? rows : 1;
}

/** The total number of residuals. */
export function residualCount({ blocks }: FitProblem, rows: number): number {
  return blocks.reduce((sum, block) => sum + block.count * rowsOf(block, rows), 0);
}

/** The number of residuals in the longest panel. */
export function longestPanel(blocks: readonly ResidualBlock[]): number {
  return blocks.reduce((most, block) => Math.max(most, block.count * rowsOf(block, panelRows)), 0);
}

/** The block of kind `row`; null if the model has none. */
export function rowBlockOf({ blocks }: FitProblem): ResidualBlock | null {
  return blocks.find(({ kind }) => kind === "row") ?? null;
}

export function statementsOf({ statements }: FitProblem, { first, count }: ResidualBlock): readonly StatementInfo[] {
  return statements.slice(first, first + count);
}

/**
 * The positions of one statement's residuals among all residuals: `count` of them, starting at
 * `first`, `step` apart.
 */
export interface StatementPlaces {
  readonly statement: StatementInfo;
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** The positions of every statement's residuals in public results. */
export function placesOf(problem: FitProblem, rows: number): readonly StatementPlaces[] {
  let before = 0;
  return problem.blocks.flatMap((block) => {
    const count = rowsOf(block, rows);
    const start = before;
    before += block.count * count;
    return statementsOf(problem, block).map((statement, s) => {
      return { statement, first: start + s, step: block.count, count };
    });
  });
}
