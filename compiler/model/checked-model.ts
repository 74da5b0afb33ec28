import type { SourceFile, Span } from "../../diagnostics/index.js";
import type { CallExpr, Expr, Name, NameExpr, NoiseWord } from "../../grammar/index.js";
import type { DataFormat } from "../../runtime/contract/data-formats.js";
import type { StatementKind } from "../../runtime/contract/fit-problem.js";
import type { LossName } from "../../runtime/contract/losses.js";
import type { MissingPolicy } from "../../runtime/contract/missing-policies.js";
import type { NoiseScale } from "../../runtime/contract/noise.js";
import type { ReductionName } from "../../runtime/contract/reductions.js";
import type { SolverInfo } from "../../runtime/contract/solver.js";
import type { Unit } from "./unit.js";

/**
 * A model after analysis: symbols by identity, everything resolved and checked. Expressions stay syntax trees; a use of
 * a name is looked up in {@link CheckedModel.references}, a call in {@link CheckedModel.calls}.
 */
export interface CheckedModel {
  readonly source: SourceFile;
  readonly name: string;
  readonly doc: string | null;
  /** The whole model block. */
  readonly span: Span;
  /** Null where the caller of the compiled module passes the arrays (`input`). */
  readonly data: CheckedData | null;
  readonly missing: MissingPolicy;
  readonly where: Expr | null;
  readonly columns: readonly ColumnSymbol[];
  readonly params: readonly ParamSymbol[];
  /** The free parameters without a start value and without bounds to be in the middle of: the model must be linear in them. */
  readonly startless: ReadonlySet<ParamSymbol>;
  readonly derives: readonly DeriveSymbol[];
  /** Row-dependent statements first, then those in which no column occurs, then priors; each group in the order of the text. */
  readonly statements: readonly CheckedStatement[];
  /** Chains of free parameters, each of which stays below the next. */
  readonly order: readonly (readonly ParamSymbol[])[];
  /** The covariance matrix of the observations; null where they are independent. */
  readonly covariance: CheckedCovariance | null;
  /** Chosen where the model does not name one. */
  readonly solver: SolverInfo;
  readonly references: ReadonlyMap<NameExpr, ValueSymbol>;
  readonly calls: ReadonlyMap<CallExpr, CallTarget>;
}

export interface CheckedData {
  readonly path: string;
  readonly pathSpan: Span;
  readonly format: DataFormat;
}

export interface CheckedCovariance {
  readonly path: string;
  readonly pathSpan: Span;
  readonly absolute: boolean;
}

/** What a name in an expression can denote. `argument` is the argument of a `fn`; `lossVariable` the z of `loss z => ...`. */
export type ValueSymbol =
  | ParamSymbol
  | ColumnSymbol
  | ConstSymbol
  | LetSymbol
  | DeriveSymbol
  | ArgumentSymbol
  | LossVariable;

export interface ParamSymbol {
  readonly kind: "param";
  readonly name: Name;
  /** Position among the model's parameters, fixed ones included. */
  readonly index: number;
  readonly doc: string | null;
  readonly unit: Unit | null;
  /** Null: the middle of the bounds where both are there and, as far as known now, finite; else {@link CheckedModel.startless}. */
  readonly start: Expr | null;
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
  readonly fixed: boolean;
  readonly span: Span;
}

export interface ColumnSymbol {
  readonly kind: "column";
  readonly name: Name;
  /** Position among the model's columns. */
  readonly index: number;
  /** Its name in the file. */
  readonly header: string;
  readonly doc: string | null;
  readonly unit: Unit | null;
  readonly span: Span;
}

export interface ConstSymbol {
  readonly kind: "const";
  readonly name: Name;
  readonly unit: Unit | null;
  readonly value: Expr;
  readonly span: Span;
}

export interface LetSymbol {
  readonly kind: "let";
  readonly name: Name;
  readonly unit: Unit | null;
  readonly value: Expr;
  readonly span: Span;
}

export interface DeriveSymbol {
  readonly kind: "derive";
  readonly name: Name;
  readonly doc: string | null;
  readonly unit: Unit | null;
  readonly value: Expr;
  readonly span: Span;
}

export interface ArgumentSymbol {
  readonly kind: "argument";
  readonly name: Name;
  readonly index: number;
}

export interface LossVariable {
  readonly kind: "lossVariable";
  readonly name: Name;
}

export interface FnSymbol {
  readonly kind: "fn";
  readonly name: Name;
  readonly params: readonly ArgumentSymbol[];
  readonly body: Expr;
  readonly span: Span;
}

/** What a call denotes: a builtin of that name, a reduction over the rows (`max` of one argument, `mean`, ...), or a `fn`. */
export type CallTarget =
  | { readonly kind: "builtin"; readonly name: string }
  | { readonly kind: "reduction"; readonly name: ReductionName }
  | FnSymbol;

export interface CheckedStatement {
  /** A `prior` observes its mean once: its parameter is what is predicted, its deviation the sigma. */
  readonly kind: StatementKind;
  /** `row`: one residual a row. `once`: no column occurs in it, one residual in all. */
  readonly rate: "row" | "once";
  /** Null for `residual`. */
  readonly observed: Expr | null;
  /** What is predicted, or the residual itself. */
  readonly predicted: Expr;
  /** Null where none is declared. */
  readonly noise: CheckedNoise | null;
  readonly loss: CheckedLoss;
  readonly span: Span;
}

export interface CheckedNoise {
  readonly model: NoiseWord;
  readonly value: Expr;
  /** Null in a noise model that takes no such word. */
  readonly scale: NoiseScale | null;
}

/** `scale` is an expression of constants; null is 1. */
export type CheckedLoss =
  | { readonly kind: "builtin"; readonly name: LossName; readonly scale: Expr | null }
  | { readonly kind: "custom"; readonly variable: LossVariable; readonly rho: Expr; readonly scale: Expr | null };
