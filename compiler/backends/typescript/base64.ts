const digits = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const padding = 61;

/**
 * Bytes as base64 (RFC 4648). `btoa` takes ten times as long, and `Uint8Array.prototype.toBase64`
 * is not yet available everywhere.
 */
export function base64(bytes: Uint8Array): string {
  const text = new Uint8Array(4 * Math.ceil(bytes.length / 3)).fill(padding);
  const digit = (group: number, place: number): number => digits[(group >> (18 - 6 * place)) & 63] as number;
  for (let i = 0, at = 0; i < bytes.length; i += 3, at += 4) {
    const group = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text[at] = digit(group, 0);
    text[at + 1] = digit(group, 1);
    if (i + 1 < bytes.length) text[at + 2] = digit(group, 2);
    if (i + 2 < bytes.length) text[at + 3] = digit(group, 3);
  }
  return new TextDecoder().decode(text);
}
