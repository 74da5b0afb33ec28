/** What the tables `cmap` and `hmtx` of a TrueType font say: the advance of each character. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  /** By code point. */
  readonly advances: ReadonlyMap<number, number>;
}

/** Reads a font with a `cmap` subtable of format 4. */
export function readMetrics(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i;
    tables.set(String.fromCharCode(...bytes.subarray(entry, entry + 4)), view.getUint32(entry + 8));
  }
  const table = (name: string) => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`the font has no ${name}`);
    return offset;
  };
  const hmtx = table("hmtx");
  const metrics = view.getUint16(table("hhea") + 34);
  const advances = new Map<number, number>();
  for (const [codePoint, glyph] of glyphsOf(view, table("cmap"))) {
    advances.set(codePoint, view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)));
  }
  return { unitsPerEm: view.getUint16(table("head") + 18), advances };
}

function glyphsOf(view: DataView, cmap: number): readonly (readonly [codePoint: number, glyph: number])[] {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(subtable) === 4) return segmentsOf(view, subtable);
  }
  throw new Error("the font has no cmap of format 4");
}

/** Format 4: parallel arrays of segments (OpenType specification, `cmap`). */
function segmentsOf(view: DataView, at: number): readonly (readonly [number, number])[] {
  const twice = view.getUint16(at + 6);
  const found: (readonly [number, number])[] = [];
  for (let i = 0; i < twice; i += 2) {
    const last = view.getUint16(at + 14 + i);
    const first = view.getUint16(at + 16 + twice + i);
    const delta = view.getUint16(at + 16 + 2 * twice + i);
    const rangeAt = at + 16 + 3 * twice + i;
    const offset = view.getUint16(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const raw = offset === 0 ? code : view.getUint16(rangeAt + offset + 2 * (code - first));
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff;
      if (glyph !== 0) found.push([code, glyph]);
    }
  }
  return found;
}
