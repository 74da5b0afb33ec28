import ts from "typescript";
import { emitTypeScript } from "../../../compiler/backends/typescript/typescript.js";
import { compileSource } from "../../../compiler/pipeline.js";
import { SourceFile } from "../../../diagnostics/index.js";
import { strictest as options, root } from "../../helpers/strictest.js";

/** The files of the library and of the runtime, which are the same for every module. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Null if the module of a spec type-checks or does not exist; else the errors and the spec. */
export async function typeScriptErrors(text: string): Promise<string | null> {
  const compiled = await compileSource(new SourceFile("fuzz.fit", text), emitTypeScript);
  const [file] = compiled.value ?? [];
  if (file === undefined) return null;
  const errors = errorsOf(file.text);
  return errors.length === 0 ? null : `${errors.join("\n")}\n--- the spec:\n${text}\n--- the module:\n${file.text}`;
}

function errorsOf(module: string): readonly string[] {
  const path = `${root}.tmp/fuzz.fit.ts`;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (other) => other === path || fileExists.call(host, other);
  host.getSourceFile = (other, version, ...rest) => {
    if (other === path) return ts.createSourceFile(path, module, version, true);
    if (!parsed.has(other)) parsed.set(other, getSourceFile.call(host, other, version, ...rest));
    return parsed.get(other);
  };
  const program = ts.createProgram([path], options, host);
  const file = program.getSourceFile(path);
  const found = [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
    ...program.getDeclarationDiagnostics(file),
  ];
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
