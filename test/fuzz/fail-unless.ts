/** Throws if a condition does not hold; what is said may be expensive to say. */
export function failUnless(condition: boolean, what: string | (() => string)): void {
  if (!condition) throw new Error(typeof what === "string" ? what : what());
}
