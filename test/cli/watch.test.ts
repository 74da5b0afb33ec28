// Runs `fitc run --watch` as a process and edits its files as editors do.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";
import { startCommandLine, type Watching } from "../helpers/watching.js";

const spec = `model Line {
  data "data.csv" { t, y }
  param a = 1
  fit y ~ a * t
}
`;
/** Data whose fit is a = slope. */
const dataOf = (slope: number) => `t,y\n1,${slope - 1}\n2,${2 * slope + 0.5}\n0,0.1\n`;
const started = "watching for changes (Ctrl-C ends)\n";

let folder: string;
let running: Watching | undefined;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-watch-"));
  write("line.fit", spec);
  write("data.csv", dataOf(3));
});
afterEach(async () => {
  await running?.interrupt();
  running = undefined;
  rmSync(folder, { recursive: true });
});

/** Starts to watch and waits for the first fit. */
async function watching(...args: string[]): Promise<Watching> {
  const process = startCommandLine(["run", "--watch", ...args], folder);
  running = process;
  await process.until(({ stderr }) => stderr.includes(started));
  return process;
}

const slopes = (json: string) =>
  json.split("\n").flatMap((line) => {
    if (line === "") return [];
    const { params } = JSON.parse(line) as { readonly params: { readonly a: { readonly value: number } } };
    return [params.a.value];
  });

/** Waits for a line of JSON with this slope. */
async function untilSlope(process: Watching, slope: number): Promise<void> {
  await process.until(({ stdout }) => stdout.endsWith("\n") && slopes(stdout).some((a) => Math.abs(a - slope) < 1e-9));
}

describe("fitc run --watch", () => {
  it("fits again when data change, whichever way they are saved, with the result of a fresh run", async () => {
    const process = await watching("--json", "line.fit");
    expect(slopes(process.stdout)).toHaveLength(1);
    expect(slopes(process.stdout)[0]).toBeCloseTo(3, 10);

    write("data.csv", dataOf(4)); // truncated, then written
    await untilSlope(process, 4);
    write("data.csv.tmp", dataOf(5)); // renamed
    renameSync(join(folder, "data.csv.tmp"), join(folder, "data.csv"));
    await untilSlope(process, 5);
    unlinkSync(join(folder, "data.csv")); // removed, later written again
    await process.until(({ stderr }) => /FIT40\d\d/.test(stderr));
    write("data.csv", dataOf(6));
    await untilSlope(process, 6);

    const fresh = await runCommandLine(["run", "--json", "line.fit"], { cwd: folder });
    const last = process.stdout.trimEnd().split("\n").at(-1) ?? "";
    const withoutCommand = (line: string) => ({ ...(JSON.parse(line) as object), command: null });
    expect(withoutCommand(last)).toEqual(withoutCommand(fresh.stdout));
    expect(await process.interrupt()).toBe(0);
  });

  it("keeps the last good fit while a spec has errors, and goes on after them", async () => {
    const process = await watching("line.fit");
    expect(process.stdout).toContain("Line\n");
    process.clear();
    write("line.fit", spec.replace("a * t", "a * (t"));
    await process.until(({ stderr }) => stderr.includes("FIT1012"));
    expect(process.stdout).toBe("");
    write("line.fit", spec.replace("a * t", "a * t^2"));
    await process.until(({ stdout }) => stdout.includes("fit y ~ a * t^2"));
    expect(process.stdout).toMatch(/^\n--- line\.fit changed ---\n\nLine\n/);
    expect(process.stderr).not.toContain("bug");
  });

  it("watches files through links, the covariance matrix and data that are not there yet", async () => {
    mkdirSync(join(folder, "elsewhere"));
    write("elsewhere/real.csv", dataOf(3));
    unlinkSync(join(folder, "data.csv"));
    symlinkSync(join("elsewhere", "real.csv"), join(folder, "data.csv"));
    write("line.fit", spec.replace("a * t\n", 'a * t\n  covariance "cov.csv" absolute\n'));
    const process = await watching("--json", "line.fit");
    await process.until(({ stderr }) => /FIT40\d\d/.test(stderr));
    write("cov.csv", "1,0,0\n0,1,0\n0,0,1\n");
    await untilSlope(process, 3);
    write("elsewhere/real.csv", dataOf(7));
    await untilSlope(process, 7);
  });

  it("watches several files, and new ones of a pattern", async () => {
    write("two.fit", spec.replace("Line", "Two"));
    const process = await watching("*.fit");
    expect(process.stdout).toMatch(/==> line\.fit <==\n\nLine\n[\s\S]*==> two\.fit <==\n\nTwo\n/);
    process.clear();
    write("two.fit", spec.replace("Line", "Two").replace("a * t", "b"));
    await process.until(({ stderr }) => stderr.includes("two.fit:4"));
    expect(process.stdout).toBe("");
    write("two.fit", spec.replace("Line", "Second"));
    await process.until(({ stdout }) => stdout.includes("Second\n"));
    write("x.fit", spec.replace("Line", "Third"));
    await process.until(({ stdout }) => stdout.includes("Third\n"));
  });

  it("draws the plot again", async () => {
    const process = await watching("--plot", "line.fit");
    expect(process.stdout).toContain("Line: y against t\n");
    process.clear();
    write("data.csv", dataOf(3000));
    await process.until(({ stdout }) => stdout.includes("residual\n") && stdout.includes("4000"));
  });

  it("says what it cannot watch", async () => {
    for (const args of [["-"], ["line.fit", "--data", "-"]]) {
      const { stderr, status } = await runCommandLine(["run", "--watch", ...args], { cwd: folder });
      expect(stderr).toBe("error: --watch needs files: standard input does not change\n");
      expect(status).toBe(2);
    }
    const missing = await runCommandLine(["run", "--watch", "nothing.fit"], { cwd: folder });
    expect(missing.stderr).toContain("there is no file 'nothing.fit'");
    expect(missing.status).toBe(2);
    const unknown = await runCommandLine(["run", "--watch", "--model", "Curve", "line.fit"], { cwd: folder });
    expect(unknown.stderr).toContain("unknown model 'Curve'");
    expect(unknown.status).toBe(2);
  });

  it("goes on when the folder of the data is replaced", async () => {
    mkdirSync(join(folder, "d"));
    write("d/data.csv", dataOf(2));
    write("line.fit", spec.replace("data.csv", "d/data.csv"));
    const process = await watching("--json", "line.fit");
    await untilSlope(process, 2);
    rmSync(join(folder, "d"), { recursive: true });
    await process.until(({ stderr }) => /FIT40\d\d/.test(stderr));
    expect(existsSync(join(folder, "d"))).toBe(false);
    mkdirSync(join(folder, "d"));
    write("d/data.csv", dataOf(8));
    await untilSlope(process, 8);
    write("d/data.csv", dataOf(9));
    await untilSlope(process, 9);
  });
});
