import type { OrderStmt } from "../../../grammar/index.js";
import { orders } from "../rules/orders.js";
import { rowNumber } from "../site.js";
import type { StatementAnalysis } from "./statement-analysis.js";

/** A chain of parameters, each below the next. */
export const order: StatementAnalysis<OrderStmt> = {
  sites: ({ params }) => params.map((expr) => ({ expr, label: "'order'", content: rowNumber, use: "result" }) as const),
  units({ params }, equations) {
    for (const [i, param] of params.entries()) {
      const before = params[i - 1];
      if (before !== undefined) equations.addSides("both sides of '<'", before, param);
    }
  },
  rules: [orders],
};
