// Writes the V8 code cache of the command line: what V8 has compiled after a check of an example,
// then the name of the engine, by which main.ts knows its own cache. Run by build.js as a process of
// its own, because the cache is of all that the process has run of the script.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";

const [directory] = process.argv.slice(2);
const filename = "cli-program.cjs";
const script = new Script(readFileSync(`${directory}/${filename}`, "latin1"), { filename });
const program = {};
script.runInThisContext()(program, createRequire(import.meta.url));

process.argv = [process.execPath, filename, "check", "--quiet", "examples/weighted-decay/model.fit"];
const { main, engine } = program.exports;
const status = await main({});
if (status !== 0) throw new Error("the example has errors");
writeFileSync(`${directory}/cli-program.cache`, Buffer.concat([script.createCachedData(), Buffer.from(engine)]));
