import { printName } from "../../../grammar/index.js";
import type { OpenUnits } from "../../model/model-units.js";
import { nameUnit } from "../units/name-unit.js";
import { minusOne, one, productOf } from "../units/rational.js";
import { powersText } from "../units/unit.js";
import type { Variable } from "./equations.js";
import type { System } from "./system.js";
import type { UnitEquations } from "./unit-equations.js";

/**
 * The names whose units the equations leave open, with what is known: each equation of the solved
 * form that has more than one name. Names that occur in no equation are left out, since they have a
 * warning of their own.
 */
export function openUnits(system: System, { equations, quantities }: UnitEquations): readonly OpenUnits[] {
  const used = new Set(equations.flatMap(({ variables }) => [...variables.keys()]));
  const related = new Set<Variable>();
  const relations = [...quantities.values()].flatMap((variable): readonly OpenUnits[] => {
    if (!system.rows.has(variable)) return [];
    const { variables, size, symbols } = system.productOf(variable);
    const others = [...variables.keys()];
    if (others.length === 0 || others.some(({ symbol }) => symbol === null)) return [];
    for (const member of [variable, ...others]) related.add(member);
    const powers = productOf(new Map([[variable, one]]), variables, minusOne);
    const relation = `${powersText(powers, nameOf)} = ${nameUnit(size, symbols).text}`;
    return [{ names: [...powers.keys()].map(nameOf), relation }];
  });
  const alone = [...quantities.values()].filter(
    (variable) => used.has(variable) && !related.has(variable) && system.productOf(variable).variables.size > 0,
  );
  return [...relations, ...alone.map((variable) => ({ names: [nameOf(variable)], relation: null }))];
}

function nameOf({ symbol }: Variable): string {
  return symbol === null ? "" : printName(symbol.name);
}
