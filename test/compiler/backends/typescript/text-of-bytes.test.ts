// Compares what the compiler computes without Node's libraries with the results of Node.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { base64 } from "../../../../compiler/backends/typescript/base64.js";
import { sha256OfText } from "../../../../compiler/backends/typescript/sha256.js";

it("SHA-256 of texts", () => {
  // Lengths around the ends of blocks, and text beyond ASCII.
  for (const length of [0, 1, 55, 56, 63, 64, 119, 120, 10_000]) {
    const text = "µ".repeat(length % 3) + "x".repeat(length);
    expect(sha256OfText(text)).toBe(createHash("sha256").update(text).digest("hex"));
  }
  const text = fc.string({ unit: "binary", maxLength: 300 });
  fc.assert(fc.property(text, (text) => sha256OfText(text) === createHash("sha256").update(text).digest("hex")));
});

it("base64 of bytes", () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  fc.assert(fc.property(bytes, (bytes) => base64(bytes) === Buffer.from(bytes).toString("base64")));
});
