// One build works with every version of Node that package.json allows, and not only with the
// version that built it. The other versions come from the packages of binaries that npm's `node`
// installs.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { commandLine } from "../helpers/command-line.js";
import { leaveOut, runShell } from "../helpers/npm.js";

const example = fileURLToPath(new URL("../../examples/exponential-decay/model.fit", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "fitc-nodes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fitcUnder = (node: string, ...args: string[]) => promisify(execFile)(node, [commandLine, ...args]);

// V8 accepts a code cache from any Node 20, but Node 20.19.0 crashes on the cache of a later one.
it.concurrent.for(["20.19.0", "22.12.0", "24.9.0"])(
  "runs under Node %s",
  { timeout: 240_000 },
  async (version, context) => {
    const node = await install(version).catch(() => leaveOut(context, `Node ${version} cannot be installed here`));
    expect((await promisify(execFile)(node, ["--version"])).stdout).toBe(`v${version}\n`);
    expect(await fitcUnder(node, "check", "--quiet", example)).toEqual({ stdout: "", stderr: "" });
    const ours = await fitcUnder(process.execPath, "run", "--json", example);
    expect(ours.stdout).toContain('"model":"Decay"');
    expect(await fitcUnder(node, "run", "--json", example)).toEqual(ours);
  },
);

/** The path of the Node binary of this version. The rest of its package is not unpacked. */
async function install(version: string): Promise<string> {
  const { platform, arch } = process;
  const prefix = platform === "darwin" && arch === "arm64" ? "node-bin" : "node";
  const name = `${prefix}-${platform === "win32" ? "win" : platform}-${arch}`;
  const file = platform === "win32" ? "node.exe" : "node";
  await runShell(`npm pack ${name}@${version} --prefer-offline --fetch-retries=0`, { cwd: folder });
  const bin = `bin-${version}`;
  await runShell(`mkdir ${bin} && tar -xzf ${name}-${version}.tgz -C ${bin} package/bin/${file}`, { cwd: folder });
  return join(folder, bin, "package", "bin", file);
}
