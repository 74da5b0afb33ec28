import type { SourceFile } from "../../diagnostics/index.js";
import type { Expr, LossStmt, OrderStmt, SolverOption } from "../../grammar/index.js";
import { lossNames } from "../../runtime/contract/losses.js";
import { chosenSolver, type SolverInfo, solverNames } from "../../runtime/contract/solver.js";
import type { SolverOptions } from "../../runtime/contract/solver-options.js";
import type {
  CheckedCovariance,
  CheckedData,
  CheckedLoss,
  CheckedModel,
  CheckedStatement,
  ParamSymbol,
} from "../model/checked-model.js";
import { isAbsolute } from "../noise/index.js";
import type { AnalyzedModel, ModelContext } from "./context.js";
import { dataFormat } from "./data-format.js";
import type { EffectiveStatement } from "./resolve/statements.js";
import { isBounded, isRobust } from "./solver-choice.js";
import { settingsByParam, solverOptionRules, wordSetting } from "./solver-options.js";
import { hasNoStart } from "./startless.js";
import { addedResiduals } from "./statements/index.js";

/** Assembles the checked model from a context in which no rule found an error. */
export function assembleModel(context: AnalyzedModel, source: SourceFile): CheckedModel {
  const { ast, declarations, resolution } = context;
  const items = ast.body.flatMap((statement) => (statement.kind === "data" ? statement.items : []));
  const statements = context.statements.map((statement) => checkedStatement(statement, context));
  const covariance = checkedCovariance(context);
  const absolute = covariance?.absolute ?? statements.some(({ noise }) => noise !== null && isAbsolute(noise));
  return {
    source,
    name: ast.name.text,
    doc: ast.doc,
    span: ast.span,
    data: checkedData(context),
    missing: items.some((item) => item.kind === "missing" && item.policy.text === "drop") ? "drop" : "error",
    where: items.find((item) => item.kind === "where")?.condition ?? null,
    columns: declarations.columns,
    params: declarations.params,
    startless: new Set(declarations.params.filter((param) => !param.fixed && hasNoStart(param, context.constants))),
    defaulted: new Set(),
    derives: declarations.derives,
    statements: [
      ...statements.filter((statement) => statement.rate === "row"),
      ...statements.filter((statement) => statement.rate === "once"),
      ...addedResiduals(ast, absolute),
    ],
    order: ast.body.flatMap((statement) => (statement.kind === "order" ? [checkedOrder(statement, context)] : [])),
    covariance,
    solver: checkedSolver(context),
    references: resolution.references,
    calls: resolution.calls,
    units: context.units,
  };
}

function checkedData({ ast }: ModelContext): CheckedData | null {
  const data = ast.body.find((statement) => statement.kind === "data");
  const format = data === undefined ? null : dataFormat(data);
  if (data === undefined || format === null) return null;
  return { path: data.path.value, pathSpan: data.path.span, format };
}

function checkedStatement({ ast, rate, noise, loss }: EffectiveStatement, context: ModelContext): CheckedStatement {
  return {
    kind: ast.kind,
    rate,
    observed: ast.kind === "fit" ? ast.observed : null,
    predicted: ast.kind === "fit" ? ast.predicted : ast.value,
    noise: noise === null ? null : { model: noise.model, value: noise.value, scale: noise.scale },
    loss: checkedLoss(loss, context),
    span: ast.span,
  };
}

function checkedOrder({ params }: OrderStmt, { resolution }: ModelContext): readonly ParamSymbol[] {
  return params.flatMap((node) => {
    const symbol = resolution.references.get(node);
    return symbol?.kind === "param" ? [symbol] : [];
  });
}

function checkedCovariance({ ast }: ModelContext): CheckedCovariance | null {
  const covariance = ast.body.find((statement) => statement.kind === "covariance");
  if (covariance === undefined) return null;
  const { path, scale } = covariance;
  return { path: path.value, pathSpan: path.span, absolute: scale !== "relative" };
}

function checkedLoss(loss: LossStmt | null, { declarations }: ModelContext): CheckedLoss {
  const variable = loss === null ? undefined : declarations.lossVariables.get(loss);
  if (loss?.rho != null && variable !== undefined) {
    return { kind: "custom", variable, rho: loss.rho, scale: loss.scale };
  }
  return {
    kind: "builtin",
    name: lossNames.find((name) => name === loss?.name?.text) ?? "linear",
    scale: loss?.scale ?? null,
  };
}

function checkedSolver(context: ModelContext): SolverInfo {
  const solver = context.ast.body.find((statement) => statement.kind === "solver");
  const bounded = context.declarations.params.some((param) => isBounded(param, context.constants));
  const robust = context.statements.some(({ loss }) => isRobust(loss));
  const options = (solver?.options ?? []).flatMap((option) => {
    if (option.kind === "error") return [];
    return [[solverOptionRules.get(option.name.text)?.key ?? option.name.text, optionValue(option, context)]];
  });
  return {
    method: solverNames.find((name) => name === solver?.name.text) ?? chosenSolver(bounded, robust),
    explicit: solver !== undefined,
    ...(Object.fromEntries(options) as SolverOptions),
  };
}

function optionValue(option: SolverOption, { constants }: ModelContext): SolverOptions[keyof SolverOptions] {
  const number = (value: Expr): number => constants.valueOf(value) ?? Number.NaN;
  if (option.value === null) return settingsByParam(option).map(({ param, value }) => [param.name.text, number(value)]);
  const word = wordSetting(option.name.text, option.value);
  return word === undefined ? number(option.value) : word;
}
