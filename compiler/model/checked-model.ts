import type { SourceFile, Span } from "../../diagnostics/index.js";
import type { CallExpr, Expr, Name, NameExpr, NoiseWord } from "../../grammar/index.js";
import type { DataFormat } from "../../runtime/contract/data-formats.js";
import type { StatementKind } from "../../runtime/contract/fit-problem.js";
import type { LossName } from "../../runtime/contract/losses.js";
import type { MissingPolicy } from "../../runtime/contract/missing-policies.js";
import type { NoiseScale } from "../../runtime/contract/noise.js";
import type { ReductionName } from "../../runtime/contract/reductions.js";
import type { SolverInfo } from "../../runtime/contract/solver.js";
import type { ModelUnits } from "./model-units.js";
import type { Unit } from "./unit.js";

/**
 * A model after analysis: symbols by identity, everything resolved and checked. Expressions remain
 * syntax trees; {@link CheckedModel.references} and {@link CheckedModel.calls} say what a name or a
 * call refers to.
 */
export interface CheckedModel {
  readonly source: SourceFile;
  readonly name: string;
  readonly doc: string | null;
  /** The whole model block. */
  readonly span: Span;
  /** Null if the caller of the compiled module passes the arrays (`input`). */
  readonly data: CheckedData | null;
  readonly missing: MissingPolicy;
  readonly where: Expr | null;
  readonly columns: readonly ColumnSymbol[];
  readonly params: readonly ParamSymbol[];
  /**
   * Free parameters without a start value and without finite bounds whose middle could serve as
   * one. Once the model has been separated, those in which it is linear: their start is computed.
   */
  readonly startless: ReadonlySet<ParamSymbol>;
  /** Those in which it is not: they start at 1. Empty until the model has been separated. */
  readonly defaulted: ReadonlySet<ParamSymbol>;
  readonly derives: readonly DeriveSymbol[];
  /**
   * Row-dependent statements first, then those that use no column, then priors; each group in
   * source order.
   */
  readonly statements: readonly CheckedStatement[];
  /** Chains of free parameters, each of which stays below the next. */
  readonly order: readonly (readonly ParamSymbol[])[];
  /** The covariance matrix of the observations; null if they are independent. */
  readonly covariance: CheckedCovariance | null;
  /** Chosen by the compiler if the model does not name one. */
  readonly solver: SolverInfo;
  readonly references: ReadonlyMap<NameExpr, ValueSymbol>;
  readonly calls: ReadonlyMap<CallExpr, CallTarget>;
  readonly units: ModelUnits;
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

/**
 * The symbols that a name in an expression can denote. `argument` is the argument of a `fn`;
 * `lossVariable` is the z of `loss z => ...`.
 */
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
  /**
   * Null: start in the middle of the bounds if both exist and, as far as is known at compile time,
   * are finite; otherwise see {@link CheckedModel.startless}.
   */
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

/**
 * The target of a call: a builtin of that name, a reduction over the rows (`max` of one argument,
 * `mean`, ...), or a `fn`.
 */
export type CallTarget =
  | { readonly kind: "builtin"; readonly name: string }
  | { readonly kind: "reduction"; readonly name: ReductionName }
  | FnSymbol;

export interface CheckedStatement {
  /**
   * For a `prior`, its mean is what is observed, once; its parameter is what is predicted, and its
   * deviation is the sigma.
   */
  readonly kind: StatementKind;
  /**
   * `row`: one residual per row. `once`: the statement uses no column and has a single residual.
   */
  readonly rate: "row" | "once";
  /** Null for a `residual` statement. */
  readonly observed: Expr | null;
  /** The predicted value, or the residual itself. */
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

/** `scale` is a constant expression; null means 1. */
export type CheckedLoss =
  | { readonly kind: "builtin"; readonly name: LossName; readonly scale: Expr | null }
  | { readonly kind: "custom"; readonly variable: LossVariable; readonly rho: Expr; readonly scale: Expr | null };
