import { compileToJavaScript, compileToTypeScript, type EmitOptions, type EmittedFile } from "../../compiler/index.js";
import { hasErrors, renderDiagnostic, SourceFile, type StageResult } from "../../diagnostics/index.js";

/** The value of a stage; fails with the diagnostics where there are errors. */
export function resultOf<T>({ value, diagnostics }: StageResult<T>): T {
  if (!hasErrors(diagnostics)) return value;
  const plain = { frame: true, paint: (_: string, text: string) => text };
  throw new Error(diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, plain)).join("\n"));
}

/** The text of the emitted file with an extension. */
export async function emitted(
  spec: string,
  extension: ".ts" | ".js" | ".d.ts",
  options: EmitOptions = {},
): Promise<string> {
  const source = new SourceFile("some/dir/spec.fit", spec);
  const files: readonly EmittedFile[] = resultOf(
    await (extension === ".ts" ? compileToTypeScript : compileToJavaScript)(source, options),
  );
  const file = files.find(({ path }) => path === `some/dir/spec.fit${extension}`);
  if (file === undefined) throw new Error(`no file ${extension} among ${files.map(({ path }) => path).join(", ")}`);
  return file.text;
}
