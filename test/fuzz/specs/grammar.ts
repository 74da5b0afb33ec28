import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";
import { FitParser } from "../../../grammar/parser.js";
import * as t from "../../../grammar/tokens.js";
import type { Random } from "../../../math/random.js";
import { chance, pick } from "../choose.js";

/**
 * Random texts from the grammar that the parser itself was made from, so that a new statement is
 * among them without further code.
 */

const rules: Readonly<Record<string, Rule>> = new FitParser({ skipValidations: true }).getGAstProductions();

/** The rules of the items of a block: statements, columns, options. */
export const itemRules: readonly string[] = Object.keys(rules).filter((name) => name.endsWith("Item"));

/** What a text may name and count. */
export interface Words {
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly strings: readonly string[];
}

export const oddNames: readonly string[] = ["constructor", "__proto__", "sigma", "t", "`a b`", "`\\u0041`", '`"`', "é"];
export const oddNumbers: readonly string[] = [
  ..."0 1 2 3 10 0.5 .5 1e-3 1_000 6.02E+23 1e308 5e-324 1e-300 0.1 1e16 2.220446049250313e-16".split(" "),
];
export const oddStrings: readonly string[] = ['"d.csv"', '"a\\"b"', '"../x.tsv"', '"\\u2028"', '""', '"b.json"'];

/** Tokens that parse only so that the parser can say what to write instead. */
const reported: ReadonlySet<string> = new Set(["?", ".", "per"]);

/** Below this depth, the shortest alternative is taken. */
const deepest = 40;

/** For each rule, how deeply its shortest text is nested. */
const depths = depthsOf(rules);

function depthsOf(all: typeof rules): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, { definition }] of Object.entries(all)) {
      const depth = 1 + depthOfAll(definition, known);
      if (depth < (known.get(name) ?? Number.POSITIVE_INFINITY)) {
        known.set(name, depth);
        changed = true;
      }
    }
  }
  return known;
}

function depthOfAll(sequence: readonly IProduction[], known: ReadonlyMap<string, number>): number {
  return Math.max(0, ...sequence.map((production) => depthOf(production, known)));
}

function depthOf(production: IProduction, known: ReadonlyMap<string, number>): number {
  if (production instanceof Terminal || isOptional(production)) return 0;
  if (production instanceof NonTerminal) return known.get(production.nonTerminalName) ?? Number.POSITIVE_INFINITY;
  const parts = partsOf(production);
  if (production instanceof Alternation) return Math.min(...parts.map((part) => depthOf(part, known)));
  return depthOfAll(parts, known);
}

function isOptional(production: IProduction): boolean {
  return (
    production instanceof Option || production instanceof Repetition || production instanceof RepetitionWithSeparator
  );
}

function partsOf(production: IProduction): readonly IProduction[] {
  return (production as { readonly definition?: readonly IProduction[] }).definition ?? [];
}

/** A random text of a rule of the grammar, for example `file`, as its tokens. */
export function textOf(rule: string, random: Random, words: Words): string[] {
  const definition = rules[rule]?.definition;
  if (definition === undefined) throw new Error(`the grammar has no rule ${rule}`);
  const tokens: string[] = [];
  new Writer(random, words, tokens).all(definition, 0);
  return tokens;
}

class Writer {
  constructor(
    private readonly random: Random,
    private readonly words: Words,
    private readonly tokens: string[],
  ) {}

  all(sequence: readonly IProduction[], depth: number): void {
    for (const production of sequence) this.one(production, depth);
  }

  private one(production: IProduction, depth: number): void {
    const parts = partsOf(production);
    if (production instanceof Terminal) this.write(production.terminalType);
    else if (production instanceof NonTerminal) this.all(production.referencedRule.definition, depth + 1);
    else if (isItems(production)) this.repeat(1 + this.random.below(6), () => this.choice(parts, depth));
    else if (production instanceof Alternation) this.choice(parts, depth);
    else if (production instanceof Alternative) this.all(parts, depth);
    else if (production instanceof Option) {
      if (chance(this.random, this.wants(parts, depth))) this.all(parts, depth);
    } else {
      const least = production instanceof RepetitionMandatory || isMandatoryList(production) ? 1 : 0;
      let count = least;
      while (chance(this.random, this.wants(parts, depth)) && count < 8) count++;
      const separator = separatorOf(production);
      this.repeat(count, (index) => {
        if (index > 0 && separator !== null) this.write(separator);
        this.all(parts, depth);
      });
    }
  }

