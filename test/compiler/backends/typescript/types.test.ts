// Emitted modules under the strictest compiler options, and their misuse: incorrect uses must not
// compile.
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emitted } from "../../../helpers/compile.js";
import { decay, specs } from "../../../helpers/example-specs.js";
import { root, strictest } from "../../../helpers/strictest.js";

const options: ts.CompilerOptions = {
  ...strictest,
  // Uses the types from the source, so that no build is needed.
  paths: { "fitc/runtime": [`${root}runtime/index.ts`] },
};

/** The errors that the type checker finds in files in memory, each as `name: line: message`. */
function check(files: ReadonlyMap<string, string>): readonly string[] {
  const inMemory = new Map([...files].map(([name, text]) => [`${root}test/compiler/virtual/${name}`, text]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => inMemory.has(path) || fileExists.call(host, path);
  // This folder exists only in memory.
  host.directoryExists = () => true;
  host.readFile = (path) => inMemory.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = inMemory.get(path);
    return text === undefined
      ? getSourceFile.call(host, path, version, ...rest)
      : ts.createSourceFile(path, text, version, true);
  };
  const program = ts.createProgram([...inMemory.keys()], options, host);
  return [...inMemory.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    if (file === undefined) return [`${path}: not found`];
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    found.push(...program.getDeclarationDiagnostics(file));
    return found.map((diagnostic) => {
      const line = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line + 1;
      return `${path.split("/").at(-1)}: ${line}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")}`;
    });
  });
}

