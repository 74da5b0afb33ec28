/** The command line was called wrongly: a file that is not there, an option that makes no sense. Exit status 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly help: string | null = null,
  ) {
    super(message);
  }
}

/** That of a bug is EX_SOFTWARE of sysexits.h. */
export const exitStatus = { done: 0, wrongInput: 1, badUsage: 2, notConverged: 3, bug: 70 } as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
