// `npm run update`: writes everything generated anew: the modules and reports in test/cases, and the reports shown in the
// READMEs of the examples, and the module that the example program imports. Tests fail where one of them is stale.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

execFileSync(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, "run", "--update", "test/cases"], {
  cwd: root,
  stdio: "inherit",
});

execFileSync(process.execPath, [`${root}dist/cli.js`, "growth.fit"], {
  cwd: `${root}examples/typescript-program`,
  stdio: "inherit",
});

for (const name of readdirSync(`${root}examples`)) {
  const folder = `${root}examples/${name}`;
  if (!existsSync(`${folder}/model.fit`) || !existsSync(`${folder}/README.md`)) continue;
  const readme = readFileSync(`${folder}/README.md`, "utf8");
  const report = execFileSync(process.execPath, [`${root}dist/cli.js`, "run", "model.fit"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  const updated = readme.replace(
    /(```text\n\$ fitc run model\.fit\n)[\s\S]*?(```)/,
    (_, open, close) => open + report + close,
  );
  if (updated !== readme) {
    writeFileSync(`${folder}/README.md`, updated);
    console.log(`updated examples/${name}/README.md`);
  }
}
