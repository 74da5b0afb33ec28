import type { Random } from "../../../math/random.js";
import { chance, maybe, pick, several } from "../choose.js";

/** A data file and the columns to be read from it. */
export interface DataCase {
  readonly format: "csv" | "tsv" | "json" | "ndjson";
  readonly text: string;
  readonly wanted: readonly string[];
}

const names = [
  "x",
  "y",
  "z",
  "time (s)",
  "__proto__",
  "constructor",
  'a"b',
  "é",
  "e\u0301",
  "#n",
  "1",
  "",
  " w ",
  "a,b",
  "\u{1f600}",
];

/** Values that are numbers, missing, or neither. */
const odd = [
  ..."0 -0 +1 1. .5 -.5e-3 1e5 1E+05 1e400 1e-400 5e-324 2.2250738585072011e-308 1.7976931348623159e308".split(" "),
  ..."0.1 0.30000000000000004 9007199254740993 1234567890123456789012345 0.000000000000000000000000000001".split(" "),
  ..."NaN nan NA N/A n/a null NULL -nan inf Inf -inf +Infinity INFINITY".split(" "),
  ..."1,5 1_000 0x10 1e 1e+ e5 . - + -- 1.2.3 true ١ １ −1 1d5 1f 1; a #1 #N/A 12:30 1% $1 1\u00a02 ' ''".split(" "),
  "",
  '"',
  " ",
];

/** A number as somebody may write it. */
function number(random: Random): string {
  if (chance(random, 0.06)) return pick(random, odd);
  const value = (random.uniform() - 0.5) * 10 ** (random.below(9) - 4);
  const exact = 2 ** (random.below(2100) - 1074) * (1 + random.uniform());
  const digits = several(random, [1, 30], () => String(random.below(10))).join("");
  return pick(random, [
    () => String(value),
    () => value.toFixed(random.below(8)),
    () => value.toExponential(random.below(20)),
    () => value.toPrecision(1 + random.below(20)),
    () => String(random.below(1000)),
    () => String(exact),
    () => `${digits.slice(0, 5)}.${digits}e${random.below(80) - 40}`,
    () => `0${digits}`,
  ])();
}

/** A table as a file, and now and then with a piece of it damaged. */
export function arbitraryData(random: Random): DataCase {
  const columns = several(random, [1, 5], () => pick(random, names));
  const header = chance(random, 0.1) ? columns : [...new Set(columns)];
  const wanted = [
    ...new Set([...header.filter(() => chance(random, 0.5)), ...maybe(random, 0.05, () => pick(random, names))]),
  ];
  const format = pick(random, ["csv", "csv", "csv", "tsv", "json", "ndjson"] as const);
  const isDelimited = format === "csv" || format === "tsv";
  const rows = several(random, [0, 12], () => header.map(() => number(random)));
  const text = isDelimited ? delimited(format, header, rows, random) : json(format, header, rows, random);
  return {
    format,
    text: (chance(random, 0.1) ? "\ufeff" : "") + (chance(random, 0.25) ? damaged(text, random) : text),
    wanted: wanted.length === 0 ? [header[0] ?? ""] : wanted,
  };
}

function delimited(
  format: "csv" | "tsv",
  header: readonly string[],
  rows: readonly (readonly string[])[],
  random: Random,
): string {
  const delimiter = format === "tsv" ? "\t" : pick(random, [",", ",", ";", "\t", "|", " "]);
  const lineBreak = pick(random, ["\n", "\n", "\r\n", "\r"]);
  const quoting = pick(random, [0.02, 0.02, 0.5, 1]);
  const ragged = chance(random, 0.1) ? 0.1 : 0;
  const blanks = chance(random, 0.3) ? () => pick(random, ["", "", " ", "  ", "\t"]) : () => "";
  const needsQuotes = (text: string) => /["\r\n]|^[#\s]|\s$/.test(text) || text.includes(delimiter);
  const cell = (text: string) => {
    const isQuoted = chance(random, quoting) || (needsQuotes(text) && chance(random, 0.95));
    return `${blanks()}${isQuoted ? `"${text.replaceAll('"', '""')}"` : text}${blanks()}`;
  };
  const between = () => (delimiter === " " && chance(random, 0.2) ? pick(random, ["  ", "\t", " \t "]) : delimiter);
  const record = (cells: readonly string[]) => {
    const written = cells.map(cell);
    if (chance(random, ragged)) written.splice(random.below(written.length), 1, ...several(random, [1, 2], () => "1"));
    if (written.length > 1 && chance(random, ragged)) written.pop();
    return written.reduce((line, next) => line + between() + next);
  };
  const others = ["", "  ", "\t", "# a comment", '# a comment, with "quotes and, commas', " # not at the margin", "#"];
  const other = () => maybe(random, 0.08, () => pick(random, others));
  const lines = [header, ...rows].flatMap((cells) => [...other(), record(cells)]);
  const start = chance(random, 0.02) ? [`#${" ".repeat(2 ** 16 - random.below(60))}`] : [];
  return [...start, ...lines, ...other()].join(lineBreak) + (chance(random, 0.8) ? lineBreak : "");
}

function json(
  format: "json" | "ndjson",
  header: readonly string[],
  rows: readonly (readonly string[])[],
  random: Random,
): string {
  const space = () => pick(random, ["", "", "", " ", "\n", "\t", "\r\n"]);
  const escaped = (text: string) =>
    chance(random, 0.1)
      ? `"${[...text].map((c) => [...Array(c.length).keys()].map((i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, "0")}`).join("")).join("")}"`
      : JSON.stringify(text);
  const value = (text: string) =>
    chance(random, 0.04)
      ? pick(random, ["[1, 2]", '{"x": 1}', '"1"', '"\\u00e9"', "null", "true", "{]", "[}"])
      : text || "null";
  const list = (items: readonly string[], [open, close]: readonly [string, string]) =>
    `${space()}${open}${space()}${items.join(`${space()},${space()}`)}${space()}${close}${space()}`;
  const member = (name: string, text: string) => `${escaped(name)}${space()}:${space()}${text}`;
  const missing = chance(random, 0.3) ? 0.2 : 0;
  const record = (cells: readonly string[]) =>
    list(
      cells.flatMap((text, i) => (chance(random, missing) ? [] : [member(header[i] ?? "", value(text))])),
      ["{", "}"],
    );
  const start = chance(random, 0.02) ? " ".repeat(2 ** 16 - random.below(60)) : "";
  if (format === "ndjson") return start + rows.map(record).join(pick(random, ["\n", "\r\n", "\n\n"]));
  if (chance(random, 0.5)) return start + list(rows.map(record), ["[", "]"]);
  const column = (name: string, i: number) =>
    member(
      name,
      list(
        rows.flatMap((row) => (chance(random, missing / 10) ? [] : [value(row[i] ?? "")])),
        ["[", "]"],
      ),
    );
  return start + list(header.map(column), ["{", "}"]);
}

const pieces = [
  ...'",;|#\t\r\n\\[]{}:. 0e-+\0',
  "\r\n",
  '""',
  "\ufeff",
  "\u00a0",
  "\u2028",
  "null",
  "\\u12",
  "// c",
  "NaN",
];

function damaged(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const to = at + random.below(4);
  const changed = text.slice(0, at) + several(random, [0, 2], () => pick(random, pieces)).join("") + text.slice(to);
  // Half a surrogate pair has no encoding.
  return changed.replace(/\p{Surrogate}/gu, "");
}
