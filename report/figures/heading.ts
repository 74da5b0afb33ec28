/** Title and subtitle of a figure. */
import type { ParamEstimate } from "../../runtime/index.js";
import type { Heading } from "./assemble.js";
import { equationOf, modelTitle } from "./labels.js";
import { type LineWidth, shortened, wrapped, wrappedWords } from "./lines.js";
import { prettyUnit, valueWithError } from "./mathematics.js";
import type { Sheet } from "./sheet.js";
import { type Subject, statementOf } from "./subject.js";
import { textWidth } from "./text-width.js";

const most = { titleLines: 3, equationLines: 2, equations: 3, valueLines: 3 } as const;

/** The title is the model's; the subtitle has its equations and the values with their errors. */
export function modelHeading(subject: Subject): Heading {
  return (width, sheet) => {
    const line = { width, fontSize: sheet.fontSize };
    const failure = failureOf(subject);
    return {
      title: wrappedWords(modelTitle(subject), titleLine(width, sheet), most.titleLines),
      subtitle: [
        ...(failure === null ? [] : wrappedWords(failure, line, 2)),
        ...equations(subject, line),
        ...values(subject, line),
      ],
      isWarning: failure !== null,
    };
  };
}

/** A title of its own; the subtitle names the model. */
export function ownHeading(subject: Subject, title: string): Heading {
  return (width, sheet) => {
    const line = { width, fontSize: sheet.fontSize };
    const failure = failureOf(subject);
    return {
      title: wrappedWords(title, titleLine(width, sheet), most.titleLines),
      subtitle: [...(failure === null ? [] : wrappedWords(failure, line, 2)), shortened(modelTitle(subject), line)],
      isWarning: failure !== null,
    };
  };
}

const titleLine = (width: number, sheet: Sheet): LineWidth => ({ width, fontSize: 1.15 * sheet.fontSize, bold: true });

/** What a picture of values that are not a fit must say. */
function failureOf({ result }: Subject): string | null {
  if (result.success) return null;
  const isConverged = result.status > 0;
  return `NOT A FIT: ${isConverged ? "some quantities are not finite" : "the solver did not converge"}`;
}

function equations(subject: Subject, line: LineWidth): readonly string[] {
  const shown = subject.rows.statements.slice(0, most.equations);
  return shown.flatMap((rows) =>
    wrapped(terms(equationOf(statementOf(subject, rows)), line), line, most.equationLines, {
      separator: "",
      rest: " …",
    }),
  );
}

function values({ problem, result }: Subject, line: LineWidth): readonly string[] {
  const pieces = problem.params.flatMap(({ name, unit }) => {
    const estimate = Object.hasOwn(result.params, name) ? result.params[name] : undefined;
    return estimate === undefined ? [] : [shortened(valueText(name, unit, estimate), line)];
  });
  return wrapped(pieces, line, most.valueLines, { separator: ", ", rest: `… (${pieces.length} parameters)` });
}

function valueText(name: string, unit: string | null, { value, stderr, fixed, atBound }: ParamEstimate): string {
  const shown = [valueWithError(value, stderr), prettyUnit(unit)].filter((part) => part !== "").join(" ");
  const note = fixed ? " (fixed)" : atBound !== null ? " (at bound)" : stderr === Infinity ? " (not determined)" : "";
  return `${name} = ${shown}${note}`;
}

/**
 * An equation in pieces that a line may end between: its terms, or theirs where they are too long.
 */
function terms(equation: string, { width, fontSize }: LineWidth): readonly string[] {
  const sums = equation.split(/(?= [+\u2212] )/);
  const pieces: string[] = [];
  let [piece, depth] = ["", 0];
  for (const sum of sums) {
    if (piece !== "" && depth === 0) {
      pieces.push(piece);
      piece = "";
    }
    piece += sum;
    depth += (sum.match(/[([]/g)?.length ?? 0) - (sum.match(/[)\]]/g)?.length ?? 0);
  }
  pieces.push(piece);
  return pieces.flatMap((each) => (textWidth(each, fontSize) > width ? each.split(/(?= [+\u2212] )/) : [each]));
}
