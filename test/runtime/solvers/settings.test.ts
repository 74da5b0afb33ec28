// The order in which the options of a call, the spec and the defaults decide.
import { expect, it } from "vitest";
import { searchWanted } from "../../../runtime/solvers/settings.js";

it.each([
  [undefined, {}, true],
  [false, {}, false],
  [false, { search: true }, true],
  [true, { search: false }, false],
  [undefined, { search: false }, false],
  // SciPy does not search.
  [true, { search: true, compat: "scipy" }, false],
] as const)("a search with %s in the spec and %o in the call", (search, options, wanted) => {
  const solver = { method: "trf", explicit: true, ...(search === undefined ? {} : { search }) } as const;
  expect(searchWanted({ solver }, options)).toBe(wanted);
});
