// What --report writes, whatever is in the spec.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium, visit } from "../helpers/chromium.js";
import { runCommandLine } from "../helpers/command-line.js";
import { parseXml } from "../helpers/xml.js";

/** The scripts would leave a trace on the page around the report. */
const names = [
  "<script>parent.ran = 1</script>",
  "]]>",
  "--></style><img src=x onerror='parent.ran = 2'>",
  '" onload="parent.ran = 3',
  "&amp;&lt;",
  "|a|b|",
  "$x^2$ 50 % #1 {b} a~b",
  "x input{/etc/passwd}",
  "![i](http://evil.example/i.png) **b** _e_ ~~s~~",
  "http://evil.example/a www.evil.example a@evil.example",
  "<http://evil.example>",
  "a -- b ''",
  "__proto__",
  "constructor",
];
const greek = ["\u03c4", "\u03c3_0", "lambda"];
const params = [...names, ...greek];

let folder: string;
const read = (extension: string) => readFileSync(join(folder, `fit.${extension}`), "utf8");
const quoted = (name: string) => `\`${name}\``;
/** A plain name is shown as it is. */
const shown = (name: string) => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : quoted(name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fitc-reports-"));
  const [first = ""] = names;
  const spec = `/// ${first}
model ${quoted(first)} {
  data "data.csv" { ${quoted(`t${first}`)}: ${quoted(`s${first}`)} from "t", ${quoted(`y${first}`)} from "y" }
${params.map((name) => `  param ${quoted(name)} = 1`).join("\n")}
  derive ${quoted(`d${first}`)} = ${quoted(first)}^2
  const w: ${quoted(`s${first}`)} = 1
  fit ${quoted(`y${first}`)} ~ ${params.map((name, i) => `${quoted(name)} * cos(${i} * ${quoted(`t${first}`)} / w)`).join(" + ")}
}
`;
  writeFileSync(join(folder, "model.fit"), spec);
  const rows = Array.from({ length: 60 }, (_, i) => `${i / 20},${Math.sin(i * i) - 0.5 * Math.cos(i)}`);
  writeFileSync(join(folder, "data.csv"), `t,y\n${rows.join("\n")}\n`);
  const files = ["html", "md", "tex", "svg", "json"].flatMap((extension) => ["--report", `fit.${extension}`]);
  const { stderr, status } = await runCommandLine(["run", "model.fit", "--quiet", ...files], { cwd: folder });
  expect(stderr).toBe("");
  expect(status).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

it("an equation of many terms is cut after some of them", async () => {
  const names = Array.from({ length: 60 }, (_, i) => `p_${i}`);
  const terms = names.map((name, i) => `${name} * cos(${i} * t)`).join(" + ");
  const params = names.map((name) => `param ${name} = 1`).join(" ");
  writeFileSync(join(folder, "long.fit"), `model Long { data "data.csv" { t, y } ${params} fit y ~ ${terms} }\n`);
  const { stderr, status } = await runCommandLine(["run", "long.fit", "--report", "long.svg"], { cwd: folder });
  expect(stderr).toContain("wrote long.svg");
  expect(status).not.toBe(2);
  const picture = readFileSync(join(folder, "long.svg"), "utf8");
  expect(picture).toContain(">y = p_0 · cos(0 t) + p_1");
  expect(picture).toContain("cos(9 t) …<");
  expect(picture).toContain("… (60 parameters)");
}, 60_000);

it("values over all decades of double precision, whose ratio is infinite, have a picture", async () => {
  const rows = Array.from({ length: 21 }, (_, i) => `1e${30 * i - 300},${i + 0.1 * Math.sin(i * i)}`);
  writeFileSync(join(folder, "wide.csv"), `x,y\n${rows.join("\n")}\n`);
  const spec = `model Wide { data "wide.csv" { x, y } param a = 1 param b = 0 fit y ~ a * log10(x) + b }\n`;
  writeFileSync(join(folder, "wide.fit"), spec);
  const args = ["run", "wide.fit", "--report", "wide.svg", "--plot"];
  const { stdout, stderr, status } = await runCommandLine(args, { cwd: folder, env: { LC_ALL: "C" } });
  expect(stderr).toBe("wrote wide.svg\n");
  expect(status).toBe(0);
  // In both, the points lie on a line from one corner to the other one.
  const [, plot = ""] = stdout.split("Wide: y against x");
  const lines = plot.split("  residual", 1).join("").split("\n").slice(2);
  expect(lines.filter((line) => line.includes("o")).length).toBeGreaterThan(8);
  const circles = readFileSync(join(folder, "wide.svg"), "utf8").match(/<circle cx="[\d.]+"/g) ?? [];
  expect(new Set(circles).size).toBeGreaterThan(20);
}, 60_000);

it("the picture is XML", () => {
  expect(parseXml(read("svg")).name).toBe("svg");
});

it("JSON has every name", () => {
  const { params: found } = JSON.parse(read("json")) as { params: object };
  expect(Object.keys(found).sort()).toEqual([...params].sort());
});

describe("Markdown", () => {
  /** The report without its blocks of code, as lines. */
  const prose = () =>
    read("md")
      .replace(/^(`{3,})fit\n[\s\S]*?\n\1$/gm, "")
      .split("\n");

  it("shows no backslash: each stands before punctuation, which alone can be escaped", () => {
    const wrong = prose().filter((line) => /\\(?![!-/:-@[-`{-~\\])/.test(line.replace(/\\\\/g, "")));
    expect(wrong).toEqual([]);
    expect(prose().filter((line) => /^\| lambda \| -?\d/.test(line))).toHaveLength(1);
  });

  it("has no element, link or emphasis of a name", () => {
    for (const line of prose()) {
      const bare = line
        .replace(/\\[!-/:-@[-`{-~]/g, "")
        .replace(/^!\[[^\]]*\]\[figure-\d+\]$|^\[figure-\d+\]: data:image\/svg\+xml;base64,[\w+/=]+$/, "");
      expect(bare).not.toMatch(/[<*_[\]`~]/);
      expect(line).not.toMatch(/[^\\]:\/\/|www\.|[^\\]@|&(?!amp;|lt;)/);
    }
  });

  it("has as many cells in each row of a table", () => {
    const cells = (line: string) => line.replace(/\\[\\|]/g, "").split("|").length;
    const tables =
      prose()
        .join("\n")
        .match(/(?:^\|.*\n)+/gm) ?? [];
    expect(tables.length).toBeGreaterThan(3);
    for (const table of tables) expect(new Set(table.trimEnd().split("\n").map(cells)).size).toBe(1);
  });
});

