import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * Starts a peer as a process. It prints one line of JSON when it is ready (`info`), and then
 * answers each line sent to it with one line. It uses one thread, as fitc does.
 */
export async function startPeer([command, ...args]) {
  const child = spawn(command, args.map(String), {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${command} ${args.join(" ")} ended`);
    return JSON.parse(value);
  };
  return {
    info: await next(),
    ask(request) {
      child.stdin.write(`${request}\n`);
      return next();
    },
    stop: () => child.stdin.end(),
  };
}
