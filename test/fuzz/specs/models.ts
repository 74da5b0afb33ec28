import { builtins } from "../../../compiler/builtins/index.js";
import { losses } from "../../../compiler/losses/index.js";
import { noiseWords } from "../../../grammar/index.js";
import type { Random } from "../../../math/random.js";
import { reductionNames } from "../../../runtime/contract/reductions.js";
import { type SolverOptionInfo, solverOptions } from "../../../runtime/contract/solver-options.js";
import { chance, maybe, pick, several } from "../choose.js";
import { itemRules, oddNames, oddNumbers, oddStrings, spaced, textOf } from "./grammar.js";

/**
 * Specs that are mostly right: the names are declared, the functions have their number of
 * arguments, conditions stand where conditions belong. Now and then a statement is only what the
 * grammar allows, with the same names.
 */
export function arbitraryModels(random: Random): string {
  const constants = maybe(random, 0.3, () => `const g0 = ${number(random)}\n`);
  const functions = several(random, [0, chance(random, 0.3) ? 4 : 0], (i) => arbitraryFunction(i, random));
  const names = functions.map((_, i) => `f${i}`);
  const models = several(random, [1, chance(random, 0.1) ? 3 : 1], (i) => new Model(random, i, names).text());
  return [...constants, ...functions, ...models].join("");
}

/** A function of one argument that may call the one before it. */
function arbitraryFunction(index: number, random: Random): string {
  const body = expression(["u"], 2, random);
  const before = `f${index - 1}`;
  const calls = index > 0 ? ["", `${before}(${before}(u)) + `, `${before}(u) * ${before}(-u) + `] : [""];
  return `fn f${index}(u) = ${pick(random, calls)}${body}\n`;
}

const optionValues = {
  tolerance: ["off", "1e-9", "0", "1e-3"],
  positive: ["1", "0.1", "100"],
  whole: ["1", "2", "30"],
  scale: ["jac", "1", "0.1"],
  switch: ["on", "off"],
} as const satisfies Readonly<Record<SolverOptionInfo["kind"], readonly string[]>>;

class Model {
  private readonly columns: readonly string[];
  private readonly params: readonly string[];
  private readonly constants: readonly string[];
  private readonly lets: readonly string[];
  /** All names given so far, which are different from each other. */
  private readonly used = new Set<string>();

  constructor(
    private readonly random: Random,
    private readonly index: number,
    /** Functions of one argument. */
    private readonly functions: readonly string[],
  ) {
    this.columns = several(random, [1, 3], () => this.name("x"));
    this.params = several(random, [1, 4], () => this.name("p"));
    this.constants = several(random, [0, 2], () => this.name("c"));
    this.lets = several(random, [0, 3], () => this.name("s"));
  }

  text(): string {
    const { random, lets, constants } = this;
    const statements = [
      this.data(),
      ...constants.map((name, i) => `const ${name} = ${expression(constants.slice(0, i), 2, random)}`),
      ...this.params.map((name) => this.param(name)),
      ...lets.map((name, i) => `let ${name} = ${this.row(lets.slice(0, i))}`),
      ...maybe(
        random,
        0.3,
        () => `derive ${this.name("d")} = ${expression([...this.params, ...constants], 2, random)}`,
      ),
      ...several(random, [1, 2], () => this.fit()),
      ...maybe(random, 0.2, () => `residual ${this.row(lets)} ${this.block()}`),
      ...maybe(random, 0.2, () => `prior ${pick(random, this.params)} ~ normal(${number(random)}, ${number(random)})`),
      ...maybe(random, this.params.length > 1 ? 0.1 : 0, () => `order ${this.params.join(" < ")}`),
      ...maybe(random, 0.3, () => this.noise()),
      ...maybe(random, 0.2, () => this.loss()),
      ...maybe(random, 0.3, () => this.solver()),
      ...maybe(random, 0.12, () => this.fromGrammar()),
    ];
    const order = random.permutation(statements.length);
    return `model M${this.index} {\n${[...order].map((i) => `  ${statements[i]}\n`).join("")}}\n`;
  }

  private name(prefix: string): string {
    const odd = chance(this.random, 0.05) ? pick(this.random, oddNames) : `${prefix}${this.used.size}`;
    const name = this.used.has(odd) ? `${prefix}${this.used.size}` : odd;
    this.used.add(name);
    return name;
  }

  private data(): string {
    const { random, columns } = this;
    if (chance(random, 0.5)) return `input ${columns.join(", ")}`;
    const from = (name: string) => (chance(random, 0.1) ? `${name} from ${pick(random, oddStrings)}` : name);
    const where = maybe(random, 0.3, () => `where ${condition(columns, 2, random)}`);
    const missing = maybe(random, 0.3, () => "missing drop");
    return `data "d.csv" { ${[...columns.map(from), ...where, ...missing].join("\n    ")} }`;
  }

