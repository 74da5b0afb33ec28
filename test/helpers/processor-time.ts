import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const hook = fileURLToPath(new URL("./report-processor-time.cjs", import.meta.url));

/**
 * Runs Node and returns the processor time of the whole process, user and system, in milliseconds.
 * Unlike elapsed time, it does not include waiting for a processor.
 */
export function processorTime(
  args: readonly string[],
  input = "",
): { readonly milliseconds: number; readonly stderr: string; readonly status: number | null } {
  const { stderr, status, output } = spawnSync(process.execPath, ["--require", hook, ...args], {
    encoding: "utf8",
    input,
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  const { user, system } = JSON.parse(output[3] ?? "") as { user: number; system: number };
  return { milliseconds: (user + system) / 1000, stderr, status };
}
