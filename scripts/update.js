// `npm run update`: writes everything generated anew: the modules and reports in test/cases, what the READMEs and docs/ show of the
// command line and of programs, the losses of the runtime, and the module that the example program imports. Tests fail where
// one of them is stale.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

execFileSync(
  process.execPath,
  [
    `${root}node_modules/vitest/vitest.mjs`,
    "run",
    "test/cases",
    "test/docs/shown-output.test.ts",
    "test/runtime/fold/losses.test.ts",
    "--update",
  ],
  {
    cwd: root,
    stdio: "inherit",
  },
);

execFileSync(process.execPath, [`${root}dist/cli.js`, "growth.fit"], {
  cwd: `${root}examples/typescript-program`,
  stdio: "inherit",
});
