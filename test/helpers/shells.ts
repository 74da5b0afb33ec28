import { execFileSync } from "node:child_process";

/** The path of a program that may not be installed; null if it is not. */
export function programPath(name: string): string | null {
  try {
    return execFileSync("sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" }).trim();
  } catch {
    return null;
  }
}
