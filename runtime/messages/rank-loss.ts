import type { MessageEntry } from "../../diagnostics/index.js";

/** A fit that had to leave its start, where the Jacobian loses rank or does not exist. */
export const rankLossMessages = {
  startedBeside: {
    code: "FIT9036",
    severity: "warning",
    message: "a derivative is not finite at the start values, so the fit began beside them: {values}",
    help: "give start values at which every derivative exists",
    explain:
      "At the start values the residuals are finite, but some derivative does not exist or is infinite: that of the distance `sqrt((x - xc)^2 + (y - yc)^2)` if the centre starts exactly on a data point, or that of `sqrt(a)` at a = 0. Every free parameter was moved by about a thousandth of its size (less where that did not help), always in the same way, to the point in the message. Fix: give start values off such points.",
  },
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
