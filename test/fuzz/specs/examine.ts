import { emitJavaScript } from "../../../compiler/backends/typescript/javascript.js";
import { explainModel, explainStage, stages } from "../../../compiler/explain/index.js";
import { checkSource, compileSource } from "../../../compiler/pipeline.js";
import { type Diagnostic, hasErrors, renderDiagnostic, SourceFile } from "../../../diagnostics/index.js";
import { type FileAst, format, parse, printFile, readSource, tokenize } from "../../../grammar/index.js";
import type { Random } from "../../../math/random.js";
import { importModels } from "../../helpers/load-models.js";
import { chance, pick } from "../choose.js";
import { failUnless } from "../fail-unless.js";
import { runModel } from "./run-model.js";

const path = "fuzz.fit";
const runtime = import.meta.resolve("fitc/runtime");

/** A longer text, such as the one that a mutation repeats, is only checked and formatted. */
const longestCompiled = 20_000;

/**
 * Everything that must hold for any text: no stage throws, messages point into the text, formatting
 * keeps the meaning, and a text without errors becomes a module that loads and fits.
 *
 * @returns null, or the failure with the text
 */
export async function examineText(text: string, random: Random): Promise<string | null> {
  try {
    await examine(new SourceFile(path, text), random);
    return null;
  } catch (error) {
    return `${error instanceof Error ? error.stack : String(error)}\n--- the text, as a JSON string:\n${JSON.stringify(text)}`;
  }
}

/** The same for bytes, which need not be text. */
export async function examineBytes(bytes: Uint8Array, random: Random): Promise<string | null> {
  const { value, diagnostics } = readSource(path, bytes);
  try {
    checkDiagnostics(diagnostics, value.text);
  } catch (error) {
    return `${String(error)}\n--- the bytes in base64:\n${Buffer.from(bytes).toString("base64")}`;
  }
  return examineText(value.text, random);
}

async function examine(source: SourceFile, random: Random): Promise<void> {
  const { value: ast, diagnostics } = parse(source);
  checkDiagnostics(diagnostics, source.text);
  checkDiagnostics(tokenize(source).diagnostics, source.text);
  if (!hasErrors(diagnostics)) {
    checkPrinted(ast);
    checkFormatted(source, ast);
  } else failUnless(format(source).value === source.text, "a text with errors is formatted");
  const checked = checkSource(source);
  checkDiagnostics(checked.diagnostics, source.text);
  failUnless(
    printed(checked.diagnostics) === printed(checkSource(source).diagnostics),
    "a second check finds other problems",
  );
  if (source.text.length > longestCompiled) return;
  if (chance(random, 0.5)) explainStage(source, pick(random, stages));
  else explainModel(source);
  if (hasErrors(checked.diagnostics)) return;
  const code = await compiled(source);
  failUnless(code === (await compiled(source)), "a second compilation gives another module");
  for (const fitter of (await importModels(code)).values()) runModel(fitter, random);
}

async function compiled(source: SourceFile): Promise<string> {
  const { value } = await compileSource(source, (models) => emitJavaScript(models, runtime));
  const [file] = value ?? [];
  if (file === undefined) throw new Error("a text without errors does not become a module");
  return file.text;
}

function printed(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join("\n");
}

function checkDiagnostics(diagnostics: readonly Diagnostic[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  for (const diagnostic of diagnostics) {
    const { location, code, message } = diagnostic;
    const shown = renderDiagnostic(diagnostic);
    failUnless(!/fitc bug|undefined|\[object|NaN at/.test(message.replaceAll(text, "")), `a message says ${shown}`);
    if (location === null) continue;
    const line = lines[location.start.line - 1];
    failUnless(line !== undefined && location.start.column <= line.length + 1, `${code} is outside the text: ${shown}`);
    failUnless(
      location.end.line > location.start.line || location.end.column >= location.start.column,
      `${code} ends before it begins: ${shown}`,
    );
  }
}

/** The tree of what is printed is the tree itself. */
function checkPrinted(ast: FileAst): void {
  const text = printFile(ast);
  const again = parse(new SourceFile(path, text));
  failUnless(
    !hasErrors(again.diagnostics),
    () => `the printed text has errors: ${printed(again.diagnostics)}\n${text}`,
  );
  failUnless(bare(again.value) === bare(ast), () => `the printed text means something else:\n${text}`);
}

/** Formatting keeps the tree and the comments, and formats its own result to itself. */
function checkFormatted(source: SourceFile, ast: FileAst): void {
  const once = format(source);
  const formatted = new SourceFile(path, once.value);
  const again = parse(formatted);
  failUnless(
    !hasErrors(again.diagnostics),
    () => `the formatted text has errors: ${printed(again.diagnostics)}\n${once.value}`,
  );
  failUnless(bare(again.value) === bare(ast), () => `the formatted text means something else:\n${once.value}`);
  failUnless(
    comments(again.value) === comments(ast),
    () => `formatting loses or changes a comment:\n${comments(again.value)}`,
  );
  const twice = format(formatted).value;
  failUnless(twice === once.value, () => `formatted twice differs:\n${once.value}\n--- and\n${twice}`);
}

/** A tree as text, without what formatting may change: places and comments. */
function bare(ast: FileAst): string {
  return JSON.stringify(ast, (key, value) => (key === "span" || key === "comments" ? undefined : value));
}

function comments(ast: FileAst): string {
  return ast.comments.map(({ text }) => text.trimEnd().replace(/\r\n?/g, "\n")).join("\n");
}
