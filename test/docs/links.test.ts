// Links between pages must point to an existing file and, if they name one, to an existing heading.
import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { expect, it } from "vitest";
import { page, pages, root } from "../helpers/pages.js";

/** The anchors that GitHub generates from headings. */
function anchorsOf(name: string): readonly string[] {
  const prose = page(name).text.replace(/^```[\s\S]*?^```$/gm, "");
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function linksOf(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
}

it.each(pages.map(({ name, path, text }) => [name, path, text] as const))("%s has no dead link", (_, path, text) => {
  const dead = linksOf(text).filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [file = "", anchor] = target.split("#");
    const to = file === "" ? path : resolve(dirname(path), file);
    if (!existsSync(to)) return true;
    return anchor !== undefined && !anchorsOf(relative(root, to)).includes(anchor);
  });
  expect(dead).toEqual([]);
});

it("finds the links that there are", () => {
  expect(pages.flatMap(({ text }) => linksOf(text)).length).toBeGreaterThan(30);
});

it("every page of docs/ and every example is reached from the README", () => {
  const reached = new Set<string>();
  const waiting = ["README.md", "CHANGELOG.md"];
  for (const name of waiting) {
    if (reached.has(name)) continue;
    reached.add(name);
    const { path, text } = page(name);
    for (const target of linksOf(text)) {
      const [file = ""] = target.split("#");
      const to = relative(root, resolve(dirname(path), file));
      if (file.endsWith(".md") && !/^https?:/.test(target) && existsSync(resolve(root, to))) waiting.push(to);
    }
  }
  expect(pages.map(({ name }) => name).filter((name) => !reached.has(name))).toEqual([]);
});
