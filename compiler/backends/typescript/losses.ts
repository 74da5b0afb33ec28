import { isRobustLoss } from "../../../runtime/contract/losses.js";
import { losses } from "../../losses/index.js";
import { lossKernel } from "../../schedule/loss-kernel.js";
import { Names } from "../names.js";
import { printFunction } from "./function.js";

/**
 * Prints the robust losses of the language as a module of the runtime: a call may request a loss
 * that the spec does not name, and the runtime must not import the compiler. `npm run update`
 * writes the file.
 */
export function printLosses(): string {
  const context = {
    module: { types: true, names: new Names([]), imports: new Map<string, string>() },
    params: [],
    columns: [],
  };
  const robust = Object.entries(losses).filter(([name]) => isRobustLoss(name));
  const rules = robust.map(
    ([name, loss]) =>
      `  /** ${loss.doc} */\n  ${name}${printFunction(lossKernel(loss), ["z", "rho"], "once", context, "  ")},\n`,
  );
  return [
    "// Written by `npm run update` from the losses of the compiler. Do not edit.\n\n",
    'import type { LossRule } from "../contract/fit-problem.js";\n',
    'import type { RobustLossName } from "../contract/losses.js";\n\n',
    "/** rho, rho' and rho'' of the losses that a call may ask for by name. */\n",
    `export const robustLosses: Readonly<Record<RobustLossName, LossRule>> = {\n${rules.join("")}};\n`,
  ].join("");
}
