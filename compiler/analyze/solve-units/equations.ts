import type { Span } from "../../../diagnostics/index.js";
import type { CallExpr, Expr } from "../../../grammar/index.js";
import type { ColumnSymbol, ConstSymbol, DeriveSymbol, LetSymbol, ParamSymbol } from "../../model/checked-model.js";
import type { Powers, Rational, Unit } from "../../model/unit.js";

/** A symbol that has a unit of its own. */
export type Quantity = ParamSymbol | ColumnSymbol | ConstSymbol | LetSymbol | DeriveSymbol;

/** An unknown unit: that of a name, or that of a number in one place. */
export interface Variable {
  readonly id: number;
  /** Null: a number. */
  readonly symbol: Quantity | null;
}

/** The unit of an expression, as a product of unknown ones. */
export type Form = Powers<Variable>;

/**
 * What is known about the unit of an expression. `literal`: it consists of bare numbers, and takes
 * the unit that its place requires. `condition`: it is no number.
 */
export type Inferred = Form | "literal" | "condition";

/** What is kept of an expression while its unit is inferred. */
export interface Operand {
  readonly unit: Inferred;
  /** The term that the unit comes from: of a sum, one of its operands. */
  readonly from: Expr;
  /** The value of a constant; `irrational` if it is not a fraction; null if it is not constant. */
  readonly value: Rational | "irrational" | null;
  /** A bare 1. */
  readonly isOne: boolean;
  /** The name, if this is a point on a scale whose zero is arbitrary, such as one in degC. */
  readonly point: Quantity | null;
}

/** An expression whose unit is asked for in an equation. */
export interface Place {
  readonly expr: Expr;
  readonly form: Form;
}

/** The calls through which the body of an `fn` was reached. */
export interface CallChain {
  readonly call: CallExpr;
  readonly outer: CallChain | null;
}

/** Where an expression stands. */
export interface Setting {
  readonly calls: CallChain | null;
  /** In the file around the model. */
  readonly isOuter: boolean;
}

/**
 * Why two units are equal, or why one is 1. `sides`: the two sides of an operator, or arguments of
 * a function. `pure`: the argument of `exp`, an exponent. `base`: of a power whose exponent is not
 * constant. `value`: what a name is defined as, where it starts, its bounds. `noise`: a standard
 * deviation and the observation. `lossScale`: the scale of a loss and the residual.
 */
export type Reason =
  | { readonly kind: "sides" | "pure"; readonly what: string }
  | { readonly kind: "base"; readonly exponent: Expr }
  | { readonly kind: "value"; readonly name: Quantity; readonly what: string }
  | { readonly kind: "noise"; readonly word: string; readonly what: string }
  | { readonly kind: "lossScale" };

/** `left = right` at one place in the model; `left = 1` if there is no right side. */
export interface Site extends Setting {
  readonly reason: Reason;
  readonly left: Place;
  readonly right: Place | null;
  /** The operation that demands it. */
  readonly span: Span;
}

/** A product of unknown units that is `unit`, or 1 if that is null. */
export interface Equation {
  readonly variables: Form;
  readonly unit: Unit | null;
  /** Null for the declaration of a name. */
  readonly site: Site | null;
}
