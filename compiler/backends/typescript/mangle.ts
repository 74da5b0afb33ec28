/**
 * Names that generated code may not declare: reserved words, names reserved in strict mode and in
 * modules, and the globals that the code uses.
 */
export const reservedNames: readonly string[] = (
  "break case catch class const continue debugger default delete do else enum export extends false finally for " +
  "function if import in instanceof new null return super switch this throw true try typeof var void while with " +
  "implements interface let package private protected public static yield await async of get set arguments eval " +
  "NaN Infinity undefined globalThis Math Float64Array"
).split(" ");

const longest = 40;

/**
 * A legal identifier that resembles a text. It may be reserved or taken; a scope of names resolves
 * that.
 */
export function identifier(text: string): string {
  const clean = [...text]
    .slice(0, longest)
    .join("")
    .replace(/[^\p{ID_Continue}$]/gu, "_");
  return /^[\p{ID_Start}$_]/u.test(clean) ? clean : `_${clean}`;
}

/** Whether a text can be written as the name of an export without quotes. */
export function isIdentifierName(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text);
}
