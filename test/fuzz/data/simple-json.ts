/*
 * A second reader of JSON tables, by recursive descent over a string. Of arrays and
 * objects that no column needs only numbers, words, strings and brackets are checked.
 */

type Row = ReadonlyMap<string, string>;

/** The wanted columns of a table, or null if it is refused. */
export function simpleJson(
  text: string,
  wanted: readonly string[],
  format: "json" | "ndjson",
): ReadonlyMap<string, readonly number[]> | null {
  try {
    const parser = new Parser(text.replace(/^\ufeff/, ""), new Set(wanted));
    const table = format === "ndjson" ? fromRows(parser.lines(), wanted) : parser.table(wanted);
    return [...table.values()].some((column) => column.length === 0) ? null : table;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

class Refused extends Error {}

function fromRows(rows: readonly Row[], wanted: readonly string[]): Map<string, readonly number[]> {
  if (!wanted.every((name) => rows.some((row) => row.has(name)))) throw new Refused();
  return new Map(wanted.map((name) => [name, rows.map((row) => numberOf(row.get(name) ?? ""))]));
}

function numberOf(written: string): number {
  if (written === "" || written === "null" || written === "NaN") return Number.NaN;
  if (!isScalar(written) || written === "true" || written === "false") throw new Refused();
  return Number(written);
}

/** Whether a word is a value of JSON, or a number that only Python writes. */
function isScalar(word: string): boolean {
  if (word === "NaN" || word === "Infinity" || word === "-Infinity") return true;
  try {
    return typeof JSON.parse(word) !== "string";
  } catch {
    return false;
  }
}

class Parser {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly wanted: ReadonlySet<string>,
  ) {}

  table(wanted: readonly string[]): Map<string, readonly number[]> {
    const table = this.sees("{")
      ? this.arrays(wanted)
      : fromRows(
          this.list("[", "]", () => this.row()),
          wanted,
        );
    if (!this.atEnd()) throw new Refused();
    return table;
  }

  lines(): readonly Row[] {
    return this.text.split(/[\r\n]/).flatMap((line) => {
      const parser = new Parser(line, this.wanted);
      if (parser.atEnd()) return [];
      const row = parser.row();
      if (!parser.atEnd()) throw new Refused();
      return [row];
    });
  }

  private arrays(wanted: readonly string[]): Map<string, readonly number[]> {
    const columns = new Map<string, readonly number[]>();
    this.list("{", "}", () => {
      const name = this.name();
      if (!this.wanted.has(name)) return void this.value(false);
      if (columns.has(name)) throw new Refused();
      columns.set(
        name,
        this.list("[", "]", () => numberOf(this.value())),
      );
    });
    const lengths = new Set(wanted.map((name) => columns.get(name)?.length));
    if (lengths.size !== 1 || lengths.has(undefined)) throw new Refused();
    return columns;
  }

  row(): Row {
    const row = new Map<string, string>();
    this.list("{", "}", () => {
      const name = this.name();
      const value = this.value(this.wanted.has(name));
      if (!this.wanted.has(name)) return;
      if (row.has(name)) throw new Refused();
      row.set(name, value);
    });
    return row;
  }

  private list<T>(open: string, close: string, item: () => T): T[] {
    this.take(open);
    const items: T[] = [];
    if (this.sees(close)) {
      this.take(close);
      return items;
    }
    for (;;) {
      items.push(item());
      if (this.sees(close)) break;
      this.take(",");
    }
    this.take(close);
    return items;
  }

  private name(): string {
    const quoted = this.string();
    this.take(":");
    // A control character is let through where there is nothing to unescape.
    if (!quoted.includes("\\")) return quoted.slice(1, -1);
    try {
      return String(JSON.parse(quoted));
    } catch {
      throw new Refused();
    }
  }

  /** A value as it is written; of an array or an object only that it is one. */
  private value(isWanted = true): string {
    this.skipSpace();
    if (this.text[this.at] === '"') return this.string();
    if (this.text[this.at] === "[" || this.text[this.at] === "{") {
      this.nested(0);
      return "[";
    }
    const word = this.match(/[^ \t\n\r,:[\]{}"\0]+/y);
    if (word === null || (!isWanted && !isScalar(word))) throw new Refused();
    return word;
  }

  private nested(depth: number): void {
    const close = this.text[this.at++] === "[" ? "]" : "}";
    if (depth >= 1000) throw new Refused();
    for (;;) {
      this.match(/[ \t\n\r,:]+/y);
      const word = this.match(/[^ \t\n\r,:[\]{}"]+/y);
      if (word !== null && !isScalar(word)) throw new Refused();
      if (word !== null) continue;
      const next = this.text[this.at];
      if (next === '"') this.string();
      else if (next === "[" || next === "{") this.nested(depth + 1);
      else if (next === close) break;
      else throw new Refused();
    }
    this.at++;
  }

  private string(): string {
    this.skipSpace();
    const found = this.match(/"(?:[^"\\\r\n\0]|\\[\s\S])*"/y);
    if (found === null) throw new Refused();
    return found;
  }

  private take(character: string): void {
    if (!this.sees(character)) throw new Refused();
    this.at++;
  }

  private sees(character: string): boolean {
    this.skipSpace();
    return this.text[this.at] === character;
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.at === this.text.length;
  }

  private skipSpace(): void {
    this.match(/[ \t\r\n]+/y);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at += found[0].length;
    return found[0];
  }
}
