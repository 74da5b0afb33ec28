// Specs that together contain every form that affects the emitted module.
import { readdirSync, readFileSync } from "node:fs";

const examples = new URL("../../examples/", import.meta.url);

/** The specs of the examples, by directory. */
export const exampleSpecs: ReadonlyMap<string, string> = new Map(
  readdirSync(examples, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".fit") && !path.includes("node_modules"))
    .sort()
    .map((path) => [path, readFileSync(new URL(path, examples), "utf8")]),
);

export const decay = `
/// Fluorescence decay of the dye, one channel.
model Decay {
  data "decay.csv" {
    t: s from "time (s)"   /// time since the flash
    y: V
    sy: V
    where t >= 0 and y > 0
  }
  const t0: s = 0.1
  param A: V = max(y) - min(y) in [0, 10] /// amplitude
  param k: 1/s = 0.5 in (0, 5] /// rate
  param c: V = 0.5 fixed
  let shifted = t - t0
  derive tau = 1 / k
  fit y ~ A * exp(-k * shifted) + c
  sigma sy absolute
  loss soft_l1(0.1)
  solver trf { ftol: 1e-10, max_evals: 500 }
}
`;

const everything = `
fn line(x, a, b) = a * x + b
const two = 2
model Stacked {
  input x, y, z, w
  param a = first(y) in [-10, inf)
  param b = argmax(x, y)
  param c in [0, 4]
  param held = mean(x + y) * count() fixed
  derive both = a * b + median(x)
  fit y ~ line(x, a, b) { weight w  loss huber(1.5) }
  fit log(z) ~ if x < c then a else b + voigt(x, 1, 2) * c * held / two
  residual b - 0.5 { loss(2) v => log1p(v) }
  residual besselj0(a * x) * erf(c)
}
model Empty { input t, y  fit y ~ t  param unused = 1 }
model Other { input t, y  param p = 1  param d = 2  param J = 3  fit y ~ p * t^d + J }
`;

/**
 * Names with a meaning in JavaScript, and texts that would end a string, a comment or a template.
 */
const awkward = [
  "constructor",
  "__proto__",
  "await",
  "arguments",
  "NaN",
  "eval",
  "sigma",
  "data",
  "Math",
  "to",
  "toString",
];
const quoted = ['a"b', "two\\nlines", `\${x}*/`, "*/ throw 1; /*", "x\\u2028y", "</script>", "'", "\\\\"];
const escaped = (text: string) => text.replace(/"/g, '\\"');

export const hostile = `
/// closes */ the comment; \${x} \`tick\`
model \`a"b\` {
  data "da\\"ta.csv" {
    t from "a\\"b"
    ${quoted.map((text, i) => `\`q${i}${escaped(text)}\` from "${escaped(text)}" /// */ alert(1) /*`).join("\n    ")}
    y
  }
  ${awkward.map((name, i) => `param ${name} = ${i + 1} /// \${${name}} */`).join("\n  ")}
  param \`\${x}*/\` = 1
  derive \`*/ = \\"\` = constructor
  let function = t * __proto__ + await + arguments * NaN
  fit y ~ function + eval * t^2 + sigma * data + Math * to + toString * constructor + \`\${x}*/\` * ${quoted.map((text, i) => `\`q${i}${escaped(text)}\``).join(" * ")}
}
model default { input t, y  param a = 1  fit y ~ a * t }
model \`then\` { input t, y  param a = 1  fit y ~ a * t }
`;

/** Conditions that are known at compile time, in every place where a condition is allowed. */
export const known = `
model Known {
  data "known.csv" { x  y  where 1 < 2 }
  const on = 1
  param a = if 2 < 1 then 3 else 4
  param b = 1
  let c = if on == 1 then a * x else b
  fit y ~ c + (if not (on < 2) and x < 3 then b else a) + (if on == 2 or x < 3 then b * x else a) + (if x < 3 or on == 1 then b else x)
}
model Never { data "known.csv" { x  y  where x < 1 and 2 < 1 }  param a = 1  fit y ~ a * x }
`;

/** Names that the functions of an emitted module use themselves. */
export const taken = `
model Taken {
  input d, t1, i, d_t1, erf, _rows
  param p = max(_rows)  param _d = 1  param _p = 2  param at = 3  param size = 4  param r = 5  param J = 6  param m0 = 7  param B = 8
  derive out = p + at
  derive rows = size
  fit d ~ p * exp(-_d * t1) + erf(_p * i) + at * d_t1 + size * erf + r * _rows + J * t1^2 + m0 * exp(-_d * t1) + B * i
}
model m0 { input t, y  param problem0 = 1  param createFitter = 1  fit y ~ problem0 * t + createFitter }
model m0Shape { input t, y  param a = 1  fit y ~ a * t }
`;

export const specs: ReadonlyMap<string, string> = new Map([
  ["decay", decay],
  ["everything", everything],
  ["hostile", hostile],
  ["taken", taken],
  ["known", known],
  ...exampleSpecs,
]);
