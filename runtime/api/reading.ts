import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { reasonOf } from "../messages/show.js";

/**
 * Reads something that a caller passed. A getter, a Proxy or an iterator may throw anything there,
 * which becomes the cause of a `FitError`; a `FitError` passes.
 * @param what names it in the message
 */
export function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FitError) throw error;
    throw new FitError(runtimeMessages.argumentNotReadable({ what, reason: reasonOf(error) }), { cause: error });
  }
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** True for a promise: nobody means the properties of the promise itself. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  if (!isObject(value) && typeof value !== "function") return false;
  return typeof (value as { readonly then?: unknown }).then === "function";
}

/** The parts of a Map that are read. */
export interface MapLike {
  has(key: string): boolean;
  get(key: string): unknown;
  keys(): Iterable<unknown>;
  entries(): Iterable<unknown>;
}

/** A Map from another realm is not an instance of our Map, so its methods are tested instead. */
export function isMap(value: object): value is MapLike {
  const { has, get, keys, entries } = value as Partial<MapLike>;
  return [has, get, keys, entries].every((method) => typeof method === "function");
}

const tagsOfRecords = ["[object Object]", "[object Module]"];

/** True for an object whose properties are its content: no array, date, buffer, list or promise. */
export function isRecord(value: unknown): value is object {
  if (!isObject(value) || !tagsOfRecords.includes(Object.prototype.toString.call(value))) return false;
  return !(Symbol.iterator in value) && !isThenable(value);
}

/** More entries than any model has names: an iterator may never end. */
const mostEntries = 100_000;

/** The entries of an object or a Map, copied; undefined if it is neither. */
export function namedValues(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!isObject(value)) return undefined;
  if (!isMap(value)) return isRecord(value) ? new Map(Object.entries(value)) : undefined;
  const copy = new Map<string, unknown>();
  let count = 0;
  for (const entry of value.entries()) {
    const [name, own] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof name !== "string" || ++count > mostEntries) return undefined;
    copy.set(name, own);
  }
  return copy;
}
