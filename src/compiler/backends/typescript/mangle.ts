/**
 * The names that generated code may not take: reserved words, strict mode's and modules' own, the globals that the code
 * uses, and the locals of the functions of `FitProblem`.
 */
const reserved: ReadonlySet<string> = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with " +
    "implements interface let package private protected public static yield await async of get set arguments eval " +
    "NaN Infinity undefined globalThis Math Float64Array Object " +
    "p d from to r J raw observed noise f out rows row trace z rho i at size"
  ).split(" "),
);

const longestStem = 40;

/** A scope of names that generated code declares: it makes any text a legal identifier that no other name has. */
export class Names {
  private readonly taken = new Map<string, number>();

  constructor(private readonly outer: Names | null = null) {}

  /** A name near to the stem: the stem itself where it can be. */
  fresh(stem: string): string {
    const legal = legalise(stem);
    if (this.isFree(legal)) return this.take(legal);
    for (let n = (this.taken.get(legal) ?? 1) + 1; ; n++) {
      const name = `${legal}_${n}`;
      if (!this.isFree(name)) continue;
      this.taken.set(legal, n);
      return this.take(name);
    }
  }

  private isFree(name: string): boolean {
    if (this.taken.has(name)) return false;
    return this.outer === null ? !reserved.has(name) : this.outer.isFree(name);
  }

  private take(name: string): string {
    this.taken.set(name, 1);
    return name;
  }
}

function legalise(stem: string): string {
  const clean = stem.slice(0, longestStem).replace(/[^\p{ID_Continue}$]/gu, "_");
  return /^[\p{ID_Start}$_]/u.test(clean) ? clean : `_${clean}`;
}

/** Whether a text can stand for itself as the name of an export; otherwise it is written as a string. */
export function isIdentifierName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}
