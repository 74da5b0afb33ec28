// `npm run bench`: fitc against SciPy, in turn, on the same data from the same start with the same tolerances. Prints
// medians and ratios; installs nothing. See bench/README.md.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { decayData, decaySpec } from "./decay-data.js";

const quick = process.argv.includes("--quick");
const rows = 1_000_000;
const rounds = quick ? 3 : 9;
const here = fileURLToPath(new URL(".", import.meta.url));
const cli = join(here, "../dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "fitc-bench-"));

try {
  const spec = join(folder, "decay.fit");
  writeFileSync(spec, decaySpec);
  execFileSync(process.execPath, [cli, spec, "--standalone", "--quiet"]);
  const module = pathToFileURL(join(folder, "decay.fit.js")).href;
  await fitTimes(module);
  memory(module);
  startUp(spec);
  compileTime();
} finally {
  rmSync(folder, { recursive: true });
}

async function fitTimes(module) {
  const { Decay } = await import(module);
  const data = decayData(rows);
  const peer = await startPeer(data);
  const ours = [];
  const theirs = [];
  // The first round is not counted: the engine compiles, the caches fill.
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    const fit = Decay.fit(data);
    const seconds = (performance.now() - start) / 1000;
    const other = await peer?.fit();
    if (other !== undefined && Math.abs(other.cost - fit.cost) > 1e-9 * fit.cost) {
      throw new Error(`the costs differ: ${fit.cost} and ${other.cost}`);
    }
    if (round === 0) continue;
    ours.push(seconds);
    if (other !== undefined) theirs.push(other.seconds);
    if (round === rounds)
      console.log(`decay, ${rows} rows: fitc ${fit.nfev} evaluations, leastsq ${other?.nfev ?? "absent"}`);
  }
  peer?.stop();
  console.log(`  fitc     ${summary(ours)} s (with statistics)`);
  if (theirs.length > 0) {
    console.log(`  leastsq  ${summary(theirs)} s (${peer.version})`);
    console.log(`  leastsq / fitc: ${summary(theirs.map((seconds, i) => seconds / ours[i]))}`);
  }
}

/** The peer as a process that fits once for each line that it is sent; undefined where Python or SciPy is missing. */
async function startPeer({ x, y }) {
  const python = ["python3", "/usr/bin/python3"].find(
    (command) => spawnSync(command, ["-c", "import scipy.optimize"]).status === 0,
  );
  if (python === undefined) {
    console.log("SciPy is not installed: no comparison (see bench/README.md)");
    return undefined;
  }
  writeFileSync(join(folder, "x.bin"), x);
  writeFileSync(join(folder, "y.bin"), y);
  const child = spawn(python, [join(here, "leastsq.py"), join(folder, "x.bin"), join(folder, "y.bin")], {
    stdio: ["pipe", "pipe", "inherit"],
    // One thread on both sides.
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value);
  const versions = await next();
  return {
    version: `SciPy ${versions.scipy}, NumPy ${versions.numpy}`,
    fit: () => {
      child.stdin.write("fit\n");
      return next();
    },
    stop: () => child.stdin.end(),
  };
}

function memory(module) {
  const printed = execFileSync(process.execPath, [join(here, "memory.js"), module, String(rows)], { encoding: "utf8" });
  const { before, peak, columns } = JSON.parse(printed);
  console.log(`memory: ${((peak - before) / columns).toFixed(2)} times the ${columns / 1e6} MB of the columns`);
}

function startUp(spec) {
  const bare = [];
  const check = [];
  for (let round = 0; round <= 2 * rounds; round++) {
    const a = wall(["-e", "0"]);
    const b = wall([cli, "check", "--quiet", spec]);
    if (round === 0) continue;
    bare.push(a);
    check.push(b);
  }
  console.log(`start-up: node -e 0 ${summary(bare)} s, fitc check ${summary(check)} s`);
  console.log(`  check / node: ${summary(check.map((seconds, i) => seconds / bare[i]))}`);
}

function compileTime() {
  const spec = join(folder, "large.fit");
  writeFileSync(spec, largeSpec());
  const times = [];
  for (let round = 0; round < 3; round++) times.push(wall([cli, spec, "--quiet", "--force"]));
  const bytes = execFileSync("wc", ["-c", join(folder, "large.fit.ts")], { encoding: "utf8" })
    .trim()
    .split(" ")[0];
  console.log(`30 parameters, about 200 operations: compiled in ${summary(times)} s (whole process), ${bytes} bytes`);
}

/** Ten peaks of three parameters each. */
function largeSpec() {
  const peaks = Array.from({ length: 10 }, (_, k) => k);
  const params = peaks.map((k) => `  param h${k} = 1\n  param m${k} = ${k}\n  param w${k} = 0.5\n`).join("");
  const terms = peaks.map((k) => `h${k} * exp(-((x - m${k}) / w${k})^2) / (1 + ((x - m${k}) / w${k})^2)`);
  return `model Peaks {\n  input x, y\n${params}  fit y ~ ${terms.join("\n    + ")}\n}\n`;
}

function wall(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`exit status ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (q) => sorted[Math.round(q * (sorted.length - 1))].toFixed(3);
  return `${at(0.5)} (${at(0)} to ${at(1)})`;
}
