import { printable } from "../../diagnostics/index.js";
import { printName } from "../../grammar/index.js";
import type { CheckedModel } from "../model/checked-model.js";
import type { NamedUnit } from "../model/model-units.js";

/** What follows for the units of a model; empty if no unit is written in it, or all are. */
export function describeUnits({ name, units }: CheckedModel): string {
  const inferred = units.names.flatMap((named) => (named.inferred ? [inferredText(named)] : []));
  const open = units.open.map(({ names, relation }) =>
    relation === null
      ? `${names.join()}: not determined`
      : `${names.join(", ")}: only ${relation} is known; give one of them a unit`,
  );
  const lines = [
    ...(inferred.length === 0 ? [] : ["inferred units", ...inferred.map(indented)]),
    ...(open.length === 0 ? [] : ["undetermined units", ...open.map(indented)]),
  ];
  return lines.length === 0 ? "" : `${[`model ${printName({ text: name })}`, ...lines.map(indented)].join("\n")}\n`;
}

function inferredText({ name, unit, because }: NamedUnit): string {
  return `${name}: ${unit}${because === null ? "" : `, because ${because}`}`;
}

function indented(line: string): string {
  return `  ${printable(line)}`;
}
