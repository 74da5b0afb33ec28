/**
 * The part of WebAssembly's JavaScript interface that is used: there are no types of it without
 * those of a browser.
 */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** A `WebAssembly.Module`, which may be sent to workers. */
export type CompiledModule = object;

/**
 * Compiles a module, which validates it.
 * @param base64 its bytes
 * @returns null where this platform cannot: it has no WebAssembly, or none of vectors, or its
 *   security policy forbids it
 */
export function compileModule(base64: string): CompiledModule | null {
  try {
    return new (webAssembly().Module)(bytesOf(base64));
  } catch {
    return null;
  }
}

/** The exports of a new instance. @throws what the platform throws */
export function instantiate(module: CompiledModule, imports: object): object {
  return new (webAssembly().Instance)(module, imports).exports;
}

function webAssembly(): WebAssemblyInterface {
  return Reflect.get(globalThis, "WebAssembly") as WebAssemblyInterface;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
