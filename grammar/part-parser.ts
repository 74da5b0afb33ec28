import { ExpressionParser, type GrammarRule } from "./expression-parser.js";
import * as t from "./tokens.js";

export type { GrammarRule } from "./expression-parser.js";

/** The grammar of the parts that statements share. */
export abstract class PartParser extends ExpressionParser {
  protected readonly typed: GrammarRule = this.RULE("typed", () => {
    this.CONSUME(t.Name);
    this.OPTION(() => this.SUBRULE(this.unitOf));
  });

  protected readonly interval: GrammarRule = this.RULE("interval", () => {
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

  protected readonly reference: GrammarRule = this.RULE("reference", () => {
    this.OR({ DEF: [{ GATE: () => !this.atStatement(), ALT: () => this.CONSUME(t.Name) }], ERR_MSG: "a name" });
  });

  protected readonly scaleWord: GrammarRule = this.RULE("scaleWord", () => {
    this.OR([{ ALT: () => this.CONSUME(t.Absolute) }, { ALT: () => this.CONSUME(t.Relative) }]);
  });
}
