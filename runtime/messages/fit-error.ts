import type { Location, Message } from "../../diagnostics/index.js";
import { runtimeMessages } from "./index.js";
import { show } from "./show.js";

/** Details of an error; those that do not apply are left out. */
export interface FitErrorDetails {
  /** The row at fault: its index in the given data, from 0. */
  readonly row?: number | null;
  /** The column at fault, by its name in the model. */
  readonly column?: string | null;
  /** The name of the parameter at fault. */
  readonly param?: string | null;
  /** The position in a data file. */
  readonly location?: Location | null;
  /**
   * The source at fault if no position in it is known: the data, or the covariance matrix of the
   * observations.
   */
  readonly about?: "data" | "covariance" | null;
  /** What a getter, a Proxy or an iterator of an argument threw. */
  readonly cause?: unknown;
}

/**
 * Bad data or bad options, reported before anything is fitted. It is the only error that the public
 * interface throws for a user's mistake.
 */
export class FitError extends Error {
  override readonly name = "FitError";
  /** The message that the text is made of. */
  declare readonly diagnostic: Message;
  /** The code of the message, `FIT4xxx` or `FIT5xxx`. */
  declare readonly code: string;
  /**
   * The row at fault: its index in the given data, from 0. Null if the error is not about one row.
   */
  readonly row: number | null;
  /** The column at fault, by its name in the model; null if there is none. */
  readonly column: string | null;
  /** The name of the parameter at fault; null if there is none. */
  readonly param: string | null;
  /** The position in a data file; null if the data were passed as arrays. */
  readonly location: Location | null;
  /**
   * The source at fault: the data, the covariance matrix of the observations, or (null) the model
   * and its options.
   */
  readonly about: "data" | "covariance" | null;

  constructor(diagnostic: Message, details: FitErrorDetails = {}) {
    const { text, code, row, column, param, location, about, cause } = partsOf(diagnostic, details);
    super(text, cause === undefined ? {} : { cause });
    // Programs and terminals print the other properties after the text, which has these already.
    Object.defineProperties(this, { diagnostic: { value: diagnostic }, code: { value: code } });
    this.row = row;
    this.column = column;
    this.param = param;
    this.location = location;
    this.about = about;
  }

  /** All of it as plain data, for `JSON.stringify`. */
  toJSON(): Message & Pick<FitError, "row" | "column" | "param" | "location" | "about"> {
    const { diagnostic, row, column, param, location, about } = this;
    return { ...diagnostic, row, column, param, location, about };
  }
}

/**
 * The parts of an error, and its text.
 * @throws FitError `invalidArgument` if the error is made from something else
 */
function partsOf(diagnostic: Message, details: FitErrorDetails) {
  try {
    const { row = null, column = null, param = null, location = null, about = null, cause } = details;
    const { code, message, help } = diagnostic;
    const place = location === null ? "" : `${location.path}:${location.start.line}:${location.start.column} - `;
    const text = `${place}${code}: ${message}${help === null ? "" : ` (${help})`}`;
    if (typeof code === "string") return { text, code, row, column, param, location, about, cause };
  } catch {
    // Refused below.
  }
  const what = "the first argument of FitError";
  const expected = "a message with its code, and the second an object with details";
  throw new FitError(runtimeMessages.invalidArgument({ what, expected, found: show(diagnostic) }));
}
