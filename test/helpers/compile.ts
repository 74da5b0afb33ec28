import type { EmittedFile } from "../../compiler/backends/backend.js";
import { emitJavaScript } from "../../compiler/backends/typescript/javascript.js";
import { emitStandalone } from "../../compiler/backends/typescript/standalone.js";
import { emitTypeScript } from "../../compiler/backends/typescript/typescript.js";
import { type CompileOptions, compile } from "../../compiler/index.js";
import { compileSource, type EmitOptions } from "../../compiler/pipeline.js";
import { type Diagnostic, hasErrors, renderDiagnostic, SourceFile, type StageResult } from "../../diagnostics/index.js";

/** The value of a stage. Fails with the diagnostics if there are errors. */
export function resultOf<T>({ value, diagnostics }: StageResult<T>): T {
  failOn(diagnostics);
  return value;
}

function failOn(diagnostics: readonly Diagnostic[]): void {
  if (!hasErrors(diagnostics)) return;
  const plain = { frame: true, paint: (_: string, text: string) => text };
  throw new Error(diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, plain)).join("\n"));
}

/** Compiles a spec to a JavaScript module. Fails if the spec has errors. */
export async function compiled(spec: string, options: CompileOptions = {}): Promise<string> {
  const { code, diagnostics } = await compile(spec, options);
  failOn(diagnostics);
  return code ?? "";
}

/** Compiles a spec to a module that is bundled with a runtime. */
export async function standaloneFile(spec: string, runtimeUrl: string, path = "model.fit"): Promise<EmittedFile> {
  const source = new SourceFile(path, spec);
  const [file] = resultOf(await compileSource(source, (models) => emitStandalone(models, runtimeUrl))) ?? [];
  if (file === undefined) throw new Error("no file");
  return file;
}

/** The text of the emitted file with the given extension. */
export async function emitted(
  spec: string,
  extension: ".ts" | ".js" | ".d.ts",
  options: EmitOptions = {},
): Promise<string> {
  const source = new SourceFile("some/dir/spec.fit", spec);
  const emit = extension === ".ts" ? emitTypeScript : emitJavaScript;
  const files = resultOf(await compileSource<readonly EmittedFile[]>(source, (models) => emit(models), options)) ?? [];
  const file = files.find(({ path }) => path === `some/dir/spec.fit${extension}`);
  if (file === undefined) throw new Error(`no file ${extension} among ${files.map(({ path }) => path).join(", ")}`);
  return file.text;
}
