/** Node's cryptography is loaded where it is needed: `check` is quicker without it. */
export function sha256(text: string): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
