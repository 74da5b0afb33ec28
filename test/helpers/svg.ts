import { textWidth } from "../../report/figures/text-width.js";
import { ownText, parseXml, type XmlElement } from "./xml.js";

export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A line of text in a figure, and the space that it takes up in the coordinates of the picture. */
export interface TextBox extends Box {
  readonly text: string;
  readonly fontSize: number;
}

/** The frame of a picture: its `viewBox`. */
export function frameOf(svg: string): Box {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(parseXml(svg).attributes.get("viewBox") ?? "");
  return { x1: x, y1: y, x2: x + width, y2: y + height };
}

/** Where the texts of a figure are, by the advances of their characters and all transformations. */
export function textBoxes(svg: string): readonly TextBox[] {
  const found: TextBox[] = [];
  visit(parseXml(svg), { matrix: [1, 0, 0, 1, 0, 0], inherited: new Map() }, found);
  return found;
}

/** The texts that leave the frame of their picture by more than a hundredth of a pixel. */
export function textsOutside(svg: string): readonly TextBox[] {
  const { x1, y1, x2, y2 } = frameOf(svg);
  // The precision of the numbers in the picture.
  const slack = 0.02;
  return textBoxes(svg).filter(
    (box) => box.x1 < x1 - slack || box.y1 < y1 - slack || box.x2 > x2 + slack || box.y2 > y2 + slack,
  );
}

/** The pairs of texts that lie on each other. */
export function overlappingTexts(svg: string): readonly (readonly [string, string])[] {
  const boxes = textBoxes(svg);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2)
      .map((b) => [a.text, b.text] as const),
  );
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface Context {
  readonly matrix: Matrix;
  /** The attributes that texts inherit. */
  readonly inherited: ReadonlyMap<string, string>;
}

function visit(element: XmlElement, outer: Context, found: TextBox[]): void {
  const inherited = new Map([...outer.inherited, ...element.attributes]);
  const context = { matrix: product(outer.matrix, matrixOf(element.attributes.get("transform") ?? "")), inherited };
  const text = ownText(element);
  if ((element.name === "text" || element.name === "tspan") && text !== "") found.push(boxOf(text, context));
  for (const child of element.children) {
    if (typeof child !== "string" && child.name !== "title" && child.name !== "desc") visit(child, context, found);
  }
}

/** The heights of DejaVu Sans above and below the baseline: that of b, and of g. */
const [ascent, descent] = [0.76, 0.236];

function boxOf(text: string, { matrix, inherited }: Context): TextBox {
  const fontSize = Number(inherited.get("font-size"));
  const width = textWidth(text, fontSize, inherited.get("font-weight") === "bold");
  const [x, y] = [Number(inherited.get("x") ?? 0), Number(inherited.get("y") ?? 0)];
  const anchor = inherited.get("text-anchor");
  const left = x - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  const [a, b, c, d, e, f] = matrix;
  const corners = [left, left + width].flatMap((cx) =>
    [y - ascent * fontSize, y + descent * fontSize].map((cy) => [a * cx + c * cy + e, b * cx + d * cy + f] as const),
  );
  const [xs, ys] = [corners.map(([cx]) => cx), corners.map(([, cy]) => cy)];
  return { text, fontSize, x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
}

function matrixOf(transform: string): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, list = ""] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [first = 0, second = 0] = numbers(list);
    const angle = (first * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    if (name === "translate") matrix = product(matrix, [1, 0, 0, 1, first, second]);
    else if (name === "rotate") matrix = product(matrix, [cos, sin, -sin, cos, 0, 0]);
    else throw new Error(`the transformation ${name}`);
  }
  return matrix;
}

function product([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

const numbers = (text: string): readonly number[] => text.split(/[\s,]+/).map(Number);
