import { disagreement, ratio } from "./contest.js";
import { summary } from "./statistics.js";

/** Prints figures as they come, and keeps them for the file of JSON. */
export class Report {
  entries = [];
  #table = "";

  table(name, title) {
    this.#table = name;
    console.log(`\n${name}: ${title}`);
  }

  heading(text) {
    console.log(`  ${text}`);
  }

  note(text) {
    console.log(`    ${text}`);
  }

  /** Any figure: `value` as `summary` gives it or one number. */
  figure(work, name, value, unit) {
    this.entries.push({ table: this.#table, work, name, unit, ...asSummary(value) });
    console.log(`    ${name.padEnd(44)} ${spread(value)} ${unit}`);
  }

  /** A ratio, with the floor and the goal that it has to reach; of a `ceiling`, what it has to stay below. */
  ratio(work, name, value, bar = {}) {
    this.entries.push({ table: this.#table, work, name, unit: "ratio", ...asSummary(value), ...bar });
    const { median } = asSummary(value);
    const { floor, goal, ceiling } = bar;
    const isMissed = median < floor || median > ceiling;
    const needed = floor !== undefined ? `floor ${floor}` : ceiling !== undefined ? `at most ${ceiling}` : "";
    const wanted = goal === undefined ? "" : `, goal ${goal}`;
    const said = needed === "" ? "" : `   ${needed}${wanted}${isMissed ? "  MISSED" : ""}`;
    console.log(`    ${name.padEnd(44)} ${spread(value)}x${said}`);
  }

  /**
   * What a contest of fits has given, without those that did not find the minimum of `reference`.
   */
  agreeing(work, results, reference) {
    const wrong = new Map(
      [...results]
        .map(([name, { last }]) => [name, disagreement(last, reference)])
        .filter(([, why]) => why !== undefined),
    );
    for (const [name, why] of wrong) this.note(`${work}: ${name} FAILED, ${why}`);
    return new Map([...results].filter(([name]) => !wrong.has(name)));
  }

  /** One line of a table of many small works: `figures` are `[name, value, unit]`. */
  line(work, figures) {
    const said = figures.map(([name, value, unit]) => {
      this.entries.push({ table: this.#table, work, name, unit, ...asSummary(value) });
      return `${name} ${digits(asSummary(value).median).padStart(unit === "x" ? 0 : 6)}${unit === "x" ? "x" : ` ${unit}`}`;
    });
    this.note(`${work.padEnd(10)} ${said.join(", ")}`);
  }

  /**
   * What a contest has given: the time of each contestant, times `scale`, and ratios `[of, over, bar]`; ratios with one that did
   * not take part are left out.
   */
  contest(work, results, ratios, { unit = "s", scale = 1 } = {}) {
    this.heading(work);
    for (const [name, { seconds }] of results) {
      this.figure(work, name, summary(seconds.map((each) => each * scale)), unit);
    }
    for (const [of, over, bar] of ratios) {
      if (results.has(of) && results.has(over)) this.ratio(work, `${of} / ${over}`, ratio(results, of, over), bar);
    }
  }
}

const asSummary = (value) => (typeof value === "number" ? { median: value } : value);

function spread(value) {
  const { median, low, high } = asSummary(value);
  const middle = digits(median).padStart(9);
  return low === undefined ? middle : `${middle} (${digits(low)} to ${digits(high)})`;
}

/** Four digits, without an exponent. */
function digits(value) {
  const places = Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(places, 9));
}
