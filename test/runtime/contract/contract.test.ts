// Agreements between the compiler and the runtime that types cannot express.
import { describe, expect, it } from "vitest";
import { specialFunctions } from "../../../compiler/builtins/index.js";
import * as functions from "../../../math/special-functions.js";
import * as callable from "../../../runtime/contract/callable.js";
import { nativeFunctions } from "../../../runtime/contract/calls.js";
import { dataFormats } from "../../../runtime/contract/data-formats.js";
import { reductionFunction, reductionNames } from "../../../runtime/contract/reductions.js";
import { formats } from "../../../runtime/data/format.js";
import * as runtime from "../../../runtime/index.js";

const byName: Readonly<Record<string, (...args: number[]) => number>> = functions;
const exported: Readonly<Record<string, unknown>> = { ...runtime };

describe("the functions that emitted code may call", () => {
  it("are those that the compiler's calls name, and no others", () => {
    expect([...Object.keys(functions), ...nativeFunctions].sort()).toEqual([...specialFunctions.keys()].sort());
    // A name is first looked up among the functions of the runtime.
    expect(nativeFunctions.filter((name) => name in functions)).toEqual([]);
  });

  it.each([...specialFunctions.values()])("$name takes $arity numbers, as the compiler has it", ({ name, arity }) => {
    expect((byName[name] ?? Reflect.get(Math, name)).length).toBe(arity);
  });

  it("compute each reduction of the language but the number of rows", () => {
    const reducers = Object.keys(callable).filter((name) => !(name in functions));
    expect(reductionNames.flatMap((name) => reductionFunction(name) ?? []).sort()).toEqual(reducers.sort());
  });

  it("are exported by the runtime as they are", () => {
    for (const [name, value] of Object.entries(callable)) expect(exported[name]).toBe(value);
  });
});

it("every format has a reader", () => {
  expect(Object.keys(formats)).toEqual(dataFormats);
});
