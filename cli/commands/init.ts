import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../../compiler/version.js";
import type { Console } from "../console.js";
import type { Entries } from "../entries.js";
import { type ExitStatus, exitStatus, UsageError } from "../usage-error.js";
import { isThere, writeFileAtomically } from "../write-file.js";

export type InitCommand = (folder: string | undefined, options: object, console: Console) => ExitStatus;

/**
 * `fitc init [DIR]`: creates a model, its data and a package, all ready to run. Never overwrites a
 * file.
 */
export const initWith =
  (entries: Entries): InitCommand =>
  (folder = ".", _options, console) =>
    init(folder, fileURLToPath(new URL("..", entries.runtimeUrl)), console);

function init(folder: string, installed: string, console: Console): ExitStatus {
  const written = { ...template, "package.json": packageOf(folder, installed) };
  const files = Object.entries(written).map(([name, text]) => ({ path: join(folder, name), text }));
  const taken = files.filter(({ path }) => isThere(path)).map(({ path }) => `'${path}'`);
  if (taken.length > 0)
    throw new UsageError(
      `${taken.join(", ")} already ${taken.length === 1 ? "exists" : "exist"}; fitc init does not overwrite files`,
    );
  for (const { path, text } of files) writeFileAtomically(path, text);
  if (!console.quiet) {
    console.note(`wrote ${files.map(({ path }) => path).join(", ")}`);
    console.note(`Fit the model with: fitc run ${join(folder, "model.fit")} --plot`);
  }
  return exitStatus.done;
}

const template = {
  "model.fit": `/// An exponential decay onto a background.
model Decay {
  // The columns of the file that the model uses, with their units. Units are optional.
  data "data.csv" {
    t: s
    y: V
  }

  // The parameters to fit: start value and bounds. A start value can be computed from the data.
  param A: V = max(y) - min(y) in [0, inf) /// amplitude
  param k: 1/s = 1 in [0, inf)             /// rate
  param c: V = min(y)                      /// background

  // Quantities derived from the parameters are reported with their own standard errors.
  derive half_life = log(2) / k

  // observed ~ predicted
  fit y ~ A * exp(-k * t) + c
}
`,
  "data.csv": `t,y
0.0,2.990
0.5,2.196
1.0,1.614
1.5,1.240
2.0,0.968
2.5,0.830
3.0,0.771
3.5,0.669
4.0,0.643
4.5,0.578
5.0,0.562
5.5,0.538
6.0,0.454
6.5,0.548
7.0,0.530
7.5,0.526
8.0,0.436
8.5,0.433
9.0,0.466
9.5,0.483
`,
  "main.js": `// Uses the compiled model: \`npm start\` compiles it first.
import { readData } from "fitc/data";
import { Decay } from "./model.fit.js";

const fit = Decay.fit(readData(Decay.info, "data.csv"));
const { k } = fit.params;
console.log(\`k = \${k.value} +/- \${k.stderr}\`);

const later = Decay.predict(fit, { t: [10, 20] });
console.log(\`after 10 s: \${later.value[0]} V, after 20 s: \${later.value[1]} V\`);
`,
};

/** A package whose scripts run wherever fitc was installed from. */
function packageOf(folder: string, installed: string): string {
  const content = {
    name: "decay-fit",
    private: true,
    type: "module",
    scripts: {
      fit: "fitc run model.fit --plot",
      report: "fitc run model.fit --report fit.html",
      build: "fitc build --js model.fit",
      start: "npm run build && node main.js",
    },
    dependencies: { fitc: dependencyOn(folder, installed) },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * How the new package gets fitc: from the registry if this fitc was installed from there, otherwise
 * from the folder of this one. npm notes where each package came from in a file of node_modules.
 */
function dependencyOn(folder: string, installed: string): string {
  try {
    const lock = JSON.parse(readFileSync(join(installed, "..", ".package-lock.json"), "utf8")) as {
      readonly packages?: Readonly<Record<string, { readonly resolved?: string }>>;
    };
    if (lock.packages?.["node_modules/fitc"]?.resolved?.startsWith("http") === true) return `^${version}`;
  } catch {
    // There is no such file: a clone, or a global installation.
  }
  const project = resolve(folder);
  const owner = installed.replace(/[\\/]node_modules[\\/].*$/, "");
  // A project within the one that has this fitc may be moved together with it.
  const path = project.startsWith(join(owner, "/")) ? relative(project, installed) : resolve(installed);
  return `file:${path.replaceAll("\\", "/")}`;
}
