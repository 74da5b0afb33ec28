/**
 * Bytes in nested arrays, so that code can be composed without copying until the module is written.
 */
export type Bytes = readonly (number | Bytes | Uint8Array)[];

/** The bytes in order. Without recursion, because expressions nest deeply. */
export function flatten(bytes: Bytes): Uint8Array<ArrayBuffer> {
  let flat = new Uint8Array(1024);
  let length = 0;
  const reserve = (count: number): void => {
    if (length + count <= flat.length) return;
    const larger = new Uint8Array(2 * (length + count));
    larger.set(flat);
    flat = larger;
  };
  const open: { readonly pieces: Bytes; next: number }[] = [{ pieces: bytes, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const piece = top.pieces[top.next++];
    if (piece === undefined) open.pop();
    else if (typeof piece === "number") {
      reserve(1);
      flat[length++] = piece;
    } else if (piece instanceof Uint8Array) {
      reserve(piece.length);
      flat.set(piece, length);
      length += piece.length;
    } else open.push({ pieces: piece, next: 0 });
  }
  return flat.slice(0, length);
}

/** LEB128 of an unsigned number below 2^32. */
export function unsigned(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

/** LEB128 of a signed integer of at most 64 bits. */
export function signed(value: bigint): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  // Bit 6 of the last byte is the sign.
  for (; rest < -64n || rest > 63n; rest >>= 7n) bytes.push(Number(rest & 127n) + 128);
  return [...bytes, Number(rest & 127n)];
}

/** Eight bytes for each value, low byte first: doubles, and integers modulo 2^64. */
export function eightBytes(...values: readonly (number | bigint)[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  for (const [i, value] of values.entries()) {
    if (typeof value === "number") view.setFloat64(8 * i, value, true);
    else view.setBigUint64(8 * i, BigInt.asUintN(64, value), true);
  }
  return new Uint8Array(view.buffer);
}

/** A string or vector in the binary format: its length, then its items. */
export function counted(items: Bytes): Bytes {
  return [unsigned(items.length), items];
}

export function name(text: string): Bytes {
  return counted([...new TextEncoder().encode(text)]);
}
