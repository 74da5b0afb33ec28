import { printName } from "../../grammar/index.js";
import { Names } from "../backends/names.js";
import { type PrintScope, printInPlace, printOperand } from "../backends/print.js";
import type { ExprId } from "../ir/pool.js";
import type { CheckedModel } from "../model/checked-model.js";
import type { Store } from "../plan/kernel-table.js";
import type { Kernel } from "../schedule/kernel.js";
import { languageSpelling } from "./spelling.js";

/** A kernel in the language's own notation. */
export interface ExplainedKernel {
  /** `name = expression`, computed once per call. */
  readonly prologue: readonly string[];
  /** `name = expression`, computed once per row. */
  readonly body: readonly string[];
  /** The expression that a store writes. */
  value(store: Store): string;
}

export function explainKernel(kernel: Kernel, model: CheckedModel): ExplainedKernel {
  const params = model.params.map(({ name }) => printName(name));
  const columns = model.columns.map(({ name }) => printName(name));
  const names = new Names([...model.params, ...model.columns].map(({ name }) => name.text));
  const locals = new Map<ExprId, string>();
  const scope: PrintScope = {
    pool: kernel.pool,
    local: (id) => locals.get(id),
    spelling: languageSpelling({ param: (j) => params[j] ?? "", column: (j) => columns[j] ?? "" }),
  };
  const assign = (id: ExprId): string => {
    const text = printInPlace(id, scope);
    const name = printName({ text: names.fresh(kernel.temps.get(id) ?? "t") });
    locals.set(id, name);
    return `${name} = ${text}`;
  };
  return {
    prologue: kernel.prologue.map(assign),
    body: kernel.body.map(assign),
    value: (store) => printOperand(store.value, scope),
  };
}
