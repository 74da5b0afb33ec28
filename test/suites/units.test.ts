import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scaleOf } from "../../compiler/analyze/units/unit.js";
import type { NamedUnit } from "../../compiler/model/model-units.js";
import { checkSource } from "../../compiler/pipeline.js";
import { type Diagnostic, type Location, SourceFile, type Span } from "../../diagnostics/index.js";
import { format, parse } from "../../grammar/index.js";
import { analyzeText, model } from "../helpers/analyze.js";

/*
 * Models with some of their units left out, and what follows for them: computed by a solver that
 * shares no code with this one, from equations that were written down from the rules of the
 * language. The places of contradictions in models with a name in words were chosen by hand.
 */

interface Case {
  readonly name: string;
  readonly text: string;
  readonly verdict: "ok" | "ok_with_warning" | "contradiction";
  /** The two places that a reader would want to see: `5:7-5:8`. */
  readonly places?: readonly string[];
  /** All places that have to do with the contradiction. */
  readonly core?: readonly string[];
  readonly factor?: number;
  /** The factors at other places of the same contradiction. */
  readonly factors?: readonly number[];
  readonly factor_if_symbol_known?: number;
  readonly inferred?: Readonly<Record<string, Size>>;
  readonly inferred_with_default?: Readonly<Record<string, Size>>;
  readonly undetermined?: readonly string[];
}

interface TypedName {
  readonly name: { readonly text: string; readonly span: Span };
  readonly unit: unknown;
}

interface Size {
  readonly base: Readonly<Record<string, string>>;
  readonly scale: number;
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL("../reference/units/models.json", import.meta.url), "utf8"),
);
const contradictory = cases.filter(({ verdict }) => verdict === "contradiction");
const sound = cases.filter(({ verdict }) => verdict !== "contradiction");

const checked = ({ text }: Case) => checkSource(new SourceFile("model.fit", text));
const unitErrors = (given: Case) => checked(given).diagnostics.filter(({ code }) => code.startsWith("FIT203"));

type Range = readonly [start: number, end: number];
/** Lines and columns as one number; columns are below 1000. */
const at = (line: number, column: number): number => line * 1000 + column;
const rangeOf = ({ start, end }: Location): Range => [at(start.line, start.column), at(end.line, end.column)];

function readRange(text: string): Range {
  const [a = 0, b = 0, c = 0, d = 0] = text.split(/[:-]/).map(Number);
  return [at(a, b), at(c, d)];
}

const overlap = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1];
const firstPlaces = (found: readonly Diagnostic[]) =>
  found.flatMap(({ location }) => (location === null ? [] : [rangeOf(location)]));
const relatedPlaces = (found: readonly Diagnostic[]) =>
  found.flatMap(({ related = [] }) => related.map(({ location }) => rangeOf(location)));

describe("a contradiction", () => {
  test.each(contradictory)("$name is found once, in a place that has to do with it", (given) => {
    const found = unitErrors(given);
    expect(found.map(({ severity }) => severity)).toEqual(["error"]);
    const core = (given.core ?? []).map(readRange);
    expect(firstPlaces(found).some((place) => core.some((known) => overlap(place, known)))).toBe(true);
  });

  test("is shown with both of its places in at least nine of ten models", () => {
    const complete = contradictory.filter((given) => {
      const found = unitErrors(given);
      const related = relatedPlaces(found);
      const shown = [...firstPlaces(found), ...related];
      const wanted = (given.places ?? []).slice(0, 2).map(readRange);
      return related.length > 0 && wanted.every((place) => shown.some((known) => overlap(place, known)));
    });
    expect(complete.length / contradictory.length).toBeGreaterThanOrEqual(0.9);
  });

  const scaled = contradictory.filter((given) => (given.factor ?? given.factor_if_symbol_known) !== undefined);
  test.each(scaled)("$name has its factor in the message", (given) => {
    const factors = [given.factor ?? given.factor_if_symbol_known ?? 1, ...(given.factors ?? [])];
    const text = unitErrors(given)
      .map(({ message, help }) => `${message} ${help}`)
      .join();
    const numbers = [...text.matchAll(/\d+\.?\d*(?:e[-+]?\d+)?/g)].map(([number]) => Number(number));
    // The text has twelve digits; a factor may be given the other way round.
    const isOne = (ratio: number): boolean => Math.abs(ratio - 1) < 1e-11;
    expect(numbers.some((number) => factors.some((f) => isOne(number / f) || isOne(number * f)))).toBe(true);
  });
});

/** The text with something else from one place to another, both counted from 1. */
function replaced(text: string, { start, end }: Location, make: (old: string) => string): string {
  const lines = text.split("\n");
  const line = lines[start.line - 1] ?? "";
  const old = line.slice(start.column - 1, end.column - 1);
  lines[start.line - 1] = line.slice(0, start.column - 1) + make(old) + line.slice(end.column - 1);
  return lines.join("\n");
}

