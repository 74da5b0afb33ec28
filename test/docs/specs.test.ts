// Every spec on a page must compile without any diagnostic; statements shown alone must parse
// inside a model.
import { describe, expect, it } from "vitest";
import { checkSource } from "../../compiler/pipeline.js";
import { type Diagnostic, renderDiagnostic, SourceFile } from "../../diagnostics/index.js";
import { parse } from "../../grammar/index.js";
import { blocksOf, pages } from "../helpers/pages.js";

const plain = { frame: false, paint: (_style: string, text: string) => text };

function complaints(spec: string): readonly string[] {
  const isWhole = /^model\b/m.test(spec);
  const found: readonly Diagnostic[] = isWhole
    ? checkSource(new SourceFile("page.fit", spec)).diagnostics
    : parse(new SourceFile("page.fit", `model Page {\n${spec}}`)).diagnostics;
  return found.map((diagnostic) => renderDiagnostic(diagnostic, plain));
}

const shown = pages.flatMap((page) =>
  blocksOf(page)
    .filter(({ language }) => language === "fit")
    .map(({ content }, i) => [`${page.name}, block ${i + 1}`, content] as const),
);

describe("the specs on pages", () => {
  it.each(shown)("%s", (_, content) => {
    expect(complaints(content)).toEqual([]);
  });

  it("are some", () => {
    expect(shown.length).toBeGreaterThan(3);
  });

  it("would be told if they were wrong", () => {
    expect(complaints("model M {\n  param a = 1\n}\n")).not.toEqual([]);
    expect(complaints("param a = = 1\n")).not.toEqual([]);
  });
});
