import { styleText } from "node:util";
import type { Paint } from "../diagnostics/index.js";
import { errorCode, reason } from "./system-error.js";
import { exitStatus } from "./usage-error.js";

/** Where the command line writes: what was asked for to `out`, everything else to `err`. */
export interface Console {
  out(text: string): void;
  err(text: string): void;
  readonly paintOut: Paint;
  readonly paintErr: Paint;
  /** Diagnostics carry a code frame; else they are one line each. */
  readonly frames: boolean;
  /** Columns of the terminal; infinite where the output is not one. */
  readonly width: number;
  /** No warnings, and no words about what was done. */
  readonly quiet: boolean;
}

export function processConsole(quiet: boolean): Console {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on("error", endUnlessClosedPipe);
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    paintOut: wantsColour(stdout.isTTY, env) ? paintText : plainText,
    paintErr: wantsColour(stderr.isTTY, env) ? paintText : plainText,
    frames: stderr.isTTY === true,
    width: terminalWidth(stdout),
    quiet,
  };
}

/** Columns of a stream that is a terminal; some, such as a serial line or a new pseudo-terminal, say that they have 0. */
export function terminalWidth({ isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return isTTY === true ? columns || 80 : Number.POSITIVE_INFINITY;
}

/** FORCE_COLOR goes before NO_COLOR, as in Node itself; see https://no-color.org and https://force-color.org. */
export function wantsColour(isTerminal: boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env as Readonly<Record<string, string | undefined>>;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return isTerminal === true && term !== "dumb";
}

const paintText: Paint = (style, text) => styleText(style, text, { validateStream: false });
const plainText: Paint = (_style, text) => text;

/**
 * `fitc run ... | head` closes the pipe early; that is no fault of ours, and nobody is left to be told. With any other
 * error, of a full disk say, what was asked for is not whole, and there is nothing left to do.
 */
function endUnlessClosedPipe(error: Error): void {
  if (errorCode(error) === "EPIPE") return;
  process.stderr.write(`error: cannot write the output: ${reason(error)}\n`);
  process.exit(exitStatus.badUsage);
}
