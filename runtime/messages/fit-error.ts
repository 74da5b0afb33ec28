import type { Location, Message } from "../../diagnostics/index.js";

/** What an error is about; everything that does not apply is left out. */
export interface FitErrorDetails {
  /** The row at fault, 0-based, of the data as they were passed. */
  readonly row?: number | null;
  /** The column at fault, by the model's name for it. */
  readonly column?: string | null;
  /** The parameter at fault, by its name. */
  readonly param?: string | null;
  /** The place in a data file. */
  readonly location?: Location | null;
  /** The source at fault where no place in it is known: the data, or the covariance matrix of the observations. */
  readonly about?: "data" | "covariance" | null;
}

/**
 * Bad data or bad options, reported before anything is fitted. The only error that the public interface throws at a user.
 */
export class FitError extends Error {
  override readonly name = "FitError";
  /** The code of the message, `FIT4xxx` or `FIT5xxx`. */
  readonly code: string;
  /** The row at fault, 0-based, of the data as they were passed; null where no one row is. */
  readonly row: number | null;
  /** The column at fault, by the model's name for it; null where none is. */
  readonly column: string | null;
  /** The parameter at fault, by its name; null where none is. */
  readonly param: string | null;
  /** The place in a data file; null where the data were passed as arrays. */
  readonly location: Location | null;
  /** What is at fault: the data, the covariance matrix of the observations, or (null) the model and its options. */
  readonly about: "data" | "covariance" | null;

  constructor(
    readonly diagnostic: Message,
    { row = null, column = null, param = null, location = null, about = null }: FitErrorDetails = {},
  ) {
    const place = location === null ? "" : `${location.path}:${location.start.line}:${location.start.column} - `;
    const help = diagnostic.help === null ? "" : ` (${diagnostic.help})`;
    super(`${place}${diagnostic.code}: ${diagnostic.message}${help}`);
    this.code = diagnostic.code;
    this.row = row;
    this.column = column;
    this.param = param;
    this.location = location;
    this.about = about;
  }
}
