import { stripVTControlCharacters } from "node:util";
import { printable } from "../../diagnostics/index.js";
import { displayWidth } from "../../report/document/display-width.js";
import type { Console } from "../console.js";

/** What is known after a run. */
export interface Frame {
  /** For each file the reports of its last run without errors. */
  readonly reports: readonly string[];
  /** Errors and warnings. */
  readonly messages: string;
  /** True if some reports are older than the files, which have errors. */
  readonly stale: boolean;
  /** The files whose change was the reason for the run. */
  readonly changed: readonly string[];
}

export interface Display {
  show(frame: Frame): void;
  end(): void;
}

const watching = "watching for changes (Ctrl-C ends)";

/**
 * Shows each frame in place of the one before. The whole is written at once, line over line, so
 * that nothing flickers. A frame that is higher than the terminal scrolls, as any output does, and
 * the frame before is removed from what can be scrolled back to.
 */
export function screenDisplay(console: Console): Display {
  let first = true;
  return {
    show({ reports, messages, stale }) {
      const { columns, lines } = console.terminal("out") ?? { columns: 80, lines: 24 };
      const remark = stale ? "The results above are those of the last run without errors.\n" : "";
      // Diagnostics end with an empty line.
      const parts = [
        ...reports,
        messages.replace(/\n\n$/, "\n"),
        remark + (console.quiet ? "" : console.paintOut("dim", watching)),
      ];
      const text = parts.filter((part) => part !== "").join("\n");
      const rows = text.replace(/\n$/, "").split("\n");
      const height = rows.reduce((sum, row) => sum + rowsOf(row, columns), 0);
      // What is on the screen before the first frame is scrolled up, not overwritten.
      const start = first ? "\n".repeat(lines - 1) : height > lines ? "\x1b[3J" : "";
      first = false;
      // Terminals that know mode 2026 show nothing before its end.
      console.out(`\x1b[?2026h${start}\x1b[H${rows.map((row) => `${row}\x1b[K`).join("\r\n")}\x1b[J\x1b[?2026l`);
    },
    end: () => console.out("\n"),
  };
}

function rowsOf(line: string, columns: number): number {
  return Math.max(1, Math.ceil(displayWidth(stripVTControlCharacters(line)) / columns));
}

/**
 * Writes what has changed below what was written before.
 * @param forPrograms true to write nothing but results to standard output
 */
export function lineDisplay(console: Console, forPrograms: boolean): Display {
  let shown: Frame | null = null;
  return {
    show(frame) {
      // After an error, even unchanged results are news.
      const all = shown === null || (shown.stale && !frame.stale);
      const reports = frame.reports.filter((report, i) => report !== "" && (all || report !== shown?.reports[i]));
      if (shown !== null && !forPrograms && reports.length > 0) {
        console.out(`\n--- ${frame.changed.map(printable).join(", ")} changed ---\n\n`);
      }
      if (reports.length > 0) console.out(reports.join(forPrograms ? "" : "\n"));
      if (frame.messages !== "" && frame.messages !== shown?.messages) console.err(frame.messages);
      if (shown === null && !console.quiet) console.note(watching);
      shown = frame;
    },
    end() {},
  };
}
