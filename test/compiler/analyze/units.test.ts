import { describe, expect, test } from "vitest";
import { unitOfSymbol } from "../../../compiler/analyze/units/symbols.js";
import { scaleOf } from "../../../compiler/analyze/units/unit.js";
import { checkSource } from "../../../compiler/pipeline.js";
import { SourceFile } from "../../../diagnostics/index.js";
import { analyzeText, complaints, model } from "../../helpers/analyze.js";

function unitOfDerive(expression: string): string | null {
  const text = model(
    "input t: s, d: ms, y: V",
    "param k: 1/s = 1",
    "param A: V = 1",
    "param n: 1 = 1",
    "param u = 1",
    "const free = 1",
    "const c: s/ms = 0.001",
    `derive q = ${expression}`,
    "fit y ~ A * exp(-k * t) * n + 0 * A * u * exp(d * k * c)",
  );
  const [checked] = analyzeText(text).models;
  if (checked === undefined) throw new Error(complaints(text).join("; "));
  return checked.derives[0]?.unit?.text ?? null;
}

describe("symbols", () => {
  /** BIPM, The International System of Units, 9th edition, tables 2, 4, 7. */
  test.each([
    ["kg", 1, "kg"],
    ["g", 1e-3, "kg"],
    ["mg", 1e-6, "kg"],
    ["ms", 1e-3, "s"],
    ["cd", 1, "cd"],
    ["mol", 1, "mol"],
    ["mmol", 1e-3, "mol"],
    ["Pa", 1, "kg m^-1 s^-2"],
    ["hPa", 100, "kg m^-1 s^-2"],
    ["dam", 10, "m"],
    ["T", 1, "A^-1 kg s^-2"],
    ["kHz", 1e3, "s^-1"],
    ["Gy", 1, "m^2 s^-2"],
    ["µm", 1e-6, "m"],
    ["μm", 1e-6, "m"],
    ["um", 1e-6, "m"],
    ["Ω", 1, "A^-2 kg m^2 s^-3"],
    ["kohm", 1e3, "A^-2 kg m^2 s^-3"],
    ["rad", 1, ""],
    ["counts", 1, "counts"],
    ["kcounts", 1, "kcounts"],
    ["kkg", 1, "kkg"],
    ["min", 60, "s"],
    ["h", 3600, "s"],
    ["d", 86400, "s"],
    ["deg", Math.PI / 180, ""],
    ["rpm", (2 * Math.PI) / 60, "s^-1"],
    ["L", 1e-3, "m^3"],
    ["mL", 1e-6, "m^3"],
    ["keV", 1.602176634e-16, "kg m^2 s^-2"],
    ["bar", 1e5, "kg m^-1 s^-2"],
    ["mbar", 100, "kg m^-1 s^-2"],
    ["atm", 101325, "kg m^-1 s^-2"],
    ["kcal", 4184, "kg m^2 s^-2"],
    ["percent", 0.01, ""],
    ["ppm", 1e-6, ""],
    ["degC", 1, "degC"],
    ["mmin", 1, "mmin"],
    ["kppm", 1, "kppm"],
    ["constructor", 1, "constructor"],
  ])("%s", (symbol, scale, dimension) => {
    const unit = unitOfSymbol(symbol);
    const [primes, bases] = [new Map(unit.size), new Map(unit.size)];
    for (const base of unit.size.keys()) (base.startsWith("#") ? bases : primes).delete(base);
    const powers = [...bases].map(([base, { n }]) => (n === 1 ? base : `${base}^${n}`)).sort();
    expect(powers.join(" ")).toBe(dimension);
    // The factors are exact; their product and the number beside it are rounded a few times.
    expect(Math.abs((scaleOf(primes) ?? 0) / scale - 1)).toBeLessThan(1e-15);
  });
});

