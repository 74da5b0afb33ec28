/** SVG as text: elements, attributes, numbers. */
import { unwanted } from "./shown-text.js";

/** What has no value is left out. */
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An element with its content, which is markup. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const start = `${name}${attributesText(attributes)}`;
  return content === "" ? `<${start}/>` : `<${start}>${content}</${name}>`;
}

function attributesText(attributes: Attributes): string {
  let text = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    text += ` ${name}="${typeof value === "number" ? decimal(value) : escaped(value)}"`;
  }
  return text;
}

/** A text as content or as the value of an attribute, whatever is in it. */
export function escaped(text: string): string {
  return text.replace(unwanted, "").replace(/[&<>"]/g, (char) => entities[char] ?? char);
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A length to a hundredth of a pixel, as short as it can be written. Infinity and NaN are 0. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : "0";
}

/** Path data or a transformation with its numbers shortened. */
export function shortened(data: string): string {
  return data.replace(/-?\d*\.\d+(?:e[-+]?\d+)?/gi, (number) => decimal(Number(number)));
}
