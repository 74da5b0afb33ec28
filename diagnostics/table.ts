import type { Message, Severity } from "./diagnostic.js";

/** One entry of a layer's table of messages. `{name}` in the message or the help is a placeholder. */
export interface MessageEntry {
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  /** What `fitc explain CODE` prints: what the code means, an example that has it, and the mend. */
  readonly explain: string;
}

type PlaceholderOf<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholderOf<Rest> : never;
type Arguments<E extends MessageEntry> = PlaceholderOf<E["message"]> | PlaceholderOf<E["help"]>;
type Creator<E extends MessageEntry> = [Arguments<E>] extends [never]
  ? () => Message
  : (values: Readonly<Record<Arguments<E>, string | number>>) => Message;

/** A table of messages: a creator for each code, whose arguments the compiler takes from the placeholders. */
export type MessageTable<T extends Record<string, MessageEntry>> = { readonly [Code in keyof T]: Creator<T[Code]> } & {
  readonly entries: Readonly<Record<string, MessageEntry>>;
};

/**
 * Makes the creators of a table: `messages.FIT2001({ name: "x" })` is a {@link Message}. Each layer owns its own table.
 */
export function defineMessages<const T extends Record<string, MessageEntry>>(entries: T): MessageTable<T> {
  const creators = Object.entries(entries).map(([code, entry]) => [
    code,
    (values: Readonly<Record<string, string | number>> = {}): Message => ({
      code,
      severity: entry.severity,
      message: fill(entry.message, values),
      help: entry.help === undefined ? null : fill(entry.help, values),
    }),
  ]);
  return { ...Object.fromEntries(creators), entries } as MessageTable<T>;
}

function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => shortened(String(values[name])));
}

/** Names may be of any length; a message shows the beginning of such a one. */
function shortened(text: string): string {
  return text.replace(/\S{101,}/g, (word) => `${word.slice(0, 60)}...`);
}
