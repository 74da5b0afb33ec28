// NIST's small problems, many fits in a warm process.
import { fitMany } from "fitc/runtime";
import { contest, timed, timedAsync } from "../lib/contest.js";
import { compileSpec, importModule, writeColumns } from "../lib/folder.js";
import { startPeer } from "../lib/peer.js";
import { geometricMean, summary } from "../lib/statistics.js";
import { importIfThere } from "../lib/tools.js";
import { nistModels, nistProblems } from "../models/nist.js";
import { mlFit } from "../peers/ml-levenberg-marquardt.js";

export const title =
  "all 27 problems of NIST from their second start, with covariance, one thread, many fits in a warm process";

/** The duration of one contestant's turn. */
const turnSeconds = 0.01;

export async function run({ report, tools, folder, quick }) {
  // Engines optimise JavaScript and WebAssembly only after they have run for a while.
  const warmUp = quick ? 0.2 : 1;
  const problems = nistProblems();
  const specs = problems.map(({ spec }) => spec).join("\n");
  const fitters = await importModule(compileSpec(folder, "nist", specs));
  const models = nistModels();
  const ml = await importIfThere("ml-levenberg-marquardt");
  const ratios = new Map([
    ["cminpack / fitMany", { bar: { floor: 1.5, goal: 3 }, of: [] }],
    ["cminpack / fit", { of: [] }],
    ["curve_fit / fitMany", { bar: { floor: 25, goal: 60 }, of: [] }],
    ["curve_fit / fit", { of: [] }],
    ["ml / fit", { of: [] }],
  ]);

  for (const problem of problems) {
    const { name } = problem;
    const fitter = fitters[name];
    const reference = comparable(fitter.fit(problem.columns));
    reference.rounding = 1e-20 * problem.observed.reduce((sum, y) => sum + y * y, 0);
    const peers = await startPeers(tools, folder, problem);
    const contestants = [
      { name: "fit", run: many((count) => fits(fitter, problem, count)), warmUp },
      { name: "fitMany", run: many((count) => batch(fitter, problem, count)), warmUp },
      ...peers.map(({ name: peer, ask }) => ({ name: peer, run: many(ask) })),
    ];
    if (ml !== undefined) {
      const fit = mlFit(ml, problem, models[name], reference);
      if (fit === undefined) report.failure(`${name}: ml-levenberg-marquardt does not come near the minimum`);
      else contestants.push({ name: "ml", run: many(fit), warmUp });
    }
    const results = await contest(contestants, quick ? 5 : 25, report);
    for (const { stop } of peers) stop();

    const agreeing = report.agreeing(name, results, reference);
    const figures = [...agreeing].map(([peer, { seconds }]) => [
      peer,
      summary(seconds.map((each) => each * 1e6)),
      "us",
    ]);
    for (const [key, { of }] of ratios) {
      const [above, below] = key.split(" / ").map((each) => agreeing.get(each)?.seconds);
      if (above === undefined || below === undefined) continue;
      const found = above.map((seconds, round) => seconds / below[round]);
      of.push(found);
      figures.push([key, summary(found), "x"]);
    }
    report.line(name, figures);
  }

  report.heading("geometric means");
  for (const [name, { of, bar }] of ratios) {
    if (of.length === 0) continue;
    const rounds = of[0].map((_, round) => geometricMean(of.map((ratio) => ratio[round])));
    report.ratio(`geometric mean of ${of.length}`, `${name} (${of.length} problems)`, summary(rounds), bar);
  }
}

const comparable = ({ cost, params }) => ({ cost, stderr: Object.values(params).map(({ stderr }) => stderr) });

/** Runs as many fits as fit into a turn; returns the seconds of one of them. */
function many(run) {
  let count = 1;
  return async () => {
    const result = await run(count);
    count = Math.max(1, Math.min(20_000, Math.round(turnSeconds / (result.seconds || turnSeconds))));
    return result;
  };
}

function fits(fitter, { columns }, count) {
  const { seconds, value } = timed(() => {
    let result;
    for (let k = 0; k < count; k++) result = fitter.fit(columns);
    return result;
  });
  return { seconds: seconds / count, ...comparable(value) };
}

/** Fits `count` copies of one data set. */
async function batch(fitter, { columns }, count) {
  const rows = columns.y.length;
  const repeated = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => {
      const all = new Float64Array(rows * count);
      for (let k = 0; k < count; k++) all.set(values, k * rows);
      return [name, all];
    }),
  );
  const offsets = Float64Array.from({ length: count + 1 }, (_, k) => k * rows);
  const { seconds, value } = await timedAsync(() => fitMany(fitter, repeated, offsets, { threads: 1 }));
  const { free, cost, stderr } = value;
  return { seconds: seconds / count, cost: cost[0], stderr: [...stderr.subarray(0, free.length)] };
}

async function startPeers(tools, folder, { name, observed, predictors, start }) {
  const predictor = new Float64Array(predictors.flatMap((column) => [...column]));
  const args = [name, ...writeColumns(folder, name, { observed, predictor }), ...start];
  const commands = [
    ["cminpack", tools.program("nist")],
    ["curve_fit", tools.pythonScript("curve_fit.py")],
  ].filter(([, command]) => command !== undefined);
  return Promise.all(
    commands.map(async ([peer, command]) => ({ name: peer, ...(await startPeer([...command, ...args])) })),
  );
}
