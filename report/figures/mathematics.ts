/** Writes numbers, units and equations as a reader of a journal expects them. */
import { printable } from "../../diagnostics/index.js";
import { formatWithError, lastPlace } from "../document/numbers.js";

const superscripts: Readonly<Record<string, string>> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "-": "⁻",
};

/** A whole number as an exponent: `⁻³`. */
export function superscript(value: number | string): string {
  return [...String(value)].map((char) => superscripts[char] ?? "").join("");
}

/** A number with a true minus sign and powers of ten: `−1.5×10⁻⁶`. */
export function prettyNumber(text: string): string {
  const [mantissa = "", exponent] = text.replace("-", "\u2212").split("e");
  if (exponent === undefined) return mantissa;
  // The minus sign that was replaced is the first one: that of the exponent if there is no other.
  return `${mantissa}×10${superscript(exponent.replace("\u2212", "-"))}`;
}

/** A value and its standard error in one unit: `(5.50 ± 0.73)×10⁻⁴`. */
export function valueWithError(value: number, stderr: number | null): string {
  const [shown, error] = formatWithError(value, stderr);
  if (stderr === null || !Number.isFinite(stderr) || stderr === 0) return prettyNumber(shown);
  const decimals = shown.split(".")[1]?.length ?? 0;
  const isPlain = !shown.includes("e") && (Math.abs(value) >= 0.001 || !error.includes("e")) && decimals < 10;
  if (isPlain) return `${prettyNumber(shown)} ± ${error.includes("e") ? stderr.toFixed(decimals) : error}`;
  const exponent = Math.floor(Math.log10(Math.max(Math.abs(value), stderr)));
  const places = Math.min(15, Math.max(0, exponent - lastPlace(stderr)));
  const part = (number: number) => {
    const [mantissa = "0", power = "0"] = number.toExponential(15).split("e");
    return Number(`${mantissa}e${Number(power) - exponent}`).toFixed(places);
  };
  return `(${prettyNumber(part(value))} ± ${part(stderr)})×10${superscript(exponent)}`;
}

/** A unit as print has it: `s⁻¹`, `m/s²`; empty for a pure number. */
export function prettyUnit(unit: string | null): string {
  if (unit === null || unit === "1") return "";
  const inverse = /^1\/([^/*()^]+)(?:\^(\d+))?$/.exec(unit);
  if (inverse !== null) return printable(`${inverse[1]}${superscript(-Number(inverse[2] ?? 1))}`).replace("degC", "°C");
  return printable(unit)
    .replace(/\^\(?(-?\d+)\)?(?![\d/])/g, (_, power: string) => superscript(power))
    .replace(/\s*\*\s*/g, "·")
    .replaceAll("degC", "°C");
}

interface Token {
  readonly text: string;
  readonly kind: "name" | "number" | "other";
  readonly spaced: boolean;
}

/** Longer texts are cut before they are read: no picture has room for them. */
const longestEquation = 2000;

const token = /(`(?:[^`\\]|\\.)*`)|([\p{L}_][\p{L}\p{M}\p{N}_]*)|(\d[\d.]*(?:[eE][+-]?\d+)?|\.\d+)|([<>=!]=|\s+|.)/gu;

/** An expression of the language as mathematics: `a exp(−b t) + c`. */
export function prettyExpression(text: string): string {
  const tokens: Token[] = [];
  let spaced = false;
  for (const [all, quoted, name, number] of text.slice(0, longestEquation).matchAll(token)) {
    if (all.trim() === "") {
      spaced = true;
      continue;
    }
    const word = quoted?.slice(1, -1).replace(/\\(.)/g, "$1") ?? name;
    const kind = word !== undefined ? "name" : number !== undefined ? "number" : "other";
    tokens.push({ text: printable(word ?? all), kind, spaced });
    spaced = false;
  }
  return written(tokens);
}

const symbols = new Map([
  ["-", "\u2212"],
  ["<=", "≤"],
  [">=", "≥"],
  ["!=", "≠"],
]);
const names = new Map([
  ["pi", "π"],
  ["sqrt", "√"],
]);

function written(tokens: readonly Token[]): string {
  let result = "";
  for (let i = 0; i < tokens.length; i++) {
    const { text, kind, spaced } = tokens[i] as Token;
    if (kind === "other" && text === "*") {
      result += isJuxtaposed(tokens, i) ? " " : " · ";
      continue;
    }
    const power = text === "^" ? wholePower(tokens, i + 1) : null;
    if (power !== null) {
      result += superscript(power.text);
      i = power.end - 1;
      continue;
    }
    const afterProduct = i > 0 && tokens[i - 1]?.text === "*" && tokens[i - 1]?.kind === "other";
    const shown =
      kind === "name"
        ? (names.get(text) ?? text)
        : kind === "number"
          ? prettyNumber(text)
          : (symbols.get(text) ?? text);
    result += spaced && !afterProduct ? ` ${shown}` : shown;
  }
  return result.trim();
}

/** The whole number that follows `^`, with its sign, and the token after it; null if it is none. */
function wholePower(tokens: readonly Token[], at: number): { readonly text: string; readonly end: number } | null {
  const sign = tokens[at]?.text === "-" ? "-" : "";
  const number = tokens[at + sign.length];
  const next = tokens[at + sign.length + 1]?.text;
  if (number?.kind !== "number" || !/^\d+$/.test(number.text) || next === "^") return null;
  return { text: sign + number.text, end: at + sign.length + 1 };
}

/** Whether factors can stand side by side: `2 a`, `a exp(x)`; longer names need a point. */
function isJuxtaposed(tokens: readonly Token[], at: number): boolean {
  const [left, right] = [tokens[at - 1], tokens[at + 1]];
  if (left === undefined || right === undefined || right.kind !== "name") return false;
  const isCall = tokens[at + 2]?.text === "(";
  // Backwards over the power of a factor, as in `a^2 * b`.
  const isPower = left.kind === "number" && tokens[at - 2]?.text === "^";
  const factor = isPower ? tokens[at - 3] : left;
  const isShort = (each: Token | undefined) =>
    each?.kind === "number" || (each?.kind === "name" && [...each.text].length <= 2);
  return isShort(factor) && (isCall || isShort(right));
}
