/**
 * What the command line imports when it runs. It imports the runtime as the modules that it compiles do, from the
 * package's built entry, so that there is one instance of it; and it is itself a script, which cannot import.
 */
export interface Entries {
  readonly runtimeUrl: string;
  runtime(): Promise<typeof import("../runtime/index.js")>;
  data(): Promise<typeof import("../runtime/data/index.js")>;
  /** @param url of any module */
  module(url: string): Promise<object>;
}
