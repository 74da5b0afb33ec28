import type { SourceFileStructure, StatementStructures, WriterFunction } from "ts-morph";
import type { Compilation, EmittedFile } from "../backend.js";
import { type ModelParts, type ModuleParts, moduleParts, renamed, runtimeModule, wasmLength } from "./module.js";

/**
 * Emits the TypeScript module. ts-morph builds it from one structure in one call: with one call per
 * statement it would parse the whole text again each time. ts-morph is loaded only here, since no
 * other output needs it.
 */
export async function emitTypeScript(compilation: Compilation): Promise<readonly EmittedFile[]> {
  const { Project, StructureKind, VariableDeclarationKind, IndentationText } = await import("ts-morph");
  const parts = moduleParts(compilation, true);
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });

  const modelStatements = (model: ModelParts): readonly (StatementStructures | WriterFunction)[] => [
    {
      kind: StructureKind.Interface,
      name: model.shape.inner,
      docs: ["The names of the model, as types."],
      extends: ["ModelShape"],
      properties: model.shapeMembers.map(({ name, type }) => ({ name, type, isReadonly: true })),
    },
    (writer) => writer.write(envelopeOf(model)),
    {
      kind: StructureKind.VariableStatement,
      leadingTrivia: "\n",
      docs: [model.doc],
      declarationKind: VariableDeclarationKind.Const,
      declarations: [
        {
          name: model.fitter.inner,
          type: `Fitter<${model.shape.inner}>`,
          initializer: `/* @__PURE__ */ createFitter<${model.shape.inner}>(${model.problem.name})`,
        },
      ],
    },
  ];
  const structure: SourceFileStructure = {
    kind: StructureKind.SourceFile,
    statements: [
      parts.header,
      {
        kind: StructureKind.ImportDeclaration,
        moduleSpecifier: runtimeModule,
        namedImports: importSpecifiers(parts),
      },
      ...parts.models.flatMap(modelStatements),
      {
        kind: StructureKind.ExportDeclaration,
        leadingTrivia: "\n",
        namedExports: parts.models.flatMap(({ fitter, shape }) => [
          renamed(fitter.inner, fitter.outer),
          `type ${renamed(shape.inner, shape.outer)}`,
        ]),
      },
    ],
  };
  const text = filled(project.createSourceFile("/module.ts", structure).getFullText(), parts.models);
  return [{ path: `${compilation.source.path}.ts`, text, wasm: wasmLength(compilation) }];
}

/**
 * Where the `FitProblem` of a model will be. It is most of the module, and ready to be printed:
 * ts-morph would only read it again.
 */
function envelopeOf({ problem }: ModelParts): string {
  return `const ${problem.name}: FitProblem = null;`;
}

/** Puts the problems of all models, which are in order, in their places. */
function filled(envelope: string, models: readonly ModelParts[]): string {
  const pieces: string[] = [];
  let taken = 0;
  for (const model of models) {
    // At the start of a line, which no comment contains: its lines start with an asterisk.
    const place = `\n${envelopeOf(model)}`;
    const at = envelope.indexOf(place, taken);
    if (at < 0) throw new Error("fitc bug: a model is not in its module");
    pieces.push(envelope.slice(taken, at), `\nconst ${model.problem.name}: FitProblem = ${model.problem.text};`);
    taken = at + place.length;
  }
  return pieces.join("") + envelope.slice(taken);
}

function importSpecifiers({ imports }: ModuleParts): string[] {
  return [
    ...["Fitter", "FitProblem", "ModelShape"].map((name) => `type ${name}`),
    ...imports.map(({ outer, inner }) => renamed(outer, inner)),
  ];
}
