// Fits every example by the command line. The reference values in its README, which come from other
// programs, must agree with the fit to the last printed digit. (Other tests check that the README
// shows the fit.)
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("../../", import.meta.url));
const root = `${project}examples/`;
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const names = readdirSync(root).filter(
  (name) => existsSync(`${root}${name}/model.fit`) && existsSync(`${root}${name}/README.md`),
);

interface Quantity {
  readonly value: number;
  readonly stderr: number | string | null;
}

interface Report {
  readonly model: string;
  readonly success: boolean;
  readonly params: Readonly<Record<string, Quantity>>;
  readonly derived: Readonly<Record<string, Quantity>>;
}

function run(cwd: string, model: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [cli, "run", model, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/** The rows of the last table of a README: quantity, value and standard error, as printed. */
function referenceRows(readme: string): readonly (readonly [string, string, string])[] {
  const table = readme.slice(readme.indexOf("## Reference values"));
  return [...table.matchAll(/^\| ([\w.]+) +\| (-?[\d.e+-]+) +\| (-|[\d.e+-]+) +\|$/gm)].map((match) => [
    match[1] ?? "",
    match[2] ?? "",
    match[3] ?? "",
  ]);
}

/**
 * One unit in the last printed digit, because the reference may have been truncated instead of
 * rounded.
 */
function lastDigit(printed: string): number {
  const [mantissa = "", exponent = "0"] = printed.split("e");
  const decimals = (mantissa.split(".")[1] ?? "").length;
  return 10 ** (Number(exponent) - decimals);
}

it("the README of the project begins with the spec that it fits", () => {
  const shown = /```fit\n([\s\S]*?)```/.exec(readFileSync(`${project}README.md`, "utf8"))?.[1];
  expect(shown).toBe(readFileSync(`${root}exponential-decay/model.fit`, "utf8"));
});

it("every spec is formatted", () => {
  const specs = names.map((name) => `${root}${name}/model.fit`);
  execFileSync(process.execPath, [cli, "fmt", "--check", ...specs, `${root}typescript-program/growth.fit`]);
});

describe.each(names)("example %s", (name) => {
  const readme = readFileSync(`${root}${name}/README.md`, "utf8");

  it("agrees with its reference values", () => {
    const reports = run(`${root}${name}`, "model.fit", "--json")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Report);
    const rows = referenceRows(readme);
    expect(rows.length).toBeGreaterThan(0);
    for (const [quantity, value, stderr] of rows) {
      const [model, param] = quantity.includes(".") ? quantity.split(".") : [reports[0]?.model, quantity];
      const estimate = reports.find((report) => report.model === model)?.params[param ?? ""];
      expect(Math.abs((estimate?.value ?? Number.NaN) - Number(value)), quantity).toBeLessThanOrEqual(lastDigit(value));
      if (stderr !== "-") {
        expect(Math.abs(Number(estimate?.stderr) - Number(stderr)), quantity).toBeLessThanOrEqual(lastDigit(stderr));
      }
    }
  });
});
