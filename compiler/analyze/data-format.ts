import type { DataDecl } from "../../grammar/index.js";
import { type DataFormat, dataFormatNamed, extensionOf } from "../../runtime/contract/data-formats.js";

/** The format that a data source says it has, or that its extension says; null where neither is one. */
export function dataFormat({ format, path }: DataDecl): DataFormat | null {
  return dataFormatNamed(format?.text ?? extensionOf(path.value));
}
