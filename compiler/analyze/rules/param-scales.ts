import type { ParamSetting } from "../../../grammar/index.js";
import type { ParamSymbol } from "../../model/checked-model.js";
import type { ModelContext } from "../context.js";
import { analysisMessages as messages } from "../messages/index.js";
import { numberText } from "../number-text.js";
import { isPositive, settingsByParam } from "../solver-options.js";
import { freeParam } from "./free-param.js";

/** The scales by parameter are positive, each of one free parameter and in its unit. */
export function paramScales(context: ModelContext): void {
  const { ast, constants, reporter } = context;
  for (const solver of ast.body) {
    if (solver.kind !== "solver") continue;
    const given = new Map<ParamSymbol, ParamSetting>();
    for (const setting of solver.options.flatMap((option) =>
      option.kind === "error" ? [] : settingsByParam(option),
    )) {
      const { param: node, value } = setting;
      const name = node.name.text;
      const number = constants.valueOf(value);
      if (number !== null && !isPositive(number))
        reporter.report(messages.declaredInvalidScale({ name, value: numberText(number) }), value.span);
      const param = freeParam(node, "x_scale", context);
      if (param === null) continue;
      const first = given.get(param);
      if (first === undefined) given.set(param, setting);
      else reporter.report(messages.duplicateScale({ name, line: reporter.lineOf(first.span) }), node.span);
    }
  }
}
