/** The part of the WebAssembly JavaScript interface used here; the types of Node do not have it. */
interface Interface {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** Compiles (which validates) and instantiates a module. */
export function instantiate<Exports>(bytes: Uint8Array<ArrayBuffer>, imports: object = {}): Exports {
  const { Module, Instance } = Reflect.get(globalThis, "WebAssembly") as Interface;
  return new Instance(new Module(bytes), imports).exports as Exports;
}
