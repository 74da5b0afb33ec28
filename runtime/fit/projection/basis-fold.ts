import type { ColumnData, FitProblem, ResidualBlock, Separable } from "../../contract/fit-problem.js";
import { foldChunks } from "../../fold/chunks.js";
import { PanelQr } from "../../fold/panel-qr.js";
import { forEachPanel, longestPanel, rowBlockOf } from "../../fold/panels.js";
import { FoldState } from "../../fold/state.js";

/**
 * Folds the columns of a separable model, [phi_i | derivatives | phi_0], into their triangular
 * factor, as is done with the Jacobian. The factor holds the columns up to a rotation of the rows,
 * which preserves all lengths and angles, so that for any beta the columns can be combined and
 * projected on a matrix as small as the factor.
 *
 * A column of zeros takes the place of the right-hand side in the fold, so that phi_0 is reduced
 * too. The part of phi_0 that no other column accounts for is then an entry of the factor. A
 * difference of squares would have no digits left for data that are fitted exactly.
 */
export class BasisFold {
  /** The number of columns of the factor. */
  readonly width: number;
  /** The columns of derivatives, which follow the first `betas` columns. */
  readonly derivatives: readonly DerivativeColumn[];
  private readonly sources: readonly (readonly Term[])[];
  /** Created on first use, which most fits never reach. */
  private workspace: Workspace | null = null;
  private columns: readonly Float64Array[] = [];
  private placed = -1;

  /**
   * @param betas the linear parameters that are solved for, as positions in `separable.linear`; the
   *   others are part of phi_0
   * @param alphas the parameters by which derivatives are needed, as positions in
   *   `separable.nonlinear`
   */
  constructor(
    private readonly problem: FitProblem,
    private readonly separable: Separable,
    private readonly data: ColumnData,
    private readonly rows: number,
    betas: readonly number[],
    alphas: readonly number[],
  ) {
    const layout = layoutOf(problem, separable, betas, alphas);
    this.sources = layout.sources;
    this.derivatives = layout.derivatives;
    this.width = this.sources.length;
  }

  /**
   * The factor at given parameters: alpha, the fixed parameters, and the linear parameters that are
   * not solved for.
   */
  fold(p: Float64Array): FoldState {
    const { problem, rows, width } = this;
    const block = rowBlockOf(problem);
    const chunk = (own: ResidualBlock) => (from: number, to: number) => {
      const chunkState = new FoldState(width);
      this.add(own, chunkState, p, from, to);
      return chunkState;
    };
    const state = (block && foldChunks(rows, chunk(block))) ?? new FoldState(width);
    for (const other of problem.blocks) if (other !== block) this.add(other, state, p, 0, 1);
    return state;
  }

  /** Folds rows `[from, to)` of a block into `state`. */
  private add(block: ResidualBlock, state: FoldState, p: Float64Array, from: number, to: number): void {
    const { problem, separable, data } = this;
    const { basis } = block;
    if (basis === null) throw new Error("fitc bug: a block without a basis in a model that is separable");
    this.workspace ??= workspaceOf(problem, separable, this.width);
    const { workspace } = this;
    forEachPanel(from, to, (start, end) => {
      basis(p, data, start, end, workspace.B);
      this.foldPanel(workspace, state, p, (end - start) * block.count);
    });
  }

  private foldPanel(workspace: Workspace, state: FoldState, p: Float64Array, rows: number): void {
    if (rows !== this.placed) this.place(workspace, rows);
    const { sources, columns } = this;
    const { B, qr } = workspace;
    for (const [c, terms] of sources.entries()) {
      if (isPlain(terms)) continue;
      const column = columns[c] as Float64Array;
      column.fill(0);
      for (const { source, factor } of terms) {
        const weight = factor < 0 ? 1 : (p[factor] as number);
        const from = source * rows;
        for (let i = 0; i < rows; i++) column[i] = (column[i] as number) + weight * (B[from + i] as number);
      }
    }
    (columns[sources.length] as Float64Array).fill(0);
    qr.measure(columns, rows);
    state.reduce(qr, columns, rows);
  }

  private place({ B, combined }: Workspace, rows: number): void {
    const { sources } = this;
    const at = (array: Float64Array, c: number): Float64Array => array.subarray(c * rows, (c + 1) * rows);
    this.columns = [
      ...sources.map((terms, c) => (isPlain(terms) ? at(B, (terms[0] as Term).source) : at(combined, c))),
      at(combined, sources.length),
    ];
    this.placed = rows;
  }
}

/** The derivative of phi number `beta` by alpha number `alpha`; -1 stands for phi_0. */
export interface DerivativeColumn {
  readonly alpha: number;
  readonly beta: number;
  readonly column: number;
}

/** The arrays in which panels are folded. */
interface Workspace {
  readonly qr: PanelQr;
  readonly B: Float64Array;
  readonly combined: Float64Array;
}

/** @param width the number of columns of the factor */
function workspaceOf({ blocks }: FitProblem, { linear, pairs, offsets }: Separable, width: number): Workspace {
  const longest = longestPanel(blocks);
  return {
    qr: new PanelQr(width + 1),
    B: new Float64Array((linear.length + pairs.length + 1 + offsets.length) * longest),
    combined: new Float64Array((width + 1) * longest),
  };
}

/** A column of the kernel, times the parameter at `factor` unless that is -1. */
interface Term {
  readonly source: number;
  readonly factor: number;
}

function isPlain(terms: readonly Term[]): boolean {
  return terms.length === 1 && terms[0]?.factor === -1;
}

function layoutOf(
  { free }: FitProblem,
  { linear, nonlinear, pairs, offsets }: Separable,
  betas: readonly number[],
  alphas: readonly number[],
): { readonly sources: readonly (readonly Term[])[]; readonly derivatives: readonly DerivativeColumn[] } {
  const offsetColumn = linear.length + pairs.length;
  const held = linear.flatMap((position, i) => (betas.includes(i) ? [] : [{ i, factor: free[position] as number }]));
  const sources: (readonly Term[])[] = betas.map((i) => [{ source: i, factor: -1 }]);
  const derivatives: DerivativeColumn[] = [];
  const add = (alpha: number, beta: number, terms: readonly Term[]): void => {
    if (terms.length === 0) return;
    derivatives.push({ alpha, beta, column: sources.length });
    sources.push(terms);
  };
  for (const [alpha, j] of alphas.entries()) {
    if (nonlinear[j] === undefined) throw new Error(`fitc bug: there is no nonlinear parameter ${j}`);
    const pairOf = (i: number): number => pairs.findIndex(([a, b]) => a === i && b === j);
    const termOf = (i: number, factor: number): readonly Term[] => {
      const pair = pairOf(i);
      return pair < 0 ? [] : [{ source: linear.length + pair, factor }];
    };
    for (const [beta, i] of betas.entries()) add(alpha, beta, termOf(i, -1));
    const offset = offsets.indexOf(j);
    const ofOffset = offset < 0 ? [] : [{ source: offsetColumn + 1 + offset, factor: -1 }];
    add(alpha, -1, [...ofOffset, ...held.flatMap(({ i, factor }) => termOf(i, factor))]);
  }
  sources.push([{ source: offsetColumn, factor: -1 }, ...held.map(({ i, factor }) => ({ source: i, factor }))]);
  return { sources, derivatives };
}
