// `npm run update`: writes everything generated anew: the modules and reports in test/cases, and the reports shown in the
// READMEs, the module that the example program imports, and the losses of the runtime. Tests fail where one of them is stale.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

execFileSync(
  process.execPath,
  [`${root}node_modules/vitest/vitest.mjs`, "run", "test/cases", "test/runtime/losses.test.ts", "--update"],
  {
    cwd: root,
    stdio: "inherit",
  },
);

execFileSync(process.execPath, [`${root}dist/cli.js`, "growth.fit"], {
  cwd: `${root}examples/typescript-program`,
  stdio: "inherit",
});

showReport("README.md", "", "examples/exponential-decay/model.fit");
for (const name of readdirSync(`${root}examples`)) {
  const folder = `examples/${name}/`;
  if (existsSync(`${root}${folder}model.fit`)) showReport(`${folder}README.md`, folder, "model.fit");
}

/** Puts the report of `fitc run MODEL` after that command in a README. */
function showReport(path, folder, model) {
  const readme = readFileSync(`${root}${path}`, "utf8");
  const report = execFileSync(process.execPath, [`${root}dist/cli.js`, "run", model], {
    cwd: `${root}${folder}`,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  const updated = readme.replace(/(```text\n\$ fitc run .*\n)[\s\S]*?(```)/, (_, open, close) => open + report + close);
  if (updated === readme) return;
  writeFileSync(`${root}${path}`, updated);
  console.log(`updated ${path}`);
}