describe("the help for a factor", () => {
  // In a function the place is its call, and the help is about its arguments. In models without a
  // name in words the mistake is a declaration, which is right nowhere.
  const helped = contradictory
    .filter(({ name }) => !name.startsWith("shared-"))
    .flatMap((given) =>
      unitErrors(given).flatMap(({ message, help, location }) => {
        const [, constant = ""] = /multiply by a '(const factor: [^']*)'/.exec(`${help}`) ?? [];
        return constant === "" || location === null || message.startsWith("in '")
          ? []
          : [{ name: given.name, text: given.text, constant, location }];
      }),
    );

  test("is there for many of the models", () => {
    expect(helped.length).toBeGreaterThan(15);
  });

  test.each(helped)("$name is right: $constant", ({ text, constant, location }) => {
    const fixed = replaced(text, location, (old) => `(factor * (${old}))`).replace(/^model \w+ \{/m, `$& ${constant}`);
    const { diagnostics } = checkSource(new SourceFile("model.fit", fixed));
    const left = diagnostics.filter(({ severity }) => severity === "error");
    expect(left.filter((found) => found.location?.start.line === location.start.line)).toEqual([]);
  });
});

describe("a model without contradictions", () => {
  test.each(sound)("$name: what is filled in, and what is left open", (given) => {
    const { value, diagnostics } = checked(given);
    expect(diagnostics.filter(({ code }) => code.startsWith("FIT203"))).toEqual([]);
    expect(diagnostics.some(({ code }) => code === "FIT9016")).toBe(given.verdict === "ok_with_warning");
    const expected = { ...given.inferred, ...given.inferred_with_default };
    const names = value.flatMap(({ model }) => model.units.names);
    const inferred = names.filter((named) => named.inferred);
    const sizes = Object.fromEntries(inferred.map(({ name, unit }) => [name, sizeOf(unit ?? "")]));
    expect(Object.keys(sizes).sort()).toEqual(Object.keys(expected).sort());
    for (const [name, { base, scale }] of Object.entries(expected)) {
      expect(sizes[name]?.base).toEqual(base);
      // Both are products of a few powers, so that they differ by a few roundings at most.
      expect(Math.abs((sizes[name]?.scale ?? 0) / scale - 1)).toBeLessThan(1e-12);
    }
    for (const name of given.undetermined ?? []) {
      if (!(name in expected)) expect(names.find((named) => named.name === name)?.unit ?? null).toBeNull();
    }
    const isWritten = /:\s*\w/.test(given.text);
    if (!isWritten) expect(names).toEqual([]);
  });
});

describe("inferred units can be written into the model", () => {
  const unitsOf = (text: string) => {
    const { value, diagnostics } = checkSource(new SourceFile("model.fit", text));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return value.map(({ model }) => model.units.names);
  };

  test.each(sound)("$name: all of them, and every second one", ({ text }) => {
    const before = unitsOf(text);
    const inferred = before.flat().filter(({ inferred }) => inferred);
    for (const written of [inferred, inferred.filter((_, i) => i % 2 === 0)]) {
      const declared = withUnits(text, new Map(written.map(({ name, unit }) => [name, unit ?? ""])));
      for (const complete of [declared, format(new SourceFile("model.fit", declared)).value]) {
        const after = unitsOf(complete);
        expect(after.map(sizes)).toEqual(before.map(sizes));
        const isWritten = new Set(written.map(({ name }) => name));
        const left = after.flat().filter(({ inferred }) => inferred);
        expect(left.map(({ name }) => name)).toEqual(
          inferred.map(({ name }) => name).filter((name) => !isWritten.has(name)),
        );
      }
    }
  });
});

const sizes = (names: readonly NamedUnit[]) =>
  names.map(({ name, unit }) => [name, unit === null ? null : sizeOf(unit)]);

/** The text with units for names that have none. */
function withUnits(text: string, units: ReadonlyMap<string, string>): string {
  const places: { readonly end: number; readonly unit: string }[] = [];
  JSON.stringify(parse(new SourceFile("model.fit", text)).value, (_, node: unknown) => {
    const { name, unit } = { name: null, unit: undefined, ...(node as Partial<TypedName> | null) };
    const found = unit === null && name !== null ? units.get(name.text) : undefined;
    if (found !== undefined && name !== null) places.push({ end: name.span.end, unit: found });
    return node;
  });
  places.sort((a, b) => b.end - a.end);
  return places.reduce((old, { end, unit }) => `${old.slice(0, end)}: ${unit}${old.slice(end)}`, text);
}

/** The size of a unit that is written out, by the reader that has its own tests. */
function sizeOf(text: string): Size {
  const [checkedModel] = analyzeText(model(`input q: ${text}`, "param a = 1", "fit q ~ a")).models;
  const size = checkedModel?.columns[0]?.unit?.size ?? new Map();
  const [primes, base] = [new Map(size), new Map(size)];
  for (const factor of size.keys()) (factor.startsWith("#") ? base : primes).delete(factor);
  const powers = [...base].map(([name, { n, d }]) => [name, d === 1 ? `${n}` : `${n}/${d}`]);
  return { base: Object.fromEntries(powers), scale: scaleOf(primes) ?? Number.NaN };
}
