import type { ModelContext } from "../context.js";

/** Units fit together in every statement; those of definitions were checked as they were taken in. */
export function unitsOfSites({ ast, declarations, statements, units }: ModelContext): void {
  for (const { name, unit, start, lower, upper } of declarations.params) {
    for (const value of [start, lower, upper]) {
      if (value !== null) units.demandDeclared(name.text, unit, value);
    }
  }
  for (const data of ast.body) {
    for (const item of data.kind === "data" ? data.items : []) if (item.kind === "where") units.infer(item.condition);
  }
  for (const statement of ast.body) {
    if (statement.kind === "prior") {
      for (const value of statement.args) units.demandEqual("both sides of '~'", statement.param, value);
    } else if (statement.kind === "order") {
      for (const [i, param] of statement.params.entries()) {
        const before = statement.params[i - 1];
        if (before !== undefined) units.demandEqual("both sides of '<'", before, param);
      }
    }
  }
  for (const { ast: statement } of statements) {
    if (statement.kind === "residual") units.infer(statement.value);
    else units.demandEqual("both sides of '~'", statement.observed, statement.predicted);
  }
}
