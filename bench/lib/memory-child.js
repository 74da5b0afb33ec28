// Prints the peak memory of a fit beyond what the process used before its data were loaded. It runs
// in a separate process, with arguments: the module's path, the number of rows, and "wasm",
// "typescript" or "threads". A small fit runs first, so that the code is loaded and compiled.
import { pathToFileURL } from "node:url";
import { fitParallel } from "fitc/runtime";
import { largeModels } from "../models/data.js";

const [path, rows, way] = process.argv.slice(2);
const { Decay } = await import(pathToFileURL(path).href);
const [{ data }] = largeModels;
const fitted = (columns) =>
  way === "threads" ? fitParallel(Decay, columns, { threads: 2 }) : Decay.fit(columns, { kernel: way });
await fitted(data(2000));

const before = process.memoryUsage().rss;
const columns = data(Number(rows));
const { cost } = await fitted(columns);
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ before, peak, columns: columns.x.byteLength + columns.y.byteLength, cost }));
// Needed because the workers wait for another call.
process.exit();
