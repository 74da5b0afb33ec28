import { defineMessages } from "../../diagnostics/index.js";

/** What can be wrong with data, passed as arrays or read from a file. Rows are counted from 1 in texts. */
export const dataMessages = defineMessages({
  FIT4001: {
    severity: "error",
    message: "no column '{name}' in the data; there {existing}",
    explain:
      'The model uses a column that the data do not have. Names are compared exactly, after blanks around a name of a file are taken away. Example: the data block says `y`, the first line of the file says `x,Y`. Mend: say which column of the file is meant, `y from "Y"`, or pass the array under the model\'s name for it.',
  },
  FIT4002: {
    severity: "error",
    message: "columns differ in length: '{first}' has {firstLength}, '{second}' has {secondLength}",
    explain:
      "All columns that a model uses describe the same rows, so that the arrays passed must be equally long. Example: `fit({ x: [1, 2, 3], y: [1, 2] })`. Mend: pass a value for each row, NaN where one is missing.",
  },
  FIT4003: {
    severity: "error",
    message: "column '{name}', row {row}: {value} is not a number",
    help: "write NaN where a value is missing",
    explain:
      'An array passed for a column holds something else than a number. Example: `fit({ x: [1, 2], y: [3, "4"] })`. Mend: convert the values; a missing one is NaN.',
  },
  FIT4004: {
    severity: "error",
    message: "column '{name}' has no value in row {row}",
    help: "complete the data, or write `missing drop` in the data block to leave such rows out",
    explain:
      "A cell of a column that the model uses is empty, NaN, NA, N/A or null (a NaN where arrays are passed), and the model does not say what to do then. Mend: complete the data; or say `missing drop` in the data block, which leaves such rows out and counts them in the report.",
  },
  FIT4005: {
    severity: "error",
    message: "column '{name}' is {found}, not an array of numbers",
    explain:
      "A column is anything with a length and numbers at 0, 1, 2, ...: an array or a typed array. Example: `fit({ x: 5, y: [1] })`. Mend: pass an array.",
  },
  FIT4006: {
    severity: "error",
    message: "the data have no rows",
    explain: "There is nothing to fit: the arrays passed are empty, or the file holds names of columns only.",
  },
  FIT4007: {
    severity: "error",
    message: "`where` keeps none of the {rows} rows",
    explain:
      "The condition after `where` holds for no row of the data. Example: `where t > 10` with times in seconds from 0 to 5. Mend: correct the condition or the unit of the data.",
  },
  FIT4008: {
    severity: "error",
    message:
      "no row is left: of {rows} rows, {dropped} have a missing value in a used column and `where` keeps none of the others",
    explain:
      "`missing drop` left out the rows with a missing value, and `where`, if there is one, the others. Mend: see whether a column is empty as a whole, or written with a number format that is read as missing.",
  },
});
