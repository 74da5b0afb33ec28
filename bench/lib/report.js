import { disagreement, ratio } from "./contest.js";
import { summary } from "./statistics.js";

/** Prints figures as they arrive, and keeps them for the JSON file. */
export class Report {
  entries = [];
  /** Contestants that did not run or did not find the minimum. */
  failures = [];
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

  failure(text) {
    this.failures.push({ table: this.#table, text });
    this.note(`FAILED: ${text}`);
  }

  /** Reports a figure; `value` is a single number or a result of `summary`. */
  figure(work, name, value, unit) {
    this.#keep(work, name, value, unit);
    console.log(`    ${name.padEnd(44)} ${spread(value)} ${unit}`);
  }

  /**
   * Reports a ratio with the floor and the goal that it should reach, or with a `ceiling` that it
   * should stay below.
   */
  ratio(work, name, value, bar = {}) {
    this.#keep(work, name, value, "ratio", bar);
    console.log(`    ${name.padEnd(44)} ${spread(value)}x${verdict(asSummary(value).median, bar)}`);
  }

  /** Reports one line of a table with many small jobs: `figures` are `[name, value, unit]`. */
  line(work, figures) {
    const said = figures.map(([name, value, unit]) => {
      this.#keep(work, name, value, unit === "x" ? "ratio" : unit);
      const { median } = asSummary(value);
      return unit === "x" ? `${name} ${digits(median)}x` : `${name} ${digits(median)} ${unit}`;
    });
    this.note(`${work.padEnd(10)} ${said.join(", ")}`);
  }

  /**
   * The results of a contest of fits, without those that did not find the minimum of `reference`.
   */
  agreeing(work, results, reference) {
    return new Map(
      [...results].filter(([name, { last }]) => {
        const why = disagreement(last, reference);
        if (why !== undefined) this.failure(`${work}: ${name}, ${why}`);
        return why === undefined;
      }),
    );
  }

  /**
   * Reports the results of a contest: the time of each contestant, multiplied by `scale`, and
   * ratios `[of, over, bar]`. Ratios with a contestant that did not take part are left out.
   */
  contest(work, results, ratios, { unit = "s", scale = 1 } = {}) {
    this.heading(work);
    for (const [name, { seconds }] of results) {
      const scaled = seconds.map((each) => each * scale);
      this.figure(work, name, summary(scaled), unit);
    }
    for (const [of, over, bar] of ratios) {
      if (results.has(of) && results.has(over)) this.ratio(work, `${of} / ${over}`, ratio(results, of, over), bar);
    }
  }

  /** Prints all ratios that have a floor or a ceiling once more. */
  summary() {
    const barred = this.entries.filter(({ floor, ceiling }) => floor !== undefined || ceiling !== undefined);
    if (barred.length === 0) return;
    console.log("\nsummary: ratios that have something to reach");
    for (const { table, work, name, median, low, high, ...bar } of barred) {
      const label = `${table}, ${work}: ${name}`;
      console.log(`  ${label.padEnd(84)} ${spread({ median, low, high })}x${verdict(median, bar)}`);
    }
    for (const { table, text } of this.failures) console.log(`  FAILED ${table}, ${text}`);
  }

  #keep(work, name, value, unit, bar = {}) {
    this.entries.push({ table: this.#table, work, name, unit, ...asSummary(value), ...bar });
  }
}

const asSummary = (value) => (typeof value === "number" ? { median: value } : value);

function verdict(median, { floor, goal, ceiling }) {
  if (floor === undefined && ceiling === undefined) return "";
  const isMissed = floor === undefined ? !(median <= ceiling) : !(median >= floor);
  const bar = floor === undefined ? `at most ${ceiling}` : `floor ${floor}`;
  return `   ${bar}, goal ${goal}${isMissed ? "  MISSED" : ""}`;
}

function spread(value) {
  const { median, low, high } = asSummary(value);
  const middle = digits(median).padStart(9);
  return low === undefined ? middle : `${middle} (${digits(low)} to ${digits(high)})`;
}

/** A number with four digits, without an exponent. */
function digits(value) {
  const places = Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toFixed(Math.min(places, 9));
}
