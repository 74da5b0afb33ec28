import { listed, type MessageEntry } from "../../../diagnostics/index.js";
import { dataFormats } from "../../../runtime/contract/data-formats.js";

/** FIT2020 to FIT2029: models and their data sources. */
export const dataMessages = {
  duplicateModel: {
    code: "FIT2020",
    severity: "error",
    message: "model '{name}' is declared twice; first on line {line}",
    help: "rename one of them",
    explain: "The compiled module exports each model under its name, so the models of a file need different names.",
  },
  noFitOrResidual: {
    code: "FIT2021",
    severity: "error",
    message: "model '{name}' has nothing to fit: it has neither 'fit' nor 'residual'",
    help: "add 'fit observed ~ predicted'",
    explain:
      "A model says what is compared with what, `fit y ~ A * exp(-k * t)`, or gives the residual directly, `residual A * x - y`.",
  },
  duplicateDataSource: {
    code: "FIT2022",
    severity: "error",
    message: "this model has a second data source; the first is on line {line}",
    help: "keep one 'data' block, or one 'input' if the caller passes the columns",
    explain:
      'The columns of a model come from one file (`data "decay.csv" { ... }`), or the program that imports the compiled model passes them (`input t, y`). They cannot come from both, nor from two files.',
  },
  unknownDeclaredFormat: {
    code: "FIT2023",
    severity: "error",
    message: "the format of {path} is unknown: {why}",
    help: `write ${listed(
      dataFormats.map((format) => `'as ${format}'`),
      "or",
    )}`,
    explain:
      `The format of a data file follows from its extension (${dataFormats.map((format) => `.${format}`).join(", ")}) ` +
      'or is given after `as`. Example: `data "results.txt" { ... }`. Write `data "results.txt" as csv { ... }`.',
  },
  formatNotAvailable: {
    code: "FIT2024",
    severity: "error",
    message: "{form} is not available yet",
    help: "{instead}",
    explain:
      "This syntax is reserved for a later version of the language, but this version of fitc does not support it.",
  },
  unknownMissingPolicy: {
    code: "FIT2025",
    severity: "error",
    message: "expected 'drop' or 'error' after 'missing', not '{policy}'",
    explain:
      "`missing drop` leaves out the rows with an empty or NaN cell in a used column and counts them in the report. `missing error`, the default, stops at the first one and names its file, line and column.",
  },
  duplicateDataRule: {
    code: "FIT2026",
    severity: "error",
    message: "'{word}' occurs twice in this data block; first on line {line}",
    help: "{fix}",
    explain:
      "A data block has one condition for the rows to keep and one rule for missing cells. Example: `where t > 0` and `where y > 0`. Write `where t > 0 and y > 0`.",
  },
  noDeclaredColumns: {
    code: "FIT2027",
    severity: "error",
    message: "this data block declares no column",
    help: "declare the columns that the model uses, as in 't: s'",
    explain:
      'A data block lists the columns that the model reads: `data "decay.csv" { t: s  y: V }`. If the model needs no data, remove the block.',
  },
  reductionWithoutData: {
    code: "FIT2028",
    severity: "error",
    message: "'{name}' reduces over the rows of the data, but the model has no data",
    help: "declare the columns in a 'data' block or with 'input'",
    explain:
      "A reduction runs over the rows of the data. Example: `param k = count()` in a model with neither `data` nor `input`.",
  },
  declarationsWithoutModel: {
    code: "FIT2029",
    severity: "error",
    message: "the file declares constants or functions, but no model",
    help: "begin a model with 'model', its name and an opening brace",
    explain:
      "Declarations outside the models are shared by the models of the same file, so there must be one. Example: a file that contains only `const c = 3`.",
  },
} as const satisfies Record<string, MessageEntry>;
