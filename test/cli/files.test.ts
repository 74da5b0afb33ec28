// Several model files and patterns, for shells that do not expand them.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";

const spec = (name: string) => `model ${name} {\n  data "data.csv" { t, y }\n  param a = 1\n\n  fit y ~ a * t\n}\n`;

let folder: string;
const fitc = (...args: string[]) => runCommandLine(args, { cwd: folder });
const models = (json: string) => json.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line).model]));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fitc-files-"));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  for (const path of ["m/deep/er", "m/node_modules/x", "m/.hidden", "names"]) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  for (const path of ["m", "m/deep", "m/deep/er", "names"]) write(`${path}/data.csv`, "t,y\n1,2\n2,4.1\n3,5.9\n");
  write("m/b.fit", spec("B"));
  write("m/a.fit", spec("A"));
  write("m/deep/c.fit", spec("C"));
  write("m/deep/er/d.fit", spec("D"));
  write("m/node_modules/x/no.fit", spec("No"));
  write("m/.hidden/no.fit", spec("No"));
  write("names/m[1].fit", spec("Bracket"));
  write("names/m1.fit", spec("One"));
  write("wrong.fit", spec("Wrong").replace("a * t", "b * t"));
  // A link to a folder above must not be followed for ever.
  symlinkSync("..", join(folder, "m/deep/up"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("several files", () => {
  it("are fitted in the order given, headed by their names", async () => {
    const { stdout, status } = await fitc("run", "m/b.fit", "m/a.fit", "m/b.fit");
    const heads = stdout.split("\n").filter((line) => line.startsWith("==> "));
    expect(heads).toEqual(["==> m/b.fit <==", "==> m/a.fit <=="]);
    expect(stdout).toMatch(/^==> m\/b\.fit <==\n\nB\n[\s\S]*\n\n==> m\/a\.fit <==\n\nA\n/);
    expect(status).toBe(0);
    expect((await fitc("run", "m/a.fit")).stdout).toMatch(/^A\n/);
  });

  it("do not stop each other, and the most serious status counts", async () => {
    const { stdout, stderr, status } = await fitc("run", "--json", "m/a.fit", "wrong.fit", "m/b.fit");
    expect(models(stdout)).toEqual(["A", "B"]);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).file),
    ).toEqual(["m/a.fit", "m/b.fit"]);
    expect(stderr).toContain("wrong.fit:5:");
    expect(status).toBe(1);
  });

  it("share --data, --model and --set", async () => {
    writeFileSync(join(folder, "other.csv"), "t,y\n1,7\n2,14\n");
    const all = await fitc("run", "--json", "--data", "other.csv", "--set", "a=2", "m/a.fit", "m/b.fit");
    expect(models(all.stdout)).toEqual(["A", "B"]);
    for (const line of all.stdout.trimEnd().split("\n")) expect(JSON.parse(line).params.a.value).toBeCloseTo(7, 10);
    expect(models((await fitc("run", "--json", "--model", "B", "m/*.fit")).stdout)).toEqual(["B"]);
    const unknown = await fitc("run", "--model", "Bb", "m/a.fit", "m/b.fit");
    expect(unknown.stderr).toContain("unknown model 'Bb'");
    expect(unknown.status).toBe(2);
  });
});

describe("a pattern", () => {
  it("matches files in alphabetical order, for every command that takes files", async () => {
    expect(models((await fitc("run", "--json", "m/*.fit")).stdout)).toEqual(["A", "B"]);
    expect((await fitc("check", "m/*.fit")).stderr).toBe("2 models, no problems\n");
    expect((await fitc("fmt", "--check", "m/{a,b}.fit")).status).toBe(0);
    expect((await fitc("compare", "m/[ab].fit")).status).toBe(0);
    expect((await fitc("build", "--out", "built", "m/*.fit")).stderr).toMatch(/a\.fit\.ts[\s\S]*b\.fit\.ts/);
  });

  it("goes down with **, but not through links, hidden folders and node_modules", async () => {
    const { stdout } = await fitc("run", "--json", "m/**/*.fit");
    expect(models(stdout)).toEqual(["A", "B", "C", "D"]);
    expect((await fitc("check", "m/node_modules/**/*.fit")).stderr).toBe("1 model, no problems\n");
    // Where it is named, a link is followed.
    expect((await fitc("check", "m/deep/up/*.fit")).stderr).toBe("2 models, no problems\n");
    expect((await fitc("check", join(folder, "m/*.fit"))).stderr).toBe("2 models, no problems\n");
    expect((await fitc("check", "./m/?.fit")).stderr).toBe("2 models, no problems\n");
  });

  it("is a file if there is one of that name", async () => {
    expect(models((await fitc("run", "--json", "names/m[1].fit")).stdout)).toEqual(["Bracket"]);
    expect(models((await fitc("run", "--json", "names/m[1-2].fit")).stdout)).toEqual(["One"]);
  });

  it("without a match is named", async () => {
    const { stderr, status } = await fitc("run", "m/*.model");
    expect(stderr).toBe("error: no file matches 'm/*.model'\n");
    expect(status).toBe(2);
    expect((await fitc("check", "nowhere/**/*.fit")).stderr).toBe("error: no file matches 'nowhere/**/*.fit'\n");
  });
});
