import type { Output, OutputOptions } from "./output.js";

/**
 * The outputs that the options of `fitc run` ask for.
 * @throws UsageError for options that make no sense
 */
export function outputsOf(_options: OutputOptions): readonly Output[] {
  return [];
}
