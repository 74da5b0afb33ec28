import type { MessageEntry } from "../../diagnostics/index.js";

/** A fit that had to leave its start. */
export const rankLossMessages = {
  restartedAfterRankLoss: {
    code: "FIT9015",
    severity: "warning",
    message:
      "from the start values given the fit came to a dead spot, where the data no longer determine the parameters; this result is from start values beside them",
    help: "check the result, and start where every parameter matters",
    explain:
      "At a dead spot the residuals no longer depend on some combination of the parameters, though elsewhere they do, and no step leads away. A fit runs off to one, as `exp(-k * x)` does where a first step makes k huge; or it never leaves one where it starts on a symmetry: `a * b * x` from a = b = 0, or two peaks that start as one. The fit was done again from a perturbed start, always the same, and came to a lower cost. Mend: give start values that have the right order of magnitude and differ between parts of the model that are alike.",
  },
} as const satisfies Record<string, MessageEntry>;
