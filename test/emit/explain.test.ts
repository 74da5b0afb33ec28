// What `fitc explain` shows of a model: the mathematics, and what stands at each stage.
import { describe, expect, it } from "vitest";
import { explainModel, explainStage, stages } from "../../src/compiler/index.js";
import { SourceFile } from "../../src/diagnostics/index.js";
import { resultOf } from "./compile.js";
import { specs } from "./specs.js";

const spec = `/// Decay with an offset.
model Decay {
  input t: s, y: V
  param A: V = max(y) in [0, 10] /// amplitude
  param k: 1/s in (0, 4)
  param c: V = 0.5 fixed
  let e = exp(-k * t)
  derive tau = 1 / k
  fit y ~ A * e + c
  residual k - 0.5
  sigma 0.1 relative
  loss huber(2)
}
`;
const source = new SourceFile("decay.fit", spec);
const lines = (text: string) => text.trimEnd().split("\n");

describe("a model in mathematics", () => {
  it("shows its equations, parameters, derivatives and solver", () => {
    expect(lines(resultOf(explainModel(source)))).toEqual([]);
  });
});

describe("a stage", () => {
  it.each(stages)("%s can be shown for every spec, the same each time", (stage) => {
    for (const [name, text] of specs) {
      const file = new SourceFile(`${name}.fit`, text);
      const shown = resultOf(explainStage(file, stage));
      expect(shown.length, name).toBeGreaterThan(0);
      expect(resultOf(explainStage(file, stage))).toBe(shown);
    }
  });
});
