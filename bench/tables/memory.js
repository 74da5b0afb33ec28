// Peak memory of one fit.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileSpec } from "../lib/folder.js";
import { summary } from "../lib/statistics.js";

export const title = "peak memory beyond that of the runtime itself, over the bytes of the columns";

const child = fileURLToPath(new URL("../lib/memory-child.js", import.meta.url));
const bar = { ceiling: 1.2, goal: 1.05 };
/** Threads use columns in shared memory; other columns are copied there. */
const ways = [
  ["wasm", bar],
  ["typescript", bar],
  ["threads", {}],
];

export async function run({ report, folder, quick }) {
  const rows = quick ? 2_000_000 : 10_000_000;
  const work = `decay, ${rows} rows`;
  const spec = readFileSync(new URL("../models/decay.fit", import.meta.url), "utf8");
  const module = compileSpec(folder, "memory", spec);
  report.heading(work);
  for (const [way, needed] of ways) {
    const found = Array.from({ length: quick ? 1 : 3 }, () => {
      const printed = execFileSync(process.execPath, [child, module, String(rows), way], { encoding: "utf8" });
      const { before, peak, columns } = JSON.parse(printed);
      return (peak - before) / columns;
    });
    report.ratio(work, way, summary(found), needed);
  }
}
