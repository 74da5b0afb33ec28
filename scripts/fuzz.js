// `npm run fuzz -- --seconds 600 --seed 1`: random cases for the probes in test/fuzz, until the
// time is up. A child process runs them; this one stops a case that hangs or takes all memory,
// and goes on with the next. `--only PROBE` runs one probe, and `--case N` with it one case.
import { fork } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundle = `${root}.tmp/fuzz-${process.pid}.js`;

/**
 * A case that takes longer is reported as one that hangs. The longest known take 3 s, on a machine
 * with nothing else to do.
 */
const longestCase = 120_000;
const memoryLimit = "--max-old-space-size=3072";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    case: { type: "string" },
  },
});
const seed = Number(values.seed);
const index = values.case === undefined ? null : Number(values.case);
const only = values.only ?? null;
if (![seed, index ?? 0].every((each) => Number.isSafeInteger(each) && each >= 0) || !(Number(values.seconds) > 0)) {
  throw new Error("usage: npm run fuzz -- [--seconds 60] [--seed 1] [--only PROBE [--case N]]");
}
if (index !== null && only === null) throw new Error("--case needs --only: a case is one of a probe");
const end = performance.now() + 1000 * Number(values.seconds);

/** A file in the bundle finds its neighbours where it was, not where the bundle is. */
const ownUrls = {
  name: "own-urls",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](test|compiler)[\\/].*\.ts$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: readFileSync(path, "utf8").replaceAll("import.meta.url", url), loader: "ts" };
    });
  },
};

await build({
  absWorkingDir: root,
  plugins: [ownUrls],
  outfile: bundle,
  entryPoints: ["test/fuzz/main.ts"],
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});

/** Of each probe: the next case, cases run, failures, and milliseconds: all and of the slowest. */
const figures = new Map();
const figureOf = (probe) => {
  if (!figures.has(probe)) figures.set(probe, { next: 0, cases: 0, failures: 0, time: 0, slowest: 0 });
  return figures.get(probe);
};
let running = true;

try {
  while (running && performance.now() < end) {
    await runChild();
    if (index !== null) running = false;
  }
} finally {
  for (const file of [bundle, `${bundle}.map`]) rmSync(file, { force: true });
}

console.log(`\nseed ${seed}`);
const seconds = (time) => `${(time / 1000).toFixed(time < 10_000 ? 1 : 0)} s`;
for (const [probe, { cases, failures, time, slowest }] of figures) {
  const failed = failures === 0 ? "no failure" : `${failures} failures`;
  const count = `${String(cases).padStart(8)} cases in ${seconds(time).padStart(6)}`;
  console.log(`  ${probe.padEnd(20)} ${count}, the slowest ${seconds(slowest)}: ${failed}`);
}
if ([...figures.values()].some(({ failures }) => failures > 0)) process.exitCode = 1;

/** Runs cases in a child process until it ends, or is killed because a case does not. */
function runChild() {
  const child = fork(bundle, [], { execArgv: [memoryLimit, "--enable-source-maps"], cwd: root });
  const next = Object.fromEntries([...figures].map(([probe, { next }]) => [probe, next]));
  child.send({ seed, time: end - performance.now(), only, index, next });
  /** The case that runs, and since when. */
  let current = null;
  let watchdog;
  child.on("message", (report) => {
    clearTimeout(watchdog);
    if (report.kind === "unknown") {
      running = false;
      process.exitCode = 1;
      console.error(`no probe '${only}'; there are: ${report.names.join(", ")}`);
    } else if (report.kind === "begin") {
      current = { ...report, from: performance.now() };
      figureOf(report.probe).next = report.index + 1;
      watchdog = setTimeout(() => child.kill("SIGKILL"), longestCase);
    } else {
      finish(current, report.kind === "failure" ? report.text : null);
      current = null;
    }
  });
  return new Promise((resolve) => {
    child.on("exit", (status, signal) => {
      clearTimeout(watchdog);
      if (current !== null) {
        const hung = performance.now() - current.from >= longestCase;
        const how = hung
          ? `takes more than ${longestCase / 1000} s`
          : `ends the process (${signal ?? `status ${status}`})`;
        finish(current, `the case ${how}`);
      } else if (status !== 0) {
        running = false;
        process.exitCode = 1;
      }
      resolve();
    });
  });
}

function finish({ probe, index: at, from }, failure) {
  const figure = figureOf(probe);
  const time = performance.now() - from;
  figure.cases++;
  figure.time += time;
  figure.slowest = Math.max(figure.slowest, time);
  if (failure === null) return;
  figure.failures++;
  console.log(`\nnpm run fuzz -- --seed ${seed} --only ${probe} --case ${at}\n${failure}`);
}
