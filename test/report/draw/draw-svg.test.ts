// Figures as SVG: what they promise to everyone who opens one.
import { execFileSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { drawSvg } from "../../../report/draw/draw-svg.js";
import { layOut } from "../../../report/draw/layout.js";
import { figureStyle } from "../../../report/figures/style.js";
import type { StyleOptions } from "../../../report/figures/style-options.js";
import { type DecayTexts, decayFigure } from "../../helpers/decay-figure.js";
import { frameOf, overlappingTexts, textBoxes, textsOutside } from "../../helpers/svg.js";
import { elementsOf, ownText, parseXml } from "../../helpers/xml.js";

const styles: readonly StyleOptions[] = [
  {},
  { theme: "dark" },
  { millimetres: 85 },
  { millimetres: 85, points: 7 },
  { millimetres: 170 },
  { millimetres: 170, points: 10 },
];
const draw = (texts: DecayTexts = {}, style: StyleOptions = {}) => drawSvg(decayFigure(figureStyle(style), texts));

describe.each(styles)("a figure of the style %j", (style) => {
  it("has its texts inside its frame, none on another, and none smaller than asked for", async () => {
    const svg = await draw({}, style);
    expect(textsOutside(svg)).toEqual([]);
    expect(overlappingTexts(svg)).toEqual([]);
    const boxes = textBoxes(svg);
    expect(boxes.map(({ text }) => text)).toEqual(expect.arrayContaining(["time (s)", "95 % confidence", "data"]));
    expect(Math.min(...boxes.map(({ fontSize }) => fontSize))).toBeCloseTo(figureStyle(style).fontSize, 2);
  });

  it("is as wide as asked for, and its panels fill it", async () => {
    const svg = await draw({}, style);
    const { width, millimetres, fontSize } = figureStyle(style);
    const root = parseXml(svg);
    expect(root.attributes.get("width")).toBe(millimetres === null ? String(width) : `${millimetres}mm`);
    expect(frameOf(svg).x2).toBeCloseTo(width, 2);
    // The last label is centred at the right edge of the panels.
    const right = Math.max(...textBoxes(svg).map(({ x2 }) => x2));
    expect(right).toBeGreaterThan(width - 1.5 * fontSize);
    expect(Math.min(...textBoxes(svg).map(({ x1 }) => x1))).toBeLessThan(1.5 * fontSize);
  });

  it("gives Vega nothing to warn of", async () => {
    expect((await layOut(decayFigure(figureStyle(style)))).warnings).toEqual([]);
  });
});

describe("a figure", () => {
  it("is the same to the byte when it is drawn again", async () => {
    const [first, second] = await Promise.all([draw(), draw()]);
    expect(second).toBe(first);
    expect(await draw()).toBe(first);
  });

  it("has a title, a description and tooltips for those who do not see it or look closer", async () => {
    const root = parseXml(await draw({ title: "Decay <1>", tip: "row" }));
    expect(root.attributes.get("role")).toBe("img");
    expect(root.attributes.get("aria-label")).toBe("Decay <1>");
    expect(elementsOf(root, "desc").map(ownText)).toEqual([
      "25 rows, the fitted curve with its band, and the residuals below.",
    ]);
    const tips = elementsOf(root, "circle").flatMap((circle) => elementsOf(circle, "title").map(ownText));
    expect(tips).toHaveLength(25);
    expect(tips[6]).toBe("row 7\nsignal (V)");
  });

  it("shares no id with another figure", async () => {
    const idsOf = (svg: string) => elementsOf(parseXml(svg), "clipPath").map(({ attributes }) => attributes.get("id"));
    const [one, other] = await Promise.all([draw(), draw({ xTitle: "time (min)" })]);
    expect(idsOf(one)).toHaveLength(1);
    expect(idsOf(one).filter((id) => idsOf(other).includes(id))).toEqual([]);
    expect(one).toContain(`url(#${idsOf(one)[0]})`);
  });

  it("is small: what its marks have in common is written once, numbers to a hundredth", async () => {
    const svg = await draw();
    // 25 points in two panels, two curves of 25 points, 25 stems and about 30 texts.
    expect(svg.length).toBeLessThan(12_000);
    expect(svg.match(/="[^"]*\d\.\d{3}[^"]*"/g)).toBeNull();
  });
});

const hostile: Readonly<Record<string, string>> = {
  markup: `<script>alert(1)</script>`,
  "the end of character data": `]]>`,
  quotes: `"'\` onload="alert(1)`,
  entities: `&lt;&#x0;&nbsp;`,
  "control characters": `a\0b\u0007c\u001b[31m\u009f`,
  surrogates: `\ud800x\udfff`,
  noncharacters: `\ufffe\uffff`,
  "the end of a string and code": `a']); process.exit(7); //`,
  "an expression": "$" + "{process.exit(7)} datum.x event.view",
  names: "constructor __proto__ toString",
  "another direction": "abc\u202edef\u2066",
  "a long text": "long ".repeat(300),
  "a long word": "W".repeat(2000),
  "many lines": "line\n".repeat(50),
};

describe.each(Object.keys(hostile))("%s in every text", (kind) => {
  const text = hostile[kind] ?? "";
  const texts = { title: text, subtitle: [text], xTitle: text, legend: text, tip: text };

  it("is XML in which it is text, inside the frame", async () => {
    const svg = await draw(texts, { millimetres: 85 });
    const root = parseXml(svg);
    const known = ["svg", "title", "desc", "rect", "g", "path", "line", "text", "tspan", "clipPath", "circle"];
    const names = new Set<string>();
    const attributes = new Set<string>();
    const visit = (element: typeof root) => {
      names.add(element.name);
      for (const name of element.attributes.keys()) attributes.add(name);
      for (const child of element.children) if (typeof child !== "string") visit(child);
    };
    visit(root);
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
    expect([...attributes].filter((name) => /^on|href|^style$/.test(name))).toEqual([]);
    expect(textsOutside(svg)).toEqual([]);
  });
});

describe("a specification from elsewhere", () => {
  it("makes no field into code, whatever it is called", async () => {
    for (const field of Object.values(hostile)) {
      const spec = {
        data: { values: [{ [field]: 1, y: 2 }] },
        mark: { type: "point", tooltip: true },
        encoding: {
          x: { field, type: "quantitative", title: field },
          y: { field: "y", type: "quantitative" },
          tooltip: [{ field, title: field }],
        },
      };
      // Some of these are no fields for Vega. What must not happen is that they do something.
      await drawSvg(spec).then(parseXml, (error: unknown) => expect(error).toBeInstanceOf(Error));
    }
  });

  it("loads nothing", async () => {
    for (const url of ["file:///etc/hostname", "https://example.com/data.csv", "package.json"]) {
      await expect(drawSvg({ data: { url }, mark: "point" })).rejects.toThrow(/loads nothing/);
    }
    const image = { data: { values: [{}] }, mark: { type: "image", url: "https://example.com/a.png" } };
    expect(await drawSvg({ ...image, encoding: {} })).not.toContain("example.com");
    const link = { type: "point", href: "javascript:alert(1)" };
    expect(await drawSvg({ data: { values: [{}] }, mark: link })).not.toContain("alert");
  });

  it("is refused if it is none", async () => {
    await expect(drawSvg({})).rejects.toThrow();
    await expect(drawSvg({ data: { values: [{}] }, mark: "nonsense" })).rejects.toThrow();
  });
});

it("draws without making code from strings, in the built package", () => {
  const url = pathToFileURL(fileURLToPath(new URL("../../../dist/draw.js", import.meta.url))).href;
  const spec = JSON.stringify(decayFigure(figureStyle()));
  const program = `const { drawSvg } = await import(${JSON.stringify(url)});
    process.stdout.write(await drawSvg(JSON.parse(process.env.SPEC)));`;
  const args = ["--disallow-code-generation-from-strings", "--input-type=module", "-e", program];
  const svg = execFileSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, SPEC: spec } });
  expect(textBoxes(svg).length).toBeGreaterThan(20);
});

it("leaves the specification as it is", async () => {
  const spec = decayFigure(figureStyle());
  const before = structuredClone(spec);
  await drawSvg(spec);
  expect(spec).toEqual(before);
  const rows = Object.values((spec as { datasets?: Record<string, object[]> }).datasets ?? {}).flat();
  expect(rows.flatMap((row) => Object.getOwnPropertySymbols(row))).toEqual([]);
});
