/** What `fitc explain` says of a word of the language. */
export interface Explained {
  /** How it is written: capitals stand for what is filled in, brackets for what is optional. */
  readonly form: string;
  /** What it means. */
  readonly what: string;
  /** Statements with it, as they may stand in a model. */
  readonly example: string;
  /** The heading of the language reference below which it is described. */
  readonly section: string;
  /** What each of its other words means. */
  readonly words?: readonly (readonly [word: string, what: string])[];
}