  private param(name: string): string {
    const { random, columns } = this;
    const reduction = (name: string) =>
      `${name}(${name === "count" ? "" : pick(random, columns)}${name.startsWith("arg") ? `, ${columns[0]}` : ""})`;
    const start = () => (chance(random, 0.2) ? reduction(pick(random, reductionNames)) : number(random));
    const bound = (text: string) => (chance(random, 0.3) ? text : number(random));
    const interval = () => `in ${pick(random, ["[", "("])}${bound("-inf")}, ${bound("inf")}${pick(random, ["]", ")"])}`;
    const parts = [
      ...maybe(random, 0.97, () => `= ${start()}`),
      ...maybe(random, 0.2, interval),
      ...maybe(random, 0.1, () => "fixed"),
    ];
    return `param ${name} ${parts.join(" ")}`;
  }

  /** A value for each row. */
  private row(lets: readonly string[]): string {
    const { random, columns, params, constants, functions } = this;
    const value = expression([...columns, ...params, ...params, ...constants, ...lets], 3, random);
    return functions.length > 0 && chance(random, 0.5) ? `${pick(random, functions)}(${value})` : value;
  }

  private fit(): string {
    const { random, columns } = this;
    const observed = chance(random, 0.8) ? pick(random, columns) : expression(columns, 1, random);
    return `fit ${observed} ~ ${this.row(this.lets)} ${this.block()}`;
  }

  private block(): string {
    const items = [...maybe(this.random, 0.1, () => this.noise()), ...maybe(this.random, 0.1, () => this.loss())];
    return items.length === 0 ? "" : `{ ${items.join(" ")} }`;
  }

  private noise(): string {
    const { random } = this;
    const { word, scaled } = pick(random, noiseWords);
    const value = chance(random, 0.5) ? number(random) : expression([...this.columns, ...this.constants], 1, random);
    return `${word} ${value}${scaled ? ` ${pick(random, ["absolute", "relative"])}` : ""}`;
  }

  private loss(): string {
    const { random } = this;
    if (chance(random, 0.05)) return `loss(${number(random)}) z => ${expression(["z"], 2, random)}`;
    if (chance(random, 0.3))
      return `loss(2) z => ${pick(random, ["log1p(z)", "z / (1 + z)", "2 * (sqrt(1 + z) - 1)"])}`;
    const name = pick(random, Object.keys(losses));
    return name === "linear" ? "loss linear" : `loss ${name}(${number(random)})`;
  }

  private solver(): string {
    const { random } = this;
    const options = several(random, [0, 2], () => {
      const { name, kind } = pick(random, Object.values(solverOptions));
      const values: readonly string[] = chance(random, 0.95) ? optionValues[kind] : Object.values(optionValues).flat();
      return name === "factor" ? "" : `${name}: ${pick(random, values)}`;
    });
    const name = pick(random, ["lm", "trf", "trf", "trf", "dogbox", "dogbox"]);
    return `solver ${name} { ${options.filter((option) => option !== "").join(", ")} }`;
  }

  /** A statement that the grammar allows. */
  private fromGrammar(): string {
    const names = [...this.columns, ...this.params, ...this.constants, ...this.lets, ...builtins.keys()];
    const words = { names, numbers: oddNumbers, strings: oddStrings };
    return spaced(textOf(pick(this.random, itemRules), this.random, words), this.random);
  }
}

/** An expression of these names. */
export function expression(names: readonly string[], depth: number, random: Random): string {
  const deeper = () => expression(names, depth - 1, random);
  if (depth <= 0 || chance(random, 0.15)) {
    return names.length === 0 || chance(random, 0.2) ? number(random) : pick(random, names);
  }
  const kind = random.uniform();
  if (kind < 0.55) return `(${deeper()}) ${pick(random, ["+", "-", "*", "/", "*", "+"])} (${deeper()})`;
  if (kind < 0.62) return `(${deeper()})^${pick(random, ["2", "3", "(-1)", "0.5", "0", `(${deeper()})`])}`;
  if (kind < 0.67) return `-(${deeper()})`;
  if (kind < 0.74) return `(if ${condition(names, depth - 1, random)} then ${deeper()} else ${deeper()})`;
  const [name, { minArgs, maxArgs }] = pick(random, [...builtins]);
  const count: readonly [number, number] = [minArgs, Math.min(maxArgs, minArgs + 2)];
  return `${name}(${several(random, count, deeper).join(", ")})`;
}

function condition(names: readonly string[], depth: number, random: Random): string {
  const deeper = () => condition(names, depth - 1, random);
  if (depth > 0 && chance(random, 0.2)) return `(${deeper()}) ${pick(random, ["and", "or"])} (${deeper()})`;
  if (depth > 0 && chance(random, 0.1)) return `not (${deeper()})`;
  const side = () => expression(names, depth - 1, random);
  return `${side()} ${pick(random, ["<", "<=", ">", ">=", "==", "!="])} ${side()}`;
}

function number(random: Random): string {
  if (chance(random, 0.03)) return pick(random, oddNumbers);
  return pick(random, ["1", "2", "0.5", "3", "0.1", "10", "pi", random.uniform().toPrecision(3)]);
}
