import type { DataDecl } from "../../grammar/index.js";
import type { DataFormat } from "../model/checked-model.js";

/** The formats that can be read, by the name that `as` takes and that the extension of the path is. */
export const dataFormats: readonly DataFormat[] = ["csv", "tsv", "json", "ndjson"];

/** The format that a data source says it has, or that its extension says; null where neither is one. */
export function dataFormat(data: DataDecl): DataFormat | null {
  const said = data.format?.text ?? extension(data.path.value);
  return dataFormats.find((format) => format === said) ?? null;
}

/** The extension of a path, without the dot and in lower case; empty where there is none. */
export function extension(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}
