import type { Expr, PriorStmt } from "../../../grammar/index.js";
import { isInRange } from "../../../runtime/contract/noise.js";
import type { ParamSymbol } from "../../model/checked-model.js";
import { isAbsolute, noiseModels, priorNoise } from "../../noise/index.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { freeParam } from "./free-param.js";

/** A prior is a normal distribution of one free parameter; each parameter has at most one. */
export function priors(context: ModelContext): void {
  const first = new Map<ParamSymbol, PriorStmt>();
  for (const prior of context.ast.body) {
    if (prior.kind !== "prior") continue;
    checkDistribution(prior, context);
    const param = freeParam(prior.param, "prior", context);
    if (param === null) continue;
    const known = first.get(param);
    if (known === undefined) first.set(param, prior);
    else reportSecond(prior, known, context);
  }
  const [prior] = first.values();
  if (prior !== undefined) checkNoise(prior, context);
}

function checkDistribution({ distribution, args, span }: PriorStmt, context: ModelContext): void {
  const { reporter } = context;
  const { text } = distribution;
  const [mean, deviation] = args;
  if (text !== "normal") reporter.report(messages.unknownPriorDistribution({ name: text }), distribution.span);
  else if (args.length !== 2)
    reporter.report(
      messages.wrongPriorArguments({ found: `${args.length} ${args.length === 1 ? "value" : "values"}` }),
      span,
    );
  else {
    checkValue(mean, "mean", "finite", Number.isFinite, context);
    checkValue(
      deviation,
      "standard deviation",
      "positive and finite",
      (s) => isInRange(noiseModels[priorNoise].range, s),
      context,
    );
  }
}

function checkValue(
  expr: Expr | undefined,
  what: string,
  need: string,
  holds: (value: number) => boolean,
  { constants, reporter }: ModelContext,
): void {
  const value = expr === undefined ? null : constants.valueOf(expr);
  if (expr === undefined || value === null || holds(value)) return;
  reporter.report(messages.invalidPriorArgument({ what, value: numberText(value), need }), expr.span);
}

function reportSecond({ param, span }: PriorStmt, first: PriorStmt, { reporter }: ModelContext): void {
  reporter.report(messages.duplicatePrior({ name: param.name.text, line: reporter.lineOf(first.span) }), span);
}

/**
 * The deviations determine how a prior is weighted against the data, so those of the data must be
 * absolute.
 */
function checkNoise({ param, span }: PriorStmt, { ast, statements, reporter }: ModelContext): void {
  const matrix = ast.body.find((statement) => statement.kind === "covariance");
  const known = statements.some(({ noise }) => noise !== null && isAbsolute(noise));
  if (known || statements.length === 0 || (matrix?.kind === "covariance" && matrix.scale !== "relative")) return;
  const unknown = matrix === undefined && statements.every(({ noise }) => noise === null);
  const assumed = unknown ? "1" : "the given values";
  reporter.report(messages.priorWithoutAbsoluteSigma({ name: param.name.text, assumed }), span);
}
