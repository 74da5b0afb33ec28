import { curveOutput } from "./curve.js";
import type { Output, OutputOptions } from "./output.js";
import { plotOutput } from "./plot.js";
import { reportOutputs } from "./report.js";
import { tableOutput } from "./table.js";

/**
 * The outputs that the options of `fitc run` ask for.
 * @throws UsageError for options that make no sense
 */
export function outputsOf(options: OutputOptions): readonly Output[] {
  const outputs = [plotOutput(options), ...reportOutputs(options), tableOutput(options), curveOutput(options)];
  return outputs.filter((output) => output !== null);
}
