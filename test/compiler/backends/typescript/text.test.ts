// The pieces of emitted text (names, strings, numbers, comments) for arbitrary input.
import fc from "fast-check";
import { expect, it } from "vitest";
import { Names } from "../../../../compiler/backends/names.js";
import { commentText, numberLiteral, stringLiteral } from "../../../../compiler/backends/typescript/literal.js";
import { identifier, reservedNames } from "../../../../compiler/backends/typescript/mangle.js";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("", "a b", "1", "await", "__proto__", "x_2", "\ud800", "t\u0301", "*/", "\u2028", "a".repeat(100)),
);

/** The value that a function body returns in strict mode; a syntax error fails the property. */
function run(body: string): unknown {
  return new Function(`"use strict"; ${body}`)();
}

it("names are legal in strict mode, distinct, and the same each time", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (stems) => {
      const make = () => {
        const names = new Names(new Names(reservedNames));
        return stems.map((stem) => names.fresh(identifier(stem)));
      };
      const names = make();
      expect(make()).toEqual(names);
      expect(new Set(names).size).toBe(stems.length);
      const sum = names.length === 0 ? "0" : names.join(" + ");
      expect(run(`${names.map((name) => `const ${name} = 1;`).join(" ")} return ${sum};`)).toBe(stems.length);
    }),
  );
});

it("a legal name that is free stays as it is", () => {
  const names = new Names(reservedNames);
  expect(["k", "τ", "x_1", "$", "k", "k", "await"].map((stem) => names.fresh(identifier(stem)))).toEqual([
    ...["k", "τ", "x_1", "$", "k_2", "k_3", "await_2"],
  ]);
});

it("strings and numbers read back as what they were", () => {
  fc.assert(fc.property(text, (value) => run(`return ${stringLiteral(value)};`) === value));
  fc.assert(fc.property(text, (value) => !/[\n\r\u2028\u2029]/.test(stringLiteral(value))));
  const numbers = fc.oneof(fc.double(), fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 5e-324, 1e21, 1e-7));
  fc.assert(fc.property(numbers, (value) => Object.is(run(`return ${numberLiteral(value)};`), value)));
});

it("comments end where they should", () => {
  fc.assert(
    fc.property(fc.array(text), (parts) => {
      // Joined, so that an end-of-comment may form where two parts meet.
      const comment = commentText(parts.join(""));
      return run(`/* ${comment} */ return 1;`) === 1;
    }),
  );
});
