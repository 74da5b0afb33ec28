// What `npm run fuzz` has found, each once: it must not come back.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { randomOf } from "../probe.js";
import { examineBytes } from "../specs/examine.js";
import { typeScriptErrors } from "../specs/type-check.js";

const filesIn = (folder: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .sort()
    .map((name) => [name, readFileSync(new URL(`${folder}${name}`, import.meta.url))] as const);

describe("specs", () => {
  it.each(filesIn("specs/"))("%s", async (_, bytes) => {
    expect(await examineBytes(bytes, randomOf(1, 0))).toBeNull();
    expect(await typeScriptErrors(bytes.toString())).toBeNull();
  });
});
