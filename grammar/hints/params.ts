import { type Attempt, EXPR, NAME, TYPED, VALUE } from "./attempt.js";

const head = `^param ${TYPED}(?: = ${VALUE})?(?: ,)?`;
const least = "(?:min|minimum|lower|lb|low|from|lbound)(?: [=:])?";
const most = "(?:max|maximum|upper|ub|high|to|ubound)(?: [=:])?";
const limits = "(?: (?:in|range|bounds?|limits?|between|from|within)(?: [=:])?(?: [[(])?| [[(])";

function param(name: string, start = "", interval = ""): string {
  return `param ${name}${start === "" ? "" : ` = ${start}`}${interval === "" ? "" : ` in ${interval}`}`;
}

const write = (name: string, start = "", interval = ""): string => `write '${param(name, start, interval)}'`;

/** `(0, inf)` or `[0, inf)` for what is above or below a bound. */
function side(sign: string, bound: string): string {
  const closed = sign.endsWith("=");
  return sign.startsWith(">") ? `${closed ? "[" : "("}${bound}, inf)` : `(-inf, ${bound}${closed ? "]" : ")"}`;
}

const known = (name: string, start: string, mean: string, deviation: string): string =>
  `write '${param(name, start)}', and 'prior ${name} ~ normal(${mean}, ${deviation})' if that is known before the fit`;

const plain = (typed: string): string => typed.replace(/ :.*/, "");

/** Each with a `param` of its own. */
function each(list: string): string | null {
  const params = list.split(", ");
  const isParam = new RegExp(`^${NAME}(?: = ${VALUE})?$`, "u");
  return params.every((text) => isParam.test(text))
    ? `write '${params.map((text) => `param ${text}`).join(" ")}'`
    : null;
}

/** Parameters as lmfit, SciPy, R, gnuplot and others write them. */
export const paramAttempts: readonly Attempt[] = [
  [
    `${head} (>=?|<=?) ${VALUE}$`,
    (name, start, sign, bound) => write(name ?? "", start, side(sign ?? "", bound ?? "")),
  ],
  [
    `^param ${VALUE} (<=?) ${TYPED} (<=?) ${VALUE}(?: = ${VALUE})?$`,
    (lower, first, name, second, upper, start) =>
      write(name ?? "", start, `${first === "<" ? "(" : "["}${lower}, ${upper}${second === "<" ? ")" : "]"}`),
  ],
  [
    `${head} ${least} ${VALUE}(?: ,)? ${most} ${VALUE}$`,
    (name, start, lower, upper) => write(name ?? "", start, `[${lower}, ${upper}]`),
  ],
  [`${head} ${least} ${VALUE}$`, (name, start, lower) => write(name ?? "", start, `[${lower}, inf)`)],
  [`${head} ${most} ${VALUE}$`, (name, start, upper) => write(name ?? "", start, `(-inf, ${upper}]`)],
  [
    `${head}${limits} ${VALUE}(?: (?:,|:|\\.\\.|and|to|-))? ${VALUE}(?: [\\])])?$`,
    (name, start, lower, upper) => write(name ?? "", start, `[${lower}, ${upper}]`),
  ],
  [`${head} (?:positive|nonneg\\p{L}*)$`, (name, start) => write(name ?? "", start, "[0, inf)")],
  [`${head} negative$`, (name, start) => write(name ?? "", start, "(-inf, 0]")],
  [
    `${head} (?:(?:vary|free|fit)(?: [=:])? (?:false|no|0)|(?:fixed|fix|frozen|const|constant|hold|held)(?: [=:] \\p{L}+)?)$`,
    (name, start) => `write '${param(name ?? "", start)} fixed'`,
  ],
  [`${head} (?:vary|free|fit|fixed|fix)(?: [=:])? \\p{L}+$`, (name, start) => write(name ?? "", start)],
  [
    `${head} (?:\\+/-|\\u00b1) ${VALUE}$`,
    (name, start, deviation) => known(plain(name ?? ""), start ?? "", start || "0", deviation ?? ""),
  ],
  [
    `^param ${NAME} ~ normal \\( ${VALUE} , ${VALUE} \\)$`,
    (name, mean, deviation) => known(name ?? "", mean ?? "", mean ?? "", deviation ?? ""),
  ],
  [
    `^param ${NAME}(?: =)? [[({] ${VALUE} , ${VALUE} , ${VALUE} [\\])}]$`,
    (name, start, lower, upper) => write(name ?? "", start, `[${lower}, ${upper}]`),
  ],
  [`^param ${NAME} [[(] ([^\\])=]+) [\\])](?: = ${VALUE})?$`, (name, unit, start) => write(`${name}: ${unit}`, start)],
  [`^param ${NAME} (?:~|:=|< -|:)? ?${VALUE}$`, (name, start) => write(name ?? "", start)],
  [`^param (.+ , .+)$`, (list) => each(list ?? "")],
  [
    `^(?:parameters?|params|guess|start|initial|init|variable|var|free|vary|unknown|fit_param) ${TYPED} = ${EXPR}$`,
    (name, start) => write(name ?? "", start),
  ],
  [`^(?:fixed|fix|constant) ${TYPED} = ${EXPR}$`, (name, start) => `write '${param(name ?? "", start)} fixed'`],
];
