import { didYouMean } from "../../../diagnostics/index.js";
import { dataFormats, extensionOf } from "../../../runtime/contract/data-formats.js";
import type { ModelContext } from "../context.js";
import { dataFormat } from "../data-format.js";
import { analysisMessages as messages } from "../messages/index.js";

/** The format of a data file must be declared or follow from the extension of its path. */
export function knownFormat({ ast, reporter }: ModelContext): void {
  for (const data of ast.body) {
    if (data.kind !== "data" || dataFormat(data) !== null) continue;
    const said = data.format;
    const format = said?.text ?? extensionOf(data.path.value);
    const place = said ?? data.path;
    if (format === "parquet") {
      const instead = "convert the file to CSV";
      reporter.report(messages.formatNotAvailable({ form: "the format 'parquet'", instead }), place.span);
      continue;
    }
    const path = JSON.stringify(data.path.value);
    const why =
      said !== null
        ? `'${format}' is not a format`
        : format === ""
          ? "it has no extension"
          : `'.${format}' is not a known extension`;
    const suggestion = said === null ? null : didYouMean(format, dataFormats);
    reporter.report(messages.unknownDeclaredFormat({ path, why }), place.span, suggestion);
  }
}
