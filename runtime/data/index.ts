export type { DataFormat } from "../contract/data-formats.js";
export {
  type LoadedData,
  loadData,
  type ReadColumns,
  type ReadOptions,
  readData,
  readDataText,
  type TableInfo,
} from "./load.js";
export { readMatrix } from "./matrix.js";
export { dataMessages } from "./messages.js";
