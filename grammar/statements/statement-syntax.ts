import type {
  AtLeastOneSepMethodOpts,
  ConsumeMethodOpts,
  CstNode,
  DSLMethodOpts,
  DSLMethodOptsWithErr,
  IOrAlt,
  IToken,
  ManySepMethodOpts,
  OrMethodOpts,
  SubruleMethodOpts,
  TokenType,
} from "chevrotain";
import type { Span } from "../../diagnostics/index.js";
import type { PartBuilder } from "../build-parts.js";
import type { ErrorNode, Name, UnitExpr } from "../nodes.js";
import type { Rule } from "../part-parser.js";
import type { Problem } from "../problem.js";

/** A node that stands in a file, a model or a block: a statement, a column, an option. */
export interface ItemNode {
  readonly kind: string;
  readonly span: Span;
}

/** What a file or a block holds: its nodes, and an error node for each that could not be parsed. */
export type Items<Node extends ItemNode> = readonly (Node | ErrorNode)[];

/** The fields of a node that its own syntax makes; the others come from its place in the text. */
export type Fields<Node extends ItemNode> = Omit<Node, "kind" | "doc" | "span">;

/** What syntax knows of a kind of item: how it is recognized, parsed, built and printed. */
export interface ItemSyntax<Node extends ItemNode = ItemNode, Inner extends ItemNode = ItemNode> {
  /** The kind of its node. */
  readonly kind: Node["kind"];
  /** The words it begins with, any one of them; empty where it begins with a name. */
  readonly keywords: readonly TokenType[];
  /** Its other words, each a name elsewhere. One that two statements have stands in `tokens.ts`. */
  readonly words?: readonly TokenType[];
  /** Whether `///` documents it; its node then has a `doc`. */
  readonly documented: boolean;
  /** What stands between its braces, where it can have them. */
  readonly block?: ItemBlock<Node, Inner>;
  /**
   * Whether the tokens after a keyword can continue it, so that it begins there; a name, by default.
   * It is asked only after a mistake, to find where parsing can go on.
   */
  canFollowKeyword?(next: TokenType, afterNext: TokenType): boolean;
  /** The rule. It is also called once when the parser is made, to record the grammar. */
  parse(p: Productions): void;
  /** The node, from what the rule consumed; `block` is null where there are no braces. */
  build(cst: CstNode, parts: PartBuilder, block: BuiltBlock<Inner> | null): Fields<Node>;
  /** The canonical text on one line, without documentation and block. */
  print(node: Node): string;
  /** The units written in it, where they are more than its `unit`. */
  units?(node: Node): readonly (UnitExpr | null)[];
}

/**
 * What syntax knows of a statement. One that is in the table in `index.ts` is part of the language.
 */
export interface StatementSyntax<Node extends ItemNode = ItemNode, Inner extends ItemNode = ItemNode>
  extends ItemSyntax<Node, Inner> {
  /** What to write instead, where `found` stands in place of what the grammar expected. */
  help?(expected: string, found: TokenType): string | null;
  /** The words that may follow an expression in it. */
  readonly afterExpression?: readonly TokenType[];
  /** What may follow the name that it declares, as a message says it. */
  readonly afterName?: string;
  /** Words of forms that are reserved for a later version, with the form as a message shows it. */
  readonly reservedForms?: ReadonlyMap<TokenType, string>;
  /** Whether a parenthesis follows the keyword without a space, as in a call. */
  readonly isCallLike?: boolean;
  /**
   * The node, where the name that it declares was read but the rest was not: its uses are then not
   * reported as well. `rest` is what was skipped after the name, `error` stands for expressions.
   */
  recover?(name: Name, rest: readonly IToken[], error: ErrorNode): Fields<Node>;
}

/** The braces of an item. */
export interface ItemBlock<Node extends ItemNode, Inner extends ItemNode> {
  readonly syntax: BlockSyntax<Inner>;
  /** What a node holds between its braces; null where it has none. */
  items(node: Node): Items<Inner> | null;
}

/** What may stand between two braces. */
export interface BlockSyntax<Inner extends ItemNode = ItemNode> {
  /** The name of its rule. */
  readonly rule: string;
  readonly items: readonly ItemSyntax<Inner>[];
  /** Its items, as a message says what was expected. */
  readonly expected: string;
  /**
   * What its items begin with: a keyword; a name and a colon (`ftol: 1e-9`); or just a name (a
   * column), so that any line may begin one. Where it is not a keyword, the words of statements are
   * names.
   */
  readonly beginsWith: "keyword" | "name and colon" | "name";
  /** What to write instead, as of a statement. */
  help?(expected: string, found: TokenType): string | null;
  /** What is wrong with an item, from the indices of its first token and of the unexpected one. */
  explain?(tokens: readonly IToken[], first: number, at: number): Problem | null;
}

/** A block after its items were built. */
export interface BuiltBlock<Inner extends ItemNode> {
  readonly items: Items<Inner>;
  readonly span: Span;
}

/**
 * A method of Chevrotain. Where a rule calls it more than once, the calls are numbered; those of
 * `CONSUME` and `SUBRULE` only where they have the same token or rule.
 */
type Numbered<Name extends string, Method> = Readonly<Record<`${Name}${"" | 2 | 3 | 4}`, Method>>;

/**
 * What rules are written with: the parser's methods, as Chevrotain's documentation describes them,
 * and the rules of the parts that statements share.
 */
export interface Productions
  extends Numbered<"CONSUME", (type: TokenType, options?: ConsumeMethodOpts) => IToken>,
    Numbered<"SUBRULE", (rule: Rule, options?: SubruleMethodOpts<[]>) => CstNode>,
    Numbered<"OPTION", (part: (() => unknown) | DSLMethodOpts<unknown>) => void>,
    Numbered<"OR", (choices: IOrAlt<unknown>[] | OrMethodOpts<unknown>) => void>,
    Numbered<"MANY", (part: (() => unknown) | DSLMethodOpts<unknown>) => void>,
    Numbered<"MANY_SEP", (part: ManySepMethodOpts<unknown>) => void>,
    Numbered<"AT_LEAST_ONE", (part: DSLMethodOptsWithErr<unknown>) => void>,
    Numbered<"AT_LEAST_ONE_SEP", (part: AtLeastOneSepMethodOpts<unknown>) => void> {
  /** The n-th token from here, without consuming it; for a `GATE`. */
  LA(n: number): IToken;
  /** Everything between two braces, and these. */
  block(block: BlockSyntax): void;
  readonly expr: Rule;
  /** `: unit` */
  readonly unitOf: Rule;
  /** `name` or `name: unit` */
  readonly typed: Rule;
  /** The name of something declared, where no expression may stand. */
  readonly reference: Rule;
  /** `(0, 1]` */
  readonly interval: Rule;
  /** `absolute` or `relative` */
  readonly scaleWord: Rule;
}
