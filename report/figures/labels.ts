/** What the axes of a figure say: names and units of columns and of statements. */

import type { StatementRows } from "../rows/fitted-rows.js";
import type { Label } from "./axis.js";
import { prettyExpression, prettyUnit } from "./mathematics.js";
import type { StatementInfo, Subject } from "./subject.js";
import { statementOf } from "./subject.js";

/** A comment of this length may take the place of a name of one or two letters. */
const longestLabel = 40;

/** The label of a column, by its name. */
export function columnLabel({ problem }: Subject, column: string): Label {
  const info = problem.columns.find(({ name }) => name === column);
  if (info === undefined) return { text: column, unit: "" };
  const { name, header, doc } = info;
  const unit = prettyUnit(info.unit);
  const [, before, inside] = /^(.*\S)\s*[([]([^()[\]]*)[)\]]$/s.exec(header) ?? [];
  if (before !== undefined && inside !== undefined) return { text: before, unit: inside === "" ? unit : inside };
  if (/\s/.test(header.trim())) return { text: header, unit };
  const comment = firstSentence(doc ?? "");
  const isTerse = [...name].length <= 2 && comment !== "" && comment.length <= longestLabel;
  return { text: isTerse ? comment : name, unit };
}

/** The label of what a statement observes; of a `residual` statement, what should be 0. */
export function responseLabel(subject: Subject, rows: StatementRows): Label {
  const info = statementOf(subject, rows);
  const column = subject.problem.columns[info.observed]?.name;
  if (info.kind === "fit" && column !== undefined) return columnLabel(subject, column);
  return {
    text: prettyExpression(info.kind === "fit" ? info.response : info.text.replace(/^residual\s+/, "")),
    unit: "",
  };
}

/** A statement as an equation. */
export function equationOf({ kind, text }: StatementInfo): string {
  if (kind !== "fit") return `${prettyExpression(text.replace(/^residual\s+/, ""))} = 0`;
  return prettyExpression(text.replace(/^fit\s+/, "").replace("~", "==")).replace("==", "=");
}

/** The first sentence of a comment, without its full stop. */
export function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const end = /[.!?](?=\s+\p{Lu})|\.$/u.exec(line);
  return end === null ? line : line.slice(0, end.index);
}

/** The title of a model. */
export function modelTitle({ problem }: Subject): string {
  const sentence = firstSentence(problem.doc ?? "");
  return sentence === "" ? problem.model : sentence;
}

/** The label of a parameter or a derived quantity. */
export function quantityLabel({ problem }: Subject, quantity: string): Label {
  const info = [...problem.params, ...problem.derived].find(({ name }) => name === quantity);
  return { text: quantity, unit: prettyUnit(info?.unit ?? null) };
}
