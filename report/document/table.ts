/** A table of a report: columns of text, and what its rows hold in JSON. */
export interface Table {
  readonly columns: readonly TableColumn[];
}

/**
 * A column of a table: numbers are aligned right, words left. The cells are `printable`; each
 * printer escapes what has a meaning in its own language.
 */
export interface TableColumn {
  readonly title: string;
  readonly align: "left" | "right";
  readonly cells: readonly string[];
  /** The members that each row has in JSON because of this column; none for what follows from others. */
  readonly members?: readonly Members[];
}

/** Members of a JSON object. */
export type Members = Readonly<Record<string, unknown>>;

export function column<Row>(
  title: string,
  align: TableColumn["align"],
  rows: readonly Row[],
  cell: (row: Row) => string,
  members?: (row: Row) => Members,
): TableColumn {
  const cells = rows.map(cell);
  return members === undefined ? { title, align, cells } : { title, align, cells, members: rows.map(members) };
}

/** The columns that have any text; a column without is left out of tables for people. */
export function shownColumns({ columns }: Table): readonly TableColumn[] {
  return columns.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** What the rows of a table are in JSON. */
export function rowMembers({ columns }: Table): readonly Members[] {
  const rows = columns[0]?.cells.length ?? 0;
  return Array.from({ length: rows }, (_, row) => Object.assign({}, ...columns.map(({ members }) => members?.[row])));
}
