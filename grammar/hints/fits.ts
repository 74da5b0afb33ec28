import { type Attempt, EXPR, NAME, VALUE } from "./attempt.js";

const rows = (condition: string): string => `write 'where ${condition}' in the data block, after the columns`;
const between = (name: string, from: string, to: string): string => rows(`${name} >= ${from} and ${name} <= ${to}`);

/** Which rows are fitted, after a model or as a statement. */
export const rowAttempts: readonly Attempt[] = [
  [
    `^(?:fit .+ )?(?:range|limits?|xrange|xlim|for|over|on|window|region|in|between)(?: [=:])? ${NAME} (?:in |from |= |: )?(?:[[(] )?${VALUE}(?: (?:,|:|\\.\\.|and|to))? ${VALUE}(?: [\\])])?$`,
    (name, from, to) => between(name ?? "", from ?? "", to ?? ""),
  ],
  [
    `^(?:fit .+ )?(?:range|limits?|xrange|xlim|over|on|window|region|between)(?: [=:])? (?:[[(] )?${VALUE}(?: (?:,|:|\\.\\.|and|to))? ${VALUE}(?: [\\])])?$`,
    (from, to) => between("x", from ?? "", to ?? ""),
  ],
  [
    `^(?:fit .+ )?(?:range|window|region|over) ${VALUE} <=? ${NAME} <=? ${VALUE}$`,
    (from, name, to) => between(name ?? "", from ?? "", to ?? ""),
  ],
  [
    `^(?:fit .+ )?(?:where|when|if|filter|select|subset|for|such that|only)(?: =)? ${EXPR}$`,
    (condition) => (/[<>=]/.test(condition ?? "") ? rows(condition ?? "") : null),
  ],
  [
    `^(?:exclude|skip|drop|mask|remove)(?: =)? ${EXPR}$`,
    (condition) => (/[<>=]/.test(condition ?? "") ? rows(`not (${condition})`) : null),
  ],
];

/** gnuplot's `fit [0:5] f(x) "data.txt" using 1:2 via a, b`, and parts of it. */
function gnuplot(from: string, to: string, model: string, file: string, params: string): string {
  const where = from === "" ? "" : ` where x >= ${from} and x <= ${to}`;
  const declared =
    params === ""
      ? ""
      : ` ${params
          .split(/, */)
          .map((name) => `param ${name}`)
          .join(" ")}`;
  const data = file === "" ? "" : `data "${file.slice(1, -1)}" { x, y${where} }`;
  return `write '${`${data}${declared}`.trim()} fit y ~ ${model}'`.replace("' ", "'");
}

export const fitAttempts: readonly Attempt[] = [
  ["^fit ([^~=<>!]+) = ([^~=<>!]+)$", (observed, predicted) => `write 'fit ${observed} ~ ${predicted}'`],
  [
    `^fit (?:\\[ ?${VALUE} : ${VALUE} \\] )?([^~]+?)(?: (["'][^"']*["']))?(?: using .+?)? via (.+)$`,
    (from = "", to = "", model = "", file = "", params = "") => gnuplot(from, to, model, file, params),
  ],
  [
    `^fit (?:\\[ ?${VALUE} : ${VALUE} \\] )?([^~]+?) (["'][^"']*["'])(?: using .+)?$`,
    (from = "", to = "", model = "", file = "") => gnuplot(from, to, model, file, ""),
  ],
  [
    `^fit \\[ ${VALUE} : ${VALUE} \\] (.+~.+)$`,
    (from, to, model) => `write 'fit ${model}', and 'where x >= ${from} and x <= ${to}' in the data block`,
  ],
  [
    `^fit (.+~.+?)(?: ,)? via (.+)$`,
    (model, params = "") =>
      `write '${params
        .split(/, */)
        .map((name) => `param ${name}`)
        .join(" ")} fit ${model}'`,
  ],
  [`^fit (.+~.+?) using .+$`, (model) => `write 'fit ${model}'; the columns are named in the data block`],
  [
    `^fit (.+~.+?)(?: ,)? (?:start|p0|guess|init)(?: =)? .+$`,
    (model) => `write 'fit ${model}'; a start value is declared with its parameter, as in 'param a = 1'`,
  ],
  [
    `^fit (.+~.+?)(?: ,)? (?:weights?|w)(?: =)? ${EXPR}$`,
    (model, weight) => `write 'fit ${model}' and 'weight ${weight}'`,
  ],
  [
    `^fit (.+~.+?)(?: ,)? (?:sigma|errors?|yerr|with errors?|std|uncertainty)(?: =)? ${EXPR}$`,
    (model, sigma) => `write 'fit ${model}' and 'sigma ${sigma} absolute'`,
  ],
  [`\\b(exp|log|sqrt|sin|cos|tan|abs|erf) (${"[\\p{L}_][^ ]*|[\\d.]+"})(?: |$)`, (name, x) => `write '${name}(${x})'`],
  [
    `\\b${NAME} \\[ (.+?) \\]`,
    (name, x) =>
      /^(?:fit|in|param)$/i.test(name ?? "") ? null : `write '${(name ?? "").toLowerCase()}(${x})' for a call`,
  ],
  ["\\b(?:np|numpy|math|scipy) \\. pi\\b", () => "write 'pi'"],
  ["\\b(?:np|numpy|math|scipy) \\. (?:inf|infinity)\\b", () => "write 'inf'"],
  ["\\b(?:np|numpy|math|scipy) \\. e\\b", () => "write 'exp(1)', or 'exp(x)' for 'e^x'"],
  ["^let ([^ ]+) = lambda ([^:]+) : (.+)$", (name, args, body) => `write 'fn ${name}(${args}) = ${body}'`],
  [`^let ${NAME} \\( ([^()]*) \\) = ${EXPR}$`, (name, args, body) => `write 'fn ${name}(${args}) = ${body}'`],
  [
    "([\\p{L}\\d_][^ ]*|\\)) !( |$)",
    (n) => (n === ")" ? "write 'gamma(n + 1)' for 'n!'" : `write 'gamma(${n} + 1)' for '${n}!'`),
  ],
  ["\\| ([^|]+) \\|", (x) => `write 'abs(${x})'`],
];
