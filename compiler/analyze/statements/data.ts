import type { DataDecl } from "../../../grammar/index.js";
import { dataItems } from "../rules/data-items.js";
import { knownFormat } from "../rules/known-format.js";
import { oneDataSource } from "../rules/one-data-source.js";
import type { Content, Site } from "../site.js";
import type { StatementAnalysis } from "./statement-analysis.js";

const condition: Content = { type: "condition", columns: "given", params: "none" };

/** The condition of `where`. */
export const data: StatementAnalysis<DataDecl> = {
  sites: ({ items }) =>
    items.flatMap((item): readonly Site[] =>
      item.kind === "where" ? [{ expr: item.condition, label: "'where'", content: condition, use: "result" }] : [],
    ),
  units({ items }, equations) {
    for (const item of items) if (item.kind === "where") equations.infer(item.condition);
  },
  rules: [oneDataSource, knownFormat, dataItems],
};
