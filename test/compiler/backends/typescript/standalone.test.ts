// The declarations of a standalone module, in a program that has nothing else: no fitc, and no
// types but those of the language.
import { compileToStandalone } from "fitc/standalone";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { decay } from "../../../helpers/example-specs.js";
import { root, strictest } from "../../../helpers/strictest.js";

let declarations: string;
beforeAll(async () => {
  declarations = (await compileToStandalone(decay)).declarations ?? "";
});

/** The errors in a program beside the declarations, and in these. */
function errorsOf(program: string, paths: Record<string, string[]> = {}): readonly string[] {
  const options: ts.CompilerOptions = { ...strictest, skipLibCheck: false, paths };
  const files = new Map([
    ["/alone/package.json", '{ "type": "module" }'],
    ["/alone/decay.fit.d.ts", declarations],
    ["/alone/program.ts", `import { Decay, type DecayShape, type FitResult } from "./decay.fit.js";\n${program}\n`],
  ]);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.directoryExists = () => true;
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = files.get(path);
    return text === undefined
      ? getSourceFile.call(host, path, version, ...rest)
      : ts.createSourceFile(path, text, version, true);
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram(["/alone/decay.fit.d.ts", "/alone/program.ts"], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

const start =
  'export const columns: readonly DecayShape["column"][] = Decay.info.columns; export type Fit = FitResult<DecayShape>; const t = [1]; const y = t; const sy = t;';

describe("the declarations of a standalone module", () => {
  it("import nothing", () => {
    expect(declarations).not.toMatch(/^import\b|\bimport\(|<reference/m);
  });

  it("compile a program under the strictest options", () => {
    const uses = [
      "export const fit: FitResult<DecayShape> = Decay.fit({ t, y, sy }, { start: { k: 1 }, bounds: { k: [0, 2] }, loss: 'huber' });",
      "export const error: number | null = fit.params.k.stderr;",
      "export const tau: number | null = fit.derived.tau.value;",
      "export const band: readonly number[] = Decay.predict(fit, { t }, { level: 0.9 }).upper;",
      "export const residuals: Float64Array = Decay.residuals(fit.x, { t, y, sy });",
    ];
    expect(errorsOf([start, ...uses].join("\n"))).toEqual([]);
  });

  it.each([
    ["Decay.fit({ t, y, s: sy })", "Object literal may only specify known properties"],
    ["Decay.fit({ t, y })", "Argument of type"],
    ["Decay.fit({ t, y, sy }).params.K", "Property 'K' does not exist"],
    ["Decay.fit({ t, y, sy }, { fixed: ['c'] })", "Type '\"c\"' is not assignable"],
    ["Decay.fit({ t, y, sy }, { solver: 'bfgs' })", "Type '\"bfgs\"' is not assignable"],
  ])("refuse %s", (use, message) => {
    const errors = errorsOf(`${start} void ${use};`);
    expect(errors.join("\n")).toContain(message);
  });

  it("take a model that is called as one of the types", async () => {
    const spec = "model Band { input t, y  param a = 1  fit y ~ a * t }";
    const named = (await compileToStandalone(spec)).declarations ?? "";
    expect(named).toMatch(/^export \{ m0 as Band, type BandShape \};$/m);
    expect(named).not.toMatch(/^export type \{.*\bBand\b/m);
  });

  it("are the types that fitc/runtime takes, for those who have it", () => {
    const uses = [
      'import { profile } from "fitc/runtime";',
      "export const found: readonly unknown[] = [profile(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, 'k')];",
    ];
    const paths = { "fitc/runtime": [`${root}dist/types/runtime/index.d.ts`] };
    expect(errorsOf([start, ...uses].join("\n"), paths)).toEqual([]);
  });
});
