import type { MessageEntry } from "../../diagnostics/index.js";

/** FIT5063 to FIT5065: a batch of data sets that does not fit together. */
export const batchMessages = {
  offsetsNotArray: {
    code: "FIT5063",
    severity: "error",
    message: "the offsets are {found}; they are an array of numbers",
    help: "say where each data set begins, and at the end how many rows there are: [0, 48, 96] for two of 48 rows",
    explain:
      "The columns of `fitMany` hold many data sets one after another, and the offsets say where each begins: one number for each, and one more, the number of rows, for the end of the last. Example: `fitMany({ x, y }, [0, 48, 96])` fits two data sets of 48 rows each; `[0]` is for none. Mend: pass an array, or a typed array, of these numbers.",
  },
  invalidOffset: {
    code: "FIT5064",
    severity: "error",
    message: "offset {index} is {value}; {expected}",
    help: "offsets ascend from 0 to the number of rows, one more than there are data sets",
    explain:
      "Data set i of `fitMany` has the rows from offset i up to, and without, offset i + 1, so that the offsets are whole numbers that ascend from 0 to the number of rows of the columns. Two equal ones enclose a data set without rows, which is allowed: it has its own status. Example: for data sets of 3, 0 and 5 rows `[0, 3, 3, 8]`. A list of lengths, [3, 0, 5], is not one of offsets. Mend: add the lengths up, starting from 0.",
  },
  startCountMismatch: {
    code: "FIT5065",
    severity: "error",
    message: "there are {found} start values of '{name}' for {count} data sets",
    help: "give one number for all, or an array with one for each",
    explain:
      "The option `start` of `fitMany` gives a parameter one start value for all data sets, or an array with one for each of them. Example: `start: { k: 0.5, A: heights }`. Mend: pass an array as long as there are data sets, which is one less than there are offsets.",
  },
} as const satisfies Record<string, MessageEntry>;
