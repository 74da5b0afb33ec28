import { UsageError } from "../usage-error.js";
import type { Output, OutputOptions } from "./output.js";

/** The size of a plot, if the terminal has room for it. */
const [columns, mostColumns, lines, leastLines] = [80, 100, 25, 14];

/**
 * `--plot`: draws each fit below its report, or to standard error if standard output is for
 * programs.
 */
export function plotOutput({ plot, json, latex, markdown }: OutputOptions): Output | null {
  if (plot !== true) return null;
  const channel = [json, latex, markdown].includes(true) ? "err" : "out";
  let gap = "";
  return {
    async add(fit, { console, entries }) {
      const { terminalPlot } = await entries.report();
      const terminal = console.terminal(channel);
      const text = terminalPlot(fit, {
        width: terminal === null ? columns : Math.min(terminal.columns, mostColumns),
        height: terminal === null ? lines : Math.max(Math.min(terminal.lines - 4, lines), leastLines),
        unicode: console.unicode,
        paint: channel === "out" ? console.paintOut : console.paintErr,
      });
      if (text === null) {
        throw new UsageError(
          `model '${fit.result.model}' has no columns, so there is nothing to plot`,
          "--plot needs a statement that depends on a column of the data",
        );
      }
      // On standard output, reports and plots are separated already.
      console[channel](channel === "err" ? gap + text : text);
      gap = "\n";
    },
    async end() {},
  };
}
