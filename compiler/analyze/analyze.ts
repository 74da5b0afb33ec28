import { type Diagnostic, DiagnosticBag, locate, type SourceFile, type StageResult } from "../../diagnostics/index.js";
import type { FileAst, ModelDecl } from "../../grammar/index.js";
import type { CheckedModel } from "../model/checked-model.js";
import { assembleModel } from "./assemble.js";
import { Constants } from "./constants.js";
import type { AnalyzedModel, BlockContext, ModelContext } from "./context.js";
import { analysisMessages as messages } from "./messages/index.js";
import { Reporter } from "./reporter.js";
import { type Declarations, declare } from "./resolve/declare.js";
import { orderDefinitions } from "./resolve/definitions.js";
import { Dependences } from "./resolve/dependence.js";
import { Layered } from "./resolve/layered.js";
import { type Locals, resolveExpression } from "./resolve/resolve.js";
import type { Resolution } from "./resolve/scope.js";
import { effectiveStatements } from "./resolve/statements.js";
import { Types } from "./resolve/types.js";
import { blockRules, modelRules } from "./rules/index.js";
import { unusedInFile } from "./rules/unused.js";
import { definitionSites, type Site } from "./site.js";
import { type UnitBudgets, unitBudgets } from "./solve-units/budget.js";
import { checkFileUnits, solveUnits } from "./solve-units/solve.js";
import { statementRules, statementSites } from "./statements/index.js";

/** The largest number of diagnostics listed for a file; more would not be read. */
const mostReported = 50;

const noLocals: Locals = new Map();

/**
 * Checks a file and resolves its names: first declarations, then the meaning of every name, then
 * the definitions in order of use with their types, units and dependences, and finally the rules of
 * each model.
 *
 * @returns the models without errors, and all diagnostics of the file
 */
export function analyze(ast: FileAst, source: SourceFile): StageResult<readonly CheckedModel[]> {
  const bag = new DiagnosticBag(source);
  const reporter = new Reporter(source, bag);
  const declarations = declare(ast.items, null, reporter);
  const file = analyzeBlock(declarations, definitionSites(declarations), null, source, reporter);
  const budgets = unitBudgets();
  checkFileUnits(file, budgets);
  const models = ast.items.filter((item) => item.kind === "model");
  reportModels(models, ast, reporter);
  const contexts = models.map((model) => analyzeModel(model, file, budgets, source, new Reporter(source, bag)));
  unusedInFile(file, contexts);
  const sound = reporter.failed ? [] : contexts.filter((context) => !context.reporter.failed && !context.incomplete);
  return { value: sound.map((context) => assembleModel(context, source)), diagnostics: listed(bag.sorted(), source) };
}

/** Limits the list of diagnostics. If it is too long, errors come before warnings. */
function listed(all: readonly Diagnostic[], source: SourceFile): readonly Diagnostic[] {
  if (all.length <= mostReported) return all;
  const errors = all.filter(({ severity }) => severity === "error");
  const first = (errors.length === 0 ? all : errors).slice(0, mostReported);
  const end = { start: source.text.length, end: source.text.length };
  const rest = messages.moreProblems({ count: all.length - first.length });
  return [...first, { ...rest, severity: first[0]?.severity ?? rest.severity, location: locate(source, end) }];
}

function analyzeModel(
  ast: ModelDecl,
  file: BlockContext,
  budgets: UnitBudgets,
  source: SourceFile,
  reporter: Reporter,
): AnalyzedModel {
  const declarations = declare(ast.body, file.declarations.scope, reporter);
  const sites = [...definitionSites(declarations), ...statementSites(ast, declarations)];
  const block = analyzeBlock(declarations, sites, file, source, reporter);
  const statements = effectiveStatements(ast, block.dependences);
  const isClosed = source.text[ast.span.end - 1] === "}";
  const incomplete =
    !isClosed || declarations.scope.lost.length > 0 || sites.some(({ expr }) => block.dependences.of(expr).broken);
  const context: ModelContext = { ...block, ast, statements, incomplete };
  const units = solveUnits(context, file, budgets);
  for (const rule of [...statementRules, ...modelRules]) rule(context);
  return { ...context, units };
}

/**
 * Resolves the names of a block, processes its definitions, each after those that it uses, and
 * checks its expressions.
 */
function analyzeBlock(
  declarations: Declarations,
  sites: readonly Site[],
  outer: BlockContext | null,
  source: SourceFile,
  reporter: Reporter,
): BlockContext {
  const resolution: Resolution = {
    references: new Layered(outer?.resolution.references),
    calls: new Layered(outer?.resolution.calls),
  };
  for (const { expr, locals = noLocals } of sites)
    resolveExpression(expr, locals, declarations.scope, resolution, reporter);
  const dependences = new Dependences(resolution, outer?.dependences ?? null);
  const constants = new Constants(source, resolution, dependences, outer?.constants ?? null);
  const types = new Types(resolution, reporter, outer?.types ?? null);
  for (const definition of orderDefinitions(declarations.definitions, resolution, reporter)) {
    dependences.add(definition);
    types.add(definition);
  }
  const block = { declarations, sites, resolution, dependences, constants, types, reporter };
  for (const rule of blockRules) rule(block);
  return block;
}

/**
 * Checks that the file has a model and that no two models have the same name. An empty file is
 * reported by the grammar.
 */
function reportModels(models: readonly ModelDecl[], { items }: FileAst, reporter: Reporter): void {
  const [lone] = items;
  if (lone !== undefined && items.every((item) => item.kind === "const" || item.kind === "fn")) {
    reporter.report(messages.declarationsWithoutModel(), lone.span);
  }
  const first = new Map<string, ModelDecl>();
  for (const model of models) {
    const { text, span } = model.name;
    const known = first.get(text);
    if (known === undefined) first.set(text, model);
    else reporter.report(messages.duplicateModel({ name: text, line: reporter.lineOf(known.name.span) }), span);
  }
}
