import type { CallExpr, NameExpr } from "../../../grammar/index.js";
import type {
  CallTarget,
  ConstSymbol,
  DeriveSymbol,
  FnSymbol,
  LetSymbol,
  ValueSymbol,
} from "../../model/checked-model.js";

/**
 * The names of one block: a file, or a model in it. Values and functions are separate namespaces.
 */
export interface Scope {
  readonly values: Map<string, ValueSymbol>;
  readonly functions: Map<string, FnSymbol>;
  /** For the scope of a model, the scope of its file. */
  readonly parent: Scope | null;
  /**
   * The text of those statements of the block that could not be read; they may have declared names.
   */
  readonly lost: readonly string[];
}

/** A symbol whose value is an expression. */
export type Definition = ConstSymbol | LetSymbol | DeriveSymbol | FnSymbol;

/**
 * What each use of a name refers to. A use that was reported is missing here, so that it is not
 * reported again.
 */
export interface Resolution {
  readonly references: Map<NameExpr, ValueSymbol>;
  readonly calls: Map<CallExpr, CallTarget>;
}

export function findValue(scope: Scope, name: string): ValueSymbol | undefined {
  return scope.values.get(name) ?? scope.parent?.values.get(name);
}

export function findFunction(scope: Scope, name: string): FnSymbol | undefined {
  return scope.functions.get(name) ?? scope.parent?.functions.get(name);
}

export function hasColumns(scope: Scope): boolean {
  return [...scope.values.values()].some((symbol) => symbol.kind === "column");
}

/**
 * Whether a name may have been declared in text that could not be read. If so, it is not reported
 * as unknown.
 */
export function mayBeLost(scope: Scope, name: string): boolean {
  return [...scope.lost, ...(scope.parent?.lost ?? [])].some((text) => text.includes(name));
}

export function valueNames(scope: Scope): string[] {
  return [...scope.values.keys(), ...(scope.parent?.values.keys() ?? [])];
}

export function functionNames(scope: Scope): string[] {
  return [...scope.functions.keys(), ...(scope.parent?.functions.keys() ?? [])];
}

/** The expression of a definition. */
export function bodyOf(definition: Definition): ConstSymbol["value"] {
  return definition.kind === "fn" ? definition.body : definition.value;
}

export function isDefinition(symbol: ValueSymbol | CallTarget): symbol is Definition {
  return symbol.kind === "const" || symbol.kind === "let" || symbol.kind === "derive" || symbol.kind === "fn";
}
