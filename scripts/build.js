// Builds dist/: the command line and the library entries (esbuild), and the declarations (tsc). The
// build is written to a temporary folder and then moved into place, so that a failed build keeps
// the previous one.
import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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
const bareImport = /\bimport\s*"\.\/[\w-]+\.js";/g;

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
  await Promise.all([buildLibrary(), buildDraw(), buildWorker(), buildCommandLine(), buildDeclarations()]);
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
      report: "report/index.ts",
    },
    // Beside the entries: the runtime, which is in a chunk, looks for worker.js beside itself.
    chunkNames: "[name]-[hash]",
    // Identifiers are kept for stack traces; whitespace and comments are removed, since they would
    // be parsed at every start.
    minifySyntax: true,
    minifyWhitespace: true,
    // Node prints the line that threw above an error that nobody caught.
    lineLimit: 120,
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, text.replace(bareImport, ""));
}

/**
 * What draws figures: Vega and Resvg, in one file of which nothing is readable anyway, with the
 * files that it loads and the licences of what is in it.
 */
async function buildDraw() {
  const { metafile } = await build({
    ...common,
    splitting: false,
    entryPoints: { draw: "report/draw/index.ts" },
    minify: true,
    metafile: true,
    // Node's own entries of Vega read files.
    platform: "browser",
    // Vega-Lite imports a few helpers by way of the whole of Vega.
    alias: { vega: "vega-util" },
  });
  const files = `${outdir}/draw`;
  mkdirSync(files, { recursive: true });
  copyFileSync(`${root}node_modules/@resvg/resvg-wasm/index_bg.wasm`, `${files}/resvg.wasm`);
  for (const name of ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]) {
    copyFileSync(`${root}report/draw/fonts/${name}`, `${files}/${name}`);
  }
  writeFileSync(`${files}/licenses.txt`, licensesOf(Object.keys(metafile.inputs)));
}

/** The licences of the packages that files are from, and of the fonts; each text once. */
function licensesOf(inputs) {
  const packages = new Set(inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const namesByText = new Map();
  const add = (name, text) => namesByText.set(text, [...(namesByText.get(text) ?? []), name]);
  for (const folder of [...packages].sort()) {
    const { name, version, license, repository } = JSON.parse(readFileSync(`${root}${folder}/package.json`, "utf8"));
    const file = readdirSync(`${root}${folder}`).find((each) => /^licen[cs]e/i.test(each));
    add(
      `${name} ${version}`,
      file === undefined
        ? `License: ${license}; source: ${repository?.url ?? repository}`
        : readFileSync(`${root}${folder}/${file}`, "utf8"),
    );
  }
  add("DejaVu Sans (DejaVuSans.ttf, DejaVuSans-Bold.ttf)", readFileSync(`${root}report/draw/fonts/LICENSE`, "utf8"));
  return [...namesByText]
    .map(([text, names]) => `${names.join(", ")}\n\n${text.trim()}\n`)
    .join(`\n${"-".repeat(80)}\n\n`);
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
