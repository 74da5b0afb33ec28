import type { CallExpr, NameExpr } from "../../../grammar/index.js";
import type {
  CallTarget,
  ConstSymbol,
  DeriveSymbol,
  FnSymbol,
  LetSymbol,
  ValueSymbol,
} from "../../model/checked-model.js";

/** The names of one block: a file, or a model inside it. Values and functions are separate namespaces. */
export interface Scope {
  readonly values: Map<string, ValueSymbol>;
  readonly functions: Map<string, FnSymbol>;
  /** The scope of the file for that of a model. */
  readonly parent: Scope | null;
  /** The text of the block's statements that could not be read, which may have declared names. */
  readonly lost: readonly string[];
}

/** A name that stands for an expression. */
export type Definition = ConstSymbol | LetSymbol | DeriveSymbol | FnSymbol;

/** What uses of names denote. A use that was reported is absent, and nothing more is said about it. */
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

/** Whether a name may have been declared in text that could not be read: it is then not reported as unknown. */
export function mayBeLost(scope: Scope, name: string): boolean {
  return [...scope.lost, ...(scope.parent?.lost ?? [])].some((text) => text.includes(name));
}

export function valueNames(scope: Scope): string[] {
  return [...scope.values.keys(), ...(scope.parent?.values.keys() ?? [])];
}

export function functionNames(scope: Scope): string[] {
  return [...scope.functions.keys(), ...(scope.parent?.functions.keys() ?? [])];
}

/** The expression that a definition stands for. */
export function bodyOf(definition: Definition): ConstSymbol["value"] {
  return definition.kind === "fn" ? definition.body : definition.value;
}

export function isDefinition(symbol: ValueSymbol | CallTarget): symbol is Definition {
  return symbol.kind === "const" || symbol.kind === "let" || symbol.kind === "derive" || symbol.kind === "fn";
}
