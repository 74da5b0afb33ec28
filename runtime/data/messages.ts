import { defineMessages, listed } from "../../diagnostics/index.js";
import { dataFormats } from "../contract/data-formats.js";

/** Errors in data that are passed as arrays or read from a file. Messages count rows from 1. */
export const dataMessages = defineMessages({
  missingColumn: {
    code: "FIT4001",
    severity: "error",
    message: "the data have no column '{name}'; there {existing}",
    explain:
      'The model uses a column that the data do not have. Names must match exactly, except for blanks around a name in a file. Example: the data block says `y`, but the first line of the file is `x,Y`. Fix: say which column of the file to use, `y from "Y"`, or pass the array under the name that the model uses.',
  },
  columnLengthsDiffer: {
    code: "FIT4002",
    severity: "error",
    message: "columns differ in length: '{first}' has {firstLength} rows, '{second}' has {secondLength}",
    explain:
      "All columns of a model describe the same rows, so the arrays must have the same length. Example: `fit({ x: [1, 2, 3], y: [1, 2] })`. Fix: pass a value for each row, and NaN for a missing one.",
  },
  valueNotNumber: {
    code: "FIT4003",
    severity: "error",
    message: "column '{name}', row {row}: {value} is not a number",
    help: "write NaN for a missing value",
    explain:
      'The array for a column contains something other than a number. Example: `fit({ x: [1, 2], y: [3, "4"] })`. Fix: convert the values to numbers, and a missing one to NaN.',
  },
  missingValue: {
    code: "FIT4004",
    severity: "error",
    message: "column '{name}' has no value in row {row}",
    help: "complete the data, or write `missing drop` in the data block to exclude such rows",
    explain:
      "A cell of a column that the model uses is empty, NaN, NA, N/A or null (in JSON it can also be left out; in an array it is NaN), and the model does not say what to do with it. Fix: complete the data, or write `missing drop` in the data block, which excludes such rows and counts them in the report.",
  },
  columnNotArray: {
    code: "FIT4005",
    severity: "error",
    message: "column '{name}' is {found}, not an array of numbers",
    explain:
      "A column is anything with a length and numbers at 0, 1, 2, ...: an array or a typed array. Example: `fit({ x: 5, y: [1] })`. Fix: pass an array.",
  },
  noRows: {
    code: "FIT4006",
    severity: "error",
    message: "the data have no rows",
    explain: "There is nothing to fit: the arrays are empty, or the file contains only the column names.",
  },
  noRowsSelected: {
    code: "FIT4007",
    severity: "error",
    message: "`where` keeps none of the {rows} rows",
    explain:
      "The condition after `where` is false in every row of the data. Example: `where t > 10` with times in seconds from 0 to 5. Fix: correct the condition or the unit of the data.",
  },
  noRowsLeft: {
    code: "FIT4008",
    severity: "error",
    message:
      "no rows are left: of {rows} rows, {dropped} have a missing value in a used column, and `where` keeps none of the others",
    explain:
      "`missing drop` excluded the rows with a missing value, and `where`, if there is one, all others. Fix: check whether a whole column is empty, or has a number format that is read as missing.",
  },
  dataNotColumns: {
    code: "FIT4009",
    severity: "error",
    message: "the data must be an object or a Map of columns, not {found}",
    help: "pass an object or a Map with an array for each column",
    explain:
      "Data are passed as an object or a Map with an array for each column. Example: `fit({ x: [1, 2, 3], y: [2, 4, 6] })`, not `fit([[1, 2], [2, 4]])`.",
  },
  cellNotNumber: {
    code: "FIT4010",
    severity: "error",
    message: "column '{name}': {text} is not a number",
    help: "correct the cell; for a missing value, {missing}",
    explain:
      "A cell of a column that the model uses contains text that is not a number. Write numbers as `1`, `-2.5`, `.5`, `1e-3` or `inf`, without units, thousands separators or decimal commas, and in JSON without quotes. A missing value is an empty cell, NaN, NA, N/A or null; in JSON it is null, NaN, or a member that is left out. Example: `3.2 ms`. Fix: correct the cell, or clear it and write `missing drop` in the data block.",
  },
  dataFileChanged: {
    code: "FIT4011",
    severity: "error",
    message: "'{path}' changed while it was being read",
    explain:
      "A data file is read twice, and the second pass found a different number of rows. Fix: run again when no program is writing to the file.",
  },
  nulByteInData: {
    code: "FIT4012",
    severity: "error",
    message: "the file contains a NUL byte, so it is not text",
    help: "save the table as text in UTF-8",
    explain:
      "Data tables are text. A NUL byte indicates a binary file, such as a spreadsheet, or text in UTF-16. Fix: export the data as CSV in UTF-8.",
  },
  unclosedQuotedCell: {
    code: "FIT4013",
    severity: "error",
    message: "this quoted cell is not closed",
    help: 'end a cell that starts with " with ", and write a quote inside it as ""',
    explain:
      'A cell that starts with a quote continues to the closing quote, across delimiters and line breaks, and there is none before the end of the file. Example: `"time, s` without the second quote. Fix: close the quote, or double a quote that is part of the text: `"a""b"`.',
  },
  textAfterQuotedCell: {
    code: "FIT4014",
    severity: "error",
    message: "there is text after the closing quote of a cell",
    help: 'write a quote inside a quoted cell as ""',
    explain:
      'Only blanks, a delimiter or the end of the line can follow a quoted cell. Example: `"a" b,c`. Fix: put the whole text in quotes, and double a quote that is part of it: `"a""b"`.',
  },
  cellCountMismatch: {
    code: "FIT4015",
    severity: "error",
    message: "this line has {cells}, but the header has {names}",
    explain:
      "Every line of a table must have as many cells as the first line has names. Example: `x,y` followed by `1,2,3`. Fix: complete the line, or quote a cell that contains the delimiter.",
  },
  emptyDataFile: {
    code: "FIT4016",
    severity: "error",
    message: "the data file is empty",
    explain:
      "The file contains nothing, or only blank lines and comments. Its first line must contain the column names.",
  },
  columnNameNotUtf8: {
    code: "FIT4017",
    severity: "error",
    message: "a column name is not valid UTF-8",
    help: "save the table as text in UTF-8",
    explain: "Column names are text in UTF-8, and this one is not: it may be in Latin-1. Fix: save the file in UTF-8.",
  },
  duplicateColumn: {
    code: "FIT4018",
    severity: "error",
    message: "two columns are called '{name}'",
    explain:
      "The model uses a column whose name occurs twice in the first line of the file, so fitc cannot know which one is meant. Fix: rename one of them.",
  },
  headerOfNumbers: {
    code: "FIT4019",
    severity: "error",
    message: "the data have no column '{name}': the first line contains numbers, not names",
    help: "write the column names in the first line",
    explain:
      "The first line of a table, apart from comments, contains the column names. Here it contains only numbers. Fix: add a line with the names.",
  },
  dataFileNotFound: {
    code: "FIT4020",
    severity: "error",
    message: "there is no data file '{path}'",
    explain:
      "The path after `data` is relative to the directory of the `.fit` file; a path after `--data` or passed to `readData` is relative to the working directory. Fix: correct the path.",
  },
  dataFileIsDirectory: {
    code: "FIT4021",
    severity: "error",
    message: "the data file '{path}' is a directory",
    explain: "A data source is one file. Fix: name a file in the directory.",
  },
  dataFileUnreadable: {
    code: "FIT4022",
    severity: "error",
    message: "cannot read the data file '{path}': {reason}",
    explain:
      "The file could not be read, for the reason given. Fix: check its permissions; name a regular file, or a pipe that another program writes to at the same time.",
  },
  unknownDataFormat: {
    code: "FIT4023",
    severity: "error",
    message: "the format of '{path}' is unknown",
    help: `name the format: ${listed(dataFormats, "or")}`,
    explain:
      `The format follows from the extension of the file: ${listed(
        dataFormats.map((format) => `.${format}`),
        "or",
      )}. ` +
      'With any other extension, name it: `data "results.txt" as csv { ... }`, or `readData(info, path, { format: "csv" })`.',
  },
  invalidJson: {
    code: "FIT4024",
    severity: "error",
    message: "this is not valid JSON: expected {what} here",
    explain:
      'A `.json` file is an array of records, `[{"x": 1, "y": 2}, ...]`, or a record of arrays, `{"x": [1, ...], "y": [2, ...]}`; an `.ndjson` file has one record on each line. The message points to where reading stopped; the mistake is there or just before. Example: a comma after the last record.',
  },
  unclosedJsonString: {
    code: "FIT4025",
    severity: "error",
    message: "this string is not closed on its line",
    explain: "A string in JSON ends with a quote on the line where it starts. Write a line break in it as `\\n`.",
  },
  jsonColumnNotArray: {
    code: "FIT4026",
    severity: "error",
    message: "the value of '{name}' is not an array",
    help: "write an array for each column, or name a file with one record on each line .ndjson",
    explain:
      'A `.json` file that starts with `{` is a record of arrays, one for each column: `{"x": [1, 2], "y": [3, 4]}`. Fix: write arrays; or, if each line contains one record, rename the file to `.ndjson` or write `as ndjson` in the data block.',
  },
  jsonRecordExpected: {
    code: "FIT4027",
    severity: "error",
    message: "expected a record here, not {found}",
    help: "write records as {form}",
    explain:
      'Columns are found by name, so JSON without names is not a table. A `.json` file is an array of records, `[{"x": 1, "y": 2}, ...]`, or one record of arrays, `{"x": [1, ...], "y": [2, ...]}`; an `.ndjson` file has one record on each line. Example: `[[1, 2], [2, 3]]`. Fix: write `[{"x": 1, "y": 2}, {"x": 2, "y": 3}]`.',
  },
  headerInComment: {
    code: "FIT4028",
    severity: "error",
    message: "the data have no column '{name}': the column names are in a comment, which is skipped",
    help: "remove the '#'; with NumPy's savetxt, pass comments=\"\"",
    explain:
      'The first line of a table, apart from comments, contains the column names. Here the names that the model needs are in a comment before it. Example: `numpy.savetxt(file, table, header="x y")` writes `# x y`. Fix: remove the `#`, or pass `comments=""` to NumPy.',
  },
  matrixNotSquare: {
    code: "FIT4029",
    severity: "error",
    message: "the matrix is not square: {found}, but the first line has {first}",
    explain:
      "A covariance matrix has as many lines as numbers per line, one for each row of the data. There can be a line of names at the top, but no names at the beginning of the lines. Example: `1,0.5` as the only line. Fix: write the whole matrix, without an index column.",
  },
  emptyMatrixFile: {
    code: "FIT4030",
    severity: "error",
    message: "the matrix file is empty",
    explain:
      "The file contains nothing, or only blank lines and comments. Fix: write the matrix, with a line for each row of the data.",
  },
  matrixCellNotNumber: {
    code: "FIT4031",
    severity: "error",
    message: "{text} in the matrix is not a number",
    explain:
      "Every cell of a covariance matrix is a number, except in an optional first line of names. Names at the beginning of the lines, such as an index, are not supported. Fix: write only the numbers; with pandas, pass `index=False`.",
  },
  recordNotOnLine: {
    code: "FIT4032",
    severity: "error",
    message: "this record is not on a line of its own",
    help: "write one record on each line, or an array of records in a file named .json",
    explain:
      'NDJSON has one record on each line, and nothing else. Examples: `{"x": 1}{"x": 2}` on one line, or a record that is written over several lines. Fix: write one record on each line, or put the records into an array, `[{"x": 1}, {"x": 2}]`, in a file named .json.',
  },
});
