import { type CustomPatternMatcherReturn, createToken, type ICustomPattern, Lexer, type TokenType } from "chevrotain";

/**
 * The vocabulary. The lexer has only a handful of patterns (words, numbers, punctuation, ...);
 * words and punctuation with a fixed spelling then get their own type from `spellings` in
 * `vocabulary.ts`. This keeps the lexer small and its start fast.
 */

const skipped = { group: Lexer.SKIPPED };
const comment = { group: "comments" };

/**
 * Wraps a pattern in a custom matcher. Given a plain regular expression, Chevrotain would drop the
 * `u` flag, and would spend more time at start-up working out first characters than that saves
 * later.
 */
function matcher(expression: RegExp): ICustomPattern {
  const sticky = new RegExp(expression.source, `${expression.flags}y`);
  return {
    exec: (text, offset) => {
      sticky.lastIndex = offset;
      return sticky.exec(text) as CustomPatternMatcherReturn | null;
    },
  };
}

/** Any name: a word that is not reserved, or a quoted name. */
export const Name = category("Name", "a name");
/** A name that a column may have without quotes; excludes `where`, `missing` and `from`. */
export const ColumnName = category("ColumnName", "a column name", [Name]);
export const PrefixOperator = category("PrefixOperator", "an operator");
export const BinaryOperator = category("BinaryOperator", "an operator");

