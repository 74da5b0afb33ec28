import { printable, printableLines } from "../../../diagnostics/index.js";

/**
 * The shortest decimal that reads back as the same double; -0, NaN and the infinities by their
 * names.
 */
export function numberLiteral(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/**
 * A string literal, with JSON's escapes, also of what editors hide and of what ends or begins
 * something in the HTML page that a module may be part of.
 */
export function stringLiteral(text: string): string {
  return escapeLiterals(printable(JSON.stringify(text)));
}

/**
 * Escapes in all string literals of a program what is no mere text to the HTML or XML around a
 * script. `<` and `>` as operators must have blanks around them.
 */
export function escapeLiterals(code: string): string {
  return code.replace(htmlMarks, (mark) => `\\u003c${mark.slice(1)}`).replaceAll("]]>", "]]\\u003e");
}

/** `<script` changes how HTML reads what follows `<!--`. */
const htmlMarks = /<(?:\/?script|!--)/gi;

/**
 * Plain data as a literal: objects whose keys are identifiers, arrays, strings, numbers, booleans,
 * null.
 */
export function dataLiteral(value: Data): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value === "string") return stringLiteral(value);
  if (isArray(value)) return `[${value.map(dataLiteral).join(", ")}]`;
  const fields = Object.entries(value).map(([key, field]) => `${key}: ${dataLiteral(field)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

/** Makes an interface assignable to {@link Data}; interfaces have no index signature. */
export type DataFields<Info> = {
  readonly [Name in keyof Info]: Info[Name] extends Data ? Info[Name] : DataFields<Info[Name]>;
};

function isArray(value: object): value is readonly Data[] {
  return Array.isArray(value);
}

/** An array literal with one element per line. */
export function listLiteral(elements: readonly string[], indent: string): string {
  if (elements.length === 0) return "[]";
  return `[\n${elements.map((element) => `${indent}  ${element},\n`).join("")}${indent}]`;
}

/**
 * Text for use in a comment: it cannot end the comment, nor the script or the CDATA section that
 * the module may be in, and its only control characters are line feeds and tabs.
 */
export function commentText(text: string): string {
  return printableLines(text.replace(/\r\n?|[\u2028\u2029]/g, "\n"))
    .replaceAll("*/", "*\\/")
    .replace(htmlMarks, (mark) => `<\\${mark.slice(1)}`)
    .replaceAll("]]>", "]]\\>");
}
