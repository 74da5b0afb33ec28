import {
  type CstNode,
  type IRecognitionException,
  type IToken,
  isRecognitionException,
  type ParserMethod,
} from "chevrotain";
import { PartParser, type Rule } from "./part-parser.js";
import { indexOf, isUnclosed, type Mistake, mustBeginStatement, resume } from "./recovery.js";
import type { BlockSyntax, ItemSyntax, Productions } from "./statements/statement-syntax.js";
import { fileBlock, ruleOf } from "./syntax-table.js";
import * as t from "./tokens.js";
import { vocabulary } from "./vocabulary.js";

/**
 * The concrete syntax tree: `item` children are declarations, in order; those skipped are keys of
 * `mistakes`.
 */
export interface Cst {
  readonly root: CstNode;
  readonly mistakes: ReadonlyMap<CstNode, Mistake>;
  /** Braces that are never closed. */
  readonly unclosed: readonly IToken[];
}

/** After so many the text is no model, and the rest of it is skipped. */
const mostMistakes = 1000;

const item = { LABEL: "item" };

/**
 * The grammar of files and of all blocks in them, made from the table of statements: a rule for
 * each kind of item, called `item` where it stands, and for each kind of braces, called `block`.
 * Every decision needs one token of lookahead.
 *
 * An item that cannot be parsed is caught in {@link FitParser.each}, which notes the mistake and
 * goes on at the next one.
 */
export class FitParser extends PartParser {
  private readonly rules = new Map<ItemSyntax | BlockSyntax, Rule>();
  private readonly file: Rule;
  private mistakes = new Map<CstNode, Mistake>();
  private unclosed: IToken[] = [];
  private current: BlockSyntax = fileBlock;
  /** Index of the last token. */
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

  private defineFile(): Rule {
    const parseItem = this.choiceOf(fileBlock);
    this.defineItems(fileBlock);
    return this.RULE(fileBlock.rule, () => {
      this.each(fileBlock, parseItem);
      this.CONSUME(t.End);
    });
  }

  /** Makes the rules of the items of a block, and of the blocks in them. */
  private defineItems({ items }: BlockSyntax): void {
    // Chevrotain's methods are for subclasses alone, but the statements' rules are written in their
    // own files.
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

  /** What parses one item of a block. The choices are listed once and not again for each item. */
  private choiceOf({ items, expected }: BlockSyntax): () => void {
    const choices = {
      DEF: items.map((syntax) => ({ ALT: () => this.SUBRULE(this.ruleFor(syntax), item) })),
      ERR_MSG: expected,
    };
    return () => this.OR(choices);
  }

  private ruleFor(syntax: ItemSyntax | BlockSyntax): Rule {
    const rule = this.rules.get(syntax);
    if (rule === undefined) throw new Error("fitc bug: an item or a block that no rule was made for");
    return rule;
  }

  /** A part of {@link Productions}. */
  protected block(block: BlockSyntax): void {
    this.SUBRULE(this.ruleFor(block), { LABEL: "block" });
  }

  private readonly skipped: ParserMethod<[upTo?: number], CstNode> = this.RULE("skipped", (upTo = 0) => {
    this.ACTION(() => {
      while (this.here() < upTo) this.SKIP_TOKEN();
    });
  });

  /**
   * Parses one after another up to the closing brace or the end; recovers from the mistakes of
   * each.
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

  // A column or an option may stand where a statement word is a name before it, so there the
  // question has no sure answer.
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
