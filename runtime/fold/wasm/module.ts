/**
 * The part of WebAssembly's JavaScript interface that we use. Its types come only with those of a
 * browser.
 */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}

/** A `WebAssembly.Module`. It can be sent to worker threads. */
export type CompiledWasm = object;

/**
 * Compiles and validates a module.
 * @param base64 the bytes of the module
 * @returns null if the platform cannot: it has no WebAssembly, or no vector instructions, or its
 *   security policy forbids it
 */
export function compileModule(base64: string): CompiledWasm | null {
  try {
    return new (webAssembly().Module)(bytesOf(base64));
  } catch {
    return null;
  }
}

/**
 * The exports of a new instance.
 * @throws the platform's error
 */
export function instantiate(module: CompiledWasm, imports: object): object {
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
