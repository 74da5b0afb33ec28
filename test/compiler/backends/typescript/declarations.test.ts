// Checks the type declarations of the package in a program that has neither the DOM's types nor
// Node's.
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

const types = fileURLToPath(new URL("../../../../dist/types/", import.meta.url));

it.each(["runtime", "runtime/data", "compiler"])("%s needs no types but the language's own", (entry) => {
  const program = ts.createProgram([`${types}${entry}/index.d.ts`], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2023.d.ts"],
    types: [],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
  });
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  expect(found).toEqual([]);
});
