import { curveOutput } from "./curve.js";
import type { Output, OutputOptions } from "./output.js";
import { plotOutput } from "./plot.js";
import { tableOutput } from "./table.js";

/**
 * The outputs that the options of `fitc run` ask for.
 * @throws UsageError for options that make no sense
 */
export function outputsOf(options: OutputOptions): readonly Output[] {
  return [plotOutput(options), tableOutput(options), curveOutput(options)].filter((output) => output !== null);
}
