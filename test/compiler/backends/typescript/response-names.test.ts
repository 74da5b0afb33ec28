// The name of a response in the types: for a column it is the bare name, as everywhere else.
import { expect, test } from "vitest";
import { emitted } from "../../../helpers/compile.js";

test("a quoted column has one name as a column and as a response", async () => {
  const text = await emitted(
    "model M { input x, `flux (Jy)`  param a = 1  fit `flux (Jy)` ~ a * x  fit `flux (Jy)` / 2 ~ a }",
    ".ts",
  );
  expect(text).toContain('"x" | "flux (Jy)"');
  expect(text).toContain('"flux (Jy)" | "`flux (Jy)` / 2"');
});
