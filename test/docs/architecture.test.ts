// The map of the sources is complete, and the files that pages for developers name exist.
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { blocksOf, page, pages, root } from "./pages.js";

/** Folders below `src/`, two levels deep. */
function folders(): readonly string[] {
  const below = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  return below("src").flatMap((outer) => [outer, ...below(`src/${outer}`).map((inner) => `${outer}/${inner}`)]);
}

/** Those that the map shows, by their indentation. */
function shown(): readonly string[] {
  const [map] = blocksOf(page("docs/architecture.md"));
  const source = (map?.content ?? "").split(/^(?=\S)/m).find((part) => part.startsWith("src/")) ?? "";
  let outer = "";
  return [...source.matchAll(/^( {2}| {4})([\w-]+)\/ /gm)].map(([, indent = "", name = ""]) => {
    if (indent.length === 2) outer = name;
    return indent.length === 2 ? name : `${outer}/${name}`;
  });
}

it("every folder of the sources is in the map", () => {
  // Two whose line in the map says what is in them.
  const within = /^(math|compiler\/analyze|cli)\//;
  expect([...shown()].sort()).toEqual(
    folders()
      .filter((folder) => !within.test(folder))
      .sort(),
  );
});

it("files that pages name exist", () => {
  const files = ["src", "test"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const names = new Set(files.map((file) => basename(file)));
  const forDevelopers = pages.filter(({ name }) => /^docs\/(architecture|extending\/.*)\.md$/.test(name));
  const missing = forDevelopers.flatMap(({ text }) =>
    [...text.matchAll(/`((?:src|test)\/[\w./-]*|[\w.-]+\.ts)`/g)]
      .map(([, name = ""]) => name)
      .filter((name) => (name.includes("/") ? !existsSync(join(root, name)) : !names.has(name))),
  );
  expect(missing).toEqual([]);
});
