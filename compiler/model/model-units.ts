/** What is known about the units of a model's names; nothing if no unit is written in it. */
export interface ModelUnits {
  /** In the order of the text. */
  readonly names: readonly NamedUnit[];
  readonly open: readonly OpenUnits[];
}

/** A name with its unit. */
export interface NamedUnit {
  readonly name: string;
  /** Null if it is not determined. */
  readonly unit: string | null;
  /** Whether the unit follows from the model, and is not written. */
  readonly inferred: boolean;
  /** Why it follows; null if it does not. */
  readonly because: string | null;
}

/** Names whose units are not determined. */
export interface OpenUnits {
  readonly names: readonly string[];
  /** What is known about them: `eta*gain = A/W`; null if nothing is. */
  readonly relation: string | null;
}
