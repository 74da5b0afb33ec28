// Each directory contains one wrong input and, in expected.txt, the command, exactly what it prints
// (standard output, then standard error), and its exit status. These texts are the specification:
// they are written by hand, not regenerated. Where the printed text depends on rounding, `...`
// stands for any text on the line or, alone on a line, for any lines.
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
    const actual = `${command}\n${stdout}${stderr}exit status ${status}\n`;
    // Comparing the two texts shows the difference better than a pattern that does not match.
    if (!patternOf(expected).test(actual)) expect(actual).toBe(expected);
  });
});

function patternOf(expected: string): RegExp {
  const lines = expected.split(/(?<=\n)/).map((line) => {
    if (line === "...\n") return "(?:.*\\n)*?";
    return line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("\\.\\.\\.", ".*");
  });
  return new RegExp(`^${lines.join("")}$`);
}
