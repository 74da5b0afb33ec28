// Each directory is one wrong input and, in expected.txt, the command, exactly what it prints (standard output, then
// standard error), and its exit status. These texts are the specification: they are written by hand, not regenerated.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const names = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe("wrong input", () => {
  it.each(names)("%s", async (name) => {
    const expected = readFileSync(`${here}${name}/expected.txt`, "utf8");
    const [command = ""] = expected.split("\n", 1);
    const { stdout, stderr, status } = await runCommandLine(command.replace("$ fitc ", "").split(" "), {
      cwd: `${here}${name}`,
    });
    expect(`${command}\n${stdout}${stderr}exit status ${status}\n`).toBe(expected);
  });
});
