import type { FileLocation } from "./bytes.js";
import { FileSource } from "./node-source.js";

/**
 * Opens a file, passes it to `use`, and closes it.
 * @param about what the file holds, for errors
 */
export function withFile<T>(
  path: string,
  file: FileLocation | Uint8Array,
  about: "data" | "covariance",
  use: (source: FileSource) => T,
): T {
  const isUrl = typeof file === "object" && "href" in file;
  const source = new FileSource(path, isUrl ? new URL(file.href) : file, about);
  try {
    return use(source);
  } finally {
    source.close();
  }
}