describe("LaTeX", () => {
  const tables = () =>
    read("tex")
      .split("\n")
      .filter((line) => !line.startsWith("%"));

  it("has no command but those of tables and symbols", () => {
    const found = new Set(
      (
        tables()
          .join("\n")
          .match(/\\(?:[A-Za-z]+|.)/g) ?? []
      ).map((command) => command.slice(1)),
    );
    const own = ["begin", "end", "toprule", "midrule", "bottomrule", "pm", "times", "tau", "sigma", "lambda"];
    const characters = [
      "textbackslash",
      "textasciitilde",
      "textasciicircum",
      "textasciigrave",
      "textless",
      "textgreater",
    ];
    const allowed = [...own, ...characters, "textbar", "\\", "$", "%", "#", "&", "_", "{", "}", ","];
    expect([...found].filter((command) => !allowed.includes(command))).toEqual([]);
  });

  it("is balanced, with as many cells in each row, and in ASCII", () => {
    const bare = tables().map((line) => line.replace(/\\(?:[^A-Za-z]|[A-Za-z]+)/g, ""));
    for (const line of bare) {
      expect((line.match(/\$/g) ?? []).length % 2).toBe(0);
      expect(line.match(/\{/g)?.length).toBe(line.match(/\}/g)?.length);
      // The characters of commands stand only in mathematics; two hyphens would be a dash.
      expect(line.replace(/\$[^$]*\$/g, "")).not.toMatch(/[#%^_~]|--|''/);
      expect(line).toMatch(/^[ -~]*$/);
    }
    const cells = bare.map((line) => line.split("&").length).filter((count) => count > 1);
    expect(new Set(cells.slice(0, params.length + 1)).size).toBe(1);
    expect(tables().filter((line) => /^ {2}\$\\(tau|sigma_\{0\}|lambda)\$ & /.test(line))).toHaveLength(3);
  });
});

/** Looks at the report in a frame, and tries a script there. */
const page = `<!doctype html><meta charset="utf-8"><body><script type="module">
const frame = document.createElement("iframe");
const loaded = new Promise((done) => { frame.onload = done; });
frame.src = "/fit.html";
document.body.append(frame);
await loaded;
const report = frame.contentDocument;
const all = [...report.querySelectorAll("*")];
const refused = new Promise((done) => { report.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective)); });
const script = report.createElement("script");
script.textContent = "parent.ran = 4";
report.body.append(script);
const answer = {
  title: report.title,
  names: [...report.querySelector("table tbody").querySelectorAll("th")].map((cell) => cell.textContent),
  figures: report.querySelectorAll("figure > svg").length,
  foreign: all.filter((each) => /^(script|a|link|iframe|object|embed|form|base|img|image|use|foreignObject)$/i.test(each.tagName)).length,
  handlers: all.filter((each) => [...each.attributes].some(({ name, value }) => /^on/i.test(name) || /^\\s*javascript:/i.test(value))).length,
  refused: await refused,
  ran: window.ran ?? null,
};
await fetch("/report", { method: "POST", body: JSON.stringify(answer) });
</script></body>`;

describe.skipIf(chromium === null)("HTML in Chromium", () => {
  it("shows the names, runs nothing and requests nothing", async () => {
    const site = new Map([
      ["/index.html", page],
      ["/fit.html", read("html")],
    ]);
    const { report, requested } = await visit(chromium ?? "", site, {});
    expect(report).toMatchObject({
      title: `Fit of ${shown(names[0] ?? "")}`,
      names: params.map(shown),
      foreign: 0,
      handlers: 0,
      refused: "script-src-elem",
      ran: null,
    });
    expect((report as { figures: number }).figures).toBeGreaterThan(3);
    expect(requested.filter((path) => !["/index.html", "/fit.html", "/favicon.ico"].includes(path))).toEqual([]);
  }, 120_000);
});
