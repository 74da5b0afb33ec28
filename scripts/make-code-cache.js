// Writes the V8 code cache of the command line: everything that V8 has compiled after checking a
// few examples, one of them with units, followed by the engine's version, by which main.ts
// recognises its own cache. build.js runs this as a separate process, because the cache contains
// everything of the script that the process has run.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";

const [directory] = process.argv.slice(2);
const filename = "cli-program.cjs";
const script = new Script(readFileSync(`${directory}/${filename}`, "latin1"), { filename });
const program = {};
script.runInThisContext()(program, createRequire(import.meta.url));

const examples = ["weighted-decay/model.fit", "damped-oscillation/model.fit"].map((name) => `examples/${name}`);
process.argv = [process.execPath, filename, "check", "--quiet", ...examples];
const { main, engine } = program.exports;
const status = await main({});
if (status !== 0) throw new Error("the example has errors");
writeFileSync(`${directory}/cli-program.cache`, Buffer.concat([script.createCachedData(), Buffer.from(engine)]));
