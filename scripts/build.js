// Builds dist/: the command line and the library entries (esbuild), and the declarations (tsc). The
// build is written to a temporary folder and then moved into place, so that a failed build keeps
// the previous one.
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
 * Imports of chunks without bindings. esbuild writes them to preserve the order of side effects,
 * but our modules have none, as the package declares by `sideEffects`; because of that declaration,
 * esbuild warns about such imports when it bundles the package.
 */
const bareImport = /\bimport\s*"\.\/(?:chunks\/)?[\w-]+\.js";/g;

/**
 * Two parts of Chevrotain that take a twentieth of a short call of the command line: a table of
 * 65,536 character codes, which is computed when needed instead, and the removal of the methods
 * that record the grammar. `delete` makes the parser a slow object, so the methods are replaced by
 * those of the prototype instead.
 */
const chevrotainEdits = {
  "scan/lexer.js": [
    [": charCodeToOptimizedIdxMap[charCode];", ": 255 + ~~(charCode / 255);"],
    ["        initCharCodeToOptimizedIndexMap();\n", ""],
  ],
  "parse/parser/traits/gast_recorder.js": [
    [/delete that\[`(\w+)(\$\{idx\})?`\];/g, "that[`$1$2`] = Object.getPrototypeOf(that)[`$1$2`];"],
    [/delete that\.(\w+);/g, "that.$1 = Object.getPrototypeOf(that).$1;"],
  ],
};

try {
  await Promise.all([buildLibrary(), buildWorker(), buildCommandLine(), buildDeclarations()]);
  if (existsSync(`${root}dist`)) renameSync(`${root}dist`, `${outdir}-old`);
  renameSync(outdir, `${root}dist`);
} finally {
  for (const left of [outdir, `${outdir}-old`]) rmSync(left, { recursive: true, force: true });
}

/**
 * One build for all entries, so that they share their code: there is one runtime, whichever entry
 * imports it.
 */
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
    // Identifiers are kept for stack traces; whitespace and comments are removed, since they would
    // be parsed at every start.
    minifySyntax: true,
    minifyWhitespace: true,
    // Node prints the line that threw above an error that nobody caught.
    lineLimit: 120,
  });
  mkdirSync(`${outdir}/chunks`, { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, text.replace(bareImport, ""));
}

/**
 * The script of the workers. It is one file, which starts faster than several, and which a page can
 * serve as it is.
 */
async function buildWorker() {
  const entryPoints = { worker: "runtime/worker.ts" };
  await build({ ...common, splitting: false, entryPoints, minifySyntax: true, minifyWhitespace: true });
}

function fasterChevrotain() {
  return {
    name: "faster-chevrotain",
    setup({ onLoad }) {
      onLoad({ filter: /chevrotain[\\/]lib[\\/]src[\\/].*\.js$/ }, ({ path }) => {
        const edits = chevrotainEdits[path.replaceAll("\\", "/").split("/lib/src/").pop()];
        if (edits === undefined) return undefined;
        let contents = readFileSync(path, "utf8");
        for (const [from, to] of edits) {
          const edited = contents.replace(from, to);
          if (edited === contents) throw new Error(`Chevrotain's ${path} has no ${from} any more`);
          contents = edited;
        }
        return { contents };
      });
    },
  };
}

/** The command line: a minified script with its code cache, and a small module that starts it. */
async function buildCommandLine() {
  const start = build({ ...common, splitting: false, entryPoints: { cli: "cli/main.ts" } });
  const program = build({
    ...common,
    splitting: false,
    entryPoints: { "cli-program": "cli/program.ts" },
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    minify: true,
    plugins: [fasterChevrotain()],
    // A script loaded from a code cache cannot use import(); it loads other modules by require.
    supported: { "dynamic-import": false },
    // Commander uses it for commands that are separate programs, of which there are none; loading
    // it takes longer than loading all of Commander.
    alias: { "node:child_process": "./scripts/no-child-process.js" },
    // main.ts runs the script as one function expression.
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
  await run(process.execPath, ["scripts/flatten-types.js", outdir]);
}
