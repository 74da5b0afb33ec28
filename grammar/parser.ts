import {
  type CstNode,
  type IRecognitionException,
  type IToken,
  isRecognitionException,
  type ParserMethod,
} from "chevrotain";
import type { Rule } from "./expression-parser.js";
import { noiseWords } from "./noise-words.js";
import { indexOf, isUnclosed, type Level, type Mistake, mustBeginStatement, resume } from "./recovery.js";
import { StatementParser } from "./statement-parser.js";
import * as t from "./tokens.js";

/** The concrete syntax tree: `item` children are declarations, in order; those skipped are keys of `mistakes`. */
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
 * The grammar of files, models and the blocks in them, as the language reference has it. Every decision needs one token of lookahead.
 *
 * A declaration that cannot be parsed is caught in {@link FitParser.each}, which notes the mistake and goes on at the next one.
 */
export class FitParser extends StatementParser {
  private mistakes = new Map<CstNode, Mistake>();
  private unclosed: IToken[] = [];
  private level: Level = "file";
  /** Index of the last token. */
  private end = 0;

  constructor({ skipValidations }: { readonly skipValidations: boolean }) {
    super(skipValidations);
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

  private readonly file: Rule = this.RULE("file", () => {
    this.each("file", () =>
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.model, item) },
          { ALT: () => this.SUBRULE(this.constant, item) },
          { ALT: () => this.SUBRULE(this.fn, item) },
        ],
        ERR_MSG: "'model', 'const' or 'fn'",
      }),
    );
    this.CONSUME(t.End);
  });

  private readonly model: Rule = this.RULE("model", () => {
    this.CONSUME(t.Model);
    this.CONSUME(t.Name);
    const open = this.CONSUME(t.LBrace);
    this.each("model", () =>
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.data, item) },
          { ALT: () => this.SUBRULE(this.inputs, item) },
          { ALT: () => this.SUBRULE(this.constant, item) },
          { ALT: () => this.SUBRULE(this.param, item) },
          { ALT: () => this.SUBRULE(this.binding, item) },
          { ALT: () => this.SUBRULE(this.fn, item) },
          { ALT: () => this.SUBRULE(this.fit, item) },
          { ALT: () => this.SUBRULE(this.residual, item) },
          { ALT: () => this.SUBRULE(this.prior, item) },
          { ALT: () => this.SUBRULE(this.order, item) },
          { ALT: () => this.SUBRULE(this.covariance, item) },
          { ALT: () => this.SUBRULE(this.noise, item) },
          { ALT: () => this.SUBRULE(this.loss, item) },
          { ALT: () => this.SUBRULE(this.solver, item) },
        ],
        ERR_MSG: "a statement",
      }),
    );
    this.close(open);
  });

  private readonly data: Rule = this.RULE("data", () => {
    this.CONSUME(t.Data);
    this.OPTION(() => this.CONSUME(t.Name));
    this.CONSUME(t.StringText);
    this.OPTION2(() => {
      this.CONSUME(t.As);
      this.CONSUME2(t.Name, { LABEL: "format" });
    });
    const open = this.CONSUME(t.LBrace);
    this.each("data", () =>
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.where, item) },
          { ALT: () => this.SUBRULE(this.missing, item) },
          { ALT: () => this.SUBRULE(this.column, item) },
        ],
        ERR_MSG: "a column, 'where' or 'missing'",
      }),
    );
    this.close(open);
  });

  private readonly fit: Rule = this.RULE("fit", () => {
    this.CONSUME(t.Fit);
    this.SUBRULE(this.expr);
    // '=' is accepted and then reported with its mend, so that the rest of the statement is still read.
    this.OR({ DEF: [{ ALT: () => this.CONSUME(t.Tilde) }, { ALT: () => this.CONSUME(t.Equals) }], ERR_MSG: "'~'" });
    this.SUBRULE2(this.expr);
    this.OPTION(() => this.SUBRULE(this.noiseBlock));
  });

  private readonly residual: Rule = this.RULE("residual", () => {
    this.CONSUME(t.Residual);
    this.SUBRULE(this.expr);
    this.OPTION(() => this.SUBRULE(this.noiseBlock));
  });

  private readonly noiseBlock: Rule = this.RULE("noiseBlock", () => {
    const open = this.CONSUME(t.LBrace);
    this.each("block", () =>
      this.OR({
        DEF: [{ ALT: () => this.SUBRULE(this.noise, item) }, { ALT: () => this.SUBRULE(this.loss, item) }],
        ERR_MSG: `${noiseWords.map(({ word }) => `'${word}'`).join(", ")} or 'loss'`,
      }),
    );
    this.close(open);
  });

  private readonly solver: Rule = this.RULE("solver", () => {
    this.CONSUME(t.Solver);
    this.CONSUME(t.Name);
    this.OPTION(() => {
      const open = this.CONSUME(t.LBrace);
      this.each("solver", () => this.SUBRULE(this.setting, item));
      this.close(open);
    });
  });

  private readonly skipped: ParserMethod<[upTo?: number], CstNode> = this.RULE("skipped", (upTo = 0) => {
    this.ACTION(() => {
      while (this.here() < upTo) this.SKIP_TOKEN();
    });
  });

  /** Parses one after another up to the closing brace or the end; recovers from the mistakes of each. */
  private each(level: Level, parseOne: () => void): void {
    if (this.RECORDING_PHASE) {
      parseOne();
      return;
    }
    const outer = this.level;
    this.level = level;
    for (let first = this.here(); !this.ends(level, first); first = this.here()) {
      try {
        parseOne();
      } catch (error) {
        if (!(error instanceof Error) || !isRecognitionException(error)) throw error;
        const stopped = indexOf((error as IRecognitionException & Error).token);
        const { at, resumed } =
          this.mistakes.size >= mostMistakes
            ? { at: stopped, resumed: this.end }
            : resume(this.input, level, first, stopped);
        const node = this.SUBRULE(this.skipped, { ...item, ARGS: [resumed] });
        this.mistakes.set(node, { level, first, at, resumed, expected: error.message });
      }
    }
    this.level = outer;
  }

  // A column or an option may stand where a statement word is a name before it, so there the question has no sure answer.
  protected override atStatement(): boolean {
    return this.level !== "data" && this.level !== "solver" && mustBeginStatement(this.input, this.here());
  }

  private ends(level: Level, index: number): boolean {
    const { tokenType } = this.LA(1);
    return (
      tokenType === t.End || (level !== "file" && (tokenType === t.RBrace || isUnclosed(this.input, level, index)))
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