describe("units of derives are inferred", () => {
  test.each([
    ["1 / k", "s"],
    ["A * k", "V/s"],
    ["A / k^2", "V*s^2"],
    ["sqrt(k)", "1/s^(1/2)"],
    ["cbrt(A^3)", "V"],
    ["k^(1/3)", "1/s^(1/3)"],
    ["k^-1.5", "s^(3/2)"],
    ["pow(A, 2)", "V^2"],
    ["-2 * A + 1", "V"],
    ["if k > 2 then A else 0", "V"],
    ["hypot(A, 3 * A)", "V"],
    ["min(A, 1, 2 * A)", "V"],
    ["exp(n) / n", "1"],
    ["abs(A) * sign(k)", "V"],
    ["atan2(A, 2 * A)", "1"],
    ["max(t) - first(t)", "s"],
    ["argmax(t, y)", "s"],
    ["count() * k", "1/s"],
    ["A / A", "1"],
    ["u * A", "V"],
    ["exp(u)", "1"],
    ["free + 1", "1"],
  ])("%s is in %s", (expression, unit) => {
    expect(unitOfDerive(expression)).toBe(unit);
  });

  test.each(["free * A", "free", "2 * pi", "if A > 0 then 1 else 2", "free + 2"])("%s has none", (expression) => {
    expect(unitOfDerive(expression)).toBeNull();
  });

  test("a declared unit is kept as its symbols", () => {
    const text = model("input t: s, y: m*kg/s^2/(m)", "param k: (kg) * s^-2 = 1", "fit y ~ k");
    const [checked] = analyzeText(text).models;
    expect(checked?.columns.map((column) => column.unit?.text)).toEqual(["s", "kg/s^2"]);
    expect(checked?.params[0]?.unit?.text).toBe("kg/s^2");
  });
});

