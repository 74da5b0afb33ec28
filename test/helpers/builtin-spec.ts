import { builtins } from "../../compiler/builtins/index.js";

/**
 * One model for each builtin, with one residual for each way to call it: on parameters, on columns,
 * and on an expression of both.
 */
export function builtinSpec(): string {
  const models = [...builtins.values()].map(({ name, minArgs }) => {
    const call = (texts: readonly string[]) =>
      `${name}(${Array.from({ length: minArgs }, (_, i) => texts[i % texts.length]).join(", ")})`;
    return `model B_${name} { input x, y  param a = 1  param b = 1  param c = 1
      residual ${call(["a", "b", "c"])}
      fit y ~ ${call(["a", "x", "b"])}
      residual x * ${call(["a * x", "b + c", "x"])} + b
    }`;
  });
  return models.join("\n");
}
