/** What of an `AbortSignal` is used; its own type is the DOM's or Node's, and a program may have neither. */
export interface AbortSignalLike {
  throwIfAborted(): void;
}