describe("what does not fit together", () => {
  function check(...statements: readonly string[]): string[] {
    return complaints(
      model(
        "input t: s, d: ms, y: V",
        "param k: 1/s = 1",
        "param A: V = 1",
        "param u = 1",
        ...statements,
        "residual k * t * d / d + A / A * u - y / y",
      ),
    );
  }
  const factor = (constant: string): string =>
    `(units never convert values: use one unit, or multiply by a '${constant.replace("const c", "const factor")}')`;

  test("a factor in an exponential", () => {
    expect(check("fit y ~ A * exp(-k * d)")).toEqual([
      `6:17-23 FIT2031 the argument of 'exp' must be dimensionless, but '-k * d' is in 'ms/s', which is 0.001 ${factor("const c: s/ms = 0.001")}`,
    ]);
  });

  test("the conversion that the help suggests for a factor is valid", () => {
    const sigma = "sigma 1 relative";
    expect(check("const c: s/ms = 0.001", "fit y ~ A * exp(-k * d * c) * (t + d * c) * k", sigma)).toEqual([]);
  });

  test("a dimension in an exponential", () => {
    expect(check("fit y ~ A * exp(-t)")).toEqual([
      "6:17-19 FIT2031 the argument of 'exp' must be dimensionless, but '-t' is in 's' (divide it by a quantity of the same unit first)",
    ]);
  });

  test.each(["m^(1/0)", "m^1_000_000_000"])("a unit beyond the range: %s", (unit) => {
    const text = model(`input t: ${unit}, y`, "param k = 1", "fit y ~ k * t");
    expect(complaints(text)).toEqual([`2:10-${10 + unit.length} FIT2036 an exponent of this unit is out of range`]);
  });

  test("sums", () => {
    expect(check("fit y ~ A * k * (t + d)")).toContain(
      `6:22-23 FIT2030 both sides of '+' need the same unit, but 't' is in 's' and 'd' in 'ms', which is 0.001 s ${factor("const c: s/ms = 0.001")}`,
    );
    expect(check("fit y ~ A - t")).toEqual([
      "6:13-14 FIT2030 both sides of '-' need the same unit, but 'A' is in 'V' and 't' in 's'",
    ]);
  });

  test("a sum with a literal in a product", () => {
    expect(check("fit y ~ A + 2 * k")).toEqual([
      "6:13-18 FIT2030 both sides of '+' need the same unit, but 'A' is in 'V' and '2 * k' in '1/s'",
    ]);
  });

  test("comparisons", () => {
    expect(check("fit y ~ if t > d then A else 0")).toEqual([
      `6:16-17 FIT2030 both sides of '>' need the same unit, but 't' is in 's' and 'd' in 'ms', which is 0.001 s ${factor("const c: s/ms = 0.001")}`,
    ]);
  });

  test("branches", () => {
    expect(check("fit y ~ if t > 0 then A else t")).toEqual([
      "6:30-31 FIT2030 both branches of 'if' need the same unit, but 'A' is in 'V' and 't' in 's'",
    ]);
  });

  test("min, max, hypot and atan2, past a literal", () => {
    expect(check("fit y ~ max(A, 1, t)")).toEqual([
      "6:19-20 FIT2030 the arguments of 'max' need the same unit, but 'A' is in 'V' and 't' in 's'",
    ]);
    expect(check("fit y ~ A * atan2(A, t)")).toEqual([
      "6:22-23 FIT2030 the arguments of 'atan2' need the same unit, but 'A' is in 'V' and 't' in 's'",
    ]);
  });

  test("both sides of a fit", () => {
    expect(check("fit y ~ k * t")).toEqual([
      "6:9-14 FIT2030 both sides of '~' need the same unit, but 'y' is in 'V' and 'k * t' in '1'",
    ]);
  });

  test("a declared unit", () => {
    expect(check("let rate: 1/s = t / t", "derive tau: ms = 1 / k", "fit y ~ A * exp(-rate * t)")).toEqual([
      "6:17-22 FIT2032 'rate' is in '1/s', but its value 't / t' is in '1'",
      `7:18-23 FIT2032 'tau' is in 'ms', but its value '1 / k' is in 's', which is 1000 ms ${factor("const c: ms/s = 1000")}`,
    ]);
  });

  test("start values and bounds", () => {
    expect(check("param q: s = max(y) in [min(d), max(t)]", "fit y ~ A * q * k")).toEqual([
      "6:14-20 FIT2032 'q' is in 's', but its start value 'max(y)' is in 'V'",
      `6:25-31 FIT2032 'q' is in 's', but its lower bound 'min(d)' is in 'ms', which is 0.001 s ${factor("const c: s/ms = 0.001")}`,
    ]);
  });

  test("where", () => {
    const text = model('data "a.csv" { t: s y: V where t > 1 and t > y }', "param A: V = 1", "fit y ~ A");
    expect(complaints(text)).toEqual([
      "2:46-47 FIT2030 both sides of '>' need the same unit, but 't' is in 's' and 'y' in 'V'",
    ]);
  });

  test("the Voigt profile takes three of one unit, and is one over it", () => {
    expect(unitOfDerive("voigt(2 * free, 1, 1)")).toBeNull();
    expect(unitOfDerive("voigt(3 / k, 1, 2 / k) / k")).toBe("1");
    expect(unitOfDerive("voigt(A, A, 2 * A)")).toBe("1/V");
    expect(check("fit y ~ A * voigt(t, y, 1)")).toEqual([
      "6:22-23 FIT2030 the arguments of 'voigt' need the same unit, but 't' is in 's' and 'y' in 'V'",
    ]);
  });

  test("a definition that is not in its unit is reported once, not where it is used", () => {
    expect(check("let w: s = y", "fit y ~ A * exp(-k * t) + w")).toEqual([
      "6:12-13 FIT2032 'w' is in 's', but its value 'y' is in 'V'",
    ]);
  });

  test("an exponent", () => {
    expect(check("fit y ~ A * 2^t")).toEqual([
      "6:15-16 FIT2031 an exponent must be dimensionless, but 't' is in 's' (divide it by a quantity of the same unit first)",
    ]);
    expect(check("param n: 1 = 1", "fit y ~ A * t^n")).toEqual([
      "7:13-14 FIT2033 't' is in 's', so its exponent must be a constant such as 2 or 1/3, not 'n' (divide it by a constant of the same unit first: 'const x0: s = 1' and '(t / x0)^...')",
    ]);
  });

  test("a sigma", () => {
    expect(check("fit y ~ A { sigma t relative }")).toEqual([
      "6:19-20 FIT2034 'sigma' must have the unit of the observation, 'V', but 't' is in 's'",
    ]);
    expect(check("fit log(y / A0) ~ log(A / A0) { sigma y relative }", "const A0: V = 1")).toEqual([
      "6:39-40 FIT2034 'sigma' must have the unit of the observation, '1', but 'y' is in 'V'",
    ]);
  });

  test("the scale of a loss", () => {
    expect(check("const c: s = 1", "fit y ~ A { loss huber(c) }")).toEqual([
      "7:24-25 FIT2035 the scale of the loss must have the unit of the residual, 'V', but 'c' is in 's'",
    ]);
    expect(check("const c: V = 1", "fit y ~ A { sigma 2 relative loss huber(c) }")).toEqual([
      "7:41-42 FIT2035 the scale of the loss must have the unit of the residual, '1', but 'c' is in 'V'",
    ]);
  });

  test("in a function, where its body is wrong for the units of a call, once", () => {
    expect(
      check("fn f(a, b) = a + b", "fit y ~ A * exp(f(t, d) * k) + f(t, d) * A * k", "let z = f(A, y)", "fit y ~ z"),
    ).toEqual([
      `7:17-24 FIT2030 in 'f(t, d)', both sides of '+' need the same unit, but 'a' is in 's' and 'b' in 'ms', which is 0.001 s ${factor("const c: s/ms = 0.001")}`,
    ]);
  });

  test("a name without a unit has one for the whole model", () => {
    expect(check("const v = 1", "fit y ~ A * exp(-v * t) + t * v")).toEqual([
      "7:27-32 FIT2030 both sides of '+' need the same unit, but 'A * exp(-v * t)' is in 'V' and 't * v' in '1'",
    ]);
    expect(check("fit y ~ u + (t + A)")).toEqual([
      "6:18-19 FIT2030 both sides of '+' need the same unit, but 't' is in 's' and 'A' in 'V'",
    ]);
  });

  test("literals take the unit of their place", () => {
    expect(
      check("let shifted = t - 0.1", "fit y ~ A * exp(-k * shifted) + 2 + min(A, 3 * (1 + 2))", "sigma 1 relative"),
    ).toEqual([]);
  });
});

