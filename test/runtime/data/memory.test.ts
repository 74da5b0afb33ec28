// Reading needs little memory besides the columns. A separate process first reads a small file, so
// that its code is loaded and compiled, and then a large one. Its peak memory above the level
// before may be at most 1.2 times the bytes of the requested columns.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { infoOf } from "../../helpers/data-files.js";

const directory = mkdtempSync(join(tmpdir(), "fitc-memory-"));
afterAll(() => rmSync(directory, { recursive: true }));

const rows = 600_000;
const names = ["a", "b", "c", "d"];

const program = `
  const [data, info, small, large] = process.argv.slice(1);
  const { readData } = await import(data);
  for (let i = 0; i < 3; i++) readData(JSON.parse(info), small);
  const before = process.memoryUsage().rss;
  const columns = readData(JSON.parse(info), large);
  console.log((process.resourceUsage().maxRSS * 1024 - before) / (columns.size * columns.get("a").byteLength));
`;

it("reads a large file in little more memory than its columns take", () => {
  const table = (count: number) =>
    `${[...names, "note"].join(",")}\n${Array.from({ length: count }, (_, i) => `${i},${i}.25,-${i}e-3,0.5,not wanted`).join("\n")}`;
  const [small, large] = [join(directory, "small.csv"), join(directory, "large.csv")];
  writeFileSync(small, table(50_000));
  writeFileSync(large, table(rows));
  const data = new URL("../../../dist/data.js", import.meta.url).href;
  const info = JSON.stringify(infoOf(...names));
  const ratio = execFileSync(process.execPath, ["--input-type=module", "-e", program, data, info, small, large], {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    encoding: "utf8",
  });
  expect(Number(ratio)).toBeLessThan(1.2);
});
