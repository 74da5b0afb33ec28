// Many small fits of one model.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fitMany } from "fitc/runtime";
import { contest, disagreement, timedAsync } from "../lib/contest.js";
import { compileSpec, importModule, writeColumns } from "../lib/folder.js";
import { startPeer } from "../lib/peer.js";
import { peakBatch } from "../models/data.js";

export const title = "a batch of Gaussian peaks, 4 parameters and 48 points each, with standard errors";

/** The number of fits that curve_fit does; its time is extrapolated. */
const sample = 1000;

export async function run({ report, tools, folder, quick }) {
  const fits = quick ? 10_000 : 100_000;
  const { points, x, y, starts, offsets } = peakBatch(fits);
  const spec = readFileSync(new URL("../models/peak.fit", import.meta.url), "utf8");
  const { Peak } = await importModule(compileSpec(folder, "peak", spec));
  const start = new Float64Array(Object.values(starts).flatMap((values) => [...values]));
  const files = writeColumns(folder, "peak", { x, y, start });

  const ours = (name, threads) => ({
    name,
    run: async () => {
      const { seconds, value } = await timedAsync(() => fitMany(Peak, { x, y }, offsets, { start: starts, threads }));
      return { seconds, cost: value.cost, stderr: value.stderr };
    },
  });
  const theirs = async (name, command, count) => {
    const out = join(folder, `${name}.bin`);
    const peer = await startPeer([...command, points, ...files, out]);
    return {
      name,
      stop: peer.stop,
      run: async () => {
        const { seconds } = await peer.ask(count);
        const values = new Float64Array(new Uint8Array(readFileSync(out)).buffer);
        return { seconds: (seconds * fits) / count, cost: values.subarray(0, count), stderr: values.subarray(count) };
      },
    };
  };
  const [program, script] = [tools.program("batch"), tools.pythonScript("batch.py")];
  const peers = [
    ...(program === undefined ? [] : [await theirs("cminpack", program, fits)]),
    ...(script === undefined ? [] : [await theirs("curve_fit", script, sample)]),
  ];
  const results = await contest([ours("fitMany", 1), ours("fitMany 2 threads", 2), ...peers], quick ? 3 : 7, report);
  for (const { stop } of peers) stop();

  report.contest(`${fits} fits (curve_fit: ${sample}, extrapolated)`, results, [
    ["curve_fit", "fitMany", { floor: 50, goal: 100 }],
    ["cminpack", "fitMany", { floor: 1.5, goal: 3 }],
    ["fitMany", "fitMany 2 threads", { floor: 1.7, goal: 1.9 }],
  ]);
  const one = results.get("fitMany")?.last;
  if (one === undefined) return;
  for (const [name, { last }] of results) {
    if (last === one) continue;
    const apart = differing(one, last);
    report.note(`${name}: ${apart.length} of ${last.cost.length} fits differ ${apart.slice(0, 3).join("; ")}`);
  }
}

/** The reasons why fits disagree with those of a peer. */
function differing(ours, theirs) {
  const n = ours.stderr.length / ours.cost.length;
  const one = ({ cost, stderr }, k) => ({ cost: cost[k], stderr: [...stderr.subarray(n * k, n * (k + 1))] });
  return Array.from(theirs.cost, (_, k) => disagreement(one(theirs, k), one(ours, k))).filter(
    (why) => why !== undefined,
  );
}
