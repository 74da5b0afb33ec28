import { Body, type Value } from "./body.js";
import { type Bytes, counted, flatten, name, signed, unsigned } from "./bytes.js";
import { expr, typeCodes, type WasmExpr, type WasmType } from "./expr.js";

/** One expression for each type of a list. */
export type Exprs<P extends readonly Value[]> = { readonly [K in keyof P]: WasmExpr<P[K]> };

/** A function of the module; calling it creates an expression that calls the function. */
export interface Callee<P extends readonly Value[], R extends WasmType> {
  (...args: Exprs<P>): WasmExpr<R>;
  readonly index: number;
}

/** The memory of a module, with sizes in pages of 64 KiB. */
export interface MemoryInfo {
  readonly minimum: number;
  /** Required for shared memory. */
  readonly maximum?: number;
  readonly shared?: boolean;
  /** Import the memory instead of creating it. */
  readonly imported?: readonly [module: string, field: string];
  readonly exported?: string;
}

/**
 * Builds a module; the same calls give the same bytes. Functions must be defined before they are
 * called, and imports before all functions.
 */
export class ModuleBuilder {
  /** Signatures, keyed by their bytes as text, in the order of their first use. */
  readonly #types = new Map<string, { readonly index: number; readonly bytes: Bytes }>();
  readonly #imports: Bytes[] = [];
  readonly #functions: Bytes[] = [];
  readonly #bodies: Bytes[] = [];
  readonly #exports: Bytes[] = [];
  readonly #data: number[] = [];
  readonly #placed = new Map<string, number>();
  #importedFunctions = 0;
  #memory: MemoryInfo | null = null;
  readonly #dataStart: number;

  /** @param dataStart address of the first byte that `data` may use */
  constructor(dataStart = 0) {
    this.#dataStart = dataStart;
  }

  memory(info: MemoryInfo): void {
    if (this.#memory !== null) throw new Error("fitc bug: a second memory");
    this.#memory = info;
    if (info.imported !== undefined) this.#imports.push([info.imported.map(name), 0x02, limits(info)]);
    if (info.exported !== undefined) this.#exports.push([name(info.exported), 0x02, 0]);
  }

  import<const P extends readonly Value[], R extends WasmType>(
    module: string,
    field: string,
    params: P,
    result: R,
  ): Callee<P, R> {
    if (this.#bodies.length > 0) throw new Error("fitc bug: an import after a function");
    this.#imports.push([name(module), name(field), 0x00, this.#type(params, result)]);
    return callee(this.#importedFunctions++, result);
  }

  /** @param write writes the statements and returns the result */
  define<const P extends readonly Value[], R extends WasmType>(
    params: P,
    result: R,
    write: (body: Body, ...args: Exprs<P>) => WasmExpr<R>,
  ): Callee<P, R> {
    const body = new Body(params.length);
    const args = params.map((type, j) => expr(type, 0x20, unsigned(j)));
    const code = body.finish(write(body, ...(args as unknown as Exprs<P>)));
    // Functions defined while this body was written have taken their indices, so this one comes
    // after them.
    const index = this.#importedFunctions + this.#bodies.length;
    this.#functions.push(this.#type(params, result));
    this.#bodies.push([unsigned(code.length), code]);
    return callee(index, result);
  }

  export(field: string, callee: { readonly index: number }): void {
    this.#exports.push([name(field), 0x00, unsigned(callee.index)]);
  }

  /**
   * Places constant data in memory (equal data only once) and returns its address, a multiple of 8.
   */
  data(bytes: Uint8Array | readonly number[]): number {
    const key = bytes.join();
    const known = this.#placed.get(key);
    if (known !== undefined) return known;
    while (this.dataEnd % 8 !== 0) this.#data.push(0);
    const address = this.dataEnd;
    for (const byte of bytes) this.#data.push(byte);
    this.#placed.set(key, address);
    return address;
  }

  /** The address of the first byte after all data. */
  get dataEnd(): number {
    return this.#dataStart + this.#data.length;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const ownMemory = this.#memory !== null && this.#memory.imported === undefined ? [limits(this.#memory)] : [];
    const data = [[0x00, 0x41, signed(BigInt(this.#dataStart)), 0x0b, counted(this.#data)]];
    return flatten([
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      section(
        1,
        [...this.#types.values()].map(({ bytes }) => bytes),
      ),
      section(2, this.#imports),
      section(3, this.#functions),
      section(5, ownMemory),
      section(7, this.#exports),
      section(10, this.#bodies),
      section(11, this.#data.length > 0 ? data : []),
    ]);
  }

  #type(params: readonly Value[], result: WasmType): readonly number[] {
    const bytes = [
      0x60,
      counted(params.map((type) => typeCodes[type])),
      counted(result === "void" ? [] : [typeCodes[result]]),
    ];
    const key = flatten(bytes).join();
    const known = this.#types.get(key) ?? { index: this.#types.size, bytes };
    this.#types.set(key, known);
    return unsigned(known.index);
  }
}

function callee<P extends readonly Value[], R extends WasmType>(index: number, result: R): Callee<P, R> {
  const call = (...args: Exprs<P>): WasmExpr<R> => expr(result, args, 0x10, unsigned(index));
  return Object.assign(call, { index });
}

function limits({ minimum, maximum, shared = false }: MemoryInfo): Bytes {
  if (maximum === undefined) return [0x00, unsigned(minimum)];
  return [shared ? 0x03 : 0x01, unsigned(minimum), unsigned(maximum)];
}

function section(id: number, items: readonly Bytes[]): Bytes {
  if (items.length === 0) return [];
  const content = flatten(counted(items));
  return [id, unsigned(content.length), content];
}
