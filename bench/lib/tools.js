// What is there to compare with. Nothing is installed.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const peers = fileURLToPath(new URL("../peers/", import.meta.url));

const native = "-march=native";
/** Where Debian puts the headers that are not on the compiler's own path. */
const cminpackHeaders = "-I/usr/include/cminpack-1";
const eigenHeaders = "-I/usr/include/eigen3";
const cminpack = [native, cminpackHeaders, "-lcminpack", "-lm"];

/** Programs in C and C++: their sources, and options beside -O3. */
const programs = {
  lmder: ["lmder.c", ...cminpack],
  batch: ["batch.c", ...cminpack],
  nist: ["nist.c", ...cminpack],
  gsl: ["gsl.c", native, "-lgsl", "-lgslcblas", "-lm"],
  ceres: ["ceres.cpp", native, eigenHeaders, "-lceres", "-lglog"],
  libm: ["yardstick.c", native, "-lm"],
  libmvec: ["yardstick.c", "-march=haswell", "-DVECTOR", "-lmvec", "-lm"],
};

/** A library is there where its header is, which may say its version. */
const libraries = [
  ["cminpack", "cminpack.h", ""],
  ["GSL", "gsl/gsl_version.h", "GSL_VERSION"],
  ["Ceres", "ceres/version.h", "CERES_VERSION_STRING"],
];

/** Tools are looked for once, and a peer in C is compiled when it is first asked for. */
export class Tools {
  #folder;
  #programs = new Map();

  constructor(folder) {
    this.#folder = folder;
    this.pythons = findPythons();
  }

  /** The command of a peer in C; undefined where it cannot be compiled here. */
  program(name) {
    if (!this.#programs.has(name)) this.#programs.set(name, this.#compile(name));
    return this.#programs.get(name);
  }

  /** The command of a peer in Python; undefined where there is none with SciPy. */
  pythonScript(name) {
    const [python] = this.pythons;
    return python && [python.command, join(peers, name)];
  }

  #compile(name) {
    const [source, ...options] = programs[name];
    const program = join(this.#folder, name);
    const compiler = source.endsWith(".c") ? "gcc" : "g++";
    const { status } = spawnSync(compiler, ["-O3", "-o", program, join(peers, source), ...options]);
    return status === 0 ? [program] : undefined;
  }

  /** The machine, and which peers are present and which are missing. */
  async describe() {
    const present = [];
    const missing = [];
    const say = (name, version) =>
      version === undefined ? missing.push(name) : present.push(`${name} ${version}`.trim());
    const scipys = this.pythons.map(({ scipy, numpy }) => `${scipy} (NumPy ${numpy})`);
    say("SciPy", scipys.length === 0 ? undefined : scipys.join(" and "));
    say("gcc", spawnSync("gcc", ["-dumpfullversion"], { encoding: "utf8" }).stdout?.trim());
    for (const [name, header, macro] of libraries) say(name, versionIn(header, macro));
    say("ml-levenberg-marquardt", (await importIfThere("ml-levenberg-marquardt")) && "");
    return {
      machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}`,
      present,
      missing,
    };
  }
}

/** What a macro of a header stands for, a string in parts; undefined without the header. */
function versionIn(header, macro) {
  const input = `#include <${header}>\nversion: ${macro}\n`;
  const args = ["-x", "c++", "-E", "-P", cminpackHeaders, eigenHeaders, "-"];
  const { status, stdout } = spawnSync("g++", args, { input, encoding: "utf8" });
  return status === 0 ? stdout.split("version:").at(-1).replace(/[\s"]/g, "") : undefined;
}

/** The Pythons that have SciPy: the system's before that of the path. Each is itself, not what a version manager puts before it. */
function findPythons() {
  const about = `import json, sys, numpy, scipy.optimize
print(json.dumps({"command": sys.executable, "scipy": scipy.__version__, "numpy": numpy.__version__}))`;
  const found = ["/usr/bin/python3", "python3"]
    .map((command) => spawnSync(command, ["-c", about], { encoding: "utf8" }))
    .filter(({ status }) => status === 0)
    .map(({ stdout }) => JSON.parse(stdout));
  return found.filter(({ scipy }, i) => found.findIndex((other) => other.scipy === scipy) === i);
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
