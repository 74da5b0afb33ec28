import type { Message, Severity } from "./diagnostic.js";

/**
 * One entry of a layer's table of messages. `{name}` in the message or the help is a placeholder.
 */
export interface MessageEntry {
  /** The code that users see and look up: `FIT2001`. It is never reused for another message. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  /**
   * What `fitc explain CODE` prints: what the code means, an example that triggers it, and how to
   * fix it.
   */
  readonly explain: string;
}

type PlaceholderOf<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholderOf<Rest> : never;
type Arguments<E extends MessageEntry> = PlaceholderOf<E["message"]> | PlaceholderOf<E["help"]>;
type Creator<E extends MessageEntry> = ([Arguments<E>] extends [never]
  ? () => Message
  : (values: Readonly<Record<Arguments<E>, string | number>>) => Message) & { readonly code: string };

/**
 * A message table: for each name a function that creates the message. The type of its arguments is
 * derived from the placeholders.
 */
export type MessageTable<T extends Record<string, MessageEntry>> = { readonly [Name in keyof T]: Creator<T[Name]> } & {
  readonly entries: Readonly<Record<string, MessageEntry>>;
};

/**
 * Creates the functions of a message table: `messages.unknownName({ name: "x" })` is a {@link
 * Message}, and `messages.unknownName.code` is its code. Each layer owns its own table.
 */
export function defineMessages<const T extends Record<string, MessageEntry>>(entries: T): MessageTable<T> {
  const creators = Object.entries(entries).map(([name, { code, severity, message, help }]) => {
    const create = (values: Readonly<Record<string, string | number>> = {}): Message => ({
      code,
      severity,
      message: fill(message, values),
      help: help === undefined ? null : fill(help, values),
    });
    return [name, Object.assign(create, { code })];
  });
  return { ...Object.fromEntries(creators), entries } as MessageTable<T>;
}

function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => shortened(String(values[name])));
}

/** Shortens very long words, since a user's names can have any length. */
function shortened(text: string): string {
  return text.replace(/\S{101,}/g, (word) => `${word.slice(0, 60)}...`);
}