describe("contradictions between places", () => {
  test("a name that would have two units, and what was probably meant", () => {
    expect(
      complaints(model("input t: s, y: V", "param A = 1", "param k = mean(t)", "fit y ~ A * exp(-k * t)")),
    ).toEqual(["4:11-18 FIT2037 'k' is in 's' here, but in '1/s' at 5:17 (did you mean '1 / (mean(t))'?)"]);
  });

  test("a name with a scale in x_scale: both places are shown", () => {
    const scale = ["const c: ms = 1", "solver trf { x_scale: { k: c } }"];
    const [found] = complaints(
      model("input t: s, y: V", "param A = 1", "param k = 1", "fit y ~ A * exp(-k * t)", ...scale),
    );
    expect(found).toMatch(/^5:17-23 FIT2037 'k' is in '1\/s' here, but in 'ms' at 7:28/);
  });

  test("symbols that differ by a letter", () => {
    expect(complaints(model("input t, n: cells", "param n0: cell = 1", "fit n ~ n0 * t^0"))).toEqual([
      "4:9-17 FIT2030 both sides of '~' need the same unit, but 'n' is in 'cells' and 'n0 * t^0' in 'cell' ('cell' and 'cells' are two different units, neither of them known to fitc: spell both alike)",
    ]);
  });

  test("one mistake in a declaration is one error, however often the name is used", () => {
    const sum = ["k1", "k2", "k3"].map((k) => `A * exp(-${k} * t)`).join(" + ");
    const rates = ["k1", "k2", "k3"].map((k, i) => `param ${k}: 1/s = ${i + 1}`);
    expect(complaints(model("input t: ms, y: V", "param A = 1", ...rates, `fit y ~ ${sum}`)).length).toBe(1);
  });

  test("two mistakes are two errors", () => {
    const text = model(
      "input t: s, x: m, y: V",
      "param A: V = 1",
      "fit y ~ A * exp(-t) + A * sin(x)",
      "sigma 1 relative",
    );
    expect(complaints(text).map((line) => line.slice(0, 14))).toEqual(["4:17-19 FIT203", "4:31-32 FIT203"]);
  });

  test("in the file around the models, once, and in the models, of what they use", () => {
    const around = "const a: s = 1\nconst b: m = 2 * a\nconst g: m/s^2 = 9.81\n";
    const fall = (name: string) => `model ${name} { input t: s, h: m param h0: mm = 1 fit h ~ h0 - g * t^2 }\n`;
    expect(complaints(around + fall("A") + fall("B")).map((line) => line.slice(0, 15))).toEqual([
      "2:14-19 FIT2032",
      "4:53-55 FIT2030",
      "5:53-55 FIT2030",
    ]);
  });

  test("a model without units has none, beside one that has", () => {
    const [, plain] = analyzeText(
      "model A { input t: s, y: V param a = 1 fit y ~ a * t }\nmodel B { input t, y param n = 1 fit y ~ exp(n) * t }",
    ).models;
    expect(plain?.units).toEqual({ names: [], open: [] });
    expect(plain?.params[0]?.unit).toBeNull();
  });

  test("a count has no unit in a model without units", () => {
    const [checked] = analyzeText(model("input t, y", "param a = 1", "derive n = count(y)", "fit y ~ a * t")).models;
    expect(checked?.derives[0]?.unit).toBeNull();
  });
});

