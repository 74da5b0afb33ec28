// What a page shows is what comes out: a block that begins with `$ fitc run ...` is what the command line prints, and a block below
// TypeScript is what that prints. `npm run update` writes both anew. That the numbers in them are right is tested elsewhere.
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../helpers/command-line.js";
import { type Page, pages } from "../helpers/pages.js";
import { outputsOf, snippet } from "../helpers/snippets.js";

/** Commands that write no file. */
const command = /```text\n\$ fitc ((?:run|compare|check|explain) .*)\n[\s\S]*?```/g;
const showing = pages.filter(({ text }) => text.search(command) >= 0 || text.search(snippet) >= 0);

/** The page as it should be. */
async function renewed(page: Page): Promise<string> {
  const outputs = (await outputsOf(page)).values();
  const withSnippets = page.text.replace(snippet, (_, code: string) =>
    ["```ts\n", code, "```\n\n```text\n", outputs.next().value ?? "", "```"].join(""),
  );
  const parts: string[] = [];
  let end = 0;
  for (const match of withSnippets.matchAll(command)) {
    const [block, line = ""] = match;
    const { stdout, stderr } = await runCommandLine(line.split(" "), { cwd: page.folder });
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
  // A program, whose output its own test compares.
  expect(silent).toEqual(["examples/typescript-program/README.md"]);
});
