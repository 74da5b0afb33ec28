import { styleText } from "node:util";
import { type Paint, printable } from "../diagnostics/index.js";
import { errorCode, reason } from "./system-error.js";
import { exitStatus } from "./usage-error.js";

/**
 * The output of the command line: results go to standard output, everything else to standard error.
 * `out` and `err` write text as it is: whatever comes from a user must be `printable` in it, unless
 * it is a file, which reaches its reader unchanged.
 */
export interface Console {
  out(text: string): void;
  err(text: string): void;
  /** Writes a line to standard error, and makes it `printable`. */
  note(line: string): void;
  readonly paintOut: Paint;
  readonly paintErr: Paint;
  /** True to show diagnostics with a code frame, false for one line each. */
  readonly frames: boolean;
  /** Width of the terminal in columns; infinite if the output is not a terminal. */
  readonly width: number;
  /** The terminal behind an output; null if it is not one. */
  terminal(output: "out" | "err"): TerminalSize | null;
  /** False to use only characters of ASCII in drawings. */
  readonly unicode: boolean;
  /** True to leave out warnings and progress messages. */
  readonly quiet: boolean;
}

export interface TerminalSize {
  readonly columns: number;
  readonly lines: number;
}

export function processConsole(quiet: boolean): Console {
  const { stderr, env } = process;
  stderr.on("error", endUnlessClosedPipe);
  let opened: typeof process.stdout | undefined;
  // Opened when it is first used, which a check without results does not.
  const stdout = (): typeof process.stdout => {
    opened ??= process.stdout.on("error", endUnlessClosedPipe);
    return opened;
  };
  return {
    out: (text) => void stdout().write(text),
    err: (text) => void stderr.write(text),
    note: (line) => void stderr.write(`${printable(line)}\n`),
    get paintOut() {
      return wantsColour(stdout().isTTY, env) ? paintText : plainText;
    },
    paintErr: wantsColour(stderr.isTTY, env) ? paintText : plainText,
    frames: stderr.isTTY === true,
    get width() {
      return terminalWidth(stdout());
    },
    terminal: (output) => terminalSize(output === "out" ? stdout() : stderr),
    get unicode() {
      return showsUnicode(env, process.platform);
    },
    quiet,
  };
}

function terminalSize(stream: {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}): TerminalSize | null {
  return stream.isTTY === true ? { columns: terminalWidth(stream), lines: stream.rows || 24 } : null;
}

/**
 * Whether the terminal shows drawings of Unicode. The locale tells the encoding (POSIX: the first
 * of LC_ALL, LC_CTYPE and LANG that is not empty); without any, UTF-8 is assumed. The console of
 * Linux and the old one of Windows have no font for them.
 */
export function showsUnicode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM } = env as Readonly<Record<string, string | undefined>>;
  const locale = [LC_ALL, LC_CTYPE, LANG].find((value) => value !== undefined && value !== "");
  if (locale !== undefined) return /utf-?8/i.test(locale) && TERM !== "linux";
  if (platform === "win32") return env["WT_SESSION"] !== undefined || env["TERM_PROGRAM"] !== undefined;
  return TERM !== "linux";
}

/**
 * The width of a terminal in columns. Some terminals, such as a serial line or a new
 * pseudo-terminal, report 0.
 */
export function terminalWidth({ isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return isTTY === true ? columns || 80 : Number.POSITIVE_INFINITY;
}

/**
 * FORCE_COLOR takes precedence over NO_COLOR, as in Node itself; see https://no-color.org and
 * https://force-color.org.
 */
export function wantsColour(isTerminal: boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = env as Readonly<Record<string, string | undefined>>;
  if (force !== undefined) return force !== "0" && force !== "false";
  if (no !== undefined && no !== "") return false;
  return isTerminal === true && term !== "dumb";
}

const paintText: Paint = (style, text) => styleText(style, text, { validateStream: false });
const plainText: Paint = (_style, text) => text;

/**
 * `fitc run ... | head` closes the pipe early. That is not an error, and there is nobody left to
 * report to. After any other error, such as a full disk, the output is incomplete, and the process
 * ends.
 */
function endUnlessClosedPipe(error: Error): void {
  if (errorCode(error) === "EPIPE") return;
  process.stderr.write(`error: cannot write the output: ${printable(reason(error))}\n`);
  process.exit(exitStatus.badUsage);
}
