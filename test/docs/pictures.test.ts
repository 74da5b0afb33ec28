// Pages show pictures, each made by the command above it. `npm run update` draws them again.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";
import { pages } from "../helpers/pages.js";

const folder = mkdtempSync(join(tmpdir(), "fitc-pictures-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** `fitc run model.fit --report images/fit.svg` */
const command = /^fitc (run .*--report )(\S*images\/\S+\.svg)(.*)$/gm;
const pictures = pages.flatMap((page) =>
  [...page.text.matchAll(command)].map(([line, before = "", file = "", after = ""]) => ({
    line,
    page,
    file,
    args: (drawn: string) => `${before}${drawn}${after}`.split(" "),
  })),
);

describe.each(pictures.map((picture) => [picture.line, picture] as const))("%s", (_, { page, file, args }) => {
  it("draws what the page shows", async () => {
    const drawn = join(folder, basename(file));
    const { stderr, status } = await runCommandLine(args(drawn), { cwd: page.folder });
    expect({ stderr, status }).toEqual({ stderr: `wrote ${drawn}\n`, status: 0 });
    expect(page.text).toContain(`](${file})`);
    await expect(readFileSync(drawn, "utf8")).toMatchFileSnapshot(join(page.folder, file));
  });
});

it("shows every kind of figure", () => {
  const kinds = ["residuals", "fitted", "quantiles", "correlations", "profile", "contour"];
  for (const kind of kinds) expect(pictures.some(({ line }) => line.includes(`--figure ${kind}`))).toBe(true);
  expect(pictures.length).toBeGreaterThan(kinds.length);
});
