import type { Compilation, EmittedFile } from "../backend.js";
import { stringLiteral } from "./literal.js";
import { type ModelParts, type ModuleParts, moduleParts, renamed, runtimeModule, wasmLength } from "./module.js";

/**
 * Emits a JavaScript module and its declarations, equal to what `tsc` would make of the TypeScript
 * module.
 *
 * @param runtime where the module imports its runtime from
 * @param types the types of a fitter, if the declarations must not import them
 */
export function emitJavaScript(
  compilation: Compilation,
  runtime: string = runtimeModule,
  types: string | null = null,
): readonly [EmittedFile, EmittedFile] {
  const { path } = compilation.source;
  const parts = moduleParts(compilation, false);
  return [
    { path: `${path}.js`, text: moduleText(parts, runtime), wasm: wasmLength(compilation) },
    { path: `${path}.d.ts`, text: declarationText(parts, types), wasm: 0 },
  ];
}

function moduleText({ header, imports, models }: ModuleParts, runtime: string): string {
  const names = imports.map(({ outer, inner }) => renamed(outer, inner)).join(", ");
  return [
    `${header}\nimport { ${names} } from ${stringLiteral(runtime)};\n`,
    ...models.map(
      ({ problem, fitter, doc }) =>
        `const ${problem.name} = ${problem.text};\n\n${docComment(doc)}const ${fitter.inner} = /* @__PURE__ */ createFitter(${problem.name});\n`,
    ),
    `export { ${models.map(({ fitter }) => renamed(fitter.inner, fitter.outer)).join(", ")} };\n`,
  ].join("\n");
}

function declarationText({ header, models }: ModuleParts, types: string | null): string {
  const exports = models.flatMap(({ fitter, shape }) => [fitter, shape]);
  const names = models.flatMap(({ fitter, shape }) => [
    renamed(fitter.inner, fitter.outer),
    `type ${renamed(shape.inner, shape.outer)}`,
  ]);
  const origin = types === null ? `\nimport type { Fitter, ModelShape } from ${stringLiteral(runtimeModule)};` : "";
  return [
    `${header}${origin}\n`,
    ...models.map(modelDeclarations),
    `export { ${names.join(", ")} };\n`,
    ...(types === null ? [] : [exportOf(types, new Set(exports.map(({ outer }) => outer))), types]),
  ].join("\n");
}

/**
 * Exports the types of a fitter, which the declarations of a program that exports a result name. A
 * model may have the name of one.
 */
function exportOf(types: string, taken: ReadonlySet<string>): string {
  const names = [...types.matchAll(/^(?:interface|type) (\w+)/gm)].map(([, name]) => name ?? "");
  return `export type { ${names.filter((name) => !taken.has(name)).join(", ")} };\n`;
}

function modelDeclarations({ shape, shapeMembers, fitter, doc }: ModelParts): string {
  const members = shapeMembers.map(({ name, type }) => `  readonly ${name}: ${type};\n`).join("");
  return [
    `/** The names of the model, as types. */\ninterface ${shape.inner} extends ModelShape {\n${members}}\n`,
    `${docComment(doc)}declare const ${fitter.inner}: Fitter<${shape.inner}>;\n`,
  ].join("\n");
}

function docComment(text: string): string {
  const lines = text.split("\n");
  return lines.length === 1
    ? `/** ${text} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}
