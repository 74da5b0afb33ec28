import type { MessageEntry } from "../../diagnostics/index.js";

/** A fit that had to leave its start, where the Jacobian loses rank. */
export const rankLossMessages = {
  restartedAfterRankLoss: {
    code: "FIT9015",
    severity: "warning",
    message:
      "from the given start values the fit came to a point of rank loss, where the data no longer determine the parameters; this result is from perturbed start values",
    help: "check the result, and give start values at which every parameter matters",
    explain:
      "At a point of rank loss the residuals do not depend on some combination of the parameters, although they do elsewhere, and no step leads away. A fit can run off to such a point: with `exp(-k * x)`, if the first step makes k huge. Or it starts at one because of a symmetry: `a * b * x` from a = b = 0, or two peaks with the same start values. The fit was repeated from perturbed start values, always the same ones, and reached a lower cost. Fix: give start values of the right order of magnitude that differ between identical parts of the model.",
  },
} as const satisfies Record<string, MessageEntry>;
