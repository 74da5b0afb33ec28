/** A scope of distinct names, possibly nested in another scope. */
export class Names {
  private readonly taken = new Map<string, number>();
  private readonly outer: Names | null;

  /** @param outer the enclosing scope, or names that are taken from the start */
  constructor(outer: Names | Iterable<string>) {
    this.outer = outer instanceof Names ? outer : null;
    if (!(outer instanceof Names)) for (const name of outer) this.taken.set(name, 1);
  }

  /** The stem itself if it is free, otherwise the stem and a number. */
  fresh(stem: string): string {
    let name = stem;
    let count = this.taken.get(stem) ?? 1;
    while (this.has(name)) name = `${stem}_${++count}`;
    this.taken.set(stem, count);
    this.taken.set(name, Math.max(this.taken.get(name) ?? 1, 1));
    return name;
  }

  private has(name: string): boolean {
    return this.taken.has(name) || (this.outer?.has(name) ?? false);
  }
}
