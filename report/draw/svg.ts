/**
 * Writes a scene as SVG. Vega's own writer gives each mark all its attributes and writes no
 * tooltips; this one writes what marks have in common once, and tooltips as `<title>`, which need
 * no script.
 */
import { type Item, type Mark, Marks, sceneVisit } from "vega-scenegraph";
import { fontFamily } from "../figures/text-width.js";
import type { Scene } from "./layout.js";
import { type Attributes, decimal, element, escaped, shortened } from "./markup.js";
import { tooltipText } from "./tooltip.js";
import { writeText } from "./write-text.js";

export interface Description {
  /** One line: what the picture is called. */
  readonly title: string;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  /** Begins the ids in the picture, since a page may contain several. */
  readonly idPrefix: string;
  /** The width on paper; null if it is as wide as its pixels. */
  readonly millimetres: number | null;
}

/** Writes a picture as a whole SVG document, which a page can also contain as it is. */
export function writeSvg(scene: Scene, { title, description, idPrefix, millimetres }: Description): string {
  const { width, height, shownWidth, origin, background } = scene;
  const content = new Writer(idPrefix).mark(scene.root);
  const [shown, unit] = millimetres === null ? [shownWidth, ""] : [millimetres, "mm"];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width: `${decimal(shown)}${unit}`,
    height: `${decimal((shown * height) / width)}${unit}`,
    viewBox: `0 0 ${decimal(width)} ${decimal(height)}`,
    role: "img",
    "aria-label": title === "" ? null : title,
    "font-family": fontFamily,
  };
  return element(
    "svg",
    attributes,
    [
      title === "" ? "" : element("title", {}, escaped(title)),
      description === "" ? "" : element("desc", {}, escaped(description)),
      isPainted(background) ? element("rect", { width, height, fill: background }) : "",
      element("g", { transform: translation(...origin) }, content),
    ].join(""),
  );
}

/** One mark as an element: what it looks like, and what else it is. */
interface Shape {
  readonly name: string;
  readonly geometry: Attributes;
  readonly look: Attributes;
  readonly content: string;
}

class Writer {
  /** The ids of the rectangles that marks are clipped by, by their sizes. */
  private readonly clips = new Map<string, string>();

  constructor(private readonly idPrefix: string) {}

  /** The items of a mark, with what they have in common around them. */
  mark(mark: Mark): string {
    if (mark.items.length === 0) return "";
    const content = mark.marktype === "group" ? this.groups(mark) : shapes(mark);
    return mark.clip ? this.clipped(content, mark.group) : content;
  }

  private groups(mark: Mark): string {
    let text = "";
    sceneVisit(mark, (group) => {
      let inside = "";
      sceneVisit(group, (child) => {
        inside += this.mark(child);
      });
      if (group.clip === true) inside = this.clipped(inside, group);
      const content = withPanel(group, inside);
      const attributes = { transform: translation(group.x ?? 0, group.y ?? 0), opacity: opacityOf(group) };
      if (content !== "") text += Object.values(attributes).some(Boolean) ? element("g", attributes, content) : content;
    });
    return text;
  }

  private clipped(content: string, { width = 0, height = 0 }: Item): string {
    if (content === "") return "";
    const size = `${decimal(width)},${decimal(height)}`;
    const known = this.clips.get(size);
    const id = known ?? `${this.idPrefix}-clip${this.clips.size}`;
    this.clips.set(size, id);
    const definition = known === undefined ? element("clipPath", { id }, element("rect", { width, height })) : "";
    return definition + element("g", { "clip-path": `url(#${id})` }, content);
  }
}

/** The content of a group on the rectangle that it fills, or in the frame that it draws. */
function withPanel(group: Item, content: string): string {
  const look = lookOf(group);
  if (look["fill"] === "none" && look["stroke"] === undefined) return content;
  const { width = 0, height = 0, cornerRadius = null, strokeOffset = 0 } = group;
  const panel = (painted: Attributes) =>
    element("rect", { x: strokeOffset, y: strokeOffset, width, height, rx: cornerRadius, ...painted, opacity: null });
  if (group.strokeForeground !== true) return panel(look) + content;
  const { fill, ...stroke } = look;
  return (fill === "none" ? "" : panel({ fill })) + content + panel({ ...stroke, fill: "none" });
}

function shapes(mark: Mark): string {
  const write = writers[mark.marktype];
  if (write === undefined) return "";
  const found: Shape[] = [];
  const add = (item: Item) => {
    if (item.opacity === 0) return;
    const look = lookOf(item);
    if (mark.marktype !== "text" && look["fill"] === "none" && look["stroke"] === undefined) return;
    const shape = write(item, look);
    if (shape !== null) found.push(shape);
  };
  if (Marks[mark.marktype]?.nested === true) {
    const [first] = mark.items;
    if (first !== undefined) add(first);
  } else sceneVisit(mark, add);
  return inCommon(found);
}

