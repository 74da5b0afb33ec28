// The map of the sources is complete, and the files named on the pages for developers exist.
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { blocksOf, page, pages, root } from "../helpers/pages.js";

const layers = ["diagnostics", "math", "grammar", "compiler", "runtime", "report", "cli"];

/** The folders of the sources, two levels deep. */
function folders(): readonly string[] {
  const below = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
  return layers.flatMap((outer) => [outer, ...below(outer).map((inner) => `${outer}/${inner}`)]);
}

/** The folders shown in the map, by their indentation. */
function shown(): readonly string[] {
  const [map] = blocksOf(page("docs/architecture.md"));
  let outer = "";
  const named = [...(map?.content ?? "").matchAll(/^( {2})?([\w-]+)\/ /gm)].map(([, indent, name = ""]) => {
    if (indent === undefined) outer = name;
    return indent === undefined ? name : `${outer}/${name}`;
  });
  return named.filter((name) => layers.some((layer) => `${name}/`.startsWith(`${layer}/`)));
}

it("every folder of the sources is in the map", () => {
  // The line of these folders in the map describes their contents.
  const within = /^(math|compiler\/analyze)\//;
  expect([...shown()].sort()).toEqual(
    folders()
      .filter((folder) => !within.test(folder))
      .sort(),
  );
});

it("files that pages name exist", () => {
  const files = [...layers, "test"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const names = new Set(files.map((file) => basename(file)));
  const forDevelopers = pages.filter(({ name }) => /^docs\/(architecture|extending\/.*)\.md$/.test(name));
  const missing = forDevelopers.flatMap(({ text }) =>
    [...text.matchAll(/`((?:diagnostics|math|grammar|compiler|runtime|cli|test)\/[\w./-]*|[\w.-]+\.ts)`/g)]
      .map(([, name = ""]) => name)
      .filter((name) => (name.includes("/") ? !existsSync(join(root, name)) : !names.has(name))),
  );
  expect(missing).toEqual([]);
});
