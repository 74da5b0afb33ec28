// Values that a caller without types, or with bad luck, may pass for any argument.

export interface WrongValue {
  readonly name: string;
  readonly make: () => unknown;
}

const boom = (): never => {
  throw new RangeError("the caller's own error");
};

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function detached(): Float64Array {
  const numbers = Float64Array.of(1, 2, 3, 4, 5, 6);
  structuredClone(numbers, { transfer: [numbers.buffer] });
  return numbers;
}

/** A promise whose rejection is handled, so that only those of fitc remain. */
export function rejected(): Promise<never> {
  const promise = Promise.reject(new Error("rejected"));
  promise.catch(() => undefined);
  return promise;
}

function* endless(): Generator<unknown> {
  for (;;) yield ["a", 1];
}

/** A Map that never comes to an end. */
const endlessMap = (entry: unknown) => ({
  has: () => true,
  get: () => 1,
  *keys() {
    for (;;) yield "a";
  },
  *entries() {
    for (;;) yield entry;
  },
});

class Thing {
  method(): void {}
}

/** Neither numbers nor objects. */
const scalars: readonly WrongValue[] = [
  ["undefined", undefined],
  ["null", null],
  ["true", true],
  ["NaN", Number.NaN],
  ["-1", -1],
  ["1.5", 1.5],
  ["1e12", 1e12],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["a text", "x"],
  ["a long text", "x".repeat(1e6)],
  ["a bigint", 10n],
  ["a huge bigint", 10n ** 100_000n],
  ["a symbol", Symbol("s")],
].map(([name, value]) => ({ name: String(name), make: () => value }));

/** Objects without properties, which are empty options. */
const records: readonly WrongValue[] = [
  { name: "{}", make: () => ({}) },
  { name: "Object.create(null)", make: () => Object.create(null) as unknown },
  { name: "a frozen object", make: () => Object.freeze({}) },
  { name: "an instance", make: () => new Thing() },
];

const lists: readonly WrongValue[] = [
  { name: "[]", make: () => [] },
  { name: "an array of texts", make: () => ["x", "y"] },
  { name: "an array of bigints", make: () => [1n, 2n] },
  { name: "bigints", make: () => BigInt64Array.of(1n, 2n) },
  { name: "a sparse array", make: () => new Array(6) },
  { name: "a long sparse array", make: () => new Array(2 ** 32 - 1) },
  { name: "a buffer", make: () => new ArrayBuffer(8) },
  { name: "a data view", make: () => new DataView(new ArrayBuffer(8)) },
  { name: "a detached array", make: detached },
  { name: "shared bytes", make: () => new Uint8Array(new SharedArrayBuffer(3)) },
  { name: "a fake typed array", make: () => Object.create(Float64Array.prototype) as unknown },
  { name: "a Proxy of a typed array", make: () => new Proxy(new Float64Array(3), {}) },
  ...[1e12, -1, Number.NaN, 1.5, "3", 2 ** 40, 1e9, null, 3n].map((length) => ({
    name: `{ length: ${String(length)}${typeof length === "bigint" ? "n" : ""} }`,
    make: () => ({ length }),
  })),
];

const others: readonly WrongValue[] = [
  { name: "a date", make: () => new Date(0) },
  { name: "a function", make: () => () => undefined },
  { name: "a Map with numbers as keys", make: () => new Map([[1, 2]]) },
  { name: "a Map with a symbol as key", make: () => new Map([[Symbol("k"), 2]]) },
  { name: "a Map with another key", make: () => new Map([["other", 2]]) },
  { name: "a Set", make: () => new Set(["a"]) },
  { name: "a key __proto__", make: () => JSON.parse('{"__proto__": 1}') as unknown },
  { name: "a key constructor", make: () => ({ constructor: 1 }) },
  { name: "a key toString", make: () => ({ toString: null }) },
  { name: "a promise", make: () => Promise.resolve(1) },
  { name: "a rejected promise", make: rejected },
  { name: "an endless iterator", make: endless },
  { name: "an endless Map", make: () => endlessMap(["a", 1]) },
  { name: "an endless Map of nothing", make: () => endlessMap(undefined) },
  {
    name: "an iterator that throws",
    make: () => ({ has: boom, get: boom, keys: boom, entries: boom, [Symbol.iterator]: boom }),
  },
  { name: "getters that throw", make: () => Object.defineProperty({}, "a", { get: boom, enumerable: true }) },
  { name: "a length that throws", make: () => Object.defineProperty({}, "length", { get: boom, enumerable: true }) },
  { name: "a revoked Proxy", make: () => revoked({}) },
  { name: "a revoked Proxy of an array", make: () => revoked([]) },
  { name: "a revoked Proxy of a function", make: () => revoked(() => undefined) },
  {
    name: "a Proxy that throws",
    make: () =>
      new Proxy({}, { get: boom, has: boom, ownKeys: boom, getOwnPropertyDescriptor: boom, getPrototypeOf: boom }),
  },
  { name: "a Proxy of an array that throws", make: () => new Proxy([], { get: boom, has: boom }) },
];

export const wrongValues: readonly WrongValue[] = [...scalars, ...records, ...lists, ...others];
/** The names of those that are options without any, or values by name without any. */
export const emptyRecords: readonly string[] = records.map(({ name }) => name);
