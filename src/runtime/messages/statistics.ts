import type { MessageEntry } from "../../diagnostics/index.js";

/** What stops the statistics of a fit: sandwich, diagnostics, comparison, correlated errors. */
export const statisticsMessages = {
  FIT5044: {
    severity: "error",
    message: "the sandwich {kind} is not to be had {where}",
    help: "{mend}",
    explain:
      'The sandwich covariance has forms for small samples. HC2 and HC3 divide each residual by what its leverage leaves of it, which is derived for linear loss; a robust loss has HC0 and HC1, and HC1 by default. Under `compat: "scipy"` the covariance is SciPy\'s, which has no sandwich. Mend: take HC1 with a robust loss; leave `compat` out.',
  },
} as const satisfies Record<string, MessageEntry>;