describe("emitted modules", () => {
  it("compile under the strictest options, as TypeScript and as declarations", async () => {
    const files = new Map<string, string>();
    let number = 0;
    for (const spec of specs.values()) {
      number++;
      files.set(`spec${number}.fit.ts`, await emitted(spec, ".ts"));
      files.set(`declared${number}.fit.d.ts`, await emitted(spec, ".d.ts"));
    }
    expect(check(files)).toEqual([]);
    for (const text of files.values()) expect(text).not.toMatch(/(?:[:<|]|\bas) (?:any|unknown)\b|@ts-/);
  });

  // Each line of code, with the beginning of its only expected error; null if it must compile.
  const uses: readonly (readonly [string, string | null])[] = [
    ["Decay.fit({ t, y, sy })", null],
    ["Decay.fit(new Map([['t', t], ['y', y], ['sy', sy]]))", null],
    ["Decay.fit({ t, y, sy }).params.k.stderr", null],
    ["Decay.fit({ t, y, sy }).derived.tau.value", null],
    ["Decay.fit({ t, y, sy }, { start: { k: 1 }, fixed: ['A'] })", null],
    ["Decay.predict(Decay.fit({ t, y, sy }), { t }, { response: 'y' }).value", null],
    ["Decay.fit({ t, y })", "Argument of type"],
    ["Decay.fit({ t, y, s: sy })", "Object literal may only specify known properties"],
    ["Decay.fit({ t, y, sy: 'sy.csv' })", "Type 'string' is not assignable"],
    ["Decay.fit({ t, y, sy: 1 })", "Type 'number' is not assignable"],
    ["Decay.fit({ t, y, sy }).params.K", "Property 'K' does not exist"],
    ["Decay.fit({ t, y, sy }).derived.k", "Property 'k' does not exist"],
    ["Decay.fit({ t, y, sy }, { start: { K: 1 } })", "Object literal may only specify known properties"],
    ["Decay.fit({ t, y, sy }, { start: { k: '1' } })", "Type 'string' is not assignable"],
    ["Decay.fit({ t, y, sy }, { fixed: ['c'] })", "Type '\"c\"' is not assignable"],
    ["Decay.fit({ t, y, sy }, { tolerance: 1 })", "Object literal may only specify known properties"],
    ["Decay.predict(Decay.fit({ t, y, sy }), { x: t })", "Object literal may only specify known properties"],
    ["Decay.predict(Decay.fit({ t, y, sy }), { t }, { response: 'z' })", "Type '\"z\"' is not assignable"],
    ["Decay.fit({ t, y, sy }, { loss: 'huber', solver: 'dogbox', ftol: null, xScale: 'jac' })", null],
    ["Decay.fit({ t, y, sy }, { loss: { name: 'huber', scale: 2 }, bounds: { k: [0, 1] }, xScale: { A: 2 } })", null],
    ["Decay.fit({ t, y, sy }, { bounds: new Map([['k', [0, 1]]]) })", null],
    ["linearization(Decay, Decay.fit({ t, y, sy }), { t, y, sy }).covX?.length", null],
    ["Decay.fit({ t, y, sy }, { solver: 'bfgs' })", "Type '\"bfgs\"' is not assignable"],
    ["Decay.fit({ t, y, sy }, { loss: 'l1' })", "Type '\"l1\"' is not assignable"],
    ["Decay.fit({ t, y, sy }, { loss: { name: 'linear', scale: 2 } })", "Type '\"linear\"' is not assignable"],
    ["Decay.fit({ t, y, sy }, { loss: { name: 'huber', c: 2 } })", "Object literal may only specify known properties"],
    ["Decay.fit({ t, y, sy }, { bounds: { K: [0, 1] } })", "Object literal may only specify known properties"],
    ["Decay.fit({ t, y, sy }, { bounds: { c: [0, 1] } })", "Object literal may only specify known properties"],
    ["Decay.fit({ t, y, sy }, { bounds: { k: [0] } })", "Type '[number]' is not assignable"],
    ["Decay.fit({ t, y, sy }, { bounds: { k: 1 } })", "Type 'number' is not assignable"],
    ["Decay.fit({ t, y, sy }, { xScale: { c: 1 } })", "Object literal may only specify known properties"],
    ["Decay.fit({ t, y, sy }, { xScale: 'jacobian' })", "Type '\"jacobian\"' is not assignable"],
    ["Decay.fit({ t, y, sy }, { ftol: 'off' })", "Type 'string' is not assignable"],
    ["Decay.fit({ t, y, sy }, { compat: 'lmfit' })", "Type '\"lmfit\"' is not assignable"],
    ["linearization(Decay, Decay.fit({ t, y, sy }), { t, y })", "Argument of type"],
    ["profile(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, 'k').upper", null],
    ["contour(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, 'A', 'tau').points[0]?.values", null],
    ["bootstrap(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, { kind: 'case' }).params.k.bca", null],
    ["profile(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, 'c')", "Argument of type '\"c\"'"],
    ["contour(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, 'A')", "Expected 5-6 arguments"],
    ["bootstrap(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, { kind: 'rows' })", "Type '\"rows\"' is not assignable"],
    ["bootstrap(Decay, Decay.fit({ t, y, sy }), { t, y, sy }).params.c", "Property 'c' does not exist"],
    ["linearization(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, { loss: 'huber' })", "Object literal may only"],
    ["profiles(Decay, Decay.fit({ t, y, sy }), { t, y, sy }, { level: 0.9 }).profiles.length", null],
    ["profiles(Decay, Decay.fit({ t, y, sy }), { t, y })", "Argument of type"],
    ["profiles(Decay, Line.fit({ t, y, sy }), { t, y, sy })", "Argument of type 'FitResult<LineShape>'"],
    ["diagnostics(Decay, Decay.fit({ t, y, sy }), { t, y, sy }).cooks?.length", null],
    ["diagnostics(Decay, Line.fit({ t, y, sy }), { t, y, sy })", "Argument of type 'FitResult<LineShape>'"],
    ["fitParallel(Decay, { t, y, sy }, { threads: 2 }).then((fit) => fit.params.k.value)", null],
    ["fitParallel(Decay, { t, y, sy }).then((fit) => fit.params.K)", "Property 'K' does not exist"],
    ["fitParallel(Decay, { t, y })", "Argument of type"],
    ["fitParallel(Decay, { t, y, sy }, { fixed: ['c'] })", "Type '\"c\"' is not assignable"],
    ["fitMany(Decay, { t, y, sy }, [0, 1]).then((fits) => fits.params.length)", null],
    ["fitMany(Decay, { t, y, sy }, y, { start: { k: y, A: 1 }, bounds: { k: [0, 1] }, onProgress: () => {} })", null],
    ["fitMany(Decay, { t, y, sy }, y, { start: new Map([['k', y]]) })", null],
    ["fitMany(Decay, { t, y, sy })", "Object literal may only specify known"],
    ["fitMany(Decay, { t, y }, [0, 1])", "No overload matches this call"],
    ["fitMany(Decay, { t, y, sy }, 1)", "No overload matches this call"],
    ["fitMany(Decay, [{ t, y, sy }], { start: { k: y }, threads: 2 }).then((fits) => fits.free.includes('k'))", null],
    ["fitMany(Decay, new Array<{ t: typeof t; y: typeof y; sy: typeof sy }>())", null],
    ["fitMany(Decay, [{ t, y, sy }, new Map([['t', y]])])", null],
    ["fitMany(Decay, [{ t, y, sy }, { t, y }])", "Type '{ t: Float64Array"],
    ["fitMany(Decay, [{ t, y, s: sy }])", "Object literal may only specify known"],
    ["fitMany(Decay, [{ t, y, sy }], [0, 1])", "No overload matches this call"],
    ["fitMany(Decay, [{ t, y, sy }], { level: 0.9 })", "No overload matches this call"],
    ["fitMany(Decay, { t, y, sy }, y, { start: { K: y } })", "Object literal may only specify known"],
    ["fitMany(Decay, { t, y, sy }, y, { start: { k: ['1'] } })", "Type 'string' is not assignable"],
    ["fitMany(Decay, { t, y, sy }, y, { level: 0.9 })", "Object literal may only specify known"],
    ["fitMany(Decay, { t, y, sy }, y, { onIteration: () => 'stop' })", "Object literal may only specify known"],
    ["fitMany(Decay, { t, y, sy }, y).status", "Property 'status' does not exist"],
    ["fitMany(Decay, { t, y, sy }, y).then((fits) => fits.free.includes('c'))", "Argument of type '\"c\"'"],
    ["Decay.fitAsync({ t, y, sy }, { signal: new AbortController().signal })", "Cannot find name 'AbortController'"],
  ];

  it("refuse misuse, as TypeScript and as declarations", async () => {
    const program = (module: string) =>
      [
        'import { bootstrap, contour, diagnostics, fitMany, fitParallel, linearization, profile, profiles } from "fitc/runtime";',
        `import { Decay } from "./${module}.fit.js";`,
        'import { Line } from "./line.fit.js";',
        "const [t, y, sy]: readonly [Float64Array, readonly number[], ArrayLike<number>] = [Float64Array.of(1), [1], [1]];",
        ...uses.map(([text]) => `void (${text});`),
      ].join("\n");
    const errors = check(
      new Map([
        ["module.fit.ts", await emitted(decay, ".ts")],
        [
          "line.fit.ts",
          await emitted(
            "model Line { input t, y, sy  param A = 1  param k = 1  derive tau = k  fit y ~ A * t + k * sy }",
            ".ts",
          ),
        ],
        ["declared.fit.d.ts", await emitted(decay, ".d.ts")],
        ["module.ts", program("module")],
        ["declared.ts", program("declared")],
      ]),
    );
    for (const name of ["module.ts", "declared.ts"]) {
      const found = uses.map(([, expected], i) => {
        const prefix = `${name}: ${i + 5}: `;
        const message = errors.find((error) => error.startsWith(prefix))?.slice(prefix.length) ?? null;
        return expected === null ? message : message?.slice(0, expected.length);
      });
      expect(found, name).toEqual(uses.map(([, expected]) => expected));
    }
    expect(errors).toHaveLength(2 * uses.filter(([, expected]) => expected !== null).length);
  });
});
