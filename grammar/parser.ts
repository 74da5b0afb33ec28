import {
  type CstNode,
  type IRecognitionException,
  type IToken,
  isRecognitionException,
  type ParserMethod,
} from "chevrotain";
import { type GrammarRule, PartParser } from "./part-parser.js";
import { indexOf, isUnclosed, type Mistake, mustBeginStatement, resume } from "./recovery.js";
import type { BlockSyntax, ItemSyntax, Productions } from "./statements/statement-syntax.js";
import { fileBlock, ruleOf } from "./syntax-table.js";
import * as t from "./tokens.js";
import { vocabulary } from "./vocabulary.js";

/**
 * The concrete syntax tree. Its `item` children are the declarations, in order; the skipped ones
 * are keys of `mistakes`.
 */
export interface Cst {
  readonly root: CstNode;
  readonly mistakes: ReadonlyMap<CstNode, Mistake>;
  /** Braces that are never closed. */
  readonly unclosed: readonly IToken[];
}

/** After this many mistakes the text is probably not a model, and the rest of it is skipped. */
const mostMistakes = 1000;

const item = { LABEL: "item" };

/**
 * The grammar of files and of all blocks in them, built from the table of statements. There is one
 * rule for each kind of item, labelled `item` where it is used, and one for each kind of block,
 * labelled `block`. Every decision needs one token of lookahead.
 *
 * If an item cannot be parsed, {@link FitParser.each} records the mistake and continues with the
 * next item.
 */
export class FitParser extends PartParser {
  private readonly rules = new Map<ItemSyntax | BlockSyntax, GrammarRule>();
  private readonly file: GrammarRule;
  private mistakes = new Map<CstNode, Mistake>();
  private unclosed: IToken[] = [];
  private current: BlockSyntax = fileBlock;
  /** The index of the last token. */
  private end = 0;

  constructor({ skipValidations }: { readonly skipValidations: boolean }) {
    super(vocabulary, skipValidations);
    this.file = this.defineFile();
    this.performSelfAnalysis();
  }

  parse(tokens: readonly IToken[]): Cst {
    this.mistakes = new Map();
    this.unclosed = [];
    this.end = tokens.length - 1;
    this.input = [...tokens];
    this.input.forEach((token, index) => {
      token.payload = index;
    });
    const root = this.file();
    return { root, mistakes: this.mistakes, unclosed: this.unclosed };
  }

  private defineFile(): GrammarRule {
    const parseItem = this.choiceOf(fileBlock);
    this.defineItems(fileBlock);
    return this.RULE(fileBlock.rule, () => {
      this.each(fileBlock, parseItem);
      this.CONSUME(t.End);
    });
  }

  /** Defines the rules for the items of a block, and for the blocks inside them. */
  private defineItems({ items }: BlockSyntax): void {
    // Chevrotain's methods are protected, but the rules of the statements are written in files of
    // their own.
    const productions = this as unknown as Productions;
    for (const syntax of items) {
      if (this.rules.has(syntax)) continue;
      const parseItem = () => syntax.parse(productions);
      this.rules.set(syntax, this.RULE(ruleOf(syntax), parseItem));
      if (syntax.block !== undefined) this.defineBlock(syntax.block.syntax);
    }
  }

  private defineBlock(block: BlockSyntax): void {
    if (this.rules.has(block)) return;
    const parseItem = this.choiceOf(block);
    const parseBlock = () => {
      const open = this.CONSUME(t.LBrace);
      this.each(block, parseItem);
      this.close(open);
    };
    this.rules.set(block, this.RULE(block.rule, parseBlock));
    this.defineItems(block);
  }

  /**
   * A function that parses one item of a block. The alternatives are listed once, not for every
   * item.
   */
  private choiceOf({ items, expected }: BlockSyntax): () => void {
    const choices = {
      DEF: items.map((syntax) => ({ ALT: () => this.SUBRULE(this.ruleFor(syntax), item) })),
      ERR_MSG: expected,
    };
    return () => this.OR(choices);
  }

  private ruleFor(syntax: ItemSyntax | BlockSyntax): GrammarRule {
    const rule = this.rules.get(syntax);
    if (rule === undefined) throw new Error("fitc bug: an item or a block that no rule was made for");
    return rule;
  }

  /** Implements the `block` of {@link Productions}. */
  protected block(block: BlockSyntax): void {
    this.SUBRULE(this.ruleFor(block), { LABEL: "block" });
  }

  private readonly skipped: ParserMethod<[upTo?: number], CstNode> = this.RULE("skipped", (upTo = 0) => {
    this.ACTION(() => {
      while (this.here() < upTo) this.SKIP_TOKEN();
    });
  });

  /**
   * Parses one item after another up to the closing brace or the end of the file, and recovers from
   * the mistakes in each.
   */
  private each(block: BlockSyntax, parseOne: () => void): void {
    if (this.RECORDING_PHASE) {
      parseOne();
      return;
    }
    const outer = this.current;
    this.current = block;
    for (let first = this.here(); !this.ends(block, first); first = this.here()) {
      try {
        parseOne();
      } catch (error) {
        if (!(error instanceof Error) || !isRecognitionException(error)) throw error;
        const stopped = indexOf((error as IRecognitionException & Error).token);
        const { at, resumed } =
          this.mistakes.size >= mostMistakes
            ? { at: stopped, resumed: this.end }
            : resume(this.input, block, first, stopped);
        const node = this.SUBRULE(this.skipped, { ...item, ARGS: [resumed] });
        this.mistakes.set(node, { block, first, at, resumed, expected: error.message });
      }
    }
    this.current = outer;
  }

  // In a data block or an option block a statement word may be a name, so no certain answer is
  // possible there.
  protected override atStatement(): boolean {
    return this.current.beginsWith === "keyword" && mustBeginStatement(this.input, this.here());
  }

  private ends(block: BlockSyntax, index: number): boolean {
    const { tokenType } = this.LA(1);
    return (
      tokenType === t.End || (block !== fileBlock && (tokenType === t.RBrace || isUnclosed(this.input, block, index)))
    );
  }

  private close(open: IToken): void {
    if (this.RECORDING_PHASE || this.LA(1).tokenType === t.RBrace) this.CONSUME(t.RBrace);
    else if (this.mistakes.size < mostMistakes) this.unclosed.push(open);
  }

  private here(): number {
    return indexOf(this.LA(1));
  }
}
