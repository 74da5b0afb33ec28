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
import type { Explained } from "../explained.js";
import type { ErrorNode, Name, UnitExpr } from "../nodes.js";
import type { GrammarRule } from "../part-parser.js";
import type { Problem } from "../problem.js";

/** A node in a file, a model or a block: a statement, a column, an option. */
export interface ItemNode {
  readonly kind: string;
  readonly span: Span;
}

/**
 * The contents of a file or a block: its nodes, with an error node for each that could not be
 * parsed.
 */
export type Items<Node extends ItemNode> = readonly (Node | ErrorNode)[];

/**
 * The fields of a node that its own syntax supplies; the remaining fields come from its place in
 * the text.
 */
export type Fields<Node extends ItemNode> = Omit<Node, "kind" | "doc" | "span">;

/** The syntax of one kind of item: how to recognize, parse, build and print it. */
export interface ItemSyntax<Node extends ItemNode = ItemNode, Inner extends ItemNode = ItemNode> {
  /** The `kind` of its node. */
  readonly kind: Node["kind"];
  /** The alternative words that it can begin with; empty if it begins with a name. */
  readonly keywords: readonly TokenType[];
  /**
   * Its other words, each of which is a name elsewhere. Words that two statements share are in
   * `tokens.ts`.
   */
  readonly words?: readonly TokenType[];
  /** Whether it can be documented by `///`; its node then has a `doc`. */
  readonly documented: boolean;
  /** What its words mean. Those of noise are explained in `compiler/noise/`. */
  readonly explained?: Explained;
  /** The block between its braces, if it can have one. */
  readonly block?: ItemBlock<Node, Inner>;
  /**
   * Whether these tokens after a keyword show that an item begins there; by default, a name does.
   * Called only after a mistake, to find where parsing can continue.
   */
  canFollowKeyword?(next: TokenType, afterNext: TokenType): boolean;
  /** The parser rule. It is also called once when the parser is created, to record the grammar. */
  parse(p: Productions): void;
  /**
   * Builds the node from the tokens and subtrees of the rule; `block` is null if there are no
   * braces.
   */
  build(cst: CstNode, parts: PartBuilder, block: BuiltBlock<Inner> | null): Fields<Node>;
  /** The canonical text on one line, without its documentation and its block. */
  print(node: Node): string;
  /** The units written in it, if it has others than `unit`. */
  units?(node: Node): readonly (UnitExpr | null)[];
}

/**
 * The syntax of a statement. Adding it to the table in `index.ts` makes it part of the language.
 */
export interface StatementSyntax<Node extends ItemNode = ItemNode, Inner extends ItemNode = ItemNode>
  extends ItemSyntax<Node, Inner> {
  /** Advice on what to write when `found` appears where the grammar expected something else. */
  help?(expected: string, found: TokenType): string | null;
  /** The words that may follow an expression in this statement. */
  readonly afterExpression?: readonly TokenType[];
  /** What may follow the declared name, as text for a message. */
  readonly afterName?: string;
  /**
   * Words of forms that are reserved for a later version, each with the form as a message shows it.
   */
  readonly reservedForms?: ReadonlyMap<TokenType, string>;
  /** Whether the keyword is followed by a parenthesis without a space, as in a call. */
  readonly isCallLike?: boolean;
  /**
   * The node to use if the declared name was read but the rest was not, so that uses of the name
   * are not reported as unknown. `rest` is the text skipped after the name; `error` stands for
   * expressions.
   */
  recover?(name: Name, rest: readonly IToken[], error: ErrorNode): Fields<Node>;
}

/** The block of an item. */
export interface ItemBlock<Node extends ItemNode, Inner extends ItemNode> {
  readonly syntax: BlockSyntax<Inner>;
  /** The items in the block of a node; null if the node has no block. */
  items(node: Node): Items<Inner> | null;
}

/** The syntax of a block: what may appear between its braces. */
export interface BlockSyntax<Inner extends ItemNode = ItemNode> {
  /** The name of its parser rule. */
  readonly rule: string;
  readonly items: readonly ItemSyntax<Inner>[];
  /** The items it may contain, as text for a message. */
  readonly expected: string;
  /**
   * What its items begin with: a keyword; a name and a colon (`ftol: 1e-9`); or only a name (a
   * column), in which case any line may begin an item. Unless items begin with a keyword, statement
   * words inside the block are names.
   */
  readonly beginsWith: "keyword" | "name and colon" | "name";
  /** Advice on what to write instead, as for a statement. */
  help?(expected: string, found: TokenType): string | null;
  /**
   * Explains what is wrong with an item, given the indices of its first token and of the unexpected
   * one.
   */
  explain?(tokens: readonly IToken[], first: number, at: number): Problem | null;
}

/** A block whose items have been built. */
export interface BuiltBlock<Inner extends ItemNode> {
  readonly items: Items<Inner>;
  readonly span: Span;
}

/**
 * A method of Chevrotain. If a rule calls it more than once, the calls are numbered; calls of
 * `CONSUME` and `SUBRULE` are numbered only if they have the same token or rule.
 */
type Numbered<Name extends string, Method> = Readonly<Record<`${Name}${"" | 2 | 3 | 4}`, Method>>;

/**
 * The methods that rules are written with: those of the parser, as described in Chevrotain's
 * documentation, and the rules of the parts that statements share.
 */
export interface Productions
  extends Numbered<"CONSUME", (type: TokenType, options?: ConsumeMethodOpts) => IToken>,
    Numbered<"SUBRULE", (rule: GrammarRule, options?: SubruleMethodOpts<[]>) => CstNode>,
    Numbered<"OPTION", (part: (() => unknown) | DSLMethodOpts<unknown>) => void>,
    Numbered<"OR", (choices: IOrAlt<unknown>[] | OrMethodOpts<unknown>) => void>,
    Numbered<"MANY", (part: (() => unknown) | DSLMethodOpts<unknown>) => void>,
    Numbered<"MANY_SEP", (part: ManySepMethodOpts<unknown>) => void>,
    Numbered<"AT_LEAST_ONE", (part: DSLMethodOptsWithErr<unknown>) => void>,
    Numbered<"AT_LEAST_ONE_SEP", (part: AtLeastOneSepMethodOpts<unknown>) => void> {
  /** Looks ahead to the n-th token from here without consuming it; for a `GATE`. */
  LA(n: number): IToken;
  /** Parses a block, including its braces. */
  block(block: BlockSyntax): void;
  readonly expr: GrammarRule;
  /** `: unit` */
  readonly unitOf: GrammarRule;
  /** `name` or `name: unit` */
  readonly typed: GrammarRule;
  /** The name of something declared, in a place where an expression is not allowed. */
  readonly reference: GrammarRule;
  /** `(0, 1]` */
  readonly interval: GrammarRule;
  /** `absolute` or `relative` */
  readonly scaleWord: GrammarRule;
}
