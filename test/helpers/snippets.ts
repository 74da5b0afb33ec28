import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { runCommandLine } from "./command-line.js";
import { type Page, root } from "./pages.js";

/** A block of TypeScript followed by its output. */
export const snippet: RegExp = /```ts\n([\s\S]*?)```\n\n```text\n(?!\$ )[\s\S]*?```/g;

/**
 * The output of each snippet of a page. Together the snippets are one program, run in the folder of
 * the page's example; they import its compiled `model.fit`.
 */
export async function outputsOf({ text, folder }: Page): Promise<readonly string[]> {
  const codes = [...text.matchAll(snippet)].map(([, code = ""]) => code);
  if (codes.length === 0) return [];
  const out = mkdtempSync(join(tmpdir(), "fitc-page-"));
  try {
    await runCommandLine(["build", "--quiet", "model.fit", "--out", out], { cwd: folder });
    mkdirSync(join(out, "node_modules"));
    symlinkSync(root, join(out, "node_modules/fitc"));
    writeFileSync(join(out, "package.json"), '{ "type": "module" }');
    const [program, outfile] = [join(out, "page.ts"), join(out, "page.mjs")];
    writeFileSync(program, codes.join(`console.log("${mark}");\n`));
    const errors = typeErrors(program);
    if (errors.length > 0) throw new Error(errors.join("\n"));
    await build({
      entryPoints: [program],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
    });
    return execFileSync(process.execPath, [outfile], { cwd: folder, encoding: "utf8" }).split(`${mark}\n`);
  } finally {
    rmSync(out, { recursive: true });
  }
}

const mark = "-- the next snippet --";

/**
 * Type-checks with the options of this project, so that code on a page can be copied into a strict
 * program.
 */
function typeErrors(path: string): readonly string[] {
  const { config } = ts.parseConfigFileTextToJson("tsconfig.json", readFileSync(join(root, "tsconfig.json"), "utf8"));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([path], {
    ...options,
    typeRoots: [join(root, "node_modules/@types")],
  });
  const file = program.getSourceFile(path);
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
