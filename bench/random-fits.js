// `node bench/random-fits.js [BUILD ...]`: thousands of random fits by one or several builds of
// fitc, judged apart from fitc's own tests of convergence. See bench/README.md.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { importModule, makeFolder, root } from "./lib/folder.js";
import { report } from "./lib/random-fits-report.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fits: { type: "string", default: "250" },
    seed: { type: "string", default: "1" },
    near: { type: "boolean", default: false },
    family: { type: "string" },
    verbose: { type: "boolean", default: false },
    dump: { type: "string" },
  },
});
const folders = positionals.length > 0 ? positionals : [root];
/** Starts lie within a factor of 10 of the true values; near ones within 10 %. */
const spread = values.near ? Math.log10(1.1) : 1;
/** Costs that differ by less than this fraction are of one minimum. */
const same = 1e-6;
/** A parameter that has moved by this factor, in a direction that is not determined, runs off. */
const far = 1e4;

const { families, randomFit, specOf, insideOf, judge, isFalse, isUnbacked, problemOf, costOfStart, Random } =
  await loadSources();
const builds = await Promise.all(folders.map(openBuild));
const chosen = families.filter(({ name }) => values.family === undefined || name === values.family);
const cases = [];
for (const [f, family] of families.entries()) {
  if (!chosen.includes(family)) continue;
  for (let index = 0; index < Number(values.fits); index++) cases.push(await runCase(family, f, index));
}
report(cases, folders, values);
if (values.dump !== undefined) dump(values.dump);

/** The families and the judge, which the fuzzer in test/fuzz shares. */
async function loadSources() {
  const folder = makeFolder();
  const contents = `
    export * from "./test/fuzz/fits/families.js";
    export * from "./test/fuzz/fits/random-fit.js";
    export * from "./test/fuzz/fits/first-order.js";
    export * from "./test/fuzz/fits/judged-fit.js";
    export { Random } from "./math/random.js";`;
  const outfile = join(folder, "sources.mjs");
  try {
    const stdin = { contents, resolveDir: fileURLToPath(new URL("..", import.meta.url)), loader: "ts" };
    await build({ stdin, outfile, bundle: true, format: "esm", platform: "node" });
    return await importModule(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A build of fitc: a function that compiles the model of a family to a fitter. */
async function openBuild(folder) {
  const file = (name) => join(resolve(folder), "dist", name);
  const { compile } = await importModule(file("index.js"));
  const runtime = pathToFileURL(file("runtime.js")).href;
  const fitters = new Map();
  return async (family, noise) => {
    const key = `${family.name} ${noise}`;
    if (!fitters.has(key)) {
      const { code, diagnostics } = await compile(specOf(family, noise), { runtime });
      if (code === null) throw new Error(`${key}: ${diagnostics.map(({ message }) => message).join("; ")}`);
      const { M } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
      fitters.set(key, M);
    }
    return fitters.get(key);
  };
}

async function runCase(family, f, index) {
  const plain = await builds[0](family, "none");
  const names = Object.keys(family.params);
  const random = new Random((Number(values.seed) % 2 ** 20) * 2 ** 32 + 10_000 * f + index);
  const fit = randomFit(family, random, spread, (truth, x) =>
    plain.residuals(
      names.map((name) => truth[name]),
      { x, y: new Float64Array(x.length) },
    ),
  );
  const results = new Array(builds.length);
  // The builds take turns in being the first, so that none of them always finds a cold cache.
  for (let k = 0; k < builds.length; k++) {
    const b = (k + index) % builds.length;
    results[b] = runFit(await builds[b](family, fit.noise), fit);
  }
  const ends = results.flatMap(({ cost, fromTruth }) => [cost, fromTruth]).filter(Number.isFinite);
  const best = Math.min(...ends);
  for (const result of results) {
    result.isGlobal = result.cost <= best * (1 + same) || (result.judgement?.exact ?? false);
  }
  return { family: family.name, index, fit, best, results };
}

/** One fit from the random start, judged; and the cost of the fit from the true parameters. */
function runFit(fitter, fit) {
  const { data, start, truth, settings } = fit;
  const from = performance.now();
  const end = attempt(() => fitter.fit(data, { ...settings, start }));
  const time = performance.now() - from;
  const fromTruth = attempt(() => fitter.fit(data, { ...settings, start: insideOf(truth, settings.bounds) }));
  const other = fromTruth.refused === undefined && fromTruth.x.every(Number.isFinite) ? fromTruth.cost : Infinity;
  if (end.refused !== undefined) return { ...end, time, cost: Infinity, fromTruth: other, warnings: [] };
  const { success, status, stoppedBy, cost, nfev, njev, x, warnings } = end;
  const judgement = judge(problemOf(fitter, fit), x, costOfStart(fitter, fit));
  const moved = x.some((value, j) => {
    const ratio = Math.abs(value / start[end.free[j]]);
    return !(ratio < far && ratio > 1 / far);
  });
  const verdict = {
    isFalse: success && isFalse(judgement),
    isUnbacked: success && isUnbacked(judgement),
    isBlind: success && !judgement.exact && judgement.dead === x.length,
    isDead: success && !judgement.exact && judgement.dead > 0,
    isRunOff: success && !judgement.exact && judgement.undetermined > 0 && moved,
    isNotFinite: success && !(Number.isFinite(cost) && x.every(Number.isFinite)),
  };
  const codes = warnings.map(({ code }) => code);
  return {
    success,
    status,
    stoppedBy,
    cost,
    nfev,
    njev,
    x,
    warnings: codes,
    time,
    fromTruth: other,
    judgement,
    ...verdict,
  };
}

function attempt(run) {
  try {
    return run();
  } catch (error) {
    if (error.code === undefined) throw error;
    return { refused: error.code };
  }
}

/** Writes up to 60 false successes of the last build, and 60 fits that miss the global minimum. */
function dump(folder) {
  const kinds = {
    false: ({ isFalse, isUnbacked }) => isFalse || isUnbacked,
    missed: ({ isGlobal, refused }) => !isGlobal && refused === undefined,
  };
  for (const [kind, isOf] of Object.entries(kinds)) {
    const into = join(folder, kind);
    rmSync(into, { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    // By index, so that all families have a share.
    const found = cases.filter(({ results }) => isOf(results.at(-1))).sort((a, b) => a.index - b.index);
    for (const { family, index, fit, best, results } of found.slice(0, 60)) {
      const { fromTruth, time, warnings, ...result } = results.at(-1);
      const columns = Object.fromEntries(Object.entries(fit.data).map(([name, column]) => [name, [...column]]));
      const spec = specOf(fit.family, fit.noise, fit);
      const about = { truth: fit.truth, best, fromTruth, result, warnings };
      const text = JSON.stringify({ spec, data: columns, opts: {}, about }, null, 1);
      writeFileSync(join(into, `${family.replaceAll(" ", "-")}-${index}.json`), `${text}\n`);
    }
  }
}
