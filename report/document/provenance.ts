import { printable } from "../../diagnostics/index.js";
import type { Provenance } from "./document.js";
import { column, type Table } from "./table.js";

/** Where a report comes from, as lines: the command, the versions, the files with their SHA-256. */
export function provenanceTable({ command, versions, spec, data }: Provenance, specSha256: string): Table {
  const rows: readonly (readonly [string, string])[] = [
    ["command", printable(command)],
    ["computed by", versions.map((version) => version.join(" ")).join(", ")],
    ["model", printable(spec.path)],
    ["SHA-256", specSha256],
    ...(data === null
      ? []
      : ([
          ["data", printable(data.path)],
          ["SHA-256", data.sha256],
        ] as const)),
  ];
  return {
    columns: [column("", "left", rows, ([label]) => label), column("", "left", rows, ([, value]) => value)],
  };
}
