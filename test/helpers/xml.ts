/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** The elements of a tree with a name, in the order of the document. */
export function elementsOf(root: XmlElement, name: string): readonly XmlElement[] {
  const below = root.children.flatMap((child) => (typeof child === "string" ? [] : elementsOf(child, name)));
  return root.name === name ? [root, ...below] : below;
}

/** The text in an element, without that of the elements in it. */
export const ownText = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === "string").join("");

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads an XML document of elements, attributes and text, which is what figures consist of, and
 * refuses everything that XML 1.0 does.
 */
export function parseXml(text: string): XmlElement {
  // XML 1.0, production 2.
  const wrong = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (wrong !== null) throw new Error(`character ${text.codePointAt(wrong.index)?.toString(16)} is not allowed`);
  const top: { children: (XmlElement | string)[] } = { children: [] };
  const open: { name: string; children: (XmlElement | string)[] }[] = [];
  const inner = () => open.at(-1) ?? top;
  const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/gy;
  for (const [, closing, name = "", attributes = "", empty, content, stray] of text.matchAll(token)) {
    if (stray !== undefined) throw new Error("a stray <");
    if (content !== undefined) inner().children.push(decoded(content));
    else if (closing === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      inner().children.push(element);
      if (empty === "") open.push(element);
    }
  }
  const [root] = top.children;
  if (open.length > 0 || top.children.length !== 1 || root === undefined || typeof root === "string") {
    throw new Error("not one element");
  }
  return root;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (found.has(name)) throw new Error(`${name} twice`);
    found.set(name, decoded(value));
  }
  return found;
}

function decoded(text: string): string {
  return text.replace(/&(?:(\w+);)?/g, (all, name = "") => {
    const char = entities[name];
    if (char === undefined) throw new Error(`the entity ${all}`);
    return char;
  });
}
