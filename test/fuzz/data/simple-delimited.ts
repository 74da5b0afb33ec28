import { simpleNumber } from "./simple-number.js";

/*
 * A second reader of delimited text, as simple as regular expressions make it. It holds the whole
 * table in memory and has no messages.
 */

type Delimiter = "\t" | ";" | "," | "|" | " ";

/** In the order in which they are tried. */
const delimiters: readonly Delimiter[] = ["\t", ";", ",", "|", " "];

/** Header and this many records decide on the delimiter. */
const sampleRecords = 20;

/** The wanted columns of a table, or null if it is refused. */
export function simpleDelimited(
  text: string,
  wanted: readonly string[],
  delimiter: Delimiter | null,
): ReadonlyMap<string, readonly number[]> | null {
  const body = text.replace(/^\ufeff/, "");
  const { records, isWhole } = recordsOf(body, delimiter ?? sniffed(body, wanted));
  const [header, ...rows] = records;
  if (!isWhole || header === undefined || rows.length === 0) return null;
  if (rows.some((row) => row.length !== header.length)) return null;
  const columns = new Map<string, readonly number[]>();
  for (const name of wanted) {
    const places = [...header.keys()].filter((place) => header[place] === name);
    const values = rows.map((row) => simpleNumber(row[places[0] ?? -1] ?? "?"));
    if (places.length !== 1 || values.includes(null)) return null;
    columns.set(name, values as number[]);
  }
  return columns;
}

function sniffed(text: string, wanted: readonly string[]): Delimiter {
  const tables = delimiters.map((delimiter) => {
    const [header = [], ...records] = recordsOf(text, delimiter).records.slice(0, 1 + sampleRecords);
    return { delimiter, header, counts: records.map((record) => record.length) };
  });
  const splitting = tables.filter(({ header }) => header.length > 1);
  const named = splitting.filter(({ header }) => wanted.every((name) => header.includes(name)));
  const ones = named.length > 0 ? named : splitting;
  const possible = ones.filter(({ delimiter }) => delimiter !== " " || ones.length === 1);
  const even = possible.find(({ header, counts }) => counts.every((count) => count === header.length));
  const split = possible.filter(({ delimiter, counts }) => delimiter !== " " || counts.some((count) => count > 1));
  const most = Math.max(...split.map(({ header }) => header.length));
  return (even ?? split.find(({ header }) => header.length === most))?.delimiter ?? ",";
}

/** The errors of a spreadsheet: cells, not comments. */
const errorValues = "N/A|NAME\\?|DIV/0!|VALUE!|REF!|NUM!|NULL!|SPILL!|CALC!|FIELD!";

interface Records {
  readonly records: readonly (readonly string[])[];
  /** False if the text is malformed after these records. */
  readonly isWhole: boolean;
}

function recordsOf(text: string, delimiter: Delimiter): Records {
  const blank = delimiter === "\t" ? "[ ]" : "[ \t]";
  const between = delimiter === " " ? "[ \t]+" : delimiter === "|" ? "\\|" : delimiter;
  const ends = delimiter === " " ? " \t" : delimiter;
  const errorValue = `(?:${errorValues})[ \\t]*(?:[${ends}\r\n]|$)`;
  const skipped = new RegExp(`(?:${blank}|[\r\n]|#(?!${errorValue})[^\r\n]*)*`, "y");
  const blanks = new RegExp(`${blank}*`, "y");
  const quoted = /"((?:[^"\0]|"")*)"/y;
  const plain = new RegExp(`[^${ends}\r\n\0]*`, "y");
  const next = new RegExp(between, "y");
  const lineEnd = /[\r\n]|$/y;

  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found;
  };
  const records: string[][] = [];
  for (;;) {
    match(skipped);
    if (at === text.length) return { records, isWhole: true };
    const record: string[] = [];
    for (let more = true; more; ) {
      match(blanks);
      const isQuoted = text[at] === '"';
      const cell = match(isQuoted ? quoted : plain);
      if (cell === null) return { records, isWhole: false };
      record.push(isQuoted ? (cell[1] ?? "").replaceAll('""', '"') : cell[0].replace(/[ \t]+$/, ""));
      // Blanks between a cell and the end of its line belong to neither.
      if (delimiter !== " " || /[ \t]*(?:[\r\n]|$)/y.test(text.slice(at))) match(blanks);
      more = match(next) !== null;
      if (!more && match(lineEnd) === null) return { records, isWhole: false };
    }
    records.push(record);
  }
}
