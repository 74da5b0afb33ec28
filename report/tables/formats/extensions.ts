/** The formats of tables, by the extension of a file: apart from their code, which is loaded later. */
export const tableExtensions = ["csv", "tsv", "json", "ndjson"] as const;

export type TableExtension = (typeof tableExtensions)[number];
