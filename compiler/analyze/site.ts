import type { Message } from "../../diagnostics/index.js";
import type { Expr } from "../../grammar/index.js";
import type { ValueSymbol } from "../model/checked-model.js";
import type { Declarations } from "./resolve/declare.js";
import type { Locals } from "./resolve/resolve.js";
import { bodyOf, type Definition } from "./resolve/scope.js";

/**
 * An expression with what may stand in it. A block has one list of them, over which names, types,
 * placement and units are checked.
 */
export interface Site {
  readonly expr: Expr;
  /** Where the expression stands, as a message says it: `the start value of 'k'`. */
  readonly label: string;
  readonly content: Content;
  readonly use: Use;
  /** The names that this expression alone sees. */
  readonly locals?: Locals;
}

export interface Content {
  /** Null for the body of a definition, whose type is checked when its name is resolved. */
  readonly type: "number" | "condition" | null;
  /**
   * `none`: the expression is made of constants. `row`: it has a value for each row. `reduced`: it
   * is one number, so that a column stands in it under a reduction alone. `any`: it is the body of
   * a `fn`, which is checked where it is called.
   */
  readonly columns: "none" | "row" | "reduced" | "any";
  /** Whether a parameter may stand in it; a function gives the message where only a fixed one may. */
  readonly params: "any" | "none" | FreeParamMessage;
}

/** @param found the name in the expression, and the parameter that it stands for where it is another */
export type FreeParamMessage = (found: { readonly name: string; readonly through: string }) => Message;

/**
 * What an expression is there for. `residual`: what the fit makes small, so that a parameter in it
 * is determined. `result`: anything else that has an effect or is reported. `name`: nothing, unless
 * something uses the name that it defines.
 */
export type Use = "residual" | "result" | "name";

export const constantNumber: Content = { type: "number", columns: "none", params: "none" };
export const rowNumber: Content = { type: "number", columns: "row", params: "any" };
/** Settled before the fit, by the data alone. */
export const numberFromData: Content = { type: "number", columns: "reduced", params: "none" };

/** A number for each row that does not change during the fit. */
export function settledRowNumber(message: FreeParamMessage): Content {
  return { type: "number", columns: "row", params: message };
}

/** The bodies of a block's definitions. */
export function definitionSites(declarations: Declarations): readonly Site[] {
  return declarations.definitions.map((definition) => ({
    expr: bodyOf(definition),
    label: `${definition.kind} '${definition.name.text}'`,
    ...definitions[definition.kind],
    ...(definition.kind === "fn" ? { locals: argumentsOf(definition.params) } : {}),
  }));
}

const definitions: { readonly [K in Definition["kind"]]: Pick<Site, "content" | "use"> } = {
  const: { content: { type: null, columns: "none", params: "none" }, use: "name" },
  let: { content: { type: null, columns: "row", params: "any" }, use: "name" },
  fn: { content: { type: null, columns: "any", params: "any" }, use: "name" },
  derive: { content: { type: null, columns: "reduced", params: "any" }, use: "result" },
};

function argumentsOf(params: Extract<Definition, { kind: "fn" }>["params"]): Locals {
  return new Map<string, ValueSymbol>(params.map((param) => [param.name.text, param]));
}
