/**
 * Reads JSON as a table: an array of records, a record of arrays, or (NDJSON) one record after
 * another.
 */
import { FitError } from "../messages/fit-error.js";
import { Byte, type ByteSource } from "./bytes.js";
import { JsonScanner } from "./json-scanner.js";
import { dataMessages } from "./messages.js";
import { locationAt } from "./position.js";
import { MissingColumn } from "./recognise.js";
import { headersOf, type ScanTable, type VisitCell, type WantedColumn } from "./scan-table.js";

const jsonRecords = '[{"x": 1, "y": 2}, ...], or as one record of arrays, {"x": [1, ...], "y": [2, ...]}';
const ndjsonRecords = '{"x": 1, "y": 2}, one on each line; name a file with an array of records .json';

/** Reads `[{"x": 1, "y": 2}, ...]` or `{"x": [1, ...], "y": [2, ...]}`. */
export const scanJson: ScanTable = (source, wanted, visit) => {
  const table = new JsonTable(source, wanted, visit);
  const first = table.json.next();
  if (first !== Byte.openBrace && first !== Byte.openBracket) throw table.json.noRecord("'[' or '{'", jsonRecords);
  const rows = first === Byte.openBrace ? table.arrays() : table.records();
  if (table.json.next() !== -1) throw table.json.expected("the end of the file");
  return rows;
};

/** Reads `{"x": 1, "y": 2}`, one record on each line. */
export const scanNdjson: ScanTable = (source, wanted, visit) => new JsonTable(source, wanted, visit).lines();

class JsonTable {
  readonly json: JsonScanner;
  private readonly places: ReadonlyMap<string, number>;
  /**
   * The last row in which each wanted column occurred. A member absent from a record is a missing
   * value.
   */
  private readonly lastRow: Int32Array;
  /** The names in the first record, to be listed if a column is not found. */
  private readonly names: string[] = [];

  constructor(
    private readonly source: ByteSource,
    private readonly wanted: readonly WantedColumn[],
    private readonly visit: VisitCell | null,
  ) {
    this.json = new JsonScanner(source, headersOf(wanted));
    this.places = new Map(wanted.map(({ header }, place) => [header, place]));
    this.lastRow = new Int32Array(wanted.length).fill(-1);
    if (this.json.next() === -1)
      throw new FitError(dataMessages.emptyDataFile(), { location: locationAt(source, 0, 0) });
  }

  records(): number {
    const { json } = this;
    let rows = 0;
    for (let more = json.open(Byte.openBracket, Byte.closeBracket); more; more = json.more(Byte.closeBracket)) {
      this.record(rows++, jsonRecords);
    }
    if (rows > 0) this.checkFound();
    return rows;
  }

  lines(): number {
    const { json } = this;
    let rows = 0;
    let lastLine = -1;
    for (; json.next() !== -1; rows++) {
      const { lineBreaks: line, offset: start } = json;
      this.record(rows, ndjsonRecords);
      if (line === lastLine || json.lineBreaks !== line) {
        throw json.error(dataMessages.recordNotOnLine(), { start, end: start + 1 });
      }
      lastLine = line;
    }
    this.checkFound();
    return rows;
  }

  arrays(): number {
    const { json } = this;
    const lengths = this.wanted.map(() => 0);
    for (let more = json.open(Byte.openBrace, Byte.closeBrace); more; more = json.more(Byte.closeBrace)) {
      const place = this.member(0);
      if (place === undefined) json.skipValue();
      else lengths[place] = this.array(place);
    }
    this.checkFound();
    const rows = lengths[0] ?? 0;
    const other = lengths.findIndex((length) => length !== rows);
    if (other === -1) return rows;
    const [first, second] = [this.wanted[0]?.header ?? "", this.wanted[other]?.header ?? ""];
    const values = { first, firstLength: rows, second, secondLength: lengths[other] ?? 0 };
    throw new FitError(dataMessages.columnLengthsDiffer(values), {
      column: this.wanted[other]?.name ?? null,
      location: locationAt(this.source, 0, 0),
    });
  }

  /** Reads the values of one member of a record of arrays, and returns their number. */
  private array(place: number): number {
    const { json } = this;
    if (json.next() !== Byte.openBracket) {
      const { offset } = json;
      throw json.error(dataMessages.jsonColumnNotArray({ name: this.wanted[place]?.header ?? "" }), {
        start: offset,
        end: offset + 1,
      });
    }
    let row = 0;
    for (let more = json.open(Byte.openBracket, Byte.closeBracket); more; more = json.more(Byte.closeBracket)) {
      this.value(place, row++);
    }
    return row;
  }

  private record(row: number, form: string): void {
    const { json, lastRow } = this;
    if (json.next() !== Byte.openBrace) throw json.noRecord("'{'", form);
    const start = json.offset;
    for (let more = json.open(Byte.openBrace, Byte.closeBrace); more; more = json.more(Byte.closeBrace)) {
      const place = this.member(row);
      if (place === undefined) json.skipValue();
      else this.value(place, row);
    }
    for (let place = 0; place < lastRow.length; place++) {
      if (lastRow[place] === row) continue;
      json.cell.clear(start);
      this.visit?.(place, row, json.cell);
    }
  }

  /** Reads the name of a member, and returns its index among the wanted columns. */
  private member(row: number): number | undefined {
    const { json, lastRow } = this;
    const name = json.name();
    const place = this.places.get(name);
    if (row === 0) this.names.push(name);
    if (place === undefined) return undefined;
    if (lastRow[place] === row) throw json.error(dataMessages.duplicateColumn({ name }), json.keySpan);
    lastRow[place] = row;
    return place;
  }

  private value(place: number, row: number): void {
    this.json.value();
    this.visit?.(place, row, this.json.cell);
  }

  private checkFound(): void {
    for (const [place, { name, header }] of this.wanted.entries()) {
      if (this.lastRow[place] !== -1) continue;
      throw new MissingColumn(header, this.names, name, locationAt(this.source, 0, 0));
    }
  }
}
