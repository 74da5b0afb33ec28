import { show } from "../messages/show.js";
import { isObject } from "./reading.js";

/** Why a value is not an array of numbers. */
export interface NotNumbers {
  /** What is there instead, for a message. */
  readonly found: string;
  /**
   * The first index without a number, the number before it (NaN at index 0), and the length; null
   * if the value is no array at all.
   */
  readonly at: { readonly index: number; readonly before: number; readonly length: number } | null;
}

/** The largest length of an array in JavaScript. */
const longest = 2 ** 32 - 1;

/** Room for this many numbers is reserved at once: an array may have holes, and any length. */
const firstRoom = 1 << 16;

/** The array itself if it is a `Float64Array`, otherwise a copy. */
export function numbersIn(values: unknown): Float64Array | NotNumbers {
  if (isFloat64Array(values)) return values;
  if (!isObject(values) || !("length" in values)) return { found: show(values), at: null };
  const { length } = values;
  if (!isLength(length)) return { found: `${show(values)} of length ${show(length)}`, at: null };
  let numbers = new Float64Array(Math.min(length, firstRoom));
  for (let index = 0; index < length; index++) {
    const value: unknown = (values as ArrayLike<unknown>)[index];
    if (typeof value !== "number") {
      return { found: show(value), at: { index, before: numbers[index - 1] ?? Number.NaN, length } };
    }
    if (index === numbers.length) numbers = longer(numbers, Math.min(length, 2 * index));
    numbers[index] = value;
  }
  return numbers;
}

export function isNumbers(numbers: Float64Array | NotNumbers): numbers is Float64Array {
  return !("found" in numbers);
}

/** Neither a subclass, whose methods may differ, nor a Proxy, which has no memory. */
function isFloat64Array(values: unknown): values is Float64Array {
  return ArrayBuffer.isView(values) && Object.getPrototypeOf(values) === Float64Array.prototype;
}

function isLength(length: unknown): length is number {
  return typeof length === "number" && Number.isInteger(length) && length >= 0 && length <= longest;
}

function longer(numbers: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(length);
  copy.set(numbers);
  return copy;
}
