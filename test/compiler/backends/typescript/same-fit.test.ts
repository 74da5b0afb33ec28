// The code evaluated by `fitc run`, the compiled TypeScript module and the bundled module give the
// same fits: all NIST problems, from both starts, every number of the result to the bit.
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fitter } from "../../../../runtime/index.js";
import { emitted, compiled as moduleText, standaloneFile } from "../../../helpers/compile.js";
import { listReferences, literal, readReference, readReferenceCsv } from "../../../helpers/reference.js";

interface NistProblem {
  readonly name: string;
  readonly model: string;
  readonly response_expression: string;
  readonly predictors: readonly string[];
  readonly parameters: readonly string[];
  readonly starts: readonly (readonly number[])[];
}

const names = listReferences("nist").filter((name) => name !== "scipy_scores");
const problems = names.map((name) => readReference<NistProblem>(`nist/${name}.json`));
const spec = problems
  .map(({ name, predictors, parameters, starts, response_expression, model }) => {
    const params = parameters.map((param, j) => `param ${param} = ${literal(starts[0]?.[j] ?? 0)}`);
    const columns = ["y", ...predictors].join(", ");
    return `model \`${name}\` { input ${columns}\n${params.join("\n")}\nfit ${response_expression} ~ ${model} }`;
  })
  .join("\n");

type Models = Readonly<Record<string, Fitter>>;

async function load(text: string): Promise<Models> {
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  return (await import(/* @vite-ignore */ url)) as Models;
}

describe("the ways to run a model", () => {
  let run: Models;
  let compiled: Models;
  let standalone: Models;

  beforeAll(async () => {
    const runtime = import.meta.resolve("fitc/runtime");
    run = await load(await moduleText(spec, { runtime }));
    const { outputText } = ts.transpileModule(await emitted(spec, ".ts"), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    compiled = await load(outputText.replace('"fitc/runtime"', JSON.stringify(runtime)));
    standalone = await load((await standaloneFile(spec, runtime)).text);
  }, 120_000);

  it("are tried on all 27 problems", () => {
    expect(problems).toHaveLength(27);
  });

  it.each(problems)("$name", ({ name, parameters, starts }) => {
    const data = readReferenceCsv(`nist/${name}.csv`);
    for (const start of starts) {
      const options = { start: new Map(parameters.map((param, j) => [param, start[j] ?? 0])) };
      const resultFrom = (models: Models) => {
        // The hash depends on the text of the spec; everything else is compared.
        const { specSha256: _, ...result } = models[name]?.fit(data, options) ?? { specSha256: "" };
        return result;
      };
      const expected = resultFrom(run);
      expect(expected).toHaveProperty("params");
      expect(resultFrom(compiled)).toStrictEqual(expected);
      expect(resultFrom(standalone)).toStrictEqual(expected);
    }
  });
});