describe("scales that are no factors", () => {
  const dB = (...statements: readonly string[]) => complaints(model("input L: dB, z: km, v: V, y", ...statements));

  test("a temperature in degrees Celsius, in a product, a power, a root and the body of a function", () => {
    const celsius = (predicted: string) =>
      complaints(model("input T: °C, y: V", "param a = 1", "param b = 1", "fn f(u) = 2 * u", `fit y ~ ${predicted}`));
    expect(celsius("a * T")[0]).toMatch(/^6:13-14 FIT2038 'T' is in '°C'.*cannot be multiplied/);
    expect(celsius("a / T")[0]).toMatch(/^6:13-14 FIT2038 .*cannot be divided/);
    expect(celsius("a * sqrt(T)")[0]).toMatch(/^6:18-19 FIT2038/);
    expect(celsius("a * f(T)")[0]).toMatch(/^6:13-17 FIT2038/);
    expect(celsius("f(a * (T - 20)) + b * (max(T) - T)^2")).toEqual([]);
  });

  test("a level per length is fine, a level times a voltage or its square is not", () => {
    const fit = "fit y ~ b * z * v * L^0";
    expect(
      dB("param a: dB/km = 1", "param b = 1", "fit L ~ a * z { sigma 1 relative }", `${fit} { sigma 1 relative }`),
    ).toEqual([]);
    expect(dB("param b = 1", "fit y ~ b * (L * v) * z")[0]).toMatch(/^4:14-19 FIT2039 'L \* v' would be in 'dB\*V'/);
    expect(dB("param b = 1", "fit y ~ b * L^2 * z * v")[0]).toMatch(/^4:13-16 FIT2039 'L\^2' would be in 'dB\^2'/);
  });

  test("a conversion with pi is exact", () => {
    const sine = (...statements: readonly string[]) => model("input a: deg, y", "param A = 1", ...statements);
    expect(complaints(sine("fit y ~ A * sin(a)"))[0]).toContain("'const factor: 1/deg = pi / 180'");
    expect(complaints(sine("const c: 1/deg = pi / 180", "fit y ~ A * sin(c * a)"))).toEqual([]);
  });
});

