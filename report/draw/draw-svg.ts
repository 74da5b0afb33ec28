import { type Drawable, layOut } from "./layout.js";
import { writeSvg } from "./svg.js";

/** The parts of a specification that a reader is told who does not see the picture. */
interface Described {
  readonly title?: string | { readonly text?: string | readonly string[] };
  readonly description?: string;
}

/**
 * Draws a figure, given as a Vega-Lite specification, as an SVG document. The same specification
 * gives the same bytes. The document loads nothing and contains no script, whatever the names and
 * texts in the specification are.
 *
 * @throws Error if the specification is not one of Vega-Lite
 */
export async function drawSvg(spec: object): Promise<string> {
  const json = JSON.stringify(spec);
  // A copy, because Vega writes into the data.
  const drawable = JSON.parse(json) as Drawable & Described;
  const scene = await layOut(drawable);
  const { title = "", description = "", usermeta } = drawable;
  const text = typeof title === "string" ? title : (title.text ?? "");
  return writeSvg(scene, {
    title: typeof text === "string" ? text : text.join(" "),
    description,
    idPrefix: `f${hash(json)}`,
    millimetres: usermeta?.picture?.millimetres ?? null,
  });
}

/** FNV-1a, 32 bits: tells the figures of a page apart. */
function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return (state >>> 0).toString(36);
}
