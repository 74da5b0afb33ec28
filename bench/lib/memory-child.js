// Peak memory of a fit beyond what the process held before its data were loaded. A process of its own: the module's path, the number
// of rows, and "wasm", "typescript" or "threads". A small fit first, so that the code is there and compiled.
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
// Workers wait for another call.
process.exit();
