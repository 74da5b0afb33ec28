import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built command line. */
export const commandLine = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Runs the built command line as a process, without colours. */
export function runCommandLine(
  args: readonly string[],
  { cwd, input = "", env = {} }: { readonly cwd?: string; readonly input?: string; readonly env?: object } = {},
): Promise<CommandResult> {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandLine, ...args], {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...inherited, ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ stdout, stderr, status }));
    child.stdin.on("error", () => {}); // A process that does not read its input closes it early.
    child.stdin.end(input);
  });
}
