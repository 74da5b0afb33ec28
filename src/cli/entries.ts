/**
 * The URLs of the package's built entries. The command line imports the runtime by these alone, as the modules that it
 * compiles do, so that there is one instance of it.
 */
export interface Entries {
  readonly runtime: string;
  readonly data: string;
}
