// `npm run update`: regenerates all generated files: the fonts of the figures and their widths, the
// losses of the runtime, the modules and reports in test/cases, the output shown in READMEs and
// docs/, the manual page, and the module imported by the example program. Tests fail if one of them
// is stale.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const node = (args, cwd = root) => execFileSync(process.execPath, args, { cwd, stdio: "inherit" });
const updateTests = (...files) => node([`${root}node_modules/vitest/vitest.mjs`, "run", ...files, "--update"]);

node([`${root}scripts/subset-fonts.js`]);
updateTests("test/report/figures/text-width.test.ts");
// Before the build, which does not compile if the generated file lacks a loss of the contract.
updateTests("test/runtime/fold/losses.test.ts");
node([`${root}scripts/build.js`]);
updateTests("test/cases", "test/docs/pictures.test.ts", "test/docs/shown-output.test.ts", "test/docs/man-page.test.ts");
node([`${root}dist/cli.js`, "growth.fit"], `${root}examples/typescript-program`);
