import { type Bytes, unsigned } from "./bytes.js";
import type { Code, Piece, WasmExpr, WasmType } from "./expr.js";

const localGet = 0x20;
const localTee = 0x22;

/**
 * The code of one statement as bytes. An expression (the same object) that occurs more than once is
 * computed at its first occurrence and kept in a local. Nested control flow has already been turned
 * into bytes, so the first occurrence is also the first to be executed.
 *
 * @param local creates a local and returns its index
 */
export function share(statement: WasmExpr<WasmType>, local: (type: WasmType) => number): Bytes {
  const uses = countUses(statement);
  const locals = new Map<WasmExpr<WasmType>, number>();
  const bytes: (number | Uint8Array | Bytes)[] = [];
  const rest: Piece[] = [statement];
  for (let piece = rest.pop(); piece !== undefined; piece = rest.pop()) {
    if (typeof piece === "number" || piece instanceof Uint8Array) {
      bytes.push(piece);
    } else if (!("type" in piece)) {
      pushAll(rest, piece);
    } else {
      const known = locals.get(piece);
      if (known !== undefined) {
        bytes.push(localGet, unsigned(known));
      } else {
        if ((uses.get(piece) ?? 0) > 1 && !isShort(piece)) {
          const index = local(piece.type);
          locals.set(piece, index);
          rest.push([localTee, unsigned(index)]);
        }
        pushAll(rest, piece.code);
      }
    }
  }
  return bytes;
}

function countUses(statement: WasmExpr<WasmType>): ReadonlyMap<WasmExpr<WasmType>, number> {
  const uses = new Map<WasmExpr<WasmType>, number>();
  const rest: Piece[] = [statement];
  for (let piece = rest.pop(); piece !== undefined; piece = rest.pop()) {
    if (typeof piece === "number" || piece instanceof Uint8Array) continue;
    if (!("type" in piece)) {
      pushAll(rest, piece);
    } else {
      const before = uses.get(piece) ?? 0;
      uses.set(piece, before + 1);
      if (before === 0) pushAll(rest, piece.code);
    }
  }
  return uses;
}

/** Reading a local or a small integer takes no more bytes than reading a shared local. */
function isShort({ type, code }: WasmExpr<WasmType>): boolean {
  return code[0] === localGet || (type === "i32" && code[0] === 0x41);
}

/** Pushes pieces in reverse, so that they are popped in order. */
function pushAll(stack: Piece[], pieces: Code): void {
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (piece !== undefined) stack.push(piece);
  }
}
