import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scaleOf } from "../../compiler/analyze/units/unit.js";
import { checkSource } from "../../compiler/pipeline.js";
import { type Diagnostic, type Location, SourceFile } from "../../diagnostics/index.js";
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

/** The size of a unit that is written out, by the reader that has its own tests. */
function sizeOf(text: string): Size {
  const [checkedModel] = analyzeText(model(`input q: ${text}`, "param a = 1", "fit q ~ a")).models;
  const size = checkedModel?.columns[0]?.unit?.size ?? new Map();
  const [primes, base] = [new Map(size), new Map(size)];
  for (const factor of size.keys()) (factor.startsWith("#") ? base : primes).delete(factor);
  const powers = [...base].map(([name, { n, d }]) => [name, d === 1 ? `${n}` : `${n}/${d}`]);
  return { base: Object.fromEntries(powers), scale: scaleOf(primes) ?? Number.NaN };
}
