// The option `worker` accepts web workers and Node workers by their own types.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "fitc-types-"));
afterAll(() => rmSync(folder, { recursive: true }));

function complaints(text: string, options: ts.CompilerOptions): readonly string[] {
  const path = join(folder, "program.ts");
  writeFileSync(
    path,
    `import type { ParallelOptions } from "${join(root, "dist/types/runtime/index.js")}";\n${text}\nexport { options };`,
  );
  const program = ts.createProgram([path], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    ...options,
  });
  const found = ts.getPreEmitDiagnostics(program).filter(({ file }) => file?.fileName === path);
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const making = (worker: string) => `const options: ParallelOptions = { worker: () => ${worker} };`;
const web: ts.CompilerOptions = { lib: ["lib.es2023.d.ts", "lib.dom.d.ts"], types: [] };
const node: ts.CompilerOptions = {
  lib: ["lib.es2023.d.ts"],
  types: ["node"],
  typeRoots: [join(root, "node_modules/@types")],
};

it("a worker by its own type is taken, and anything else is refused", () => {
  expect(complaints(making('new Worker("w.js", { type: "module" })'), web)).toEqual([]);
  const own = 'import { Worker } from "node:worker_threads";';
  expect(complaints(`${own}\n${making('new Worker("w.js")')}`, node)).toEqual([]);
  expect(complaints(making('new URL("file:///w.js")'), web)).not.toEqual([]);
});
