#!/usr/bin/env node
import { engine } from "./engine.js";

// An import of a built-in module takes a millisecond more.
const { readFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { Script } = process.getBuiltinModule("node:vm");

/**
 * Starts the command line. A short call would spend most of its time compiling the code. The code
 * is therefore a script, for which the build has saved V8's code cache. A different Node than the
 * one that built it does not use the cache. (Node 22.8 and later can do the same for modules:
 * `module.enableCompileCache`.)
 */
const beside = (name: string) => new URL(name, import.meta.url);
const filename = "cli-program.cjs";
const runtimeUrl = beside("./runtime.js").href;

const script = new Script(readFileSync(beside(filename), "latin1"), { filename, cachedData: codeCache() });
const program = { exports: {} };
script.runInThisContext()(program, createRequire(import.meta.url));
const { main } = program.exports as typeof import("./program.js");

process.exitCode = await main({
  runtimeUrl,
  runtime: () => import(runtimeUrl),
  report: () => import(beside("./report.js").href),
  draw: () => import(beside("./draw.js").href),
  data: () => import(beside("./data.js").href),
  module: (url) => import(url),
});

/**
 * The code cache, if this engine wrote it: the file then ends with the engine's name, unless it is
 * truncated.
 */
function codeCache(): Buffer | undefined {
  try {
    const file = readFileSync(beside("./cli-program.cache"));
    const end = file.length - engine.length;
    return file.toString("latin1", end) === engine ? file.subarray(0, end) : undefined;
  } catch {
    return undefined;
  }
}
