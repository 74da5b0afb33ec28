import type { Location, Message } from "../../diagnostics/index.js";

/** Bad data or bad options, told before anything is fitted. The only error that the public interface throws at a user. */
export class FitDataError extends Error {
  override readonly name = "FitDataError";
  /** The code of the message, `FIT4xxx` or `FIT5xxx`. */
  readonly code: string;

  constructor(
    readonly diagnostic: Message,
    /** The row at fault, 0-based, of the data as they were passed; null where no one row is. */
    readonly row: number | null = null,
    /** The column at fault, by the model's name for it. */
    readonly column: string | null = null,
    /** The place in a data file; null where the data were passed as arrays. */
    readonly location: Location | null = null,
    /** The parameter at fault, by its name; null where none is. */
    readonly param: string | null = null,
  ) {
    const place = location === null ? "" : `${location.path}:${location.start.line}:${location.start.column} - `;
    const help = diagnostic.help === null ? "" : ` (${diagnostic.help})`;
    super(`${place}${diagnostic.code}: ${diagnostic.message}${help}`);
    this.code = diagnostic.code;
  }
}
