// Builds dist/: the command line and the library entries (esbuild), and the declarations (tsc). It is built beside and
// then moved into place, so that a build that fails leaves the last one as it was.
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = `${root}.tmp/dist-${process.pid}`;

const run = (file, args) => promisify(execFile)(file, args, { cwd: root });

const common = {
  absWorkingDir: root,
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["ts-morph", "esbuild"],
  legalComments: "none",
};

/**
 * Imports of chunks that nothing is taken from: esbuild writes them to keep the order of side effects, which our modules have none
 * of, as `sideEffects` of the package says; for which reason esbuild warns of them where it bundles the package.
 */
const bareImport = /\bimport"\.\/(?:chunks\/)?[\w-]+\.js";/g;

try {
  await Promise.all([buildLibrary(), buildWorker(), buildCommandLine(), buildDeclarations()]);
  if (existsSync(`${root}dist`)) renameSync(`${root}dist`, `${outdir}-old`);
  renameSync(outdir, `${root}dist`);
} finally {
  for (const left of [outdir, `${outdir}-old`]) rmSync(left, { recursive: true, force: true });
}

/** One build, so that the entries share their code: there is one runtime, whichever of them is imported. */
async function buildLibrary() {
  const { outputFiles } = await build({
    ...common,
    write: false,
    entryPoints: {
      index: "compiler/index.ts",
      typescript: "compiler/typescript.ts",
      standalone: "compiler/standalone.ts",
      runtime: "runtime/index.ts",
      data: "runtime/data/index.ts",
    },
    chunkNames: "chunks/[name]-[hash]",
    // Names are kept, for stack traces; comments would be read at every start.
    minifySyntax: true,
    minifyWhitespace: true,
  });
  mkdirSync(`${outdir}/chunks`, { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, text.replace(bareImport, ""));
}

/** The script of the workers: one file, which starts faster than several, and which a page can serve as it is. */
async function buildWorker() {
  const entryPoints = { worker: "runtime/worker.ts" };
  await build({ ...common, splitting: false, entryPoints, minifySyntax: true, minifyWhitespace: true });
}

/** The command line: a script, minified and with its code cache, and the small module that starts it. */
async function buildCommandLine() {
  const start = build({ ...common, splitting: false, entryPoints: { cli: "cli/main.ts" } });
  const program = build({
    ...common,
    splitting: false,
    entryPoints: { "cli-program": "cli/program.ts" },
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minify: true,
    // A script that comes from a code cache cannot import; what it loads later it requires.
    supported: { "dynamic-import": false },
    // Commander uses it for commands that are programs of their own, which we have none of; loading it takes longer than
    // all of Commander.
    alias: { "node:child_process": "./scripts/no-child-process.js" },
    // What main.ts runs is one function expression.
    banner: { js: "(function(module,require){" },
    footer: { js: "})" },
  });
  await Promise.all([start, program]);
  // esbuild writes files without the execute permission that `bin` needs.
  chmodSync(`${outdir}/cli.js`, 0o755);
  await run(process.execPath, ["scripts/make-code-cache.js", outdir]);
}

async function buildDeclarations() {
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  const args = [tsc, "-p", "tsconfig.build.json", "--outDir", `${outdir}/types`];
  await run(process.execPath, args).catch(({ stdout, stderr }) => {
    throw new Error(`tsc found errors:\n${stdout}${stderr}`);
  });
}
