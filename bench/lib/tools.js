// Finds the installed peers to compare with. It installs nothing.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const peers = fileURLToPath(new URL("../peers/", import.meta.url));

const native = "-march=native";
/** Where Debian puts headers that are not in the compiler's default path. */
const cminpackHeaders = "-I/usr/include/cminpack-1";
const eigenHeaders = "-I/usr/include/eigen3";
const cminpack = [native, cminpackHeaders, "-lcminpack", "-lm"];

/** Programs in C and C++: their sources, and options in addition to -O3. */
const programs = {
  lmder: ["lmder.c", ...cminpack],
  batch: ["batch.c", ...cminpack],
  nist: ["nist.c", ...cminpack],
  gsl: ["gsl.c", native, "-lgsl", "-lgslcblas", "-lm"],
  ceres: ["ceres.cpp", native, eigenHeaders, "-lceres", "-lglog"],
  libm: ["yardstick.c", native, "-lm"],
  libmvec: ["yardstick.c", "-march=haswell", "-DVECTOR", "-lmvec", "-lm"],
};

/** A library is present if its header is; a macro in it may contain the version. */
const libraries = [
  ["cminpack", "cminpack.h", ""],
  ["GSL", "gsl/gsl_version.h", "GSL_VERSION"],
  ["Ceres", "ceres/version.h", "CERES_VERSION_STRING"],
];

/** Searches for tools once; compiles a peer in C on its first use. */
export class Tools {
  #folder;
  #programs = new Map();

  constructor(folder) {
    this.#folder = folder;
    this.pythons = findPythons();
  }

  /** The command of a peer in C; undefined if it cannot be compiled here. */
  program(name) {
    if (!this.#programs.has(name)) this.#programs.set(name, this.#compile(name));
    return this.#programs.get(name);
  }

  /** The command of a peer in Python; undefined if no Python has SciPy. */
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

  /** Describes the machine, and which peers are present and which are missing. */
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

/**
 * The value of a header's macro, with the parts of a string joined; undefined without the header.
 */
function versionIn(header, macro) {
  const input = `#include <${header}>\nversion: ${macro}\n`;
  const args = ["-x", "c++", "-E", "-P", cminpackHeaders, eigenHeaders, "-"];
  const { status, stdout } = spawnSync("g++", args, { input, encoding: "utf8" });
  return status === 0 ? stdout.split("version:").at(-1).replace(/[\s"]/g, "") : undefined;
}

/**
 * The Pythons that have SciPy: the system's first, then the one on the path. The command is that of
 * the interpreter itself, not that of a version manager's wrapper.
 */
function findPythons() {
  const about = `import json, sys, numpy, scipy.optimize
print(json.dumps({"command": sys.executable, "scipy": scipy.__version__, "numpy": numpy.__version__}))`;
  const found = ["/usr/bin/python3", "python3"]
    .map((command) => spawnSync(command, ["-c", about], { encoding: "utf8" }))
    .filter(({ status }) => status === 0)
    .map(({ stdout }) => JSON.parse(stdout));
  return found.filter(({ scipy }, i) => found.findIndex((other) => other.scipy === scipy) === i);
}

/** Imports a JavaScript package if Node finds it from here or by NODE_PATH. */
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
