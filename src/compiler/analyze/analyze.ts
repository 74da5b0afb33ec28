import { DiagnosticBag, type SourceFile, type StageResult } from "../../diagnostics/index.js";
import type { FileAst, ModelDecl } from "../../grammar/index.js";
import { assembleModel } from "./assemble.js";
import { Constants } from "./constants.js";
import type { BlockContext, ModelContext } from "./context.js";
import { analysisMessages as messages } from "./messages/index.js";
import type { CheckedModel } from "./model.js";
import { Reporter } from "./reporter.js";
import { type Declarations, declare } from "./resolve/declare.js";
import { orderDefinitions } from "./resolve/definitions.js";
import { Dependences } from "./resolve/dependence.js";
import { resolveExpression } from "./resolve/resolve.js";
import type { Resolution } from "./resolve/scope.js";
import { definitionSites, modelSites, type Site } from "./resolve/sites.js";
import { effectiveStatements } from "./resolve/statements.js";
import { Types } from "./resolve/types.js";
import { rules } from "./rules/index.js";
import { UnitChecker } from "./units/infer.js";

/**
 * Checks a file and resolves its names: declarations, then the meaning of every name, then the definitions in order of
 * use with their types, units and dependences, then the rules of each model.
 *
 * @returns the models without errors, and all that is wrong in the file
 */
export function analyze(ast: FileAst, source: SourceFile): StageResult<readonly CheckedModel[]> {
  const bag = new DiagnosticBag(source);
  const reporter = new Reporter(source, bag);
  const declarations = declare(ast.items, null, reporter);
  const file = analyzeBlock(declarations, definitionSites(declarations), null, source, reporter);
  const models = ast.items.filter((item) => item.kind === "model");
  reportRepeatedModels(models, reporter);
  const checked = models.flatMap((model) => analyzeModel(model, file, source, new Reporter(source, bag)));
  return { value: reporter.failed ? [] : checked, diagnostics: bag.sorted() };
}

function analyzeModel(ast: ModelDecl, file: BlockContext, source: SourceFile, reporter: Reporter): CheckedModel[] {
  const declarations = declare(ast.body, file.declarations.scope, reporter);
  const sites = [...definitionSites(declarations), ...modelSites(ast, declarations)];
  const block = analyzeBlock(declarations, sites, file, source, reporter);
  const statements = effectiveStatements(ast, block.dependences);
  const context: ModelContext = { ...block, ast, reporter, sites, statements };
  for (const rule of rules) rule(context);
  return reporter.failed ? [] : [assembleModel(context, source)];
}

/** Resolves the names of a block, and takes its definitions in, each after those that it uses. */
function analyzeBlock(
  declarations: Declarations,
  sites: readonly Site[],
  outer: BlockContext | null,
  source: SourceFile,
  reporter: Reporter,
): BlockContext {
  const resolution: Resolution = {
    references: new Map(outer?.resolution.references),
    calls: new Map(outer?.resolution.calls),
  };
  for (const { expr, locals } of sites) resolveExpression(expr, locals, declarations.scope, resolution, reporter);
  const dependences = new Dependences(resolution, outer?.dependences ?? null);
  const constants = new Constants(source, resolution, dependences);
  const types = new Types(resolution, reporter, outer?.types ?? null);
  const units = new UnitChecker(resolution, constants, reporter, outer?.units ?? null);
  for (const definition of orderDefinitions(declarations.definitions, resolution, reporter)) {
    dependences.add(definition);
    types.add(definition);
    units.add(definition);
  }
  return { declarations, resolution, constants, dependences, types, units };
}

function reportRepeatedModels(models: readonly ModelDecl[], reporter: Reporter): void {
  const first = new Map<string, ModelDecl>();
  for (const model of models) {
    const { text, span } = model.name;
    const known = first.get(text);
    if (known === undefined) first.set(text, model);
    else reporter.report(messages.FIT2020({ name: text, line: reporter.lineOf(known.name.span) }), span);
  }
}
