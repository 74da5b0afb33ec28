import { spawn } from "node:child_process";
import { commandLine } from "./command-line.js";

/** A command line that keeps running. */
export interface Watching {
  readonly stdout: string;
  readonly stderr: string;
  /** Waits until what was written satisfies a condition. */
  until(condition: (written: { readonly stdout: string; readonly stderr: string }) => boolean): Promise<void>;
  /** Forgets what was written. */
  clear(): void;
  /** Ends it as Ctrl-C does, and gives its exit status. */
  interrupt(): Promise<number | null>;
}

/** A loaded machine may take long; nothing waits for it if all is well. */
const longest = 60_000;

/** Starts the built command line in a folder, without colours. */
export function startCommandLine(args: readonly string[], cwd: string): Watching {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...env } = process.env;
  const child = spawn(process.execPath, [commandLine, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const written = { stdout: "", stderr: "" };
  let check = () => {};
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
      check();
    });
  }
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    get stdout() {
      return written.stdout;
    },
    get stderr() {
      return written.stderr;
    },
    until(condition) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          child.kill();
          reject(new Error(`it has written only:\n${written.stdout}\n${written.stderr}`));
        }, longest);
        check = () => {
          if (!condition(written)) return;
          clearTimeout(timer);
          resolve();
        };
        check();
      });
    },
    clear() {
      written.stdout = "";
      written.stderr = "";
    },
    interrupt() {
      child.kill("SIGINT");
      return exit;
    },
  };
}
