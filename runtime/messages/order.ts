import type { MessageEntry } from "../../diagnostics/index.js";

/** FIT5053, FIT5054, FIT9041: why parameters cannot be kept in order, and where keeping it costs. */
export const orderMessages = {
  startsUnordered: {
    code: "FIT5053",
    severity: "error",
    message: "'{name}' starts at {start}, which is not above '{lower}' at {below}",
    help: "give start values in the order that the spec asks for",
    explain:
      "With `order c1 < c2` the fit begins where c1 lies below c2, and keeps it there. The start values may come from the data or from the call, and those here do not keep the order. Mend: start in that order; where the parameters are alike, exchange the start values.",
  },
  orderBoundsDiffer: {
    code: "FIT5054",
    severity: "error",
    message: "'{name}' and '{second}' are kept in order, but their bounds differ: {bounds} and {secondBounds}",
    help: "give all of the chain the same bounds, or none",
    explain:
      "An order is kept by fitting the lowest parameter and the steps to the next ones, which can keep one pair of bounds for all of the chain. Mend: give the same bounds to all parameters of the order, in the spec or with the call.",
  },
  orderActiveAtResult: {
    code: "FIT9041",
    severity: "warning",
    message:
      "the order alone keeps '{lower}' below '{upper}': both ended at {value}, and standard errors leave the order out of account",
    help: "exchange the start values of what belongs to them, or see whether the order is meant",
    explain:
      "The best values in the order are equal ones, so that the data want the parameters the other way round, or the fit began on the wrong side: with `order c1 < c2` for the centres of two peaks, the height of the first must start near that of the left peak. The result is not a minimum but for the order. Mend: start each peak with the parameters that are its own, try several starts (`solver trf { starts: 20 }`), or leave the order out.",
  },
} as const satisfies Record<string, MessageEntry>;
