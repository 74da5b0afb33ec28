// Enforces the import directions of the architecture: diagnostics, math <- grammar <- compiler <-
// cli -> report -> runtime -> math, diagnostics; and compiler -> runtime/contract -> math.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The layers that each layer may import from, in addition to itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  math: [],
  grammar: ["diagnostics", "math"],
  compiler: ["diagnostics", "math", "grammar", "contract"],
  runtime: ["diagnostics", "math", "contract"],
  contract: ["math"],
  report: ["diagnostics", "runtime", "contract"],
  cli: ["diagnostics", "grammar", "compiler", "runtime", "report"],
};

/**
 * The folders of the runtime, from the top: each may import from those after it. The files in its
 * root, which are above all folders, put them together.
 */
const runtimeFolders = [
  "",
  "batch",
  "threads",
  "inference",
  "fit",
  "statistics",
  "solvers",
  "fold",
  "data",
  "api",
  "messages",
  "contract",
];

/**
 * Packages and Node modules that a layer may import. Anything else would be a new dependency, which
 * needs a justification.
 */
const packages: Readonly<Record<string, RegExp>> = {
  diagnostics: /^$/,
  math: /^$/,
  grammar: /^chevrotain$/,
  compiler: /^(ts-morph|esbuild|node:(fs|url)|@noble\/hashes\/\w+\.js)$/,
  // For the type of a module that one file requests from Node.
  runtime: /^node:worker_threads$/,
  contract: /^$/,
  report: /^(vega-[a-z-]+|@resvg\/resvg-wasm)$/,
  cli: /^(commander|picomatch|node:(fs|module|path|url|util|vm))$/,
};

interface Import {
  /** Path of the importing file. */
  readonly from: string;
  /** Path of the imported file, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly isType: boolean;
}

/**
 * The folders of the sources: one for each layer except the contract, which is inside the runtime.
 */
const folders = ["diagnostics", "math", "grammar", "compiler", "runtime", "report", "cli"];
const contract = "runtime/contract/";

const files = folders.flatMap((layer) =>
  readdirSync(join(root, layer), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${layer}/${file}`),
);
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found: Import[] = [];
  const add = (specifier: string, isType: boolean) => {
    const isPackage = !specifier.startsWith(".");
    const to = isPackage ? specifier : relative(root, join(root, dirname(file), specifier)).replace(/\.js$/, ".ts");
    found.push({ from: file, to, isPackage, isType });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      add(node.argument.literal.text, true);
    } else if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, bindsTypesOnly(node));
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined && ts.isStringLiteral(specifier)) add(specifier.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022));
  return found;
}

function bindsTypesOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined || clause.name !== undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every((each) => each.isTypeOnly);
}

const layerOf = (file: string) => (file.startsWith(contract) ? "contract" : (file.split("/")[0] ?? ""));

describe("layers", () => {
  it("are all the folders that hold sources", () => {
    const others = ["examples", "test", "docs", "bench", "scripts", "dist", "node_modules"];
    const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && !entry.name.startsWith(".") ? [entry.name] : [],
    );
    expect(folders.filter((folder) => !others.includes(folder)).sort()).toEqual(
      [...new Set(files.map((file) => file.split("/")[0]))].sort(),
    );
  });

  it("finds the imports it is to judge", () => {
    expect(imports.length).toBeGreaterThan(files.length);
    const missing = imports.filter(({ to, isPackage }) => !isPackage && !files.includes(to));
    expect(missing).toEqual([]);
  });

  it("import only downwards", () => {
    const upward = imports.filter(({ from, to, isPackage }) => {
      return !isPackage && layerOf(from) !== layerOf(to) && !allowed[layerOf(from)]?.includes(layerOf(to));
    });
    expect(upward).toEqual([]);
  });

  it("import no package but their own", () => {
    const foreign = imports.filter(({ from, to, isPackage }) => isPackage && !packages[layerOf(from)]?.test(to));
    expect(foreign).toEqual([]);
  });

  it("keep Node out of all but the command line, one file of the compiler, one of the report and two of the runtime", () => {
    const users = files.filter((file) => {
      return layerOf(file) !== "cli" && /"node:|\bprocess\.|\bBuffer\b/.test(readFileSync(join(root, file), "utf8"));
    });
    expect(users.sort()).toEqual([
      "compiler/backends/typescript/standalone.ts",
      "report/draw/content-of.ts",
      "runtime/data/node-source.ts",
      "runtime/threads/node-threads.ts",
    ]);
  });

  it("have one file each for ts-morph and for esbuild", () => {
    const users = imports.filter(({ to, isType }) => (to === "ts-morph" || to === "esbuild") && !isType);
    expect(users.map(({ from, to }) => `${to} ${from}`).sort()).toEqual([
      "esbuild compiler/backends/typescript/standalone.ts",
      "ts-morph compiler/backends/typescript/typescript.ts",
    ]);
  });

  it("let the command line load the runtime as an entry, for it must not have its own copy", () => {
    const copies = imports.filter(({ from, to, isType }) => {
      return layerOf(from) === "cli" && layerOf(to) === "runtime" && !isType;
    });
    expect(copies).toEqual([]);
  });

  it("enter the analysis by its entry alone: later stages read the checked model", () => {
    const inside = imports.filter(({ from, to }) => {
      return !from.startsWith("compiler/analyze/") && /^compiler\/analyze\/(?!index\.ts)/.test(to);
    });
    expect(inside).toEqual([]);
  });

  it("have no cycle between files, types included", () => {
    expect(findCycle(importsBetween((file) => file, imports))).toBeNull();
  });

  it("have no cycle between folders beside each other", () => {
    expect(findCycle(importsBetween(dirname, values))).toBeNull();
  });

  it("go down from room to room in the runtime, types included", () => {
    const folderOf = (file: string) => (dirname(file) === "runtime" ? "" : (file.split("/")[1] ?? ""));
    const within = imports.filter(({ from, to }) => from.startsWith("runtime/") && to.startsWith("runtime/"));
    expect([...new Set(within.flatMap(({ from, to }) => [folderOf(from), folderOf(to)]))].sort()).toEqual(
      [...runtimeFolders].sort(),
    );
    const upward = within.filter(
      ({ from, to }) => runtimeFolders.indexOf(folderOf(from)) > runtimeFolders.indexOf(folderOf(to)),
    );
    expect(upward).toEqual([]);
  });

  it("leave at most three files at the root of the runtime", () => {
    expect(files.filter((file) => dirname(file) === "runtime").length).toBeLessThanOrEqual(3);
  });

  it("keep files short enough to be read", () => {
    const long = files.filter((file) => readFileSync(join(root, file), "utf8").split("\n").length > 360);
    expect(long).toEqual([]);
  });
});

const values = imports.filter(({ isType }) => !isType);

/**
 * A graph of nodes (files or folders) and the nodes that they import from. A folder may import its
 * contract from its parent folder, which in turn puts the folder together, so imports between a
 * folder and its ancestors do not count.
 */
function importsBetween(
  nodeOf: (file: string) => string,
  edges: readonly Import[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { from, to, isPackage } of edges) {
    const [source, target] = [nodeOf(from), nodeOf(to)];
    if (isPackage || `${source}/`.startsWith(`${target}/`) || `${target}/`.startsWith(`${source}/`)) continue;
    graph.set(source, (graph.get(source) ?? new Set()).add(target));
  }
  return graph;
}

/** The nodes of a cycle, or null if there is none. */
function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | null {
  const finished = new Set<string>();
  const visit = (node: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (finished.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle !== null) return cycle;
    }
    finished.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
