import { type Expr, postorder } from "../../../grammar/index.js";
import { analysisMessages as messages } from "../messages/index.js";
import type { Reporter } from "../reporter.js";
import { bodyOf, type Definition, isDefinition, type Resolution } from "./scope.js";

/**
 * Sorts the definitions so that each comes after those it uses; otherwise the order of the text is
 * kept. Definitions on a cycle are reported and left out. This is a depth-first search with an
 * explicit stack, because a chain of definitions may be long.
 */
export function orderDefinitions(
  definitions: readonly Definition[],
  resolution: Resolution,
  reporter: Reporter,
): readonly Definition[] {
  const own = new Set(definitions);
  const finished = new Set<Definition>();
  const onCycle = new Set<Definition>();
  const ordered: Definition[] = [];
  for (const root of definitions) {
    const path: Step[] = [];
    const onPath = new Map<Definition, number>();
    const enter = (definition: Definition): void => {
      onPath.set(definition, path.length);
      path.push({ definition, uses: definitionsIn(bodyOf(definition), resolution), next: 0 });
    };
    if (!finished.has(root)) enter(root);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const used = step.uses[step.next++];
      if (used === undefined) {
        path.pop();
        onPath.delete(step.definition);
        finished.add(step.definition);
        if (!onCycle.has(step.definition)) ordered.push(step.definition);
      } else if (onPath.has(used)) {
        const cycle = path.slice(onPath.get(used)).map((s) => s.definition);
        if (!cycle.every((definition) => onCycle.has(definition))) reportCycle(cycle, reporter);
        for (const definition of cycle) onCycle.add(definition);
      } else if (own.has(used) && !finished.has(used)) {
        enter(used);
      }
    }
  }
  return ordered;
}

interface Step {
  readonly definition: Definition;
  readonly uses: readonly Definition[];
  next: number;
}

/** The definitions that an expression refers to or calls, in the order of the text. */
export function definitionsIn(expr: Expr, { references, calls }: Resolution): readonly Definition[] {
  const found = new Set<Definition>();
  for (const node of postorder(expr)) {
    const target = node.kind === "ref" ? references.get(node) : node.kind === "call" ? calls.get(node) : undefined;
    if (target !== undefined && isDefinition(target)) found.add(target);
  }
  return [...found];
}

function reportCycle(cycle: readonly Definition[], reporter: Reporter): void {
  const [first] = cycle;
  if (first === undefined) throw new Error("fitc bug: a cycle without a definition");
  const path = pathText([...cycle, first]);
  const recursion = cycle.every((definition) => definition.kind === "fn");
  const message = recursion
    ? messages.recursiveFunction({ name: first.name.text, path })
    : messages.circularDefinition({ name: first.name.text, path });
  reporter.report(message, first.name.span);
}

/** Of a longer path, the middle is left out. */
const longestPath = 12;

/** Definitions that use one another, as text: `f -> g -> h`. */
export function pathText(path: readonly Definition[]): string {
  const names = path.map(({ name }) => name.text);
  if (names.length <= longestPath) return names.join(" -> ");
  return [...names.slice(0, longestPath - 4), "...", ...names.slice(-3)].join(" -> ");
}
