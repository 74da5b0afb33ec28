import type { MessageEntry } from "../../diagnostics/index.js";

/**
 * FIT5053, FIT5054, FIT9041: parameters that cannot be kept in order, and the cost of keeping them
 * so.
 */
export const orderMessages = {
  startsUnordered: {
    code: "FIT5053",
    severity: "error",
    message: "'{name}' starts at {start}, which is not above '{lower}' at {below}",
    help: "give start values in the order that the spec requires",
    explain:
      "With `order c1 < c2` the fit starts with c1 below c2 and keeps it there. Start values can come from the spec, the data or the call; these are not in the given order. Fix: give start values in this order; if the parameters are interchangeable, swap the start values.",
  },
  orderBoundsDiffer: {
    code: "FIT5054",
    severity: "error",
    message: "'{name}' and '{second}' are in one order, but their bounds differ: {bounds} and {secondBounds}",
    help: "give all parameters of the chain the same bounds, or none",
    explain:
      "To keep the order, fitc fits the lowest parameter and the steps to the next ones. This works only with one pair of bounds for the whole chain. Fix: give all parameters of the order the same bounds, in the spec or with the call.",
  },
  orderActiveAtResult: {
    code: "FIT9041",
    severity: "warning",
    message:
      "only the order keeps '{lower}' below '{upper}': both ended at {value}, and the standard errors ignore the order",
    help: "swap the start values of the parameters that belong to them, or check whether the order is right",
    explain:
      "The best values that the order allows are equal. Either the data favour the opposite order, or the fit started on the wrong side: with `order c1 < c2` for the centres of two peaks, the height of the first must start near that of the left peak. Without the order, the result is not a minimum. Fix: give each peak the start values of its own parameters, try several starts (`solver trf { starts: 20 }`), or remove the order.",
  },
} as const satisfies Record<string, MessageEntry>;
