// Names and texts that would become code if they reached the output unescaped. Such a spec must
// compile, run and print correctly.
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emitJavaScript } from "../../../../compiler/backends/typescript/javascript.js";
import { emitStandalone } from "../../../../compiler/backends/typescript/standalone.js";
import { emitTypeScript } from "../../../../compiler/backends/typescript/typescript.js";
import { compileSource } from "../../../../compiler/pipeline.js";
import { SourceFile } from "../../../../diagnostics/index.js";
import { blockOf } from "../../../helpers/blocks.js";
import { compiled, emitted } from "../../../helpers/compile.js";
import { hostile } from "../../../helpers/example-specs.js";
import { loadModels } from "../../../helpers/load-models.js";

const header = 'a"b';
const names = [
  "constructor",
  "__proto__",
  "await",
  "arguments",
  "NaN",
  "eval",
  "sigma",
  "data",
  "Math",
  "to",
  "toString",
];

describe("a hostile spec", () => {
  it("exports its models under their exact names", async () => {
    const models = await loadModels(hostile);
    expect([...models.keys()].sort()).toEqual(['a"b', "default", "then"]);
  });

  it("keeps every name and every header", async () => {
    const info = (await loadModels(hostile)).get(header)?.info;
    expect(info?.params).toEqual([...names, `\${x}*/`]);
    expect(info?.derived).toEqual(['*/ = "']);
    expect(info?.source?.path).toBe('da"ta.csv');
    expect(info?.columnInfo.map((column) => column.header)).toEqual([
      'a"b',
      'a"b',
      "two\nlines",
      `\${x}*/`,
      "*/ throw 1; /*",
      "x\u2028y",
      "</script>",
      "'",
      "\\",
      "y",
    ]);
  });

  it("computes what it says", async () => {
    const problem = (await loadModels(hostile)).get(header)?.problem;
    if (problem === undefined) throw new Error("no model");
    const t = 2;
    const [a, b, c, d, e, f, g, h, i, j, k, l] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;
    // The eight quoted columns contain 1, except for the last, which contains 3.
    const columns = [[t], [1], [1], [1], [1], [1], [1], [1], [3], [7]].map((column) => Float64Array.from(column));
    const r = new Float64Array(1);
    blockOf(problem).residuals(Float64Array.of(a, b, c, d, e, f, g, h, i, j, k, l), columns, 0, 1, r);
    expect(r[0]).toBe(t * b + c + d * e + f * t ** 2 + g * h + i * j + k * a + l * 3 - 7);
  });

  it("fits with names that objects treat specially", async () => {
    const fitter = (
      await loadModels(
        "model M { input t, y  param constructor = 1  param __proto__ = 1  fit y ~ constructor + __proto__ * t }",
      )
    ).get("M");
    const result = fitter?.fit(
      new Map([
        ["t", [0, 1, 2, 3]],
        ["y", [1, 3, 5, 7]],
      ]),
    );
    const estimates = new Map(Object.entries(result?.params ?? {}));
    expect([...estimates.keys()]).toEqual(["constructor", "__proto__"]);
    // A line through four exact points, which Levenberg-Marquardt solves to rounding.
    expect(estimates.get("constructor")?.value).toBeCloseTo(1, 12);
    expect(estimates.get("__proto__")?.value).toBeCloseTo(2, 12);
    expect(JSON.stringify(result?.params)).toContain('"__proto__":{"value"');
  });

  it("does not end its comments early", async () => {
    for (const extension of [".ts", ".js", ".d.ts"] as const) {
      const text = await emitted(hostile, extension);
      const kinds = new Set<string>();
      const visit = (node: ts.Node) => {
        kinds.add(ts.isIdentifier(node) && node.text === "alert" ? "alert" : (ts.SyntaxKind[node.kind] ?? ""));
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(`module${extension}`, text, ts.ScriptTarget.ES2022));
      for (const kind of ["ThrowStatement", "TemplateExpression", "RegularExpressionLiteral", "alert"]) {
        expect(kinds).not.toContain(kind);
      }
      expect(kinds).toContain("ExportDeclaration");
    }
  });

  it("reaches no module unescaped where an editor or a page misreads it", async () => {
    const marks = ["</script>", "</SCRIPT ", "<!--", "<script>", "]]>", "\u202e", "\u2066", "\u009b", "\u200b", "*/"];
    const escapes = marks.map((mark) => JSON.stringify(mark).slice(1, -1)).join("");
    const spec = `/// doc ${marks.join("")}
      model \`M${escapes}\` {
        data "${escapes}.csv" { x: \`u${escapes}\` from "${escapes}" /// column ${marks.join("")}
          y }
        param \`p${escapes}\` = 1
        derive \`d${escapes}\` = \`p${escapes}\`^2
        fit y ~ \`p${escapes}\`
      }`;
    const source = new SourceFile("m</script>\u202e.fit", spec);
    const runtimeUrl = new URL("../../../../dist/runtime.js", import.meta.url).href;
    const files = [
      ...((await compileSource(source, emitTypeScript)).value ?? []),
      ...((await compileSource(source, (models) => emitJavaScript(models))).value ?? []),
      ...((await compileSource(source, (models) => emitStandalone(models, runtimeUrl))).value ?? []),
    ];
    expect(files).toHaveLength(5);
    for (const { text } of files) {
      expect(text).not.toMatch(/<\/?script|<!--|\]\]>|(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/iu);
    }
    const [fitter] = (await loadModels(spec)).values();
    const found = fitter?.info.columnInfo[0];
    expect(found?.header).toBe(marks.join(""));
    // A unit is shown as it is written in a spec.
    expect(found?.unit).toBe("`u</script></SCRIPT <!--<script>]]>\\u202e\\u2066\\u009b\\u200b*/`");
    expect(fitter?.info.params).toEqual([`p${marks.join("")}`]);
  });

  it("cannot leave the header by its file name", async () => {
    const spec = "model M { input t, y  param a = 1  fit y ~ a * t }";
    const text = await compiled(spec, { path: "dir/x\nthrow 1;//\u2028throw 2;.fit" });
    const lines = text.split(/[\n\r\u2028\u2029]/);
    expect(lines.filter((line) => line.includes("throw")).every((line) => line.startsWith("//"))).toBe(true);
  });
});
