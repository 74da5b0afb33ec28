import type { FitResult } from "../../runtime/index.js";
import { formatNumber } from "./numbers.js";
import { column, type Members, type Table } from "./table.js";

interface Statistic {
  readonly label: string;
  /** Empty if the statistic does not apply, or says nothing new. */
  readonly text: (result: FitResult) => string;
  readonly members?: (result: FitResult) => Members;
}

const number = (value: number | null) => (value === null ? "" : formatNumber(value));

/** What a report says of the fit as a whole. A new statistic is a new line here. */
const statistics: readonly Statistic[] = [
  {
    label: "rows",
    text: ({ rows, rowsDropped }) => (rowsDropped === 0 ? String(rows) : `${rows} (${rowsDropped} dropped)`),
    members: ({ rows, rowsDropped }) => ({ rows, rows_dropped: rowsDropped }),
  },
  {
    label: "residuals",
    text: ({ residuals, rows }) => (residuals === rows ? "" : String(residuals)),
    members: ({ residuals }) => ({ residuals }),
  },
  {
    label: "free parameters",
    text: ({ free, activeMask }) => {
      const held = activeMask.filter((end) => end !== 0).length;
      return held === 0 ? String(free.length) : `${free.length} (${held} at a bound)`;
    },
  },
  { label: "degrees of freedom", text: ({ dof }) => String(dof), members: ({ dof }) => ({ dof }) },
  {
    label: "standard errors",
    text: ({ sandwich }) => (sandwich === null ? "" : `sandwich, ${sandwich}`),
    members: ({ sandwich }) => ({ sandwich }),
  },
  { label: "cost", text: ({ cost }) => number(cost), members: ({ cost }) => ({ cost }) },
  { label: "sum of squares", text: ({ rss }) => number(rss), members: ({ rss }) => ({ rss }) },
  {
    label: "chi2",
    text: ({ sigma, chi2 }) => (sigma === "none" ? "" : number(chi2)),
    members: ({ chi2 }) => ({ chi2 }),
  },
  {
    label: "reduced chi2",
    text: ({ reducedChi2 }) => number(reducedChi2),
    members: ({ reducedChi2 }) => ({ reduced_chi2: reducedChi2 }),
  },
  {
    label: "residual std. dev.",
    text: ({ sigma, reducedChi2 }) => (sigma === "none" && reducedChi2 !== null ? number(Math.sqrt(reducedChi2)) : ""),
  },
  { label: "R2", text: ({ r2 }) => number(r2), members: ({ r2 }) => ({ r2 }) },
  { label: "AIC", text: ({ aic }) => number(aic), members: ({ aic }) => ({ aic }) },
  { label: "AICc", text: ({ aicc }) => number(aicc), members: ({ aicc }) => ({ aicc }) },
  { label: "BIC", text: ({ bic }) => number(bic), members: ({ bic }) => ({ bic }) },
];

/** The statistics of a fit: a row for each that applies. */
export function goodnessTable(result: FitResult): Table {
  const shown = statistics.filter(({ text }) => text(result) !== "");
  return {
    columns: [column("", "left", shown, ({ label }) => label), column("", "left", shown, ({ text }) => text(result))],
  };
}

/** The statistics of a fit in JSON; null where one does not apply. */
export function goodnessMembers(result: FitResult): Members {
  return Object.assign({}, ...statistics.map(({ members }) => members?.(result)));
}
