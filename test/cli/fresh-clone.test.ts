// The first steps in a fresh clone of the project, or with the installed package: there is one
// build, and npm prints no warnings.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { version } from "../../compiler/index.js";
import { leaveOut, registryAnswers, runShell } from "../helpers/npm.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "fitc-clone-"));
const clone = join(folder, "clone");
const elsewhere = join(folder, "elsewhere");
const dist = join(clone, "dist");
const notCloned = ["node_modules", "dist", ".git", ".tmp"].map((name) => join(root, name));
cpSync(root, clone, { recursive: true, filter: (path) => !notCloned.includes(path) });
mkdirSync(elsewhere);
afterAll(() => rmSync(folder, { recursive: true }));

// npm's own cache is empty, so npx starts without prepared packages; scripts print the commands
// that they run.
const env = { npm_config_cache: join(folder, "npm-cache"), npm_config_foreground_scripts: "true" };
const run = (command: string, cwd = clone) => runShell(command, { cwd, env });

const builds = (output: string) => output.split("node scripts/build.js").length - 1;

/** Every file of dist/ with the properties that a build would change. */
const distFiles = () =>
  readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((file) => ({ file, stat: statSync(join(dist, file)) }))
    .map(({ file, stat }) => `${file} ${stat.ino} ${stat.mtimeMs}`)
    .sort();

const online = await registryAnswers();

// Each test continues from the end of the one before it.
describe("a fresh clone", { timeout: 600_000 }, () => {
  beforeEach((context) => {
    if (!online) leaveOut(context, "packages cannot be installed, the registry does not answer");
  });

  it("is built once by README's first command", async () => {
    const [, command = ""] = /```sh\n(.*)\n/.exec(readFileSync(join(clone, "README.md"), "utf8")) ?? [];
    const [install = "", call = ""] = command.split(" && ");
    expect(builds(await run(install))).toBe(1);
    const before = distFiles();
    expect(await run("npx fitc --version")).toBe(`${version}\n`);
    expect(await run(call)).toContain("reduced chi2");
    expect(distFiles()).toEqual(before);
  });

  it("is built by npm pack", async () => {
    rmSync(dist, { recursive: true });
    expect(builds(await run("npm pack --pack-destination ../elsewhere"))).toBe(1);
    expect(existsSync(join(dist, "cli.js"))).toBe(true);
  });

  it("gives a package that npm installs without a script of its own", async () => {
    const printed = await run(`npm install ./fitc-${version}.tgz`, elsewhere);
    expect(printed).toMatch(/added \d+ packages/);
    expect(printed).not.toContain("fitc");
    expect(await run("npx fitc --version", elsewhere)).toBe(`${version}\n`);
  });

  it("is installed as a command, and the first minute ends with a picture, as README says", async () => {
    const readme = readFileSync(join(clone, "README.md"), "utf8");
    const [, minute = ""] = readme.split("## The first minute");
    const [install = "", start = ""] = [...minute.matchAll(/```sh\n([\s\S]*?)```/g)].map(
      ([, commands = ""]) => commands,
    );
    const prefix = join(folder, "global");
    mkdirSync(prefix);
    const installed = { npm_config_prefix: prefix, PATH: `${join(prefix, "bin")}:${process.env["PATH"]}` };
    const shell = (commands: string, cwd: string) => runShell(commands, { cwd, env: { ...env, ...installed } });
    // The test above has made the package.
    const [pack, global = ""] = install.trim().split(" && ");
    expect(pack).toBe("npm pack");
    await shell(global, elsewhere);
    const away = join(folder, "away");
    mkdirSync(away);
    expect(await shell(start.trim().replaceAll("\n", " && "), away)).toContain("wrote my-fit/fit.html\n");
    expect(readFileSync(join(away, "my-fit/fit.html"), "utf8")).toMatch(/<svg [\s\S]*y \(V\)/);
    await shell("npm install --offline", join(away, "my-fit"));
    expect(await shell("npm start", join(away, "my-fit"))).toMatch(/k = 0\.7855\d+ \+\/- /);
  });

  it("starts projects that install and run, from the clone and from the package", async () => {
    for (const cwd of [clone, elsewhere]) {
      await run("npx fitc init project", cwd);
      const project = join(cwd, "project");
      // Nothing is needed from the registry.
      await run("npm install --offline", project);
      expect(await run("npm start", project)).toMatch(/k = 0\.7855\d+ \+\/- 0\.0215\d+\nafter 10 s: /);
      expect(await run("npm run fit", project)).toContain("k           0.786        0.022   1/s");
    }
  });
});
