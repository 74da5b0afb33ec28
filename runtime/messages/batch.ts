import type { MessageEntry } from "../../diagnostics/index.js";

/** FIT5063 to FIT5065: errors in how a batch is divided into data sets. */
export const batchMessages = {
  offsetsNotArray: {
    code: "FIT5063",
    severity: "error",
    message: "offsets must be a non-empty array of numbers, not {found}",
    help: "give the first row of each data set and, at the end, the number of rows: [0, 48, 96] for two data sets of 48 rows",
    explain:
      "The columns of `fitMany` contain many data sets, one after another. The offsets say where each begins, followed by the number of rows, which is the end of the last one. Example: `fitMany({ x, y }, [0, 48, 96])` fits two data sets of 48 rows each; `[0]` is for no data sets. Fix: pass an array, or a typed array, of these numbers.",
  },
  invalidOffset: {
    code: "FIT5064",
    severity: "error",
    message: "offset {index} must be {expected}, not {value}",
    help: "give ascending offsets from 0 to the number of rows, one more than there are data sets",
    explain:
      "Data set i of `fitMany` has the rows from offset i to offset i + 1, the latter excluded, so the offsets are whole numbers that ascend from 0 to the number of rows of the columns. Two equal offsets mean a data set without rows, which is allowed: it has its own status. Example: data sets of 3, 0 and 5 rows have the offsets `[0, 3, 3, 8]`. A list of lengths, [3, 0, 5], is wrong. Fix: add up the lengths, starting from 0.",
  },
  startCountMismatch: {
    code: "FIT5065",
    severity: "error",
    message: "there are {found} start values of '{name}' for {count} data sets",
    help: "give one number for all data sets, or an array with one number for each",
    explain:
      "The option `start` of `fitMany` gives a parameter one start value for all data sets, or an array with one for each of them. Example: `start: { k: 0.5, A: heights }`. Fix: pass an array with one number for each data set, one fewer than there are offsets.",
  },
} as const satisfies Record<string, MessageEntry>;