export const WhiteSpace = createToken({ name: "WhiteSpace", pattern: matcher(/\s+/), line_breaks: true, ...skipped });
/** Tried early, as the most frequent token: it excludes what the patterns below begin with. */
export const Punctuation = createToken({
  name: "Punctuation",
  pattern: matcher(/[<>=!]=|=>|\.\.|\+\/-|[-+^>=~(){}[\],]|\*(?!\*)|\/(?![/*])|<(?!>)|:(?!=)|\.(?!\d)/),
});
export const DocComment = createToken({ name: "DocComment", pattern: matcher(/\/\/\/(?!\/)[^\n\r]*/), ...comment });
export const LineComment = createToken({ name: "LineComment", pattern: matcher(/\/\/[^\n\r]*/), ...comment });
export const BlockComment = createToken({
  name: "BlockComment",
  pattern: matcher(/\/\*[\s\S]*?(?:\*\/|$)/),
  line_breaks: true,
  ...comment,
});
export const NumberLiteral = createToken({
  name: "Number",
  label: "a number",
  pattern: matcher(/(?:\d[\d_]*(?:\.(?!\.)(?:\d[\d_]*)?)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?/),
});
export const Word = createToken({
  name: "Word",
  label: "a name",
  // Combining marks may continue a name, so decomposed text is also a name.
  pattern: matcher(/[\p{L}_][\p{L}\p{M}\p{Nd}_]*/u),
  line_breaks: false,
  categories: ColumnName,
});
export const QuotedName = createToken({
  name: "QuotedName",
  label: "a name",
  pattern: matcher(/`[^`\\\n\r]*(?:\\[^\n\r][^`\\\n\r]*)*`?/),
  categories: ColumnName,
});
export const StringText = createToken({
  name: "String",
  label: "a string in double quotes",
  pattern: matcher(/"[^"\\\n\r]*(?:\\[^\n\r][^"\\\n\r]*)*"?/),
});
/** The module prefix of a function in other languages: `np.` in `np.exp(x)`. */
export const ModulePrefix = createToken({
  name: "ModulePrefix",
  pattern: matcher(/(?:np|numpy|math|Math|scipy|jnp)\.(?=[\p{L}_][\p{L}\p{Nd}_]*\s*\()/u),
});
/** Spellings of other languages, each reported with what to write instead: see `foreign.ts`. */
export const Foreign = createToken({
  name: "Foreign",
  pattern: matcher(
    /\*\*|&&|\|\||!(?!=)|:=|<>|;|\?+|#[^\n\r]*|'[^'\n\r]*'|[\u2018\u2019][^\u2018\u2019\n\r]*[\u2018\u2019]|[\u201c\u201d][^\u201c\u201d"\n\r]*[\u201c\u201d]|[\u2212\u2013\u00d7\u00b7\u22c5\u00f7\u2264\u2265\u2260\u221e]/,
  ),
});
/** The units that are no words. In any other place they are stray characters. */
export const UnitSymbol = createToken({
  name: "UnitSymbol",
  label: "a unit",
  pattern: matcher(/%|\u00b0C(?![\p{L}\p{M}\p{Nd}_])/u),
});
/**
 * Anything that no other pattern matches, so that the lexer itself never fails: a run of characters
 * that cannot begin a token, or else a single character.
 */
export const Stray = createToken({
  name: "Stray",
  pattern: matcher(/[^\p{L}\p{Nd}\s_"'`()[\]{}<>=!~,:.;#*/+^&|\-\u00b7\u00d7\u00f7\u2000-\u22ff]+|[\s\S]/u),
  line_breaks: true,
});

/**
 * Ends every list of tokens, so that the end of the file has a position and the parser can skip to
 * it.
 */
export const End = createToken({ name: "End", label: "the end of the file", pattern: Lexer.NA });

/** In the order in which the lexer tries them. */
export const patterns: readonly TokenType[] = [
  WhiteSpace,
  Punctuation,
  DocComment,
  LineComment,
  BlockComment,
  ModulePrefix,
  Word,
  NumberLiteral,
  Foreign,
  StringText,
  QuotedName,
  UnitSymbol,
  Stray,
];

/**
 * The spellings defined in this file that have their own token type; `vocabulary.ts` adds those of
 * the statements.
 */
export const fixedSpellings: ReadonlyMap<string, TokenType> = new Map();

export const LParen = fixed("(");
export const RParen = fixed(")");
export const LSquare = fixed("[");
export const RSquare = fixed("]");
export const LBrace = fixed("{");
export const RBrace = fixed("}");
export const Comma = fixed(",");
export const Colon = fixed(":");
export const Dot = fixed(".");
export const Equals = fixed("=");
export const Tilde = fixed("~");
export const Arrow = fixed("=>");
export const Less = fixed("<", [BinaryOperator]);
export const Plus = fixed("+", [BinaryOperator]);
export const Minus = fixed("-", [BinaryOperator, PrefixOperator]);
export const Times = fixed("*", [BinaryOperator]);
export const Divide = fixed("/", [BinaryOperator]);
export const Power = fixed("^", [BinaryOperator]);
for (const comparison of ["<=", ">", ">=", "==", "!="]) fixed(comparison, [BinaryOperator]);

/** Reserved words: never names, unless in backticks. */
export const And = fixed("and", [BinaryOperator]);
export const Or = fixed("or", [BinaryOperator]);
export const Not = fixed("not", [PrefixOperator]);
export const If = fixed("if");
export const Then = fixed("then");
export const Else = fixed("else");
export const Inf = fixed("inf");
export const Pi = fixed("pi");
export const reservedWords: readonly TokenType[] = [And, Or, Not, If, Then, Else, Inf, Pi];

/**
 * Words that have a meaning in one place only and are names everywhere else. Words of a single
 * statement are in the file of that statement.
 */
export const Model = fixed("model", [ColumnName]);
export const In = fixed("in", [ColumnName]);
export const Absolute = fixed("absolute", [ColumnName]);
export const Relative = fixed("relative", [ColumnName]);
/** From `a ? b : c`, which is parsed and reported. */
export const Question = fixed("?");

function category(name: string, label: string, categories: TokenType[] = []): TokenType {
  return createToken({ name, label, pattern: Lexer.NA, categories });
}

function fixed(spelling: string, categories: TokenType[] = []): TokenType {
  const type = spelled(spelling, categories);
  (fixedSpellings as Map<string, TokenType>).set(spelling, type);
  return type;
}

function spelled(spelling: string, categories: TokenType[]): TokenType {
  // In quotes, because a rule and a token cannot have the same name.
  return createToken({ name: `'${spelling}'`, label: `'${spelling}'`, pattern: Lexer.NA, categories });
}

/**
 * A word of one statement, which is a name everywhere else.
 *
 * @param as what the word is elsewhere: a name that a column may have (the default), or only a name
 */
export function statementWord(spelling: string, as: TokenType = ColumnName): TokenType {
  return spelled(spelling, [as]);
}

/** How a token with a fixed spelling is written. */
export function spellingOf(type: TokenType): string {
  return type.name.slice(1, -1);
}

/** Whether a token of this type can be a name. */
export function isName(type: TokenType): boolean {
  const categories = type.CATEGORIES ?? [];
  return categories.includes(ColumnName) || categories.includes(Name);
}

/** Whether an expression can begin with a token of this type, apart from signs and `not`. */
export function isOperand(type: TokenType): boolean {
  return isValue(type) || type === LParen || type === If;
}

function isValue(type: TokenType): boolean {
  return type === NumberLiteral || type === Inf || type === Pi || isName(type);
}

/**
 * Whether a token of this type, right after a value, means that an expression has ended and
 * something else begins.
 */
export function startsOperand(type: TokenType): boolean {
  return isValue(type) || type === StringText;
}

export function endsOperand(type: TokenType): boolean {
  return isValue(type) || type === RParen || type === RSquare || type === StringText || type === RBrace;
}
