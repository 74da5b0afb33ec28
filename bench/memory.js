// Peak memory of a fit beyond what the process held before its data were loaded. Run as a process of its own by run.js:
// the emitted module's path, then the number of rows. A small fit first, so that the code is there and compiled.
import { decayData } from "./decay-data.js";

const [module, rows] = process.argv.slice(2);
const { Decay } = await import(module);
Decay.fit(decayData(2000));

const before = process.memoryUsage().rss;
const data = decayData(Number(rows));
const { cost } = Decay.fit(data);
const peak = process.resourceUsage().maxRSS * 1024;
console.log(JSON.stringify({ before, peak, columns: data.x.byteLength + data.y.byteLength, cost }));
