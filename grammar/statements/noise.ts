import type { TokenType } from "chevrotain";
import { must, token } from "../cst.js";
import type { Declaration, Expr, Scale } from "../nodes.js";
import { printExpr, printScale } from "../print-expression.js";
import * as t from "../tokens.js";
import type { StatementSyntax } from "./statement-syntax.js";

/**
 * The words that declare the noise of the observations, in the order of the language reference. If
 * `scaled`, the word `absolute` or `relative` may follow the value. `compiler/noise/` defines what
 * each noise model means.
 */
export const noiseWords = [
  { word: "sigma", scaled: true },
  { word: "weight", scaled: false },
] as const satisfies readonly { readonly word: string; readonly scaled: boolean }[];

export type NoiseWord = (typeof noiseWords)[number]["word"];

/** `sigma s absolute`, `weight w`: a noise model and its value. */
export interface NoiseStmt extends Declaration {
  readonly kind: "noise";
  readonly model: NoiseWord;
  readonly value: Expr;
  /** Null if the word is missing; the analysis rejects that for a noise model that needs it. */
  readonly scale: Scale;
}

const models = noiseWords.map(({ word, scaled }) => ({ word, scaled, keyword: t.statementWord(word) }));

export const noise: StatementSyntax<NoiseStmt> = {
  kind: "noise",
  keywords: models.map(({ keyword }): TokenType => keyword),
  documented: true,
  afterExpression: [t.Absolute, t.Relative],
  canFollowKeyword: t.isOperand,
  parse(p) {
    let isScaled = false;
    const choices = models.map(({ keyword, scaled }) => ({
      ALT: () => {
        p.CONSUME(keyword);
        isScaled = scaled;
      },
    }));
    p.OR(choices);
    p.SUBRULE(p.expr);
    p.OPTION({ GATE: () => isScaled, DEF: () => p.SUBRULE(p.scaleWord) });
  },
  build(cst, parts) {
    const { word } = must(models.find(({ keyword }) => token(cst, keyword.name) !== undefined));
    return { model: word, value: parts.expr(cst), scale: parts.scale(cst) };
  },
  print: ({ model, value, scale }) => `${model} ${printExpr(value)}${printScale(scale)}`,
};
