/** The code of a system error, such as `ENOENT`; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}

/** The system's description of an error, without the name of the call and the path. */
export function reason(error: unknown): string {
  switch (errorCode(error)) {
    case "ENOTDIR":
      return "a part of its path is not a directory";
    case "EISDIR":
      return "it is a directory";
    case "ELOOP":
      return "its symbolic links form a loop";
    case "ENXIO":
      return "it is a socket, or a device that does not exist";
    default:
      // `ENOSPC: no space left on device, write`
      return error instanceof Error ? error.message.replace(/^E[A-Z0-9]+: (.*?), \w+( '.*)?$/s, "$1") : String(error);
  }
}
