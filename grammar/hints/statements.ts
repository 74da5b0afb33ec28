import { type Attempt, EXPR, NAME, VALUE } from "./attempt.js";

/** Names that nearly always are columns. */
const usualColumns = /^(?:[xt]|time|temp|temperature|freq|frequency|conc|concentration|dose|wavelength)$/i;

/** Functions and reserved words. */
const noNames = /^(?:and|or|not|if|then|else|inf|pi)$/;

/** A whole model for an equation that stands alone. */
function modelOf(observed: string, predicted: string, argument?: string): string {
  const names = [...predicted.matchAll(/[\p{L}_][\p{L}\p{Nd}_]*(?!\p{L}|\p{Nd}|_|\()/gu)].map(([name]) => name);
  const values = [...new Set(names)].filter((name) => !noNames.test(name) && name !== observed);
  const columns = values.filter((name) => usualColumns.test(name) || name === argument);
  const params = values.filter((name) => !columns.includes(name)).map((name) => `param ${name} = 1`);
  const data = `data "data.csv" { ${[...(columns.length === 0 ? ["x"] : columns), observed].join(", ")} }`;
  return `write 'model Fit { ${[data, ...params, `fit ${observed} ~ ${predicted}`].join(" ")} }'`;
}

/** Parameters with their start values, from `a = 1, b = 2`. */
function startsOf(list: string): string {
  const starts = list.split(", ").filter((text) => /^[\p{L}_][^ ]* (?:=|:) [^ ]+$/u.test(text));
  const params = starts.map((text) => `param ${text.replace(" : ", " = ")}`);
  return `a start value is declared with its parameter: write '${params.length === 0 ? "param a = 1" : params.join(" ")}'`;
}

/** Functions of scripts, before anything else. */
export const scriptAttempts: readonly Attempt[] = [
  [`^${NAME} \\( ${NAME} \\) = ${EXPR}$`, (_, argument, predicted) => modelOf("y", predicted ?? "", argument)],
];

const formula = (call: string): string => `^(?:.+ )?(?:${call}) \\( ([^~,]+?) ~ ([^,]+?)(?: ,.*| \\))$`;
const fitters = "nls|nlsLM|nlsList|lm|glm|gnls|nlfit|fitnlm";
const callers = `${fitters}|curve_fit|leastsq|least_squares|minimize|lsqcurvefit|lsqnonlin|fminsearch|polyfit|nlinfit`;
const sigmaWords = "errors?|yerr|yerrors?|dy|std|stdev|sd|err|noise|uncertainty|uncertainties|deviation";

/** Declarations of other languages. */
const declarations: readonly Attempt[] = [
  [`^def ${NAME} \\( ([^()]*) \\) :`, (name, args) => `write 'fn ${name}(${args}) = ...' with one expression`],
  [
    `^function ${NAME} = ${NAME} \\( ([^()]*) \\)`,
    (_, name, args) => `write 'fn ${name}(${args}) = ...' with one expression`,
  ],
  [
    `^(?:function|func|def) ${NAME} \\( ([^()]*) \\)(?: [={])? ?(.*)$`,
    (name, args, body) => `write 'fn ${name}(${args}) = ${body || "..."}'`,
  ],
  [
    `^model ${NAME} \\( ([^()]*) \\) = ${EXPR}$`,
    (name, args, body) =>
      `write 'fn ${(name ?? "").toLowerCase()}(${args}) = ${body}', and 'model Fit { ... fit y ~ ${(name ?? "").toLowerCase()}(${args}) }'`,
  ],
  [`^model (?:=|:) ${EXPR}$`, (body) => modelOf("y", body ?? "")],
  [`^${NAME} \\( ([^()~]*) \\) = ${EXPR}$`, (name, args, body) => `write 'fn ${name}(${args}) = ${body}'`],
  [
    `^data (?:=|:) (["'].*["'])$`,
    (file = "") => `write 'data "${file.slice(1, -1)}" { x, y }', with the columns that the model uses`,
  ],
  [`^data ("[^"]*")(?: as [^ ]+)?$`, (file) => `write 'data ${file} { x, y }', with the columns that the model uses`],
  [
    `^data ("[^"]*") using .*$`,
    (file) => `write 'data ${file} { x, y }': the first line of the file names its columns`,
  ],
  [
    `^(?:file|load|read|readdata|input|import|source|csv)(?: =)? ("[^"]*")`,
    (file) => `write 'data ${file} { x, y }', with the columns that the model uses`,
  ],
];

/** Settings that are statements here. */
const settings: readonly Attempt[] = [
  [`^(sigma)(?: =)? ${VALUE}$`, (_, value) => `write 'sigma ${value} absolute'`],
  [
    `^(?:${sigmaWords})(?: =)? ${EXPR}$`,
    (value) => `write 'sigma ${value} absolute' for standard deviations that are known`,
  ],
  [`^weights? (?:=|:)? ?${EXPR}$`, (value) => `write 'weight ${value}'`],
  [
    `^(?:solver|method|algorithm|optimi[sz]er|minimi[sz]er)(?: [=:])? ["']?(lm|trf|dogbox)\\b.*$`,
    (name) => `write 'solver ${name}'`,
  ],
  [
    `^(?:solver|method|algorithm|optimi[sz]er|minimi[sz]er)(?: [=:])? .+$`,
    () => "write 'solver lm', 'solver trf' or 'solver dogbox'; without one, fitc chooses",
  ],
  [
    `^loss (?:=|:) ["']?(soft_l1|huber|cauchy|arctan)\\b.*$`,
    (name) => `write 'loss ${name}(1)', with the residual at which it begins to count less`,
  ],
  ["^loss (?:=|:) [\"']?linear\\b.*$", () => "write 'loss linear'"],
  [
    `^(?:bounds?|limits?|constraints?|constrain|constrained|restrict|assume) ${NAME}(?: in)?(?: =)? [[(] ${VALUE} , ${VALUE} [\\])]$`,
    (name, lower, upper) => `bounds are declared with the parameter: write 'param ${name} in [${lower}, ${upper}]'`,
  ],
  [
    `^(?:(?:bounds?|limits?|constraints?|constrain|subject to|restrict|assume|with) )?${NAME} (>|>=) ${VALUE}$`,
    (name, sign, bound) =>
      `bounds are declared with the parameter: write 'param ${name} in ${sign === ">" ? "(" : "["}${bound}, inf)'`,
  ],
  [
    `^(?:(?:bounds?|limits?|constraints?|constrain|subject to|restrict|assume|with) )?${NAME} (<|<=) ${VALUE}$`,
    (name, sign, bound) =>
      `bounds are declared with the parameter: write 'param ${name} in (-inf, ${bound}${sign === "<" ? ")" : "]"}'`,
  ],
  [
    "^(?:starts?|p0|x0|beta0|guess|guesses|init|initial)(?: [=:])? (?:list|c|dict)? ?[[({] (.*) [\\])}]$",
    (list) => startsOf(list ?? ""),
  ],
];

/** What the command line does. */
const commands: readonly Attempt[] = [
  [
    "^(?:plot|draw|graph|figure|chart|replot|splot|ggplot|lines|points)\\b(?! =)",
    () => "run 'fitc run model.fit --plot' for a plot in the terminal, or with '--report fit.html' for a page",
  ],
  [
    "^(?:print|show|display|summary|disp)\\b(?! =)",
    () => "'fitc run model.fit' prints all parameters; 'derive name = ...' adds a quantity computed from them",
  ],
  [
    "^(?:report|save|write|output|export)\\b(?! =)",
    () => "run 'fitc run model.fit' with '--report fit.html' for a page, '--table rows.csv' for a table, or '--json'",
  ],
];

/** Whole lines of other programs. */
export const statementAttempts: readonly Attempt[] = [
  [
    "^(?:minimi[sz]e|objective|chi2|residuals?)(?: [=:])? \\( (.+) \\) (?:\\^|\\*\\*) 2$",
    (value) => `write 'residual ${value}', without the square`,
  ],
  [formula(callers), (observed = "", predicted = "") => modelOf(observed, predicted)],
  [
    `^(?:.+ )?(?:${callers}) \\(`,
    () => "the model itself is written down: 'model Fit { data \"data.csv\" { x, y } param a = 1 fit y ~ a * x }'",
  ],
  ...declarations,
  ...settings,
  ...commands,
  [
    "^(?:minimi[sz]e|objective|chi2|residuals?)(?: [=:])? (.+)$",
    (value) => `write 'residual ${value}', without the square`,
  ],
  ["^return (.+)$", (value) => `write 'fit y ~ ${value}'`],
];

const looksLikeNumber = /^[-+]?[\d.][\d.e+-]*$/i;

/** An equation without a keyword, in a model. */
export const equationAttempts: readonly Attempt[] = [
  [
    `^${NAME} (?:=|:|:=|< -) ${VALUE}$`,
    (name, value = "") =>
      looksLikeNumber.test(value)
        ? `write 'param ${name} = ${value}', or 'const ${name} = ${value}' if it is known`
        : null,
  ],
  [
    `^(?!fit |prior |residual |param )${EXPR} ~ ${EXPR}$`,
    (observed, predicted) => `write 'fit ${observed} ~ ${predicted}'`,
  ],
  [
    `^${NAME} (?:=|:=|< -) ${EXPR}$`,
    (name, value) =>
      `write 'fit ${name} ~ ${value}' if it is observed, or 'let ${name} = ${value}' if it is a part of the model`,
  ],
];

/** The same without a model around it. */
export const loneAttempts: readonly Attempt[] = [
  [
    `^${NAME} (?:=|:|:=|< -) ${VALUE}$`,
    (name, value = "") => (looksLikeNumber.test(value) ? `write 'param ${name} = ${value}' in a model` : null),
  ],
  [`^(?:fit )?${NAME} (?:~|=) ${EXPR}$`, (observed = "", predicted = "") => modelOf(observed, predicted)],
];
