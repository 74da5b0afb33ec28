import type { DataDecl } from "../../grammar/index.js";
import { type DataFormat, dataFormatNamed, extensionOf } from "../../runtime/contract/data-formats.js";

/**
 * The format that a data source declares, or that its file extension implies; null if that is not a
 * known format.
 */
export function dataFormat({ format, path }: DataDecl): DataFormat | null {
  return dataFormatNamed(format?.text ?? extensionOf(path.value));
}
