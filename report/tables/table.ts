/** A table as plain data. */
export interface Table {
  /** The columns, which have equal lengths and different names. */
  readonly columns: readonly TableColumn[];
  /** What its reader should know, as sentences: a column that does not have its usual name, say. */
  readonly notes: readonly string[];
}

export interface TableColumn {
  readonly name: string;
  /** One value for each row; NaN if there is none. */
  readonly values: readonly number[] | readonly string[] | readonly boolean[];
}

/** A column of numbers on its way into a table. */
export interface NumberColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** A copy as a plain array. `Array.from` takes twice as long. */
export function plainNumbers(values: ArrayLike<number>): readonly number[] {
  const plain = new Array<number>(values.length);
  for (let i = 0; i < plain.length; i++) plain[i] = values[i] as number;
  return plain;
}

interface Parts {
  readonly before: readonly TableColumn[];
  /** The columns of the data. */
  readonly data: readonly TableColumn[];
  readonly after: readonly TableColumn[];
  readonly notes: readonly string[];
}

/**
 * Puts columns of the data and computed ones together. Those of the data keep their names; a
 * computed one whose name is taken gets a number: `fitted_2`.
 */
export function tableOf({ before, data, after, notes }: Parts): Table {
  const computed = [...before, ...after];
  const names = distinctNames([...data, ...computed].map(({ name }) => name)).slice(data.length);
  const named = computed.map(({ values }, i) => ({ name: names[i] ?? "", values }));
  const renamed = computed.flatMap(({ name: usual }, i) =>
    names[i] === usual ? [] : [`column '${usual}' is called '${names[i]}', since the data have a '${usual}'`],
  );
  const formulas = data.flatMap(({ name }) =>
    /^[=+@-]/.test(name) ? [`a spreadsheet may take the column name '${name}' for a formula`] : [],
  );
  return {
    columns: [...named.slice(0, before.length), ...data, ...named.slice(before.length)],
    notes: [...renamed, ...formulas, ...notes],
  };
}

/** Appends numbers to names that occur before: `y`, `y_2`, `y_3`. */
function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return names.map((usual) => {
    let name = usual;
    let count = counts.get(usual) ?? 1;
    while (taken.has(name)) name = `${usual}_${++count}`;
    counts.set(usual, count);
    taken.add(name);
    return name;
  });
}
