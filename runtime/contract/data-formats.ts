/** The data formats. A name is what a data block writes after `as`, and also the file extension. */
export const dataFormats = ["csv", "tsv", "json", "ndjson"] as const;

export type DataFormat = (typeof dataFormats)[number];

/** The format with this name or extension; null if there is none. */
export function dataFormatNamed(name: string): DataFormat | null {
  return dataFormats.find((format) => format === name) ?? null;
}

/** The extension of a path, in lower case and without the dot; empty if there is none. */
export function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
}
