// `npm run bench [-- TABLE ...] [--quick] [--json FILE]`: compares fitc with its peers. It installs
// nothing. See bench/README.md.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeFolder } from "./lib/folder.js";
import { Report } from "./lib/report.js";
import { Tools } from "./lib/tools.js";
import * as batch from "./tables/batch.js";
import * as functions from "./tables/functions.js";
import * as kernels from "./tables/kernels.js";
import * as large from "./tables/large.js";
import * as memory from "./tables/memory.js";
import * as wholeProcess from "./tables/process.js";
import * as small from "./tables/small.js";

const tables = new Map(Object.entries({ large, small, batch, kernels, functions, process: wholeProcess, memory }));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string", default: fileURLToPath(new URL("results/latest.json", import.meta.url)) },
  },
});
const unknown = positionals.filter((name) => !tables.has(name));
if (unknown.length > 0) {
  console.error(`no table ${unknown.join(", ")}: there are ${[...tables.keys()].join(", ")}`);
  process.exit(2);
}

const folder = makeFolder();
const report = new Report();
const started = new Date().toISOString();
try {
  const tools = new Tools(folder);
  const { machine, present, missing } = await tools.describe();
  console.log(machine);
  console.log(`peers present: ${present.join(", ") || "none"}`);
  if (missing.length > 0) console.log(`missing: ${missing.join(", ")} (bench/README.md says how to install them)`);
  for (const [name, { title, run }] of tables) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    report.table(name, title);
    await run({ report, tools, folder, quick: values.quick });
  }
  report.summary();
  mkdirSync(dirname(values.json), { recursive: true });
  const all = {
    started,
    quick: values.quick,
    machine,
    present,
    missing,
    failures: report.failures,
    figures: report.entries,
  };
  writeFileSync(values.json, `${JSON.stringify(all, null, 2)}\n`);
  console.log(`\nwritten to ${values.json}`);
} finally {
  rmSync(folder, { recursive: true });
}
