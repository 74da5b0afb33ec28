import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Compilation, EmittedFile } from "../../compiler/backends/backend.js";
import { emitJavaScript } from "../../compiler/backends/typescript/javascript.js";
import { isEmitted } from "../../compiler/backends/typescript/module.js";
import { emitStandalone } from "../../compiler/backends/typescript/standalone.js";
import { emitTypeScript } from "../../compiler/backends/typescript/typescript.js";
import { compileSource, type EmitOptions } from "../../compiler/pipeline.js";
import { type Diagnostic, hasErrors } from "../../diagnostics/index.js";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";
import { countProblems, printDiagnostics } from "../print-diagnostics.js";
import { readSpecs, type SpecOptions } from "../read-spec.js";
import { type ExitStatus, exitStatus, UsageError } from "../usage-error.js";
import { readReplaceable, writeFileAtomically } from "../write-file.js";

export interface BuildOptions extends SpecOptions, EmitOptions {
  readonly out?: string;
  readonly js?: boolean;
  readonly standalone?: boolean;
  readonly force?: boolean;
}

export type BuildCommand = (files: readonly string[], options: BuildOptions, console: Console) => Promise<ExitStatus>;

/** `fitc FILE.fit ...`: writes the modules of all specs, or none if any spec has an error. */
export const buildWith =
  ({ runtimeUrl }: Entries): BuildCommand =>
  (files, options, console) =>
    build(files, options, console, runtimeUrl);

async function build(
  files: readonly string[],
  options: BuildOptions,
  console: Console,
  runtimeUrl: string,
): Promise<ExitStatus> {
  const toOutput = files.includes("-") && options.stdinPath === undefined;
  if (toOutput && options.out !== undefined) {
    throw new UsageError("--out needs a file name for standard input", "give it with --stdin-path");
  }
  const backend = backendOf(options, runtimeUrl);
  const diagnostics: Diagnostic[] = [];
  const printed: EmittedFile[] = [];
  const written: EmittedFile[] = [];
  for (const { value: source, diagnostics: unreadable, fromInput } of await readSpecs(files, options)) {
    if (hasErrors(unreadable)) {
      diagnostics.push(...unreadable);
      continue;
    }
    const compiled = await compileSource(source, backend, options);
    const files = compiled.value ?? [];
    diagnostics.push(...compiled.diagnostics);
    // For a spec from standard input, only the first file, the module, is printed.
    if (fromInput && toOutput) printed.push(...files.slice(0, 1));
    else written.push(...files.map((file) => placed(file, options.out)));
  }
  printDiagnostics(console, diagnostics);
  const problems = countProblems(diagnostics);
  if (problems !== null && !console.quiet) console.note(problems);
  if (hasErrors(diagnostics)) return exitStatus.wrongInput;

  if (options.force !== true) refuseForeignFiles(written);
  for (const file of written) {
    writeFileAtomically(file.path, file.text);
    if (!console.quiet) console.note(`wrote ${file.path} (${sizeOf(file)})`);
  }
  for (const { text } of printed) console.out(text);
  return exitStatus.done;
}

function sizeOf({ text, wasm }: EmittedFile): string {
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const all = kilobytes(Buffer.byteLength(text));
  return wasm === 0 ? all : `${all}, of which ${kilobytes(wasm)} WebAssembly`;
}

type Backend = (compilation: Compilation) => readonly EmittedFile[] | Promise<readonly EmittedFile[]>;

function backendOf({ standalone, js }: BuildOptions, runtimeUrl: string): Backend {
  if (standalone === true) return (compilation) => emitStandalone(compilation, runtimeUrl);
  return js === true ? emitJavaScript : emitTypeScript;
}

function placed(file: EmittedFile, out: string | undefined): EmittedFile {
  return out === undefined ? file : { ...file, path: join(out, basename(file.path)) };
}

/**
 * @throws UsageError if an existing file was not written by fitc, or if two specs would write the
 *   same file
 */
function refuseForeignFiles(files: readonly EmittedFile[]): void {
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) throw new UsageError(`two models would be written to '${path}'`);
    paths.add(path);
    if (existsSync(path) && !isEmitted(readReplaceable(path))) {
      throw new UsageError(`'${path}' exists and was not written by fitc`, "use --force to overwrite it");
    }
  }
}
