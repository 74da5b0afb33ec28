import type { BlockItem, Expr, FitStmt, LossStmt, ModelDecl, ResidualStmt } from "../../../grammar/index.js";
import type { ParamSymbol, ValueSymbol } from "../../model/checked-model.js";
import { optionWord } from "../solver-options.js";
import type { Declarations } from "./declare.js";
import type { Locals } from "./resolve.js";
import { bodyOf } from "./scope.js";

/** What an expression is for, which says what may stand in it. */
export type Role =
  | "const"
  | "let"
  | "derive"
  | "fn"
  | "where"
  | "start"
  | "bound"
  | "observed"
  | "predicted"
  | "residual"
  | "noise"
  | "prior"
  | "priorValue"
  | "order"
  | "lossScale"
  | "rho"
  | "option";

/** An expression of a model with its role: the one list that names, types, placement and units are checked over. */
export interface Site {
  readonly role: Role;
  readonly expr: Expr;
  readonly locals: Locals;
  /** The word that says in a message where the expression stands: `the start value of 'k'`. */
  readonly label: string;
}

const noLocals: Locals = new Map();

/** The bodies of a block's definitions. */
export function definitionSites(declarations: Declarations): Site[] {
  return declarations.definitions.map((definition) => {
    const locals =
      definition.kind === "fn"
        ? new Map<string, ValueSymbol>(definition.params.map((param) => [param.name.text, param]))
        : noLocals;
    return {
      role: definition.kind,
      expr: bodyOf(definition),
      locals,
      label: `${definition.kind} '${definition.name.text}'`,
    };
  });
}

/** All other expressions of a model. */
export function modelSites(model: ModelDecl, declarations: Declarations): Site[] {
  const sites: Site[] = declarations.params.flatMap(paramSites);
  const add = (role: Role, expr: Expr | null, label: string, locals: Locals = noLocals): void => {
    if (expr !== null) sites.push({ role, expr, locals, label });
  };
  const addLoss = (loss: LossStmt): void => {
    add("lossScale", loss.scale, "the scale of a loss");
    const variable = declarations.lossVariables.get(loss);
    add("rho", loss.rho, "a loss", variable === undefined ? noLocals : new Map([[variable.name.text, variable]]));
  };
  const addNoise = (item: BlockItem): void => {
    if (item.kind === "noise") add("noise", item.value, `'${item.model}'`);
    else if (item.kind === "loss") addLoss(item);
  };
  const addStatement = (statement: FitStmt | ResidualStmt): void => {
    if (statement.kind === "residual") {
      add("residual", statement.value, "'residual'");
    } else {
      add("observed", statement.observed, "the observed side of 'fit'");
      add("predicted", statement.predicted, "the predicted side of 'fit'");
    }
    for (const item of statement.noise?.items ?? []) addNoise(item);
  };
  for (const statement of model.body) {
    switch (statement.kind) {
      case "data":
        for (const item of statement.items) if (item.kind === "where") add("where", item.condition, "'where'");
        break;
      case "fit":
      case "residual":
        addStatement(statement);
        break;
      case "prior":
        add("prior", statement.param, "'prior'");
        for (const value of statement.args) add("priorValue", value, "a prior");
        break;
      case "order":
        for (const param of statement.params) add("order", param, "'order'");
        break;
      case "noise":
      case "loss":
        addNoise(statement);
        break;
      case "solver":
        for (const option of statement.options) {
          if (option.kind === "error" || optionWord(option.name.text, option.value) !== null) continue;
          add("option", option.value, `option '${option.name.text}'`);
        }
        break;
    }
  }
  return sites;
}

function paramSites(param: ParamSymbol): Site[] {
  const sites: Site[] = [];
  const add = (role: Role, expr: Expr | null, what: string): void => {
    if (expr !== null) sites.push({ role, expr, locals: noLocals, label: `${what} of '${param.name.text}'` });
  };
  add("start", param.start, "the start value");
  add("bound", param.lower, "the lower bound");
  add("bound", param.upper, "the upper bound");
  return sites;
}
