// What bench/random-fits.js found, as text.

const columns = {
  success: ({ success }) => success,
  false: ({ isFalse }) => isFalse,
  unbacked: ({ isUnbacked }) => isUnbacked,
  blind: ({ isBlind }) => isBlind,
  dead: ({ isDead }) => isDead,
  "run off": ({ isRunOff }) => isRunOff,
  "not finite": ({ isNotFinite }) => isNotFinite,
  refused: ({ refused }) => refused !== undefined,
  "no success": ({ success, refused }) => !success && refused === undefined,
  global: ({ isGlobal }) => isGlobal,
  "and success": ({ isGlobal, success }) => isGlobal && success,
};

const explained = {
  success: "successes",
  false: "of them from which the cost falls by more than 1e-6, downhill along Gauss-Newton or damped steps",
  unbacked: "of them backed neither by the Gauss-Newton step nor by the parabola along it",
  blind: "of them where no parameter has an influence",
  dead: "of them with a column of the Jacobian that is zero",
  "run off": "of them with an undetermined direction, and a parameter moved 10,000-fold",
  "not finite": "of them not finite",
  refused: "refused with a FitError",
  "no success": "ended without success",
  global: "global minima: the lowest cost that any fit from anywhere found",
  "and success": "of them reported as success",
};

export function report(cases, folders, { verbose, near, seed }) {
  console.log(
    `${cases.length} random fits, seed ${seed}, starts within ${near ? "10 %" : "a factor of 10"} of the truth`,
  );
  for (const [b, folder] of folders.entries()) {
    const results = cases.map(({ results }) => results[b]);
    console.log(`\n${folder}`);
    for (const [name, test] of Object.entries(columns)) {
      console.log(`  ${String(results.filter(test).length).padStart(7)}  ${explained[name]}`);
    }
    const sum = (of) => results.reduce((total, result) => total + (of(result) ?? 0), 0);
    const seconds = sum(({ time }) => time) / 1000;
    console.log(
      `  ${seconds.toFixed(2).padStart(7)}  seconds; ${sum(({ nfev }) => nfev)} + ${sum(({ njev }) => njev)} evaluations`,
    );
    console.log(
      `  codes: ${tally(results.flatMap(({ refused, warnings }) => [...new Set(warnings), refused ?? []].flat()))}`,
    );
    console.log(
      `  stopped by: ${tally(results.map(({ stoppedBy, success }) => `${stoppedBy ?? "refused"}${success === false ? " (no success)" : ""}`))}`,
    );
    if (verbose) table(cases, b);
  }
  if (folders.length > 1) compared(cases, folders);
  for (const [b, folder] of folders.entries()) list(cases, b, folder);
}

function tally(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${name} ${count}`)
      .join(", ") || "none"
  );
}

function table(cases, b) {
  const width = 28;
  const names = Object.keys(columns);
  console.log(`\n${"".padEnd(width)}${names.map((name) => name.padStart(12)).join("")}${"ms".padStart(9)}`);
  for (const [family, group] of Map.groupBy?.(cases, ({ family }) => family) ?? grouped(cases)) {
    const results = group.map(({ results }) => results[b]);
    const counts = names.map((name) => String(results.filter(columns[name]).length).padStart(12));
    const time = results.reduce((total, { time }) => total + time, 0);
    console.log(`${family.padEnd(width)}${counts.join("")}${time.toFixed(0).padStart(9)}`);
  }
}

function grouped(cases) {
  const groups = new Map();
  for (const each of cases) groups.set(each.family, [...(groups.get(each.family) ?? []), each]);
  return groups;
}

/** The last build against the first. */
function compared(cases, folders) {
  const pairs = cases.map(({ family, index, results }) => ({
    name: `${family} ${index}`,
    a: results[0],
    b: results.at(-1),
  }));
  const same = 1e-6;
  const lines = {
    "lower cost": ({ a, b }) => b.cost < a.cost * (1 - same) && !a.judgement?.exact,
    "higher cost": ({ a, b }) => a.cost < b.cost * (1 - same) && !b.judgement?.exact,
    "global minimum lost": ({ a, b }) => a.isGlobal && !b.isGlobal,
    "success lost at a global minimum": ({ a, b }) => a.isGlobal && a.success && b.isGlobal && !b.success,
    "refused, and was not": ({ a, b }) => b.refused !== undefined && a.refused === undefined,
    "more than twice the evaluations": ({ a, b }) => b.nfev + b.njev > 2 * (a.nfev + a.njev),
    "warnings that were not there": ({ a, b }) => b.warnings.some((code) => !a.warnings.includes(code)),
  };
  console.log(`\n${folders.at(-1)} against ${folders[0]}`);
  for (const [name, test] of Object.entries(lines)) {
    const found = pairs.filter(test);
    const shown = found.slice(0, 12).map(({ name }) => name);
    console.log(`  ${String(found.length).padStart(7)}  ${name}${found.length > 0 ? `: ${shown.join(", ")}` : ""}`);
  }
}

function list(cases, b, folder) {
  const found = cases.filter(({ results }) => results[b].isFalse || results[b].isUnbacked);
  if (found.length === 0) return;
  console.log(`\nfalse and unbacked successes of ${folder}: what is promised, by a parabola, and realised`);
  for (const { family, index, fit, results } of found) {
    const { judgement, stoppedBy, isFalse, nfev, warnings } = results[b];
    const gains = [judgement.promised, judgement.parabola, judgement.realised].map((gain) => gain.toExponential(1));
    const { solver = "default", loss } = fit.settings;
    const how = `${solver}${loss === undefined ? "" : ` ${loss.name}`}`;
    console.log(
      `  ${isFalse ? "false" : "     "} ${`${family} ${index}`.padEnd(34)} ${gains.join("  ")}  ${stoppedBy}, ${how}, nfev ${nfev} ${warnings.join(" ")}`,
    );
  }
}
