import { ExpressionParser, type Rule } from "./expression-parser.js";
import * as t from "./tokens.js";

/** The grammar of the statements that hold no others. */
export abstract class StatementParser extends ExpressionParser {
  protected readonly where: Rule = this.RULE("where", () => {
    this.CONSUME(t.Where);
    this.SUBRULE(this.expr);
  });

  protected readonly missing: Rule = this.RULE("missing", () => {
    this.CONSUME(t.Missing);
    this.CONSUME(t.Name);
  });

  protected readonly column: Rule = this.RULE("column", () => {
    this.CONSUME(t.ColumnName);
    this.OPTION(() => this.SUBRULE(this.unitOf));
    this.OPTION2(() => {
      this.CONSUME(t.From);
      this.CONSUME(t.StringText);
    });
    this.OPTION3(() => this.CONSUME(t.Comma));
  });

  protected readonly inputs: Rule = this.RULE("inputs", () => {
    this.CONSUME(t.Input);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.typed), ERR_MSG: "a name" });
  });

  private readonly typed: Rule = this.RULE("typed", () => {
    this.CONSUME(t.Name);
    this.OPTION(() => this.SUBRULE(this.unitOf));
  });

  protected readonly constant: Rule = this.RULE("constant", () => {
    this.CONSUME(t.Const);
    this.SUBRULE(this.typed);
    this.CONSUME(t.Equals);
    this.SUBRULE(this.expr);
  });

  protected readonly param: Rule = this.RULE("param", () => {
    this.CONSUME(t.Param);
    this.SUBRULE(this.typed);
    this.OPTION(() => {
      this.CONSUME(t.Per);
      this.CONSUME(t.Name);
    });
    this.OPTION2(() => {
      this.CONSUME(t.Equals);
      this.SUBRULE(this.expr);
    });
    this.OPTION3(() => {
      this.CONSUME(t.In);
      this.SUBRULE(this.interval);
    });
    this.OPTION4(() => this.CONSUME(t.Fixed));
  });

  private readonly interval: Rule = this.RULE("interval", () => {
    this.OR({
      DEF: [{ ALT: () => this.CONSUME(t.LParen) }, { ALT: () => this.CONSUME(t.LSquare) }],
      ERR_MSG: "'(' or '['",
    });
    this.SUBRULE(this.expr);
    this.CONSUME(t.Comma);
    this.SUBRULE2(this.expr);
    this.OR2({
      DEF: [{ ALT: () => this.CONSUME(t.RParen) }, { ALT: () => this.CONSUME(t.RSquare) }],
      ERR_MSG: "')' or ']'",
    });
  });

  /** `let` and `derive`. */
  protected readonly binding: Rule = this.RULE("binding", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Let) }, { ALT: () => this.CONSUME(t.Derive) }]);
    this.SUBRULE(this.typed);
    this.CONSUME(t.Equals);
    this.SUBRULE(this.expr);
  });

  protected readonly fn: Rule = this.RULE("fn", () => {
    this.CONSUME(t.Fn);
    this.CONSUME(t.Name);
    this.CONSUME(t.LParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.CONSUME2(t.Name, { LABEL: "parameter" }) });
    this.CONSUME(t.RParen);
    this.CONSUME(t.Equals);
    this.SUBRULE(this.expr);
  });

  /** A name of something declared, where no expression may stand. */
  private readonly reference: Rule = this.RULE("reference", () => {
    this.OR({ DEF: [{ GATE: () => !this.atStatement(), ALT: () => this.CONSUME(t.Name) }], ERR_MSG: "a name" });
  });

  protected readonly prior: Rule = this.RULE("prior", () => {
    this.CONSUME(t.Prior);
    this.SUBRULE(this.reference);
    // As in a `fit`, '=' is accepted and then reported.
    this.OR({ DEF: [{ ALT: () => this.CONSUME(t.Tilde) }, { ALT: () => this.CONSUME(t.Equals) }], ERR_MSG: "'~'" });
    this.CONSUME(t.Name, { LABEL: "distribution" });
    this.CONSUME(t.LParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => this.SUBRULE(this.expr) });
    this.CONSUME(t.RParen);
  });

  protected readonly order: Rule = this.RULE("order", () => {
    this.CONSUME(t.Order);
    this.SUBRULE(this.reference);
    this.AT_LEAST_ONE({
      DEF: () => {
        this.CONSUME(t.Less);
        this.SUBRULE2(this.reference);
      },
      ERR_MSG: "'<'",
    });
  });

  protected readonly covariance: Rule = this.RULE("covariance", () => {
    this.CONSUME(t.Covariance);
    this.CONSUME(t.StringText);
    this.OPTION(() => this.SUBRULE(this.scaleWord));
  });

  protected readonly noise: Rule = this.RULE("noise", () => {
    const word = this.CONSUME(t.NoiseWord);
    this.SUBRULE(this.expr);
    this.OPTION({ GATE: () => t.noises.get(word.tokenType)?.scaled === true, DEF: () => this.SUBRULE(this.scaleWord) });
  });

  private readonly scaleWord: Rule = this.RULE("scaleWord", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Absolute) }, { ALT: () => this.CONSUME(t.Relative) }]);
  });

  protected readonly loss: Rule = this.RULE("loss", () => {
    this.CONSUME(t.Loss);
    this.OR({
      DEF: [
        {
          ALT: () => {
            this.OPTION(() => this.SUBRULE(this.scale));
            this.CONSUME(t.Name, { LABEL: "variable" });
            this.CONSUME(t.Arrow);
            this.SUBRULE(this.expr);
          },
          GATE: () => this.LA(1).tokenType === t.LParen || this.LA(2).tokenType === t.Arrow,
        },
        {
          ALT: () => {
            this.CONSUME2(t.Name);
            this.OPTION2(() => this.SUBRULE2(this.scale));
          },
        },
      ],
      ERR_MSG: "the name of a loss, or '(' and a scale",
      IGNORE_AMBIGUITIES: true,
    });
  });

  private readonly scale: Rule = this.RULE("scale", () => {
    this.CONSUME(t.LParen);
    this.SUBRULE(this.expr);
    this.CONSUME(t.RParen);
  });

  protected readonly setting: Rule = this.RULE("setting", () => {
    this.CONSUME(t.Name);
    this.CONSUME(t.Colon);
    this.SUBRULE(this.expr);
    this.OPTION(() => this.CONSUME(t.Comma));
  });
}
