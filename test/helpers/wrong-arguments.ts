// Calls with wrong values in place of each argument, each option, and each part of an argument.
import { expect } from "vitest";
import { type WrongValue, wrongValues } from "./wrong-values.js";

export type Args = readonly unknown[];
export type Any = Readonly<Record<string, unknown>>;

/** A public function: right arguments, what they are, and the options that it has. */
export interface Call {
  readonly run: (args: Args) => unknown;
  readonly args: Args;
  /** What each argument is, except for the options, which come last. */
  readonly kinds: readonly string[];
  readonly options: readonly string[];
  /** True if it does not work without options. */
  readonly needsOptions?: true;
}

/** What is expected of the functions of an entry. */
export interface Expected {
  /** True for the errors that refuse an argument. */
  readonly isRefusal: (found: unknown) => boolean;
  /** The wrong values that are right in some places, by place: all others must be refused. */
  readonly accepted: Readonly<Record<string, readonly string[]>>;
  /**
   * How the places in an argument of some kind are called; null for an argument whose parts are not
   * replaced.
   */
  readonly placeInside: (kind: string, part: string) => string | null;
  /** True for a place in which any wrong value may be refused or taken. */
  readonly mayBeEither: (place: string) => boolean;
}

/** Calls a function; returns "taken", or the error it threw or rejected with. */
async function outcome(call: Call, args: Args): Promise<unknown> {
  try {
    await call.run(args);
    return "taken";
  } catch (error) {
    return error;
  }
}

/** Whether a value is right in a place. */
function isAccepted({ accepted }: Expected, place: string, call: Call, { name }: WrongValue): boolean {
  if (call.needsOptions === true) return false;
  return accepted[place]?.includes(name) === true || (name === "undefined" && call.options.includes(place));
}

/** What is wrong with the outcome of a call, or null. */
async function fault(expected: Expected, place: string, call: Call, args: Args, wrong: WrongValue) {
  const time = performance.now();
  const memory = process.memoryUsage().arrayBuffers;
  const found = await outcome(call, args);
  const spent = [performance.now() - time, process.memoryUsage().arrayBuffers - memory] as const;
  // No call here needs more than some milliseconds and a megabyte; a busy machine may be slow.
  if (spent[0] > 5000 || spent[1] > 2 ** 28) return `${wrong.name}: ${spent[0]} ms, ${spent[1]} bytes`;
  const isRefused = expected.isRefusal(found);
  if (!isRefused && found !== "taken") return `${wrong.name}: ${String(found)}`;
  if (expected.mayBeEither(place) || isRefused !== isAccepted(expected, place, call, wrong)) return null;
  return `${wrong.name}: ${isRefused ? String(found) : "taken"}`;
}

/** Puts each wrong value in one place of the arguments; returns what went wrong. */
async function faults(expected: Expected, place: string, call: Call, put: (value: unknown) => Args) {
  const found: string[] = [];
  for (const wrong of wrongValues) {
    const problem = await fault(expected, place, call, put(wrong.make()), wrong);
    if (problem !== null) found.push(`${place} = ${problem}`);
  }
  return found;
}

/** A copy of an array or an object with another part. */
const withPart = (whole: object, name: string, part: unknown): object =>
  Object.assign(Array.isArray(whole) ? [...(whole as readonly unknown[])] : { ...whole }, { [name]: part });

const replaced = (args: Args, at: number, value: unknown): Args => args.map((each, i) => (i === at ? value : each));

/** Puts wrong values into the parts of an object, two levels deep. */
async function faultsInside(expected: Expected, call: Call, at: number, kind: string) {
  const found: string[] = [];
  const whole = call.args[at] as Any;
  for (const [name, part] of Object.entries(whole)) {
    const place = expected.placeInside(kind, name);
    if (place === null) continue;
    const put = (value: unknown) => replaced(call.args, at, withPart(whole, name, value));
    found.push(...(await faults(expected, place, call, put)));
    if (typeof part !== "object" || part === null || ArrayBuffer.isView(part)) continue;
    for (const inner of Object.keys(part)) {
      found.push(...(await faults(expected, "part", call, (value) => put(withPart(part, inner, value)))));
    }
  }
  return found;
}

/** Tries all wrong values in all places of a call; returns what went wrong. */
export async function allFaults(expected: Expected, call: Call): Promise<readonly string[]> {
  expect(await outcome(call, call.args)).toBe("taken");
  const found: string[] = [];
  for (const [at, kind] of call.kinds.entries()) {
    found.push(...(await faults(expected, kind, call, (value) => replaced(call.args, at, value))));
    if (typeof call.args[at] === "object") found.push(...(await faultsInside(expected, call, at, kind)));
  }
  const at = call.kinds.length;
  if (call.args.length > at) {
    found.push(...(await faults(expected, "options", call, (value) => replaced(call.args, at, value))));
  }
  for (const option of call.options) {
    const put = (value: unknown) => replaced(call.args, at, { ...(call.args[at] as Any), [option]: value });
    found.push(...(await faults(expected, option, call, put)));
  }
  return found;
}

/** Promises that were rejected while nobody had them. */
export function strayRejections(): { readonly reasons: readonly unknown[]; stop(): void } {
  const reasons: unknown[] = [];
  const listener = (reason: unknown) => {
    reasons.push(reason);
  };
  process.on("unhandledRejection", listener);
  return { reasons, stop: () => void process.off("unhandledRejection", listener) };
}
