import type { MessageEntry } from "../../diagnostics/index.js";

/** Errors in the statistics of a fit: sandwich, diagnostics, comparison, correlated errors. */
export const statisticsMessages = {
  sandwichNotAvailable: {
    code: "FIT5044",
    severity: "error",
    message: "the sandwich covariance {kind} cannot be computed {where}",
    help: "{fix}",
    explain:
      'The sandwich covariance has variants for small samples. HC2 and HC3 correct each residual for its leverage, which is derived only for the linear loss; a robust loss supports HC0 and HC1, and uses HC1 by default. With `compat: "scipy"` the covariance is that of SciPy, which has no sandwich. Fix: use HC1 with a robust loss; remove `compat`.',
  },
  fitsNotComparable: {
    code: "FIT5045",
    severity: "error",
    message: "{first} and {second} cannot be compared: {difference}",
    explain:
      "Chi-square, AIC, BIC and the F test compare models by how well they fit the same observations. They are meaningless if the models differ in the data, in the rows that `where` keeps, in the observed quantity (`y` in one model and `log(y)` in the other), or in sigma or weight; if a fit did not converge; and with a robust loss, which does not minimise chi-square. Example: `fitc compare a.fit b.fit` where the two read different files. Fix: fit both models to the same rows of the same file (`--data FILE` uses one file for both), write `fit y ~ ...` in both, and remove robust losses.",
  },
  missingCovariance: {
    code: "FIT5046",
    severity: "error",
    message: "the model needs the covariance matrix of its observations",
    help: "pass the option `covariance`, row by row; read '{path}' with `readMatrix` of fitc/data",
    explain:
      'A model with `covariance "C.csv" absolute` is fitted to observations with correlated errors, and every operation on its data needs the matrix. `fitc run` reads the file; a program passes the numbers, with as many rows and columns as the data have rows. Example: `Decay.fit(data, { covariance: readMatrix("C.csv") })`.',
  },
  undeclaredCovariance: {
    code: "FIT5047",
    severity: "error",
    message: "a covariance matrix is passed, but model '{model}' does not declare one",
    help: 'write `covariance "C.csv" absolute` or `relative` in the model',
    explain:
      'The model must say whether the matrix is known absolutely or only up to a factor, because the standard errors depend on it. Fix: declare it, `covariance "C.csv" absolute`, or remove the option.',
  },
  robustLossWithCovariance: {
    code: "FIT5055",
    severity: "error",
    message: "loss '{loss}' cannot be used with a covariance matrix of the observations",
    help: "remove the loss",
    explain:
      "A robust loss treats each observation on its own. With a covariance matrix, each residual combines several observations, so one outlier affects all residuals that follow. Example: `fit(data, { loss: 'huber', covariance })`. Fix: keep the matrix and use least squares, or give each observation its own `sigma` and use a robust loss.",
  },
  covarianceSizeMismatch: {
    code: "FIT5048",
    severity: "error",
    message: "the covariance matrix has {found} numbers, but data with {rows} rows need {rows} x {rows} = {needed}",
    explain:
      "The matrix has one row and one column for each row of the data as given, including the rows that `where` or `missing drop` exclude: fitc then excludes their rows and columns as well. Fix: check whether the matrix belongs to these data.",
  },
  covarianceTooLarge: {
    code: "FIT5049",
    severity: "error",
    message: "a covariance matrix can have at most {most} rows, but the data have {rows}",
    help: "fit fewer rows, or declare independent standard deviations with `sigma`",
    explain:
      "For N rows the matrix has N^2 numbers, its factorisation takes N^3 operations, and each evaluation of the model takes N^2: beyond 5,000 rows this takes far more than seconds. Fix: average neighbouring rows, or use `sigma` if the correlations are short.",
  },
  covarianceNotFinite: {
    code: "FIT5050",
    severity: "error",
    message: "the covariance matrix is {value} in row {row}, column {column}",
    help: "make every entry a finite number",
    explain:
      "An entry of the matrix for a row that is used is missing, NaN or infinite. Fix: complete the matrix, or exclude the row with `where`.",
  },
  covarianceNotSymmetric: {
    code: "FIT5051",
    severity: "error",
    message:
      "the covariance matrix is not symmetric: it has {value} in row {row}, column {column}, but {other} in row {column}, column {row}",
    explain:
      "The covariance of observations i and j is the same as that of j and i, but the two entries differ by more than rounding. Fix: check whether rows or columns are missing or mixed up; if the matrix was computed as a product, use the mean of the matrix and its transpose.",
  },
  covarianceNotPositiveDefinite: {
    code: "FIT5052",
    severity: "error",
    message:
      "the covariance matrix is not positive definite: row {row} has no variance of its own, given the rows before it",
    help: "add the independent part of the errors to the diagonal",
    explain:
      "A combination of the observations has a variance of 0 or less: to within rounding, the named row is determined by the rows before it, or its variance is not positive. Examples: a correlation of 1 or more; a matrix estimated from fewer samples than rows; a matrix that describes only a common error. Fix: add the independent variance of each observation to the diagonal.",
  },
} as const satisfies Record<string, MessageEntry>;
