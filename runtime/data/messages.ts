import { defineMessages, listed } from "../../diagnostics/index.js";
import { dataFormats } from "../contract/data-formats.js";

/** What can be wrong with data, passed as arrays or read from a file. Rows are counted from 1 in texts. */
export const dataMessages = defineMessages({
  missingColumn: {
    code: "FIT4001",
    severity: "error",
    message: "no column '{name}' in the data; there {existing}",
    explain:
      'The model uses a column that the data do not have. Names are compared exactly, after blanks around a name of a file are taken away. Example: the data block says `y`, the first line of the file says `x,Y`. Mend: say which column of the file is meant, `y from "Y"`, or pass the array under the model\'s name for it.',
  },
  columnLengthsDiffer: {
    code: "FIT4002",
    severity: "error",
    message: "columns differ in length: '{first}' has {firstLength}, '{second}' has {secondLength}",
    explain:
      "All columns that a model uses describe the same rows, so that the arrays passed must be equally long. Example: `fit({ x: [1, 2, 3], y: [1, 2] })`. Mend: pass a value for each row, NaN where one is missing.",
  },
  valueNotNumber: {
    code: "FIT4003",
    severity: "error",
    message: "column '{name}', row {row}: {value} is not a number",
    help: "write NaN where a value is missing",
    explain:
      'An array passed for a column holds something else than a number. Example: `fit({ x: [1, 2], y: [3, "4"] })`. Mend: convert the values; a missing one is NaN.',
  },
  missingValue: {
    code: "FIT4004",
    severity: "error",
    message: "column '{name}' has no value in row {row}",
    help: "complete the data, or write `missing drop` in the data block to leave such rows out",
    explain:
      "A cell of a column that the model uses is empty, NaN, NA, N/A or null (in JSON it may be left out; a NaN where arrays are passed), and the model does not say what to do then. Mend: complete the data; or say `missing drop` in the data block, which leaves such rows out and counts them in the report.",
  },
  columnNotArray: {
    code: "FIT4005",
    severity: "error",
    message: "column '{name}' is {found}, not an array of numbers",
    explain:
      "A column is anything with a length and numbers at 0, 1, 2, ...: an array or a typed array. Example: `fit({ x: 5, y: [1] })`. Mend: pass an array.",
  },
  noRows: {
    code: "FIT4006",
    severity: "error",
    message: "the data have no rows",
    explain: "There is nothing to fit: the arrays passed are empty, or the file holds names of columns only.",
  },
  noRowsSelected: {
    code: "FIT4007",
    severity: "error",
    message: "`where` keeps none of the {rows} rows",
    explain:
      "The condition after `where` holds for no row of the data. Example: `where t > 10` with times in seconds from 0 to 5. Mend: correct the condition or the unit of the data.",
  },
  noRowsLeft: {
    code: "FIT4008",
    severity: "error",
    message:
      "no row is left: of {rows} rows, {dropped} have a missing value in a used column and `where` keeps none of the others",
    explain:
      "`missing drop` left out the rows with a missing value, and `where`, if there is one, the others. Mend: see whether a column is empty as a whole, or written with a number format that is read as missing.",
  },
  dataNotColumns: {
    code: "FIT4009",
    severity: "error",
    message: "the data are {found}, not columns by name",
    help: "pass an object or a Map of arrays",
    explain:
      "Data are passed as an object or a Map with an array for each column. Example: `fit({ x: [1, 2, 3], y: [2, 4, 6] })`; not `fit([[1, 2], [2, 4]])`.",
  },
  cellNotNumber: {
    code: "FIT4010",
    severity: "error",
    message: "column '{name}': {text} is not a number",
    help: "a missing value is {missing}",
    explain:
      "A cell of a column that the model uses holds text that is not a number. Numbers are written `1`, `-2.5`, `.5`, `1e-3`, `inf`; without units, thousands separators or decimal commas, and in JSON without quotes. A missing value is an empty cell, NaN, NA, N/A or null; in JSON it is null, NaN, or a member left out. Example: `3.2 ms`. Mend: correct the cell, or empty it and say `missing drop` in the data block.",
  },
  dataFileChanged: {
    code: "FIT4011",
    severity: "error",
    message: "'{path}' changed while it was read",
    explain:
      "A data file is read in two passes, and the second found another number of rows. Mend: run again when nothing writes to the file.",
  },
  nulByteInData: {
    code: "FIT4012",
    severity: "error",
    message: "NUL byte: this is not a text file",
    help: "save the table as text in UTF-8",
    explain:
      "Tables are text. A NUL byte is a sign of a binary file, such as a spreadsheet, or of text in UTF-16. Mend: export the data as CSV in UTF-8.",
  },
  unclosedQuotedCell: {
    code: "FIT4013",
    severity: "error",
    message: "this quoted cell is not closed",
    help: 'a cell that starts with " ends with ", and a quote inside is written ""',
    explain:
      'A cell that starts with a quote goes on to the closing quote, over delimiters and line breaks; none was found before the end of the file. Example: `"time, s` without the second quote. Mend: close it, or double a quote that belongs to the text: `"a""b"`.',
  },
  textAfterQuotedCell: {
    code: "FIT4014",
    severity: "error",
    message: "text after the closing quote of a cell",
    help: 'a quote inside a quoted cell is written ""',
    explain:
      'After a quoted cell come a delimiter or the end of the line, and blanks. Example: `"a" b,c`. Mend: put the whole text into the quotes, and double a quote that belongs to it: `"a""b"`.',
  },
  cellCountMismatch: {
    code: "FIT4015",
    severity: "error",
    message: "this line has {cells}, the header has {names}",
    explain:
      "Every record of a table has as many cells as its first line has names. Example: `x,y` followed by `1,2,3`. Mend: complete the line, or quote a cell that contains the delimiter.",
  },
  emptyDataFile: {
    code: "FIT4016",
    severity: "error",
    message: "the data file is empty",
    explain:
      "The file holds nothing, or only blank lines and comments. Its first line should be the names of the columns.",
  },
  columnNameNotUtf8: {
    code: "FIT4017",
    severity: "error",
    message: "the name of a column is not valid UTF-8",
    help: "save the table as text in UTF-8",
    explain:
      "Names are compared as text, and this one is not text in UTF-8, but perhaps in Latin-1. Mend: save the file in UTF-8.",
  },
  duplicateColumn: {
    code: "FIT4018",
    severity: "error",
    message: "two columns are called '{name}'",
    explain:
      "The model uses a column whose name stands twice in the first line of the file, so that it is not known which is meant. Mend: rename one.",
  },
  headerOfNumbers: {
    code: "FIT4019",
    severity: "error",
    message: "no column '{name}': the first line holds numbers, not names",
    help: "write the names of the columns in the first line",
    explain:
      "The first line of a table, comments aside, holds the names of its columns. Here it holds numbers only. Mend: add a line of names.",
  },
  dataFileNotFound: {
    code: "FIT4020",
    severity: "error",
    message: "there is no data file '{path}'",
    explain:
      "The path after `data` is relative to the directory of the `.fit` file; that after `--data` or given to `readData` is relative to the working directory. Mend: correct the path.",
  },
  dataFileIsDirectory: {
    code: "FIT4021",
    severity: "error",
    message: "the data file '{path}' is a directory",
    explain: "A data source is one file. Mend: name a file in the directory.",
  },
  dataFileUnreadable: {
    code: "FIT4022",
    severity: "error",
    message: "cannot read the data file '{path}': {reason}",
    explain: "The system did not let the file be read; the reason is the system's. Mend: see to its permissions.",
  },
  unknownDataFormat: {
    code: "FIT4023",
    severity: "error",
    message: "the format of '{path}' is not known",
    help: `say it: ${listed(dataFormats, "or")}`,
    explain:
      'The format follows the extension of the file: .csv, .tsv, .json or .ndjson. With another extension it is said: `data "results.txt" as csv { ... }`, or `readData(info, path, { format: "csv" })`.',
  },
  invalidJson: {
    code: "FIT4024",
    severity: "error",
    message: "this is not valid JSON: expected {what} here",
    explain:
      'A `.json` file is an array of records, `[{"x": 1, "y": 2}, ...]`, or a record of arrays, `{"x": [1, ...], "y": [2, ...]}`; an `.ndjson` file has one record on each line. The place is where reading stopped; what is wrong is there or just before. Example: a comma after the last record.',
  },
  unclosedJsonString: {
    code: "FIT4025",
    severity: "error",
    message: "this string is not closed on its line",
    explain: "A string of JSON ends with a quote on the line on which it starts; a line break in it is written `\\n`.",
  },
  jsonColumnNotArray: {
    code: "FIT4026",
    severity: "error",
    message: "the value of '{name}' is not an array",
    help: "a file with one record on each line is .ndjson",
    explain:
      'A `.json` file that starts with `{` is a record of arrays, one for each column: `{"x": [1, 2], "y": [3, 4]}`. Mend: write arrays; or, where each line holds one record, call the file `.ndjson` or say `as ndjson` in the data block.',
  },
  jsonRecordExpected: {
    code: "FIT4027",
    severity: "error",
    message: "a record is expected here, not {found}",
    help: "records are written {form}",
    explain:
      'Columns are found by their names, so that JSON without names is no table. A `.json` file is an array of records, `[{"x": 1, "y": 2}, ...]`, or one record of arrays, `{"x": [1, ...], "y": [2, ...]}`; an `.ndjson` file has one record on each line. Example: `[[1, 2], [2, 3]]`. Mend: write `[{"x": 1, "y": 2}, {"x": 2, "y": 3}]`.',
  },
  headerInComment: {
    code: "FIT4028",
    severity: "error",
    message: "no column '{name}': the names of the columns stand in a comment, which is skipped",
    help: "take the '#' away; NumPy's savetxt writes none with comments=\"\"",
    explain:
      'The first line of a table, comments aside, holds the names of its columns. Here a comment before it holds the names that the model asks for. Example: `numpy.savetxt(file, table, header="x y")` writes `# x y`. Mend: take the `#` away, or tell NumPy to write none: `comments=""`.',
  },
  matrixNotSquare: {
    code: "FIT4029",
    severity: "error",
    message: "the matrix is not square: {found}, where the first line has {first}",
    explain:
      "A covariance matrix has as many lines as each of them has numbers, one for each row of the data. A line of names may stand before them, names before the numbers of a line may not. Example: `1,0.5` as the only line. Mend: write the whole matrix, without an index.",
  },
  emptyMatrixFile: {
    code: "FIT4030",
    severity: "error",
    message: "the file of the matrix is empty",
    explain:
      "The file holds nothing, or only blank lines and comments. Mend: write the matrix, a line for each row of the data.",
  },
  matrixCellNotNumber: {
    code: "FIT4031",
    severity: "error",
    message: "{text} is not a number of the matrix",
    explain:
      "Every cell of a covariance matrix is a number, but for a first line of names. Names before the numbers of each line, as an index, are not read. Mend: write the numbers alone; pandas does with `index=False`.",
  },
});
