// Pages show the actual output: a block that begins with `$ fitc run ...` must equal what the
// command line prints, and a block below TypeScript must equal what that code prints. `npm run
// update` regenerates both. Other tests check the numbers.
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";
import { type Page, pages } from "../helpers/pages.js";
import { outputsOf, snippet } from "../helpers/snippets.js";

/** Commands that do not write a file. */
const command = /```text\n\$ fitc ((?:run|compare|check|explain) .*)\n[\s\S]*?```/g;
const showing = pages.filter(({ text }) => text.search(command) >= 0 || text.search(snippet) >= 0);

/** So that plots are the same in every locale. */
const utf8 = { LC_ALL: "C.UTF-8", TERM: "dumb" };

/** The page with its outputs regenerated. */
async function renewed(page: Page): Promise<string> {
  const outputs = (await outputsOf(page)).values();
  const withSnippets = page.text.replace(snippet, (_, code: string) =>
    ["```ts\n", code, "```\n\n```text\n", outputs.next().value ?? "", "```"].join(""),
  );
  const parts: string[] = [];
  let end = 0;
  for (const match of withSnippets.matchAll(command)) {
    const [block, line = ""] = match;
    const { stdout, stderr } = await runCommandLine(line.split(" "), { cwd: page.folder, env: utf8 });
    parts.push(withSnippets.slice(end, match.index), "```text\n$ fitc ", line, "\n", stdout, stderr, "```");
    end = match.index + block.length;
  }
  return [...parts, withSnippets.slice(end)].join("");
}

describe.each(showing.map((page) => [page.name, page] as const))("%s", (_, page) => {
  it("shows what comes out", async () => {
    await expect(await renewed(page)).toMatchFileSnapshot(page.path);
  });
});

it("every example shows its fit", () => {
  const examples = pages.filter(({ name }) => /^examples\/.+\/README\.md$/.test(name));
  expect(examples.length).toBeGreaterThan(10);
  const silent = examples.filter((page) => !showing.includes(page)).map(({ name }) => name);
  // This page shows a program, whose output is compared in a test of its own.
  expect(silent).toEqual(["examples/typescript-program/README.md"]);
});
