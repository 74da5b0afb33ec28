/**
 * Modules that the command line imports at run time. It imports the runtime from the package's
 * built entry, as the modules that it compiles do, so that there is only one instance of it. The
 * command line is a script and cannot import modules itself.
 */
export interface Entries {
  readonly runtimeUrl: string;
  runtime(): Promise<typeof import("../runtime/index.js")>;
  report(): Promise<typeof import("../report/index.js")>;
  draw(): Promise<typeof import("../report/draw/index.js")>;
  data(): Promise<typeof import("../runtime/data/index.js")>;
  /** @param url the URL of any module */
  module(url: string): Promise<object>;
}