  private repeat(count: number, write: (index: number) => void): void {
    for (let index = 0; index < count; index++) write(index);
  }

  private choice(alternatives: readonly IProduction[], depth: number): void {
    const usual = alternatives.filter((each) => !this.isReported(each) || chance(this.random, 0.02));
    const least = Math.min(...usual.map((each) => depthOf(each, depths)));
    // The deeper the text already is, the rarer is an alternative that makes it deeper.
    const shallow = usual.filter((each) => depthOf(each, depths) <= least);
    this.one(this.simpler(chance(this.random, depth / deepest) ? shallow : usual), depth);
  }

  /** One of the alternatives; the more rules it refers to, the less often. */
  private simpler(alternatives: readonly IProduction[]): IProduction {
    // A lottery in which every alternative has a number of tickets.
    const tickets = alternatives.flatMap((each) => {
      const references = partsOf(each).filter((part) => part instanceof NonTerminal).length;
      return Array<IProduction>(Math.ceil(16 / (1 + references) ** 2)).fill(each);
    });
    return pick(this.random, tickets);
  }

  /** The probability of something optional. */
  private wants(parts: readonly IProduction[], depth: number): number {
    if (parts.some((part) => this.isReported(part))) return 0.01;
    return 0.3 * Math.max(0, 1 - depth / deepest);
  }

  private isReported(production: IProduction): boolean {
    if (production instanceof Terminal) return reported.has(t.spellingOf(production.terminalType));
    const [first] = partsOf(production);
    return first instanceof Terminal && this.isReported(first);
  }

  private write(type: TokenType): void {
    const text = this.spell(type);
    if (text !== "") this.tokens.push(text);
  }

  private spell(type: TokenType): string {
    const { random, words } = this;
    if (type === t.End) return "";
    if (type === t.Name || type === t.ColumnName) return pick(random, words.names);
    if (type === t.NumberLiteral) return chance(random, 0.4) ? "1" : pick(random, words.numbers);
    if (type === t.StringText) return pick(random, words.strings);
    if (type === t.PrefixOperator && chance(random, 0.9)) return "-";
    if (type === t.BinaryOperator && chance(random, 0.9)) return pick(random, ["+", "-", "*", "/", "^"]);
    const members = type.categoryMatches ?? [];
    const names = (type.tokenTypeIdx === undefined ? [] : members).flatMap((index) => byIndex.get(index) ?? []);
    return t.spellingOf(names.length === 0 ? type : pick(random, names));
  }
}

/** The operators, by the numbers that categories know them by. */
const byIndex: ReadonlyMap<number, TokenType> = new Map(
  [...t.fixedSpellings.values()].flatMap((type) =>
    type.tokenTypeIdx === undefined ? [] : [[type.tokenTypeIdx, type] as const],
  ),
);

/** Whether this is the choice of one item of a block, which the parser repeats by hand. */
function isItems(production: IProduction): boolean {
  if (!(production instanceof Alternation)) return false;
  return production.definition.map(partsOf).every(([only]) => only instanceof NonTerminal && only.label === "item");
}

function isMandatoryList(production: IProduction): boolean {
  return production instanceof RepetitionMandatoryWithSeparator;
}

function separatorOf(production: IProduction): TokenType | null {
  const isList =
    production instanceof RepetitionWithSeparator || production instanceof RepetitionMandatoryWithSeparator;
  return isList ? production.separator : null;
}

const gaps: readonly string[] = [" ", " ", " ", "\n", "  ", " /* c */ ", " // c\n", " /// d\n", "\r\n", "\t", "\n\n\n"];

/** Tokens as a text, mostly with one space between them. */
export function spaced(tokens: readonly string[], random: Random): string {
  return tokens.map((token) => token + (chance(random, 0.85) ? " " : pick(random, gaps))).join("");
}