describe("quoted symbols", () => {
  const inferred = (...statements: readonly string[]): readonly (string | undefined)[] =>
    analyzeText(model(...statements)).models.flatMap(({ params }) => params.map(({ unit }) => unit?.text));

  test("are quoted where they are shown, and can be read back", () => {
    const symbols = ["#2", "#pi", "##2", "*", "a/b", "1", "and", "__proto__", "constructor", "m/s", "\\`", "a b", "é"];
    for (const symbol of symbols) {
      const quoted = `\`${symbol}\``;
      const statements = (unit: string) => [`input t: s, y: ${quoted}`, `param a${unit} = 1`, "fit y ~ a * t"];
      const [unit] = inferred(...statements(""));
      expect(unit).toMatch(/\/s$/);
      expect(complaints(model(...statements(`: ${unit}`)))).toEqual([]);
      expect(complaints(model(...statements(`: m*${unit}`)))).not.toEqual([]);
    }
  });

  test("are no factors of a scale, nor dimensions", () => {
    const text = model("input t: `#2`, y: `#pi`", "param a = 1", "fit y ~ a * t^0 + t");
    expect(complaints(text)).toEqual([
      "4:19-20 FIT2030 both sides of '~' need the same unit, but 'y' is in '`#pi`' and 't' in '`#2`'",
    ]);
    expect(complaints(model("input t: `#2`, y: `1`", "fit y ~ exp(t)"))[0]).not.toContain("which is 2");
  });
});

describe("helps", () => {
  test("symbols with other exponents are not misspelt", () => {
    const [found] = complaints(model("input t: day, y: day", "param a: 1 = 1", "fit y ~ a * t^2"));
    expect(found).toMatch(/'day' and 'a \* t\^2' in 'day\^2'$/);
  });

  test("a sum under a power that is not constant keeps its parentheses", () => {
    const [found] = complaints(model("input t: s, y", "param n = 1", "fit y ~ (t + 1)^n"));
    expect(found).toContain("'const x0: s = 1' and '((t + 1) / x0)^...'");
  });

  test("a factor between two units of which neither is known", () => {
    const statements = (factor: string) => ["input x: um, z: m, y", "param a = 1", `fit y ~ a * x + ${factor} * a * z`];
    const [found] = complaints(model(...statements("1")));
    expect(found).toContain("multiply by a 'const factor: um/m = 1000000'");
    expect(complaints(model("const factor: um/m = 1e6", ...statements("factor")))).toEqual([]);
  });

  test("a declared unit that contradicts its value by way of other statements", () => {
    const text = model(
      "input t: min, y: V",
      "param h = max(y)",
      "param w = 1",
      "derive area: V*s = h * w",
      "fit y ~ h * exp(-t / w)",
    );
    expect(complaints(text)[0]).toContain(
      "FIT2032 'area' is in 'V*s', but its value 'h * w' is in 'V*min', which is 60",
    );
  });
});

test("an exponent that is no fraction of whole numbers is one error, of syntax", () => {
  const text = model("input t: s, y: V", "param a: V/s^0.5 = 1", "fit y ~ a * sqrt(t)");
  const { diagnostics } = checkSource(new SourceFile("test.fit", text));
  expect(diagnostics.map(({ code }) => code)).toEqual(["FIT1027"]);
});

describe("what is listed", () => {
  test("an equation that leaves a product open, and the unit of a name that occurs in none", () => {
    const [checked] = analyzeText(
      model("input P: W, I: A, w", "param eta = 1", "param gain = 1", "fit I ~ eta * gain * P", "weight w"),
    ).models;
    expect(checked?.units.open).toEqual([{ names: ["gain", "eta"], relation: "gain*eta = A/W" }]);
  });

  test("a scale is written with a prefix, or with the symbols of the model", () => {
    const [checked] = analyzeText(
      model(
        "const h: J*s = 6.6e-34",
        "const c: m/s = 3e8",
        "input x: nm, U: V",
        "param e = 1",
        "fit U ~ h * c / (e * x)",
      ),
    ).models;
    expect(checked?.params[0]?.unit?.text).toBe("GC");
  });
});