/** Shapes, with the attributes that all have in common on an element around them. */
function inCommon(all: readonly Shape[]): string {
  const [first, ...others] = all;
  if (first === undefined) return "";
  const write = ({ name, geometry, look, content }: Shape) => element(name, { ...geometry, ...look }, content);
  if (others.length === 0) return write(first);
  // The opacity of a group is another thing than that of each of its elements.
  const common = Object.entries(first.look).filter(
    ([name, value]) => name !== "opacity" && others.every(({ look }) => look[name] === value),
  );
  const ownLook = (look: Attributes) =>
    Object.fromEntries(Object.entries(look).filter(([name]) => !common.some(([shared]) => shared === name)));
  const lines = joinedLines(all.map((shape) => ({ ...shape, look: ownLook(shape.look) })));
  const shared = Object.fromEntries(common);
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return write({ ...only, look: shared });
  return element("g", shared, lines.map(write).join(""));
}

/** Straight lines that look alike as one path: ticks, error bars, the stems of residuals. */
function joinedLines(all: readonly Shape[]): readonly Shape[] {
  const plain = all.every(
    ({ name, look, content }) => name === "line" && content === "" && Object.keys(look).length === 0,
  );
  if (!plain || all.length < 2) return all;
  const d = all.map(({ geometry: { x1, y1, x2, y2 } }) => {
    const at = (value: unknown) => decimal(Number(value));
    const end = x1 === x2 ? `V${at(y2)}` : y1 === y2 ? `H${at(x2)}` : `L${at(x2)} ${at(y2)}`;
    return `M${at(x1)} ${at(y1)}${end}`;
  });
  return [{ name: "path", geometry: { d: d.join("") }, look: {}, content: "" }];
}

type ShapeWriter = (item: Item, look: Attributes) => Shape | null;

/** Any mark, by the path that Vega makes of it. */
const pathOf: ShapeWriter = (item, look) => {
  const made: Record<string, string> = {};
  Marks[item.mark.marktype]?.attr((name, value) => {
    if (typeof value === "string") made[name] = value;
  }, item);
  const { d = "", transform = "" } = made;
  if (d === "") return null;
  return {
    name: "path",
    geometry: { d: shortened(d), transform: transform === "translate(0,0)" ? null : shortened(transform) || null },
    look,
    content: tooltipOf(item),
  };
};

const writers: Readonly<Record<string, ShapeWriter>> = {
  line: pathOf,
  area: pathOf,
  trail: pathOf,
  arc: pathOf,
  path: pathOf,
  symbol(item, look) {
    const { shape = "circle", x = 0, y = 0, size = 64 } = item;
    if (shape !== "circle") return pathOf(item, look);
    const geometry = { cx: x, cy: y, r: Math.sqrt(size) / 2 };
    return { name: "circle", geometry, look, content: tooltipOf(item) };
  },
  rule({ x = 0, y = 0, x2 = x, y2 = y, ...item }, look) {
    const geometry = { x1: x, y1: y, x2, y2 };
    return { name: "line", geometry, look: { ...look, fill: undefined }, content: tooltipOf(item) };
  },
  rect(item, look) {
    const { x = 0, y = 0, width = 0, height = 0, cornerRadius = 0 } = item;
    const geometry = {
      x: Math.min(x, x + width),
      y: Math.min(y, y + height),
      width: Math.abs(width),
      height: Math.abs(height),
      rx: cornerRadius === 0 ? null : cornerRadius,
    };
    return { name: "rect", geometry, look, content: tooltipOf(item) };
  },
  text: writeText,
};

function tooltipOf(item: { readonly tooltip?: unknown }): string {
  const text = tooltipText(item.tooltip);
  return text === "" ? "" : element("title", {}, escaped(text));
}

/** What an item looks like, as attributes. Their order is that of the text. */
function lookOf(item: Item): Attributes {
  const look: Record<string, string | number | undefined> = {};
  for (const [property, name] of Object.entries(looks)) {
    const value = item[property];
    if (typeof value === "number" || typeof value === "string") look[name] = value;
    else if (Array.isArray(value) && value.length > 0)
      look[name] = value.map((each) => decimal(Number(each))).join(" ");
  }
  const { opacity } = item;
  // A point without a fill still shows its tooltip wherever the pointer is on it.
  if (!isPainted(item["fill"])) {
    look["fill"] = "none";
    if (tooltipText(item.tooltip) !== "") look["pointer-events"] = "all";
  }
  if (!isPainted(item["stroke"]) || item["strokeWidth"] === 0) {
    for (const name of Object.values(looks)) if (name.startsWith("stroke")) delete look[name];
  }
  if (opacity === 1) delete look["opacity"];
  return look;
}

const opacityOf = ({ opacity = 1 }: Item): number | null => (opacity === 1 ? null : opacity);

const looks: Readonly<Record<string, string>> = {
  fill: "fill",
  fillOpacity: "fill-opacity",
  stroke: "stroke",
  strokeOpacity: "stroke-opacity",
  strokeWidth: "stroke-width",
  strokeCap: "stroke-linecap",
  strokeJoin: "stroke-linejoin",
  strokeDash: "stroke-dasharray",
  strokeDashOffset: "stroke-dashoffset",
  opacity: "opacity",
};

const isPainted = (color: unknown): color is string =>
  typeof color === "string" && color !== "transparent" && color !== "none" && color !== "";

function translation(x: number, y: number): string | null {
  const [dx, dy] = [decimal(x), decimal(y)];
  return dx === "0" && dy === "0" ? null : `translate(${dx} ${dy})`;
}
