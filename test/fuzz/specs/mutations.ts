import { readdirSync, readFileSync } from "node:fs";
import { SourceFile } from "../../../diagnostics/index.js";
import { tokenize } from "../../../grammar/index.js";
import { spellings } from "../../../grammar/vocabulary.js";
import type { Random } from "../../../math/random.js";
import { specs } from "../../helpers/example-specs.js";
import { chance, pick, several } from "../choose.js";
import { oddNames, oddNumbers, oddStrings } from "./grammar.js";

const folder = (name: string) => new URL(`../../${name}/`, import.meta.url);

function specsIn(name: string): string[] {
  return readdirSync(folder(name), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".fit"))
    .sort()
    .map((file) => readFileSync(new URL(file, folder(name)), "utf8"));
}

/** The texts that are changed: the examples and the specs of tests, right and wrong. */
const originals: readonly string[] = [...specs.values(), ...specsIn("cases"), ...specsIn("bad")];

const vocabulary: readonly string[] = [...spellings.keys(), ...oddNames, ...oddNumbers, ...oddStrings];

/** A text whose tokens are removed, doubled, replaced and moved, with pieces of another text. */
export function mutatedTokens(random: Random): string {
  const pieces = piecesOf(pick(random, originals));
  const donor = chance(random, 0.5) ? pieces : piecesOf(pick(random, originals));
  for (let count = 1 + random.below(4); count > 0; count--) mutate(pieces, donor, random);
  return pieces.join("");
}

/** The tokens of a text, and between them what separates them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { span } of tokenize(new SourceFile("m.fit", text)).value) {
    pieces.push(text.slice(end, span.start), text.slice(span.start, span.end));
    end = span.end;
  }
  return [...pieces, text.slice(end)];
}

function mutate(pieces: string[], donor: readonly string[], random: Random): void {
  const [at, other] = [random.below(pieces.length), random.below(pieces.length)];
  const length = 1 + random.below(chance(random, 0.3) ? 40 : 4);
  const from = random.below(donor.length);
  const foreign = donor.slice(from, from + length);
  const changes: readonly (() => void)[] = [
    () => pieces.splice(at, 1 + random.below(3)),
    () => pieces.splice(at, 0, ...foreign),
    () => pieces.splice(at, length, ...foreign),
    () => pieces.splice(at, 0, ` ${pick(random, vocabulary)} `),
    () => pieces.splice(at | 1, 1, pick(random, vocabulary)),
    () => pieces.splice(at, 0, ...several(random, [1, 3], () => pieces.slice(other, other + length)).flat()),
    () => pieces.splice(at, 0, ...pieces.splice(other, length)),
    () => pieces.splice(at, 0, pick(random, [" // c\n", "/* */", "/// d\n", "\n", "\r", "\ufeff", "\u2028"])),
    () =>
      pieces.splice(
        at,
        0,
        pick(random, ["(", "-", "not ", "a+", "if a then ", "{", "f("]).repeat(1 << random.below(11)),
      ),
  ];
  pick(random, changes)();
}

/** A text with bytes changed, which may no longer be UTF-8. */
export function mutatedBytes(random: Random): Uint8Array {
  let bytes = new TextEncoder().encode(pick(random, originals));
  for (let count = 1 + random.below(4); count > 0; count--) {
    const [from, to] = [random.below(bytes.length + 1), random.below(bytes.length + 1)].sort((a, b) => a - b) as [
      number,
      number,
    ];
    const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
    const short = middle.subarray(0, 20);
    const rest = bytes.subarray(from + 1);
    bytes = pick(random, [
      () => joined(head, [random.below(256)], rest),
      () => joined(head, [(bytes[from] ?? 0) ^ (1 << random.below(8))], rest),
      () =>
        joined(
          head,
          several(random, [1, 4], () => random.below(256)),
          bytes.subarray(from),
        ),
      () => joined(head, tail),
      () => joined(head, short, short, bytes.subarray(from)),
      () => joined(head, pick(random, interesting), bytes.subarray(from)),
    ])();
  }
  return bytes;
}

/** Bytes that readers trip over: marks, separators, halves of characters, and overlong ones. */
const interesting: readonly (readonly number[])[] = [
  [0],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xe2, 0x80, 0xa8],
  [0xed, 0xa0, 0x80],
  [0xc0, 0x80],
  [0xf0, 0x9f, 0x98, 0x80],
  [0xcc, 0x81],
  [0x0d],
  [0x0d, 0x0a],
  [0x1b, 0x5b, 0x33, 0x31, 0x6d],
];

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => Array.from(part)));
}
