// One pass over 100,000 rows, evaluation alone and with reduction, compared with equivalent loops
// in C.
import { readFileSync } from "node:fs";
import { contest, timed } from "../lib/contest.js";
import { writeColumns } from "../lib/folder.js";
import { loadInternals, loadKernel } from "../lib/internals.js";
import { startPeer } from "../lib/peer.js";
import { largeModels } from "../models/data.js";

export const title = "one pass over 100,000 rows, ns per row, against fused loops in C (libm; AVX2 with libmvec)";

const rows = 100_000;
const passes = 10;
/** Seconds after which the engine has optimised the WebAssembly. */
const warmUp = 0.3;

export async function run({ report, tools, folder, quick }) {
  const internals = await loadInternals(folder);
  for (const { name, data } of largeModels) {
    const columns = data(rows);
    const spec = readFileSync(new URL(`../models/${name}.fit`, import.meta.url), "utf8");
    const start = [...spec.matchAll(/param \w+ = (\S+)/g)].map(([, value]) => Number(value));
    const kernel = loadKernel(internals, spec, columns);
    const ours = (pass) => () => {
      kernel.prepare(start);
      const { seconds } = timed(() => {
        for (let k = 0; k < passes; k++) pass();
      });
      return { seconds: seconds / passes };
    };
    const files = writeColumns(folder, name, columns);
    const theirs = [];
    for (const of of ["libm", "libmvec"]) {
      const program = tools.program(of);
      if (program === undefined) continue;
      for (const work of ["evaluate", "normal"]) {
        const peer = await startPeer([...program, name, work, ...files, ...start]);
        theirs.push({ name: `C ${of} ${work}`, run: () => peer.ask(passes), stop: peer.stop });
      }
    }
    const results = await contest(
      [
        { name: "fitc evaluate", run: ours(kernel.evaluate), warmUp },
        { name: "fitc fold", run: ours(kernel.fold), warmUp },
        ...theirs,
      ],
      quick ? 7 : 25,
      report,
    );
    for (const { stop } of theirs) stop();
    report.contest(
      name,
      results,
      [
        ["C libm evaluate", "fitc evaluate"],
        ["C libmvec evaluate", "fitc evaluate", { floor: 0.4, goal: 0.6 }],
        ["C libm normal", "fitc fold"],
        ["C libmvec normal", "fitc fold"],
      ],
      { unit: "ns/row", scale: 1e9 / rows },
    );
  }
}
