import {
  type CstNode,
  CstParser,
  type IParserErrorMessageProvider,
  type ParserMethod,
  type TokenType,
} from "chevrotain";
import { FirstTokens } from "./lookahead.js";
import * as t from "./tokens.js";

export type GrammarRule = ParserMethod<[], CstNode>;

/**
 * The message of a parser exception only says what was expected; `mistakes.ts` turns it into a
 * sentence.
 */
const expectation: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.LABEL ?? expected.name,
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? "",
  buildNotAllInputParsedMessage: () => "the end of the file",
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? "",
};

const part = { LABEL: "part" };

/**
 * The grammar of expressions and units. An expression is one flat rule, `operand {operator
 * operand}`, so that a long sum is a loop and not a recursion; `build-expression.ts` applies the
 * precedence. Only brackets recurse.
 */
export abstract class ExpressionParser extends CstParser {
  constructor(vocabulary: readonly TokenType[], skipValidations: boolean) {
    super([...vocabulary], {
      lookaheadStrategy: new FirstTokens(),
      maxLookahead: 1,
      nodeLocationTracking: "onlyOffset",
      errorMessageProvider: expectation,
      skipValidations,
    });
  }

  /**
   * Whether the next token must begin a statement, although it could also be a name. If so, an
   * operand is missing.
   */
  protected abstract atStatement(): boolean;

  protected readonly unitOf: GrammarRule = this.RULE("unitOf", () => {
    this.CONSUME(t.Colon);
    this.SUBRULE(this.unit);
  });

  private readonly unit: GrammarRule = this.RULE("unit", () => {
    this.SUBRULE(this.unitFactor, part);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(t.Times, part) }, { ALT: () => this.CONSUME(t.Divide, part) }]);
      this.SUBRULE2(this.unitFactor, part);
    });
  });

  private readonly unitFactor: GrammarRule = this.RULE("unitFactor", () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(t.Name) },
        { ALT: () => this.CONSUME(t.UnitSymbol) },
        { ALT: () => this.CONSUME(t.NumberLiteral) },
        {
          ALT: () => {
            this.CONSUME(t.LParen);
            this.SUBRULE(this.unit);
            this.CONSUME(t.RParen);
          },
        },
      ],
      ERR_MSG: "a unit",
    });
    this.OPTION(() => {
      this.CONSUME(t.Power);
      this.SUBRULE(this.unitExponent);
    });
  });

  private readonly unitExponent: GrammarRule = this.RULE("unitExponent", () => {
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.OPTION(() => this.CONSUME(t.Minus));
            this.CONSUME(t.NumberLiteral);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.LParen);
            this.OPTION2(() => this.CONSUME2(t.Minus));
            this.CONSUME2(t.NumberLiteral);
            this.CONSUME(t.Divide);
            this.CONSUME3(t.NumberLiteral);
            this.CONSUME(t.RParen);
          },
        },
      ],
      ERR_MSG: "a whole number, or a fraction in parentheses",
    });
  });

  protected readonly expr: GrammarRule = this.RULE("expr", () => {
    this.MANY(() => this.CONSUME(t.PrefixOperator, part));
    this.SUBRULE(this.operand, part);
    this.MANY2(() => {
      this.CONSUME(t.BinaryOperator, part);
      this.MANY3(() => this.CONSUME2(t.PrefixOperator, part));
      this.SUBRULE2(this.operand, part);
    });
    // `a ? b : c` of other languages: the lexer reports it, and it is parsed like an `if`.
    this.OPTION(() => {
      this.CONSUME(t.Question);
      this.SUBRULE(this.expr, { LABEL: "branch" });
      this.CONSUME(t.Colon);
      this.SUBRULE2(this.expr, { LABEL: "branch" });
    });
  });

  private readonly operand: GrammarRule = this.RULE("operand", () => {
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(t.NumberLiteral) },
        { ALT: () => this.CONSUME(t.Inf) },
        { ALT: () => this.CONSUME(t.Pi) },
        {
          GATE: () => !this.atStatement(),
          ALT: () => {
            this.CONSUME(t.Name);
            this.OPTION(() =>
              this.OR2([
                {
                  ALT: () => {
                    this.CONSUME(t.LParen, { LABEL: "call" });
                    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.expr) });
                    this.CONSUME(t.RParen);
                  },
                },
                {
                  ALT: () => {
                    this.CONSUME(t.Dot);
                    this.CONSUME2(t.Name, { LABEL: "member" });
                  },
                },
              ]),
            );
          },
        },
        {
          ALT: () => {
            this.CONSUME2(t.LParen);
            this.SUBRULE2(this.expr);
            this.CONSUME2(t.RParen);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.If);
            this.SUBRULE3(this.expr);
            this.CONSUME(t.Then);
            this.SUBRULE4(this.expr);
            this.CONSUME(t.Else);
            this.SUBRULE5(this.expr);
          },
        },
      ],
      ERR_MSG: "an expression",
    });
  });
}
