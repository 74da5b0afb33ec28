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
  FIT5045: {
    severity: "error",
    message: "{first} and {second} cannot be compared: {difference}",
    explain:
      "Chi-square, AIC, BIC and the F test compare models by how well they fit the same observations. They say nothing where the data differ, or the rows that `where` keeps, or what is observed (`y` in one model and `log(y)` in the other), or its sigma or weight; nothing of a fit that did not converge; and nothing of a robust loss, which does not minimise chi-square. Example: `fitc compare a.fit b.fit` where the two read different files. Mend: fit both to the same rows of the same file (`--data FILE` gives both the same one), write `fit y ~ ...` in both, and leave out robust losses.",
  },
} as const satisfies Record<string, MessageEntry>;
