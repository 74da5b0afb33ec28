// Comments wrap at 100 columns, code (by the formatter) at 120.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const folders = ["diagnostics", "math", "grammar", "compiler", "runtime", "cli", "scripts", "bench", "test"];

it("no comment is longer than 100 columns", () => {
  const tooLong = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.[jt]s$/.test(file) && !/\.(generated|fit)\.|node_modules|reference/.test(file))
      .flatMap((file) =>
        readFileSync(join(root, folder, file), "utf8")
          .split("\n")
          .flatMap((line, i) =>
            /^\s*(\/\/|\/\*|\*)/.test(line) && line.length > 100 ? [`${folder}/${file}:${i + 1}`] : [],
          ),
      ),
  );
  expect(tooLong).toEqual([]);
});
