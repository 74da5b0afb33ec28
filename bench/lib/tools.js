// What is there to compare with. Nothing is installed.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const peers = fileURLToPath(new URL("../peers/", import.meta.url));

const native = "-march=native";
const cminpack = [native, "-I/usr/include/cminpack-1", "-lcminpack", "-lm"];
/** Programs in C and C++: their sources, and options beside -O3. */
const programs = {
  lmder: ["lmder.c", ...cminpack],
  batch: ["batch.c", ...cminpack],
  nist: ["nist.c", ...cminpack],
  gsl: ["gsl.c", native, "-lgsl", "-lgslcblas", "-lm"],
  ceres: ["ceres.cpp", native, "-I/usr/include/eigen3", "-lceres", "-lglog"],
  libm: ["yardstick.c", native, "-lm"],
  libmvec: ["yardstick.c", "-march=haswell", "-DVECTOR", "-lmvec", "-lm"],
};

/** Tools are looked for once, and a peer in C is compiled when it is first asked for. */
export class Tools {
  #folder;
  #programs = new Map();

  constructor(folder) {
    this.#folder = folder;
    this.python = findPython();
  }

  /** The command of a peer in C; undefined where it cannot be compiled here. */
  program(name) {
    if (!this.#programs.has(name)) this.#programs.set(name, this.#compile(name));
    return this.#programs.get(name);
  }

  /** The command of a peer in Python; undefined where there is none with SciPy. */
  pythonScript(name) {
    return this.python && [this.python.command, join(peers, name)];
  }

  #compile(name) {
    const [source, ...options] = programs[name];
    const program = join(this.#folder, name);
    const compiler = source.endsWith(".c") ? "gcc" : "g++";
    const { status } = spawnSync(compiler, ["-O3", "-o", program, join(peers, source), ...options]);
    return status === 0 ? [program] : undefined;
  }
}

/** `BENCH_PYTHON`, or the system's, or the first of the path that has SciPy. */
function findPython() {
  const about = "import json, sys, numpy, scipy.optimize\nprint(json.dumps([scipy.__version__, numpy.__version__]))";
  for (const command of [process.env.BENCH_PYTHON, "/usr/bin/python3", "python3"]) {
    if (command === undefined) continue;
    const { status, stdout } = spawnSync(command, ["-c", about], { encoding: "utf8" });
    if (status !== 0) continue;
    const [scipy, numpy] = JSON.parse(stdout);
    return { command, scipy, numpy };
  }
  return undefined;
}

/** A package of JavaScript, where Node finds it from here or by NODE_PATH. */
export async function importIfThere(name) {
  try {
    return await import(name);
  } catch {
    const { resolve } = createRequire(import.meta.url);
    try {
      return await import(pathToFileURL(resolve(name)).href);
    } catch {
      return undefined;
    }
  }
}
