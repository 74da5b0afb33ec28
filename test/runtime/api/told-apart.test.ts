// Numbers that a message compares are shown with the digits that tell them apart.
import { expect, it } from "vitest";
import { toldApart } from "../../../runtime/messages/show.js";

it.each([
  [0.5, 1.5, "0.500000", "1.50000"],
  [0.00123456789, 0.001234569, "0.001234568", "0.001234569"],
  // Neighbours in double precision.
  [1 - 2 ** -53, 1, "0.9999999999999999", "1.000000000000000"],
  [2, 2, "2.00000", "2.00000"],
])("%d and %d", (a, b, first, second) => {
  expect(toldApart(a, b)).toEqual([first, second]);
});
