/**
 * The formats of data, by the names that a data block says after `as` and that files have as
 * extensions.
 */
export const dataFormats = ["csv", "tsv", "json", "ndjson"] as const;

export type DataFormat = (typeof dataFormats)[number];

/** The format that a name or an extension is one of; null where it is none. */
export function dataFormatNamed(name: string): DataFormat | null {
  return dataFormats.find((format) => format === name) ?? null;
}

/** The extension of a path, without the dot and in lower case; empty where there is none. */
export function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}
