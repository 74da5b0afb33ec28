import type { GivenFile } from "./given.js";
import { FileSource } from "./node-source.js";

/**
 * Opens a file, passes it to `use`, and closes it.
 * @param about what the file holds, for errors
 */
export function withFile<T>(
  path: string,
  file: GivenFile,
  about: "data" | "covariance",
  use: (source: FileSource) => T,
): T {
  const source = new FileSource(path, file, about);
  try {
    return use(source);
  } finally {
    source.close();
  }
}
