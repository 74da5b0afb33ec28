import { createFitter, type Fitter } from "../../runtime/index.js";

/** Appends numbers to names that occur before: `y`, `y_2`, `y_3`. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return names.map((usual) => {
    let name = usual;
    let count = counts.get(usual) ?? 1;
    while (taken.has(name)) name = `${usual}_${++count}`;
    counts.set(usual, count);
    taken.add(name);
    return name;
  });
}

/**
 * The fitter, with other names for responses that several statements share (`fit y ~ ...` twice):
 * `predict` finds a statement by its response.
 */
export function withDistinctResponses(fitter: Fitter): Fitter {
  const { problem } = fitter;
  const names = distinctNames(problem.statements.map(({ response }) => response));
  const statements = problem.statements.map((statement, s) => ({ ...statement, response: names[s] ?? "" }));
  if (statements.every(({ response }, s) => response === problem.statements[s]?.response)) return fitter;
  return createFitter({ ...problem, statements });
}
