/** A figure of a report, drawn. */
export interface Picture {
  readonly name: string;
  /** What it shows, and how to read it. */
  readonly caption: string;
  /** What it does not show, and why. */
  readonly remarks: readonly string[];
  readonly svg: string;
}
