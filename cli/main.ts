#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";

/*
 * Starts the command line. Most of the time of a short call would go into compiling its code, so the code is a script for
 * which the build has kept what V8 made of it. A cache that another V8 made is refused, and then all is as without one.
 * (Node 22.8 and later can do the same for modules: `module.enableCompileCache`.)
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
  data: () => import(beside("./data.js").href),
  module: (url) => import(url),
});

function codeCache(): Buffer | undefined {
  try {
    return readFileSync(beside("./cli-program.cache"));
  } catch {
    return undefined;
  }
}
