import { version } from "../../version.js";
import type { Compilation, CompiledModel } from "../backend.js";
import { Names } from "../names.js";
import { runtimeFunctions } from "./imports.js";
import { commentText, stringLiteral } from "./literal.js";
import { identifier, isIdentifierName, reservedNames } from "./mangle.js";
import { printProblem } from "./problem.js";
import { sha256OfText } from "./sha256.js";
import { modelDoc, shapeMembers } from "./shape.js";
import type { ModuleContext } from "./symbols.js";

/** The import path of the runtime in emitted modules. */
export const runtimeModule = "fitc/runtime";

const headerStart = "// Compiled by fitc ";

/** Whether a file was written by this compiler and may therefore be overwritten. */
export function isEmitted(text: string): boolean {
  return text.startsWith(headerStart);
}

/** The parts of a module, before an envelope prints it. */
export interface ModuleParts {
  readonly header: string;
  /** Functions imported from the runtime: the runtime's name and the local one. */
  readonly imports: readonly NamedPair[];
  readonly models: readonly ModelParts[];
}

/**
 * A local name and its outer name; `outer` is ready to be printed, and quoted if it is not an
 * identifier.
 */
export interface NamedPair {
  readonly inner: string;
  readonly outer: string;
}

export interface ModelParts {
  readonly doc: string;
  readonly shapeMembers: readonly { readonly name: string; readonly type: string }[];
  readonly shape: NamedPair;
  readonly problem: { readonly name: string; readonly text: string };
  readonly fitter: NamedPair;
}

/**
 * The number of a module's characters that are WebAssembly: base64 has four characters for three
 * bytes.
 */
export function wasmLength({ models }: Compilation): number {
  return models.reduce((sum, { wasm }) => sum + 4 * Math.ceil((wasm?.bytes.length ?? 0) / 3), 0);
}

/**
 * The parts of the module of a compilation.
 * @param types whether the function bodies are TypeScript
 */
export function moduleParts(compilation: Compilation, types: boolean): ModuleParts {
  const names = new Names([...reservedNames, "Fitter", "FitProblem", "ModelShape"]);
  const functions = compilation.models.flatMap(({ kernels }) => runtimeFunctions(kernels));
  const imports = new Map(
    [...new Set(["createFitter", ...functions])].map((name): [string, string] => [name, names.fresh(name)]),
  );
  const specSha256 = sha256OfText(compilation.source.text);
  const module: ModuleContext = { types, names, imports };
  const exported = new Set(compilation.models.map(({ model }) => wellFormed(model.name)));
  const models = compilation.models.map((compiled, index) => ({
    ...modelParts(compiled, index, specSha256, module, exported),
    doc: modelDoc(compiled, compilation.source),
  }));
  return {
    header: header(compilation.source.path, specSha256),
    imports: [...imports].map(([outer, inner]) => ({ inner, outer })).sort(byOuter),
    models,
  };
}

function modelParts(
  compiled: CompiledModel,
  index: number,
  specSha256: string,
  module: ModuleContext,
  exported: Set<string>,
): Omit<ModelParts, "doc"> {
  const name = wellFormed(compiled.model.name);
  const fitter = module.names.fresh(`m${index}`);
  const problem = module.names.fresh(`problem${index}`);
  let shape = `${name}Shape`;
  while (exported.has(shape)) shape += "_";
  exported.add(shape);
  return {
    shapeMembers: shapeMembers(compiled),
    shape: { inner: module.names.fresh(identifier(shape)), outer: exportName(shape) },
    problem: { name: problem, text: printProblem(compiled, specSha256, module) },
    fitter: { inner: fitter, outer: exportName(name) },
  };
}

function header(path: string, specSha256: string): string {
  const file = commentText(path.split(/[/\\]/).at(-1) ?? "").replace(/\n/g, " ");
  return [
    `${headerStart}${version} from ${file}. Do not edit: change the spec and compile it again.`,
    `// spec sha256 ${specSha256}`,
  ].join("\n");
}

function exportName(name: string): string {
  return isIdentifierName(name) ? name : stringLiteral(name);
}

/** Replaces lone surrogates, because export names must be well-formed Unicode. */
function wellFormed(name: string): string {
  return name.replace(/\p{Surrogate}/gu, "\ufffd");
}

function byOuter(a: NamedPair, b: NamedPair): number {
  return a.outer < b.outer ? -1 : a.outer > b.outer ? 1 : 0;
}

/** `a`, or `a as b` if the names differ. */
export function renamed(from: string, to: string): string {
  return from === to ? from : `${from} as ${to}`;
}
