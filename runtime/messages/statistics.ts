import type { MessageEntry } from "../../diagnostics/index.js";

/** What stops the statistics of a fit: sandwich, diagnostics, comparison, correlated errors. */
export const statisticsMessages = {
  sandwichNotAvailable: {
    code: "FIT5044",
    severity: "error",
    message: "the sandwich {kind} is not to be had {where}",
    help: "{mend}",
    explain:
      'The sandwich covariance has forms for small samples. HC2 and HC3 divide each residual by what its leverage leaves of it, which is derived for linear loss; a robust loss has HC0 and HC1, and HC1 by default. Under `compat: "scipy"` the covariance is SciPy\'s, which has no sandwich. Mend: take HC1 with a robust loss; leave `compat` out.',
  },
  fitsNotComparable: {
    code: "FIT5045",
    severity: "error",
    message: "{first} and {second} cannot be compared: {difference}",
    explain:
      "Chi-square, AIC, BIC and the F test compare models by how well they fit the same observations. They say nothing where the data differ, or the rows that `where` keeps, or what is observed (`y` in one model and `log(y)` in the other), or its sigma or weight; nothing of a fit that did not converge; and nothing of a robust loss, which does not minimise chi-square. Example: `fitc compare a.fit b.fit` where the two read different files. Mend: fit both to the same rows of the same file (`--data FILE` gives both the same one), write `fit y ~ ...` in both, and leave out robust losses.",
  },
  missingCovariance: {
    code: "FIT5046",
    severity: "error",
    message: "the model needs the covariance matrix of its observations",
    help: "pass the option `covariance`, row by row; `readMatrix` of fitc/data reads '{path}'",
    explain:
      'A model that says `covariance "C.csv" absolute` is fitted to observations whose errors go together, and every operation on its data needs the matrix. `fitc run` reads the file; a program passes the numbers, with as many rows and columns as the data have rows. Example: `Decay.fit(data, { covariance: readMatrix("C.csv") })`.',
  },
  undeclaredCovariance: {
    code: "FIT5047",
    severity: "error",
    message: "model '{model}' declares no covariance matrix of its observations, and one is passed",
    help: 'write `covariance "C.csv" absolute` or `relative` in the model',
    explain:
      'Whether the matrix is known in absolute terms or but for a factor is for the model to say: the errors of the parameters depend on it. Mend: declare it, `covariance "C.csv" absolute`, or leave the option out.',
  },
  robustLossWithCovariance: {
    code: "FIT5055",
    severity: "error",
    message: "the loss {loss} cannot be used with a covariance matrix of the observations",
    help: "leave the loss out",
    explain:
      "A robust loss judges each observation by itself; a covariance matrix makes each residual a mixture of many observations, so that one bad one spoils all that follow it. Example: `fit(data, { loss: 'huber', covariance })`. Mend: keep the matrix with least squares, or give each observation its own `sigma` and a robust loss.",
  },
  covarianceSizeMismatch: {
    code: "FIT5048",
    severity: "error",
    message: "the covariance matrix has {found} numbers; data of {rows} rows need {rows} x {rows} = {needed}",
    explain:
      "The matrix has one row and one column for each row of the data as they are given, those that `where` or `missing drop` leave out included: their rows and columns are then left out too. Mend: see whether the matrix belongs to these data.",
  },
  covarianceTooLarge: {
    code: "FIT5049",
    severity: "error",
    message: "a covariance matrix is taken up to {most} rows; the data have {rows}",
    help: "fit fewer rows, or declare independent deviations with `sigma`",
    explain:
      "The matrix of N rows has N^2 numbers, its factor takes N^3 operations to compute and each evaluation of the model N^2: beyond 5,000 rows that is no longer a matter of seconds. Mend: average neighbouring rows, or take `sigma` where the correlations are short.",
  },
  covarianceNotFinite: {
    code: "FIT5050",
    severity: "error",
    message: "the covariance matrix is {value} in row {row}, column {column}",
    help: "every entry is a finite number",
    explain:
      "An entry of the matrix of a row that is kept is missing, NaN or infinite. Mend: complete the matrix, or leave the row out with `where`.",
  },
  covarianceNotSymmetric: {
    code: "FIT5051",
    severity: "error",
    message:
      "the covariance matrix is not symmetric: {value} in row {row}, column {column}, and {other} in their place",
    explain:
      "The covariance of observation i with j is that of j with i; the two entries differ by more than rounding. Mend: see whether rows or columns are missing or mixed up; where the matrix was computed by a product, take the mean of it and its transpose.",
  },
  covarianceNotPositiveDefinite: {
    code: "FIT5052",
    severity: "error",
    message:
      "the covariance matrix is not positive definite: row {row} has no variance beyond what follows from those before it",
    help: "add the independent part of the errors to the diagonal",
    explain:
      "Some combination of the observations has a variance of 0 or below: the row named is, to rounding, determined by those before it, or its variance is not positive. Examples: a correlation of 1 or more; a matrix estimated from fewer samples than rows; variances of a common error alone. Mend: add the independent variance of each observation to the diagonal.",
  },
} as const satisfies Record<string, MessageEntry>;
