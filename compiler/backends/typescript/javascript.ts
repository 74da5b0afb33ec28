import type { Compilation, EmittedFile } from "../backend.js";
import { stringLiteral } from "./literal.js";
import { type ModelParts, type ModuleParts, moduleParts, renamed, runtimeModule, wasmLength } from "./module.js";

/**
 * Emits a JavaScript module and its declarations, equal to what `tsc` would make of the TypeScript
 * module.
 *
 * @param runtime where the module imports its runtime from
 */
export function emitJavaScript(compilation: Compilation, runtime: string = runtimeModule): readonly EmittedFile[] {
  const { path } = compilation.source;
  const parts = moduleParts(compilation, false);
  return [
    { path: `${path}.js`, text: moduleText(parts, runtime), wasm: wasmLength(compilation) },
    { path: `${path}.d.ts`, text: declarationText(parts), wasm: 0 },
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

function declarationText({ header, models }: ModuleParts): string {
  const exports = models.flatMap(({ fitter, shape }) => [
    renamed(fitter.inner, fitter.outer),
    `type ${renamed(shape.inner, shape.outer)}`,
  ]);
  return [
    `${header}\nimport type { Fitter, ModelShape } from ${stringLiteral(runtimeModule)};\n`,
    ...models.map(modelDeclarations),
    `export { ${exports.join(", ")} };\n`,
  ].join("\n");
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
