import { printable } from "../diagnostics/index.js";

/**
 * Wrong use of the command line: a missing file, an option that makes no sense. The exit status is
 * 2.
 */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly help: string | null = null,
  ) {
    super(message);
  }
}

/** The error as the command line writes it. */
export function usageText({ message, help }: UsageError): string {
  return `error: ${printable(message)}${help === null ? "" : `\n(${printable(help)})`}\n`;
}

/** Exit statuses; that of a bug is EX_SOFTWARE of sysexits.h. */
export const exitStatus = { done: 0, wrongInput: 1, badUsage: 2, notConverged: 3, bug: 70 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
