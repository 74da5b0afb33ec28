import { printable } from "../../diagnostics/index.js";
import { printName } from "../../grammar/index.js";
import type { CheckedModel } from "../model/checked-model.js";
import type { NamedUnit, OpenUnits } from "../model/model-units.js";

/** What follows for the units of a model; empty if no unit is written in it, or all are. */
export function describeUnits({ name, units }: CheckedModel): string {
  const found = new Map(units.names.map((named) => [printName({ text: named.name }), named.unit]));
  const inferred = units.names.flatMap((named) => (named.inferred ? [inferredText(named)] : []));
  const open = units.open.map((names) => openText(names, found));
  const lines = [
    ...(inferred.length === 0 ? [] : ["inferred units", ...inferred.map(indented)]),
    ...(open.length === 0 ? [] : ["undetermined units", ...open.map(indented)]),
  ];
  return lines.length === 0 ? "" : `${[`model ${printName({ text: name })}`, ...lines.map(indented)].join("\n")}\n`;
}

/** What is left open: without the default for a bare 1, if that has determined it. */
function openText({ names, relation }: OpenUnits, found: ReadonlyMap<string, string | null>): string {
  const isDefault = names.every((name) => found.get(name) != null);
  const left = names.join(", ");
  if (isDefault) return `${left}: only ${relation ?? "nothing"} is known if the bare 1 is not taken for a pure number`;
  return relation === null ? `${left}: not determined` : `${left}: only ${relation} is known; give one of them a unit`;
}

function inferredText({ name, unit, because }: NamedUnit): string {
  return `${printName({ text: name })}: ${unit}${because === null ? "" : `, because ${because}`}`;
}

function indented(line: string): string {
  return `  ${printable(line)}`;
}
