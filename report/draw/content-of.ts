/**
 * The bytes of a file that is shipped with the package. A page requests it from where its script came
 * from. Node's modules are loaded when they are needed instead of imported, so that the rest also
 * loads in a browser.
 */
export async function contentOf(url: URL): Promise<Uint8Array> {
  if (url.protocol === "file:") return process.getBuiltinModule("node:fs").readFileSync(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href} cannot be loaded: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
