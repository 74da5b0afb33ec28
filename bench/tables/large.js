// Fits of a million rows.
import { readFileSync } from "node:fs";
import { fitParallel } from "fitc/runtime";
import { contest, timed, timedAsync } from "../lib/contest.js";
import { compileSpec, importModule, writeColumns } from "../lib/folder.js";
import { startPeer } from "../lib/peer.js";
import { largeModels } from "../models/data.js";

export const title = "one fit of a million rows with its covariance, one thread unless said";

export async function run({ report, tools, folder, quick }) {
  const rows = quick ? 300_000 : 1_000_000;
  for (const { name, data } of largeModels) {
    const spec = readFileSync(new URL(`../models/${name}.fit`, import.meta.url), "utf8");
    const module = await importModule(compileSpec(folder, name, spec));
    const columns = data(rows);
    const [fitter] = Object.values(module);
    const reference = fitter.fit(columns);
    const start = Object.values(reference.params).map(({ init }) => init);
    const ours = fitters(fitter, columns);
    const peers = await startPeers(tools, [name, ...writeColumns(folder, name, columns), ...start]);
    const results = await contest([...ours, ...peers], quick ? 2 : 9, report);
    for (const { stop } of peers) stop();

    const work = `${name}, ${rows} rows`;
    report.contest(work, report.agreeing(work, results, figures(reference)), [
      ["leastsq", "fitc", { floor: 5, goal: 8 }],
      ["cminpack", "fitc", { floor: 4, goal: 6 }],
      ["Ceres", "fitc", { floor: 8, goal: 10 }],
      ["GSL", "fitc"],
      ["leastsq", "fitc TypeScript", { floor: 1, goal: 2 }],
    ]);
    report.note(
      `evaluations: ${[...results].map(([contestant, { last }]) => `${contestant} ${last.nfev}`).join(", ")}`,
    );
    // In a separate contest, because idle workers would end while the peers run.
    const threads = await contest([ours[0], inThreads(fitter, columns)], quick ? 4 : 15, report);
    report.contest(`${work}, threads`, report.agreeing(work, threads, figures(reference)), [
      ["fitc", "fitc 2 threads", { floor: 1.7, goal: 1.9 }],
    ]);
  }
}

/** The parts of a fit that are compared. */
const figures = ({ cost, nfev, params }) => ({ cost, nfev, stderr: Object.values(params).map(({ stderr }) => stderr) });

function fitters(fitter, columns) {
  const run = (name, options) => ({
    name,
    run: () => {
      const { seconds, value } = timed(() => fitter.fit(columns, options));
      return { seconds, ...figures(value) };
    },
  });
  return [run("fitc", {}), run("fitc TypeScript", { kernel: "typescript" })];
}

function inThreads(fitter, columns) {
  return {
    name: "fitc 2 threads",
    warmUp: 1,
    run: async () => {
      const { seconds, value } = await timedAsync(() => fitParallel(fitter, columns, { threads: 2 }));
      return { seconds, ...figures(value) };
    },
  };
}

async function startPeers(tools, args) {
  const commands = [
    ["leastsq", tools.pythonScript("leastsq.py")],
    ["cminpack", tools.program("lmder")],
    ["GSL", tools.program("gsl")],
    ["Ceres", tools.program("ceres")],
  ].filter(([, command]) => command !== undefined);
  return Promise.all(
    commands.map(async ([name, command]) => {
      const peer = await startPeer([...command, ...args]);
      return { name, run: () => peer.ask("fit"), stop: peer.stop };
    }),
  );
}
