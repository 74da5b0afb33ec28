import {
  Alternation,
  type ILookaheadStrategy,
  type IProduction,
  type IToken,
  LLkLookaheadStrategy,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from "chevrotain";

type Alternatives = Parameters<ILookaheadStrategy["buildLookaheadForAlternation"]>[0];
type Optional = Parameters<ILookaheadStrategy["buildLookaheadForOptional"]>[0];
type Choices = Parameters<ReturnType<ILookaheadStrategy["buildLookaheadForAlternation"]>>[0];

/** The part of the parser that a lookahead decision needs: access to the next token. */
interface Ahead {
  LA(howMuch: number): IToken;
}

const kinds = {
  Alternation,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
};

interface Nested {
  readonly idx?: number;
  readonly definition?: IProduction[];
}

/**
 * LL(1) lookahead by FIRST sets, computed when a decision is first needed. Chevrotain's own
 * strategy computes lookahead of any depth k for the whole grammar when the parser is created,
 * which would take a third of the time of checking a small file. Chevrotain still validates the
 * grammar.
 */
export class FirstTokens extends LLkLookaheadStrategy implements ILookaheadStrategy {
  constructor() {
    super({ maxLookahead: 1 });
  }

  override buildLookaheadForAlternation({ rule, prodOccurrence }: Alternatives) {
    let firsts: ReadonlySet<number>[] | undefined;
    return function (this: Ahead, choices?: Choices): number | undefined {
      firsts ??= definitionOf(rule, "Alternation", prodOccurrence).map(firstOf);
      const next = this.LA(1).tokenTypeIdx;
      for (let i = 0; i < firsts.length; i++) {
        if (firsts[i]?.has(next) && choices?.[i]?.GATE?.call(this) !== false) return i;
      }
      return undefined;
    };
  }

  override buildLookaheadForOptional({ rule, prodOccurrence, prodType }: Optional) {
    let first: ReadonlySet<number> | undefined;
    return function (this: Ahead): boolean {
      first ??= addFirst(definitionOf(rule, prodType, prodOccurrence), new Set()).tokens;
      return first.has(this.LA(1).tokenTypeIdx);
    };
  }
}

function firstOf(production: IProduction): ReadonlySet<number> {
  return addFirst([production], new Set()).tokens;
}

/** The parts of the n-th production of a given kind in a rule. */
function definitionOf(rule: Nested, kind: keyof typeof kinds, occurrence: number): IProduction[] {
  const stack: Nested[] = [rule];
  for (let nested = stack.pop(); nested !== undefined; nested = stack.pop()) {
    if (nested instanceof kinds[kind] && nested.idx === occurrence) return nested.definition ?? [];
    if (!(nested instanceof NonTerminal)) stack.push(...((nested.definition ?? []) as Nested[]));
  }
  throw new Error(`fitc bug: the grammar has no ${kind} ${occurrence}`);
}

/**
 * Adds the tokens that a sequence can begin with. It terminates because the grammar has no left
 * recursion.
 */
function addFirst(sequence: readonly IProduction[], tokens: Set<number>): { tokens: Set<number>; empty: boolean } {
  for (const production of sequence) {
    let empty: boolean;
    if (production instanceof Terminal) {
      const type: TokenType = production.terminalType;
      tokens.add(type.tokenTypeIdx as number);
      for (const member of type.categoryMatches ?? []) tokens.add(member);
      empty = false;
    } else if (production instanceof NonTerminal) {
      empty = addFirst(production.referencedRule.definition, tokens).empty;
    } else if (production instanceof Alternation) {
      const choices = production.definition as Nested[];
      empty = choices.map(({ definition }) => addFirst(definition ?? [], tokens).empty).includes(true);
    } else {
      empty = addFirst((production as Nested).definition ?? [], tokens).empty;
      empty ||= production instanceof Option || production instanceof Repetition;
      empty ||= production instanceof RepetitionWithSeparator;
    }
    if (!empty) return { tokens, empty: false };
  }
  return { tokens, empty: true };
}
