import type { Span } from "../diagnostics/index.js";

/**
 * The nodes that all statements share: names, strings, units and expressions. A chain of operators
 * is a deep, left-leaning tree, so no code may recurse over expressions: see `walk.ts`.
 */

export interface Comment {
  /** `line`: `// ...`; `block`: `/* ... *\/`; `doc`: `/// ...`. */
  readonly style: "line" | "block" | "doc";
  /** The comment as written, delimiters included. */
  readonly text: string;
  readonly span: Span;
}

/** A node for text that could not be parsed: from the error to the next declaration. */
export interface ErrorNode {
  readonly kind: "error";
  readonly span: Span;
}

/** A name as declared or used. `text` is normalized to NFC and has no quotes. */
export interface Name {
  readonly kind: "name";
  readonly text: string;
  readonly span: Span;
}

/** A string in JSON syntax; `value` is its decoded text. */
export interface StringLiteral {
  readonly kind: "string";
  readonly value: string;
  readonly span: Span;
}

/** A node that `///` can document. */
export interface Declaration {
  /**
   * The documentation comment without slashes, its lines joined by line feeds. Null if there is
   * none.
   */
  readonly doc: string | null;
  readonly span: Span;
}

export interface TypedName {
  readonly kind: "typed";
  readonly name: Name;
  readonly unit: UnitExpr | null;
  readonly span: Span;
}

export interface Interval {
  readonly kind: "interval";
  readonly lower: Expr;
  readonly upper: Expr;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
  readonly span: Span;
}

/**
 * Whether a standard deviation is known absolutely or only up to a common factor; null if neither
 * word is written.
 */
export type Scale = "absolute" | "relative" | null;

export type UnitExpr = UnitName | UnitOne | UnitBinary | UnitPower;

export interface UnitName {
  readonly kind: "unitName";
  readonly name: Name;
  readonly span: Span;
}

/** The unit `1`. */
export interface UnitOne {
  readonly kind: "unitOne";
  readonly span: Span;
}

export interface UnitBinary {
  readonly kind: "unitBinary";
  readonly op: "*" | "/";
  readonly left: UnitExpr;
  readonly right: UnitExpr;
  readonly span: Span;
}

export interface UnitPower {
  readonly kind: "unitPower";
  readonly base: UnitExpr;
  readonly numerator: number;
  readonly denominator: number;
  readonly span: Span;
}

export type Expr =
  | NumberExpr
  | ConstantExpr
  | NameExpr
  | QualifiedExpr
  | CallExpr
  | UnaryExpr
  | BinaryExpr
  | IfExpr
  | ErrorNode;

export interface NumberExpr {
  readonly kind: "number";
  readonly value: number;
  /** The number as written, so that the printer keeps its spelling. */
  readonly text: string;
  readonly span: Span;
}

/** `inf` or `pi`. */
export interface ConstantExpr {
  readonly kind: "constant";
  readonly name: "inf" | "pi";
  readonly span: Span;
}

export interface NameExpr {
  readonly kind: "ref";
  readonly name: Name;
  readonly span: Span;
}

/** `spectra.y` (not available yet). */
export interface QualifiedExpr {
  readonly kind: "qualified";
  readonly base: Name;
  readonly member: Name;
  readonly span: Span;
}

export interface CallExpr {
  readonly kind: "call";
  readonly callee: Name;
  readonly args: readonly Expr[];
  readonly span: Span;
}

export interface UnaryExpr {
  readonly kind: "unary";
  readonly op: "-" | "not";
  readonly operand: Expr;
  readonly span: Span;
}

export type BinaryOp = "+" | "-" | "*" | "/" | "^" | "<" | "<=" | ">" | ">=" | "==" | "!=" | "and" | "or";

export interface BinaryExpr {
  readonly kind: "binary";
  readonly op: BinaryOp;
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
}

export interface IfExpr {
  readonly kind: "if";
  readonly condition: Expr;
  readonly then: Expr;
  readonly else: Expr;
  readonly span: Span;
}
