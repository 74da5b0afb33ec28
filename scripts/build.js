// Builds dist/: the command line and the three library entries (esbuild), and their declarations (tsc).
import { execFileSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(`${root}dist`, { recursive: true, force: true });

await build({
  absWorkingDir: root,
  entryPoints: {
    cli: "src/cli/main.ts",
    index: "src/compiler/index.ts",
    runtime: "src/runtime/index.ts",
    data: "src/runtime/data/index.ts",
  },
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["ts-morph", "esbuild"],
  legalComments: "none",
  minifySyntax: true,
});
// esbuild writes files without the execute permission that `bin` needs.
chmodSync(`${root}dist/cli.js`, 0o755);

execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", "tsconfig.build.json"], {
  cwd: root,
  stdio: "inherit",
});
