import { answerOf } from "./callbacks.js";

/**
 * The part of an `AbortSignal` that fitc uses. The type `AbortSignal` itself comes with the types
 * of the DOM or of Node, and a program may have neither.
 */
export interface AbortSignalLike {
  throwIfAborted(): void;
}

/** @throws the reason of the signal if it is aborted */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  answerOf("signal", signal?.throwIfAborted());
}
