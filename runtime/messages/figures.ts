import type { MessageEntry } from "../../diagnostics/index.js";

/** Errors of figures, which the report makes of finished fits. */
export const figureMessages = {
  noFigure: {
    code: "FIT5072",
    severity: "error",
    message: "there is no figure '{kind}' of {model}: {reason}",
    explain:
      'A figure shows the rows of the data or what follows from them. A model of equations alone has no rows. Standardised residuals need degrees of freedom or known standard deviations, and correlations at least two free parameters that the data determine. Profiles and contours are computed first and passed on. Example: `plotSpec(Decay, fit, data, { kind: "profile" })` without `profile: profile(Decay, fit, data, "tau")`. Fix: plot another kind of figure, or provide what the message asks for.',
  },
} as const satisfies Record<string, MessageEntry>;
