// Writes fitter.d.ts: the types of a fitter, and all types that they mention, as declarations
// without imports. The declarations of standalone modules contain them.
// node scripts/flatten-types.js FOLDER, the folder of a build.
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";

const folder = resolve(process.argv[2]);
const entry = `${folder}/types/runtime/api/fitter.d.ts`;
const program = ts.createProgram([entry], {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts"],
  types: [],
});
const checker = program.getTypeChecker();

/** The declarations found so far, by symbol; those added on the way are visited too. */
const found = new Map();
for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)))) {
  if (symbol.name === "Fitter") add(symbol);
}
for (const declaration of found.values()) visit(declaration);

const names = [...found.keys()].map(({ name }) => name);
const twice = names.filter((name, i) => names.indexOf(name) !== i);
if (twice.length > 0) throw new Error(`two types are called ${twice.join(", ")}`);
writeFileSync(`${folder}/fitter.d.ts`, [...found.values()].map(textOf).join("\n"));

function add(symbol) {
  const declaration = symbol.declarations?.[0];
  if (found.has(symbol) || !declaration?.getSourceFile().fileName.startsWith(folder)) return;
  if (ts.isTypeParameterDeclaration(declaration)) return;
  const isType = ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration);
  if (!isType && !ts.isVariableDeclaration(declaration)) throw new Error(`${symbol.name} is no type`);
  found.set(symbol, declaration);
}

/** Adds what the types in a node refer to. */
function visit(node) {
  if (ts.isImportTypeNode(node)) throw new Error(`'${node.getText()}' would be an import`);
  const name = ts.isTypeReferenceNode(node)
    ? node.typeName
    : ts.isExpressionWithTypeArguments(node)
      ? node.expression
      : ts.isTypeQueryNode(node)
        ? node.exprName
        : undefined;
  const symbol = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  if (symbol !== undefined) add(symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  ts.forEachChild(node, visit);
}

/** A declaration with its doc comment, which is not exported. */
function textOf(declaration) {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const text = statement.getFullText();
  // Comments on the file end before an empty line or an import.
  const [start = statement.getStart()] = (statement.jsDoc ?? []).map((doc) => doc.getStart()).slice(-1);
  const own = text.slice(start - statement.getFullStart());
  return `${own.replace(/^export (?=interface|type|declare)/m, "")}\n`;
}
