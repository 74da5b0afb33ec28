import type { ReportDocument } from "../document/document.js";
import { provenanceTable } from "../document/provenance.js";
import { shownColumns, type Table, type TableColumn } from "../document/table.js";

/**
 * The tables of parameters and derived quantities in LaTeX, with the rules of the package booktabs.
 * A value and its standard error are one column, `$2.83 \pm 0.18$`; start values are left out.
 */
export function printLatex(document: ReportDocument): string {
  const { outcome, parameters, derived, sentence, warnings, provenance, source } = document;
  const tables = [parameters, derived].filter(({ columns }) => columns[0]?.cells.length !== 0);
  const comments = [
    "\\usepackage{booktabs} in the preamble",
    ...(outcome.alarm === null ? [] : [outcome.alarm]),
    ...warnings.map(({ code, message }) => `warning ${code}: ${message}`),
    sentence,
    ...(provenance === null ? [] : sourceLines(provenanceTable(provenance, source.problem.specSha256))),
  ].map((line) => `% ${line}`);
  return `${[comments.join("\n"), ...tables.map(latexTable)].join("\n\n")}\n`;
}

function sourceLines({ columns: [labels, values] }: Table): string[] {
  return (labels?.cells ?? []).map((label, row) => `${label}: ${values?.cells[row] ?? ""}`);
}

function latexTable(table: Table): string {
  const columns = withErrors(shownColumns(table));
  const rows = columns[0]?.cells.length ?? 0;
  const line = (cells: readonly string[]) => `  ${cells.join(" & ")} \\\\`;
  return [
    `\\begin{tabular}{${columns.map(({ align }) => (align === "right" ? "r" : "l")).join("")}}`,
    "  \\toprule",
    line(columns.map(({ title }) => escaped(title))),
    "  \\midrule",
    ...Array.from({ length: rows }, (_, row) => line(columns.map(({ cells }) => cells[row] ?? ""))),
    "  \\bottomrule",
    "\\end{tabular}",
  ].join("\n");
}

/** The columns in LaTeX, where `value` takes in the standard error, and the relative error goes. */
function withErrors(columns: readonly TableColumn[]): readonly TableColumn[] {
  const errors = columns.find(({ title }) => title === "std. error")?.cells;
  return columns.flatMap((column): TableColumn[] => {
    const { title, cells } = column;
    switch (title) {
      case "std. error":
      case "rel. error":
      case "start":
        return [];
      case "value":
        return [{ ...column, cells: cells.map((value, i) => valueCell(value, errors?.[i] ?? "")) }];
      case "parameter":
      case "quantity":
        return [{ ...column, cells: cells.map(nameCell) }];
      case "unit":
        return [{ ...column, cells: cells.map((unit) => (unit === "1" ? "" : unitCell(unit))) }];
      default:
        return [{ ...column, cells: cells.map((cell) => (/^[[(]/.test(cell) ? intervalCell(cell) : escaped(cell))) }];
    }
  });
}

const numberPattern = /^-?(?:\d|inf|nan)/;

/** `2.83 \pm 0.18`; with a common power of ten, `(2.83 \pm 0.18) \times 10^{9}`. */
function valueCell(value: string, error: string): string {
  if (error === "") return `$${number(value)}$`;
  const [digits = "", power] = value.split("e");
  const [errorDigits = "", errorPower] = error.split("e");
  if (power === errorPower && power !== undefined)
    return `$(${digits} \\pm ${errorDigits}) \\times 10^{${Number(power)}}$`;
  return `$${number(value)} \\pm ${number(error)}$`;
}

function number(text: string): string {
  if (!numberPattern.test(text)) return escaped(text);
  const [digits = "", power] = text.split("e");
  const shown = digits.replace("inf", "\\infty").replace("nan", "\\mathrm{nan}");
  return power === undefined ? shown : `${shown} \\times 10^{${Number(power)}}`;
}

/** `[2.48, 3.19]` */
function intervalCell(text: string): string {
  const ends = text.slice(1, -1).split(", ").map(number);
  return `$${text.slice(0, 1)}${ends.join(", ")}${text.slice(-1)}$`;
}

/** The Greek letters that LaTeX has commands for; the others look like Latin ones. */
const greek: Readonly<Record<string, string>> = {
  alpha: "\u03b1",
  beta: "\u03b2",
  gamma: "\u03b3",
  delta: "\u03b4",
  epsilon: "\u03b5",
  zeta: "\u03b6",
  eta: "\u03b7",
  theta: "\u03b8",
  iota: "\u03b9",
  kappa: "\u03ba",
  lambda: "\u03bb",
  mu: "\u03bc",
  nu: "\u03bd",
  xi: "\u03be",
  pi: "\u03c0",
  rho: "\u03c1",
  sigma: "\u03c3",
  tau: "\u03c4",
  upsilon: "\u03c5",
  phi: "\u03c6",
  chi: "\u03c7",
  psi: "\u03c8",
  omega: "\u03c9",
  Gamma: "\u0393",
  Delta: "\u0394",
  Theta: "\u0398",
  Lambda: "\u039b",
  Xi: "\u039e",
  Pi: "\u03a0",
  Sigma: "\u03a3",
  Upsilon: "\u03a5",
  Phi: "\u03a6",
  Psi: "\u03a8",
  Omega: "\u03a9",
};
const greekNames: ReadonlyMap<string, string> = new Map(Object.entries(greek).map(([name, letter]) => [letter, name]));

/** `a` is `$a$`, `tau_1` is `$\tau_{1}$`, any other name is upright text. */
function nameCell(name: string): string {
  const [, letter = "", index] = /^([A-Za-z]+?|[\u0391-\u03c9])_?(\d*|_[A-Za-z0-9]+)$/.exec(name) ?? [];
  const command = Object.hasOwn(greek, letter) ? letter : greekNames.get(letter);
  const symbol = command !== undefined ? `\\${command}` : /^[A-Za-z]$/.test(letter) ? letter : null;
  if (symbol === null) return escaped(name);
  const below = (index ?? "").replace(/^_/, "");
  return `$${symbol}${below === "" ? "" : `_{${/^\d+$/.test(below) ? below : `\\mathrm{${escaped(below)}}`}}`}$`;
}

/** `V*s^-1` and `V/s` are `V\,s$^{-1}$` and `V/s`. */
function unitCell(unit: string): string {
  return escaped(unit)
    .replaceAll("*", "\\,")
    .replace(
      /\\textasciicircum\{\}(-?\d+|\(-?\d+\/\d+\))/g,
      (_, power: string) => `$^{${power.replace(/[()]/g, "")}}$`,
    );
}

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  "`": "\\textasciigrave{}",
  "±": "$\\pm$",
  "\u00b5": "\\textmu{}",
  "\u2212": "$-$",
  "\u2126": "$\\Omega$",
  "\u00b0": "\\textdegree{}",
};

/** Text without a meaning in LaTeX, where two of some characters become another one. */
function escaped(plain: string): string {
  return plain
    .replace(/[\\{}$&#%_~^<>|`\u00b0\u00b1\u00b5\u0391-\u03c9\u2126\u2212]/g, (character) => {
      const command = greekNames.get(character);
      return special[character] ?? (command === undefined ? character : `$\\${command}$`);
    })
    .replace(/(?<=[-',])(?=[-',])/g, "{}");
}
