// Whole processes from start to end, and the compiler: its time, and the size of its output.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { contest } from "../lib/contest.js";
import { cli, compileSpec, importModule, root } from "../lib/folder.js";
import { nistProblems } from "../models/nist.js";

export const title = "whole processes; compiling";

export async function run({ report, tools, folder, quick }) {
  const rounds = quick ? 7 : 25;
  await oneFit(report, tools, folder, rounds);
  await startUp(report, folder, rounds);
  await compiling(report, folder, quick ? 3 : 9);
}

/** One fit of a small problem in a cold process; the data are part of the program. */
async function oneFit(report, tools, folder, rounds) {
  const problem = nistProblems().find(({ name }) => name === "Thurber");
  const data = Object.fromEntries(Object.entries(problem.columns).map(([name, column]) => [name, [...column]]));
  const node = (name, flags) => {
    const module = compileSpec(folder, name, problem.spec, flags);
    const program = join(folder, `${name}.mjs`);
    const code = `import { Thurber } from ${JSON.stringify(module)};
const { cost, params } = Thurber.fit(${JSON.stringify(data)});
console.log(JSON.stringify({ cost, stderr: Object.values(params).map(({ stderr }) => stderr) }));
`;
    writeFileSync(program, code);
    return [process.execPath, program];
  };
  const modules = [
    whole("node, module", node("plain", ["--js"])),
    whole("node, standalone module", node("standalone", ["--standalone"])),
  ];
  const program = join(folder, "thurber.py");
  writeFileSync(program, pythonFit(data, problem.start));
  const pythons = tools.pythons.map(({ command, scipy }) => whole(`curve_fit (SciPy ${scipy})`, [command, program]));
  const results = await contest([...modules, ...pythons], rounds, report);
  const work = "one fit of NIST's Thurber";
  const bar = { floor: 6, goal: 7 };
  report.contest(
    work,
    report.agreeing(work, results, results.get("node, module").last),
    pythons.flatMap(({ name }) => modules.map((module) => [name, module.name, bar])),
  );
}

const pythonFit = ({ x, y }, start) => `import json, sys
import numpy as np
from scipy.optimize import curve_fit
sys.path.insert(0, ${JSON.stringify(join(root, "bench/peers"))})
from nist_models import cubics, cubics_jac
x, y = np.array(${JSON.stringify(x)}), np.array(${JSON.stringify(y)})
p, cov = curve_fit(cubics, x, y, p0=${JSON.stringify(start)}, jac=cubics_jac, ftol=1e-10, xtol=1e-10, gtol=0.0, maxfev=10000)
print(json.dumps({"cost": 0.5 * float(np.sum((cubics(x, *p) - y) ** 2)), "stderr": list(np.sqrt(np.diag(cov)))}))
`;

async function startUp(report, folder, rounds) {
  const spec = join(folder, "plain.fit");
  const results = await contest(
    [
      whole("node -e 0", [process.execPath, "-e", "0"]),
      whole("fitc check", [process.execPath, cli, "check", "--quiet", spec]),
    ],
    rounds,
    report,
  );
  report.contest("starting up", results, [["fitc check", "node -e 0"]]);
}

async function compiling(report, folder, rounds) {
  const decay = readFileSync(new URL("../models/decay.fit", import.meta.url), "utf8");
  for (const [name, spec] of [
    ["decay", decay],
    ["peaks", largeSpec()],
  ]) {
    const path = join(folder, `${name}-size.fit`);
    writeFileSync(path, spec);
    const compile = (flags) => [process.execPath, cli, path, "--quiet", "--force", ...flags];
    const results = await contest(
      [whole("fitc", compile([])), whole("fitc --no-wasm", compile(["--no-wasm"]))],
      rounds,
      report,
    );
    const work = name === "decay" ? "compiling decay" : "compiling a model of 30 parameters, about 200 operations";
    report.contest(work, results, [["fitc", "fitc --no-wasm"]]);
    for (const flags of [[], ["--no-wasm"]]) {
      spawnSync(process.execPath, compile(flags).slice(1));
      report.figure(work, `bytes of the module ${flags.join(" ")}`, statSync(`${path}.ts`).size, "bytes");
    }
    const [fitter] = Object.values(await importModule(compileSpec(folder, `${name}-js`, spec)));
    const { wasm } = fitter.problem;
    if (!wasm) continue;
    report.figure(work, "WebAssembly in it", Buffer.from(wasm.bytes, "base64").length, "bytes");
    report.figure(work, "the same as base64", wasm.bytes.length, "bytes");
  }
}

/** Ten peaks of three parameters each. */
function largeSpec() {
  const peaks = Array.from({ length: 10 }, (_, k) => k);
  const params = peaks.map((k) => `  param h${k} = 1\n  param m${k} = ${k}\n  param w${k} = 0.5\n`).join("");
  const terms = peaks.map((k) => `h${k} * exp(-((x - m${k}) / w${k})^2) / (1 + ((x - m${k}) / w${k})^2)`);
  return `model Peaks {\n  input x, y\n${params}  fit y ~ ${terms.join("\n    + ")}\n}\n`;
}

/** Times a whole process; if it prints JSON, this is its result. */
function whole(name, [command, ...args]) {
  return {
    name,
    run: () => {
      const start = performance.now();
      const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
      const seconds = (performance.now() - start) / 1000;
      if (status !== 0) throw new Error(`exit status ${status}: ${stderr}`);
      return { seconds, ...(stdout.startsWith("{") ? JSON.parse(stdout) : {}) };
    },
  };
}
