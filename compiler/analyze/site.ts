import type { Message } from "../../diagnostics/index.js";
import type { Expr } from "../../grammar/index.js";
import type { ValueSymbol } from "../model/checked-model.js";
import type { Declarations } from "./resolve/declare.js";
import type { Locals } from "./resolve/resolve.js";
import { bodyOf, type Definition } from "./resolve/scope.js";

/**
 * An expression and what is allowed in it. Each block has one list of sites, for which names,
 * types, placement and units are checked.
 */
export interface Site {
  readonly expr: Expr;
  /** Where the expression is, as text for a message: `the start value of 'k'`. */
  readonly label: string;
  readonly content: Content;
  readonly use: Use;
  /** What to write instead if it is a condition and must be a number; null if that is not clear. */
  readonly insteadOfCondition?: () => string | null;
  /** Names that are visible in this expression only. */
  readonly locals?: Locals;
}

export interface Content {
  /** Null for the body of a definition, whose type is checked when its name is resolved. */
  readonly type: "number" | "condition" | null;
  /**
   * `none`: only constants. `row`: one value for each row kept. `given`: one for each row before
   * any is dropped, so that reductions are not known yet. `reduced`: a single number, so a column
   * may be used only inside a reduction. `any`: the body of an `fn`, which is checked where it is
   * called.
   */
  readonly columns: "none" | "row" | "given" | "reduced" | "any";
  /** Whether parameters are allowed; if only fixed ones are, a function that makes the message. */
  readonly params: "any" | "none" | FreeParamMessage;
}

/**
 * @param found the name in the expression, and the parameter it depends on if that has another name
 */
export type FreeParamMessage = (found: { readonly name: string; readonly through: string }) => Message;

/**
 * The purpose of an expression. `residual`: the fit minimizes it, so it determines its parameters.
 * `result`: anything else that has an effect or is reported. `name`: a definition, which has no
 * effect unless it is used.
 */
export type Use = "residual" | "result" | "name";

export const constantNumber: Content = { type: "number", columns: "none", params: "none" };
export const rowNumber: Content = { type: "number", columns: "row", params: "any" };
/** A number that depends on the data only and is known before the fit. */
export const numberFromData: Content = { type: "number", columns: "reduced", params: "none" };

/** A number for each row that does not change during the fit. */
export function settledRowNumber(message: FreeParamMessage): Content {
  return { type: "number", columns: "row", params: message };
}

/** The bodies of the definitions of a block. */
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
