/**
 * The part of an `AbortSignal` that fitc uses. The type `AbortSignal` itself comes with the types
 * of the DOM or of Node, and a program may have neither.
 */
export interface AbortSignalLike {
  throwIfAborted(): void;
}
