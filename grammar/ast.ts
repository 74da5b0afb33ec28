import type { Span } from "../diagnostics/index.js";
import type { NoiseWord } from "./noise-words.js";

/**
 * The syntax tree of a `.fit` file: readonly nodes tagged by `kind`, each with its span. A chain of operators is a deep,
 * left-leaning tree, so nothing may recurse over expressions: see `walk.ts`.
 */
export interface FileAst {
  readonly kind: "file";
  readonly items: readonly FileItem[];
  /** Every comment in the order of the text, documentation comments included; the printer puts them back. */
  readonly comments: readonly Comment[];
  readonly span: Span;
}

export interface Comment {
  /** `line`: `// ...`; `block`: `/* ... *\/`; `doc`: `/// ...`. */
  readonly style: "line" | "block" | "doc";
  /** The comment as written, delimiters included. */
  readonly text: string;
  readonly span: Span;
}

export type FileItem = ModelDecl | ConstDecl | FnDecl | ErrorNode;

/** What stands where the parser recovered: the text from the error to the next declaration. */
export interface ErrorNode {
  readonly kind: "error";
  readonly span: Span;
}

/** A name as declared or used. `text` is after NFC and without quotes. */
export interface Name {
  readonly kind: "name";
  readonly text: string;
  readonly span: Span;
}

/** A JSON string; `value` is what it denotes. */
export interface StringLiteral {
  readonly kind: "string";
  readonly value: string;
  readonly span: Span;
}

interface Declaration {
  /** The documentation comment, without slashes; lines joined by a line feed. Null where there is none. */
  readonly doc: string | null;
  readonly span: Span;
}

export interface ModelDecl extends Declaration {
  readonly kind: "model";
  readonly name: Name;
  readonly body: readonly Statement[];
}

export type Statement =
  | DataDecl
  | InputDecl
  | ConstDecl
  | ParamDecl
  | LetDecl
  | DeriveDecl
  | FnDecl
  | FitStmt
  | ResidualStmt
  | PriorStmt
  | OrderStmt
  | CovarianceStmt
  | NoiseStmt
  | LossStmt
  | SolverStmt
  | LaterStmt
  | ErrorNode;

export interface DataDecl extends Declaration {
  readonly kind: "data";
  /** The name of a named set (not available yet). */
  readonly name: Name | null;
  readonly path: StringLiteral;
  readonly format: Name | null;
  readonly items: readonly DataItem[];
}

export type DataItem = WhereItem | MissingItem | ColumnItem | ErrorNode;

export interface WhereItem {
  readonly kind: "where";
  readonly condition: Expr;
  readonly span: Span;
}

export interface MissingItem {
  readonly kind: "missing";
  /** `drop` or `error`; anything else is for the analysis to refuse. */
  readonly policy: Name;
  readonly span: Span;
}

export interface ColumnItem extends Declaration {
  readonly kind: "column";
  readonly name: Name;
  readonly unit: UnitExpr | null;
  readonly from: StringLiteral | null;
}

export interface InputDecl extends Declaration {
  readonly kind: "input";
  readonly columns: readonly TypedName[];
}

export interface TypedName {
  readonly kind: "typed";
  readonly name: Name;
  readonly unit: UnitExpr | null;
  readonly span: Span;
}

interface NamedValue extends Declaration {
  readonly name: Name;
  readonly unit: UnitExpr | null;
  readonly value: Expr;
}

export interface ConstDecl extends NamedValue {
  readonly kind: "const";
}

export interface ParamDecl extends Declaration {
  readonly kind: "param";
  readonly name: Name;
  readonly unit: UnitExpr | null;
  readonly start: Expr | null;
  readonly interval: Interval | null;
  readonly fixed: boolean;
}

export interface Interval {
  readonly kind: "interval";
  readonly lower: Expr;
  readonly upper: Expr;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
  readonly span: Span;
}

export interface LetDecl extends NamedValue {
  readonly kind: "let";
}

export interface DeriveDecl extends NamedValue {
  readonly kind: "derive";
}

export interface FnDecl extends Declaration {
  readonly kind: "fn";
  readonly name: Name;
  readonly params: readonly Name[];
  readonly body: Expr;
}

export interface FitStmt extends Declaration {
  readonly kind: "fit";
  readonly observed: Expr;
  readonly predicted: Expr;
  readonly noise: NoiseBlock | null;
}

export interface ResidualStmt extends Declaration {
  readonly kind: "residual";
  readonly value: Expr;
  readonly noise: NoiseBlock | null;
}

/** `prior k ~ normal(m, s)`. */
export interface PriorStmt extends Declaration {
  readonly kind: "prior";
  readonly param: NameExpr;
  /** `normal`; anything else is for the analysis to refuse. */
  readonly distribution: Name;
  readonly args: readonly Expr[];
}

/** `order c1 < c2 < c3`: two names at least. */
export interface OrderStmt extends Declaration {
  readonly kind: "order";
  readonly params: readonly NameExpr[];
}

/** `covariance "C.csv" absolute`. */
export interface CovarianceStmt extends Declaration {
  readonly kind: "covariance";
  readonly path: StringLiteral;
  /** Null where the word is left out, which means `absolute`. */
  readonly scale: "absolute" | "relative" | null;
}

/** `{ ... }` after a `fit` or a `residual`: the noise and the loss of that statement alone. */
export interface NoiseBlock {
  readonly kind: "block";
  readonly items: readonly BlockItem[];
  readonly span: Span;
}

export type BlockItem = NoiseStmt | LossStmt | ErrorNode;

/** `sigma s absolute`, `weight w`: a noise model and its value. */
export interface NoiseStmt extends Declaration {
  readonly kind: "noise";
  readonly model: NoiseWord;
  readonly value: Expr;
  /** Null where the word is missing, which the analysis refuses in a noise model that needs it. */
  readonly scale: "absolute" | "relative" | null;
}

/** `loss huber(1)`: name and scale. `loss(C) z => log1p(z)`: variable and rho. */
export interface LossStmt extends Declaration {
  readonly kind: "loss";
  readonly name: Name | null;
  readonly variable: Name | null;
  readonly rho: Expr | null;
  readonly scale: Expr | null;
}

export interface SolverStmt extends Declaration {
  readonly kind: "solver";
  readonly name: Name;
  readonly options: readonly (SolverOption | ErrorNode)[];
}

export interface SolverOption {
  readonly kind: "option";
  readonly name: Name;
  readonly value: Expr;
  readonly span: Span;
}

/** A reserved form that is not available yet (`group`, `expect`, ...), already reported by the parser. */
export interface LaterStmt {
  readonly kind: "later";
  readonly word: string;
  readonly span: Span;
}

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
  /** As written, so that the printer does not change the spelling. */
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
