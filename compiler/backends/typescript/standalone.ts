import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { printableLines } from "../../../diagnostics/index.js";
import type { Compilation, EmittedFile } from "../backend.js";
import { emitJavaScript } from "./javascript.js";
import { escapeLiterals } from "./literal.js";
import { runtimeModule, wasmLength } from "./module.js";

/**
 * Emits one self-contained ES module, the JavaScript module bundled with the runtime, and its
 * declarations, which import nothing either. Only this output loads esbuild.
 *
 * @param runtimeUrl the `file:` URL of the built runtime, with the types of a fitter beside it
 */
export async function emitStandalone(compilation: Compilation, runtimeUrl: string): Promise<readonly EmittedFile[]> {
  const { build } = await import("esbuild");
  const runtime = fileURLToPath(runtimeUrl);
  const types = readFileSync(new URL("./fitter.d.ts", runtimeUrl), "utf8");
  const [{ text }, declarations] = emitJavaScript(compilation, runtimeModule, types);
  const { outputFiles } = await build({
    stdin: { contents: text, sourcefile: "model.fit.js", loader: "js" },
    // esbuild's comments contain paths relative to this folder, so that the output does not depend
    // on the machine.
    absWorkingDir: fileURLToPath(new URL(".", runtimeUrl)),
    alias: { [runtimeModule]: runtime },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    banner: { js: text.slice(0, text.indexOf("\nimport ")) },
  });
  const bundle = outputFiles[0];
  if (bundle === undefined) throw new Error("fitc bug: esbuild gave no output");
  // esbuild writes strings with few escapes.
  return [
    {
      path: `${compilation.source.path}.js`,
      text: escapeLiterals(printableLines(bundle.text)),
      wasm: wasmLength(compilation),
    },
    declarations,
  ];
}
