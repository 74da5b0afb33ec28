import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

export interface Page {
  /** Path relative to the root of the project. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** The folder in which its commands and programs are run. */
  readonly folder: string;
}

/** Pages that use one example throughout. */
const examplesOfPages: ReadonlyMap<string, string> = new Map([
  ["docs/uncertainty.md", "examples/biochemical-oxygen-demand"],
  ["docs/api.md", "examples/exponential-decay"],
]);

/** All Markdown pages for readers: those in the root, in `docs/` and in `examples/`. */
export const pages: readonly Page[] = [
  ...markdownOf("", false),
  ...markdownOf("docs", true),
  ...markdownOf("examples", true),
].map(page);

export function page(name: string): Page {
  const path = join(root, name);
  const folder = examplesOfPages.get(name) ?? dirname(name);
  return { name, path, text: readFileSync(path, "utf8"), folder: join(root, folder) };
}

export interface Block {
  readonly language: string;
  readonly content: string;
}

/** The fenced blocks of a page. */
export function blocksOf({ text }: Page): readonly Block[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", content = ""]) => ({
    language,
    content,
  }));
}

function markdownOf(folder: string, recursive: boolean): readonly string[] {
  return readdirSync(join(root, folder), { recursive, encoding: "utf8" })
    .filter((name) => name.endsWith(".md") && !name.includes("node_modules"))
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .sort();
}
