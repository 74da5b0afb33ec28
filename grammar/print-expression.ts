import { printable } from "../diagnostics/index.js";
import { precedence } from "./build-expression.js";
import type { Expr, Interval, Name, Scale, StringLiteral, UnitExpr } from "./nodes.js";
import { reservedWords, spellingOf } from "./tokens.js";
import { postorder } from "./walk.js";

/** A printed expression, with the precedence of its outermost operator. */
interface Piece {
  readonly text: string;
  readonly binds: number;
}

const atom = precedence["^"] + 1;
/** An `if` extends as far to the right as possible, so it needs parentheses as an operand. */
const conditional = 0;

/**
 * Prints an expression on one line, with only the parentheses that it needs. Works from the leaves
 * up, without recursion.
 */
export function printExpr(expr: Expr): string {
  const pieces: Piece[] = [];
  for (const node of postorder(expr)) pieces.push(printNode(node, pieces));
  return take(pieces).text;
}

/** Pops the pieces of the operands off the stack. */
function printNode(node: Expr, pieces: Piece[]): Piece {
  switch (node.kind) {
    case "number":
      return { text: node.text, binds: atom };
    case "constant":
      return { text: node.name, binds: atom };
    case "ref":
      return { text: printName(node.name), binds: atom };
    case "qualified":
      return { text: `${printName(node.base)}.${printName(node.member)}`, binds: atom };
    case "call": {
      const args = pieces.splice(pieces.length - node.args.length, node.args.length);
      return { text: `${printName(node.callee)}(${args.map(({ text }) => text).join(", ")})`, binds: atom };
    }
    case "unary": {
      const binds = precedence[node.op === "-" ? "neg" : "not"];
      const operand = enclose(take(pieces), binds);
      return { text: node.op === "-" ? `-${operand}` : `not ${operand}`, binds };
    }
    case "binary": {
      const binds = precedence[node.op];
      const right = take(pieces);
      const left = take(pieces);
      // The right operand of `^` is a unary expression. The left operand of `^` and both operands
      // of a comparison must bind tighter than the operator itself.
      if (node.op === "^") return { text: `${enclose(left, atom)}^${enclose(right, precedence.neg)}`, binds };
      const leftBinds = binds === precedence["<"] ? binds + 1 : binds;
      return { text: `${enclose(left, leftBinds)} ${node.op} ${enclose(right, binds + 1)}`, binds };
    }
    case "if": {
      const otherwise = take(pieces);
      const then = take(pieces);
      const condition = take(pieces);
      return { text: `if ${condition.text} then ${then.text} else ${otherwise.text}`, binds: conditional };
    }
    case "error":
      throw new Error("fitc bug: an expression with a syntax error was printed");
  }
}

function take(pieces: Piece[]): Piece {
  const piece = pieces.pop();
  if (piece === undefined) throw new Error("fitc bug: an expression lacks an operand");
  return piece;
}

function enclose({ text, binds }: Piece, atLeast: number): string {
  return binds < atLeast ? `(${text})` : text;
}

/** Prints a unit, without spaces. Recurses only into parentheses, whose nesting is limited. */
export function printUnit(unit: UnitExpr): string {
  const factors: string[] = [];
  let rest = unit;
  for (; rest.kind === "unitBinary"; rest = rest.left) factors.push(`${rest.op}${printFactor(rest.right)}`);
  factors.push(printFactor(rest));
  return factors.reverse().join("");
}

function printFactor(unit: UnitExpr): string {
  switch (unit.kind) {
    case "unitName":
      return unitSymbols.has(unit.name.text) ? unit.name.text : printName(unit.name);
    case "unitOne":
      return "1";
    case "unitBinary":
      return `(${printUnit(unit)})`;
    case "unitPower": {
      const base = unit.base.kind === "unitPower" ? `(${printUnit(unit.base)})` : printFactor(unit.base);
      const { numerator, denominator } = unit;
      return denominator === 1 ? `${base}^${numerator}` : `${base}^(${numerator}/${denominator})`;
    }
  }
}

/** The units that are no words and need no backticks. */
const unitSymbols: ReadonlySet<string> = new Set(["%", "°C"]);

const bareName = /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u;
const reserved: ReadonlySet<string> = new Set(reservedWords.map(spellingOf));

/**
 * A name as written in a file: in backticks if it is not a plain word, is reserved, or is in
 * `quoted` (the words with a meaning in a data block).
 */
export function printName({ text }: Pick<Name, "text">, quoted?: ReadonlySet<string>): string {
  if (bareName.test(text) && !reserved.has(text) && quoted?.has(text) !== true) return text;
  const escaped = printable(JSON.stringify(text)).slice(1, -1);
  return `\`${escaped.replace(/\\.|`/g, (found) => (found === '\\"' ? '"' : found === "`" ? "\\`" : found))}\``;
}

export function printString({ value }: StringLiteral): string {
  return printable(JSON.stringify(value));
}

/** `name` or `name: unit`. */
export function printTyped(
  { name, unit }: { readonly name: Name; readonly unit: UnitExpr | null },
  quoted?: ReadonlySet<string>,
): string {
  return unit === null ? printName(name, quoted) : `${printName(name, quoted)}: ${printUnit(unit)}`;
}

export function printInterval({ lower, upper, lowerOpen, upperOpen }: Interval): string {
  return `${lowerOpen ? "(" : "["}${printExpr(lower)}, ${printExpr(upper)}${upperOpen ? ")" : "]"}`;
}

/** ` absolute` or ` relative`, including the space before it; empty if neither word is written. */
export function printScale(scale: Scale): string {
  return scale === null ? "" : ` ${scale}`;
}

export function printExprs(exprs: readonly Expr[]): string {
  return exprs.map((expr) => printExpr(expr)).join(", ");
}
