import { exec } from "node:child_process";
import { promisify } from "node:util";

/** Runs a command in a shell with npm's warnings enabled; returns everything that it printed. */
export async function runShell(command: string, { cwd, env = {} }: { readonly cwd: string; readonly env?: object }) {
  const { stdout, stderr } = await promisify(exec)(command, {
    cwd,
    env: { ...process.env, npm_config_loglevel: "warn", ...env },
    maxBuffer: 1 << 26,
  });
  return stdout + stderr;
}

/** Whether packages can be installed in this environment. */
export async function registryAnswers(): Promise<boolean> {
  const ask = "npm view esbuild version --prefer-online --fetch-retries=0 --fetch-timeout=10000";
  return runShell(ask, { cwd: process.cwd() }).then(
    () => true,
    () => false,
  );
}

/** Skips a test and prints why, because a reporter may not mention skipped tests. */
export function leaveOut({ skip }: { readonly skip: (note: string) => never }, why: string): never {
  console.warn(`left out: ${why}`);
  return skip(why);
}
