// NIST's nonlinear regression problems with the second of their two starts, from the copies in the
// tests.
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../test/reference/nist/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8");

export function nistProblems() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => problem(JSON.parse(read(file))));
}

function problem({ name, model, predictors, response_expression: response, parameters, starts }) {
  const [header, ...lines] = read(`${name}.csv`).trim().split(/\r?\n/);
  const rows = lines.map((line) => line.split(",").map(Number));
  const columns = Object.fromEntries(
    header.split(",").map((column, j) => [column, Float64Array.from(rows, (row) => row[j])]),
  );
  const start = starts[1];
  const spec = `model ${name} {
  input y, ${predictors.join(", ")}
${parameters.map((parameter, j) => `  param ${parameter} = ${start[j]}`).join("\n")}
  fit ${response} ~ ${model}
  solver lm { ftol: 1e-10, xtol: 1e-10 }
}
`;
  return {
    name,
    spec,
    start,
    columns,
    // Nelson's model describes the logarithm of y.
    observed: response === "log(y)" ? columns.y.map(Math.log) : columns.y,
    predictors: predictors.map((predictor) => columns[predictor]),
  };
}

/**
 * The models of peers/nist-models.h as JavaScript functions `(b, x, w, d)`, by problem. Except for
 * the types, the code there is also valid JavaScript.
 */
export function nistModels() {
  const header = readFileSync(new URL("../peers/nist-models.h", import.meta.url), "utf8");
  const [, names] = header.split("#define PROBLEMS(use)");
  const code = header
    .replace(/#define VALUE.*|#define PROBLEMS[\s\S]*|#include.*/g, "")
    .replace(/static const double/g, "const")
    .replace(/VALUE\((\w+)\)/g, "function $1(b, x, w, d)")
    .replace(/\b(double|int) /g, "let ")
    .replace(/\b(exp|log|pow|sin|cos|sqrt|atan)\(/g, "Math.$1(");
  const problems = [...names.matchAll(/use\((\w+), (\w+)\)/g)].map(([, problem, model]) => `${problem}: ${model}`);
  return new Function(`${code}; return { ${problems.join(", ")} };`)();
}
