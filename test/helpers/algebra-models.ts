import { checkAlgebra } from "../../compiler/algebra-checks/index.js";
import { analyze } from "../../compiler/analyze/index.js";
import type { CheckedModel } from "../../compiler/model/checked-model.js";
import { expressionsOf } from "../../compiler/pipeline.js";
import type { Kernel, ModelKernels } from "../../compiler/schedule/kernel.js";
import { scheduleModel } from "../../compiler/schedule/schedule-model.js";
import type { SimplifiedModel } from "../../compiler/simplify/simplify-model.js";
import { hasErrors, SourceFile, type StageResult } from "../../diagnostics/index.js";
import { parse } from "../../grammar/index.js";

/** The only model of a spec without errors. */
export function checked(text: string): CheckedModel {
  const source = new SourceFile("model.fit", text);
  const parsed = parse(source);
  const analyzed = analyze(parsed.value, source);
  const diagnostics = [...parsed.diagnostics, ...analyzed.diagnostics];
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const [model] = analyzed.value;
  if (model === undefined) throw new Error("no model");
  return model;
}

export function simplified(text: string): SimplifiedModel {
  return expressionsOf(checked(text));
}

export function scheduled(text: string): StageResult<ModelKernels> {
  const model = simplified(text);
  return { value: scheduleModel(model), diagnostics: checkAlgebra(model) };
}

/** A kernel as lines of prefix text; parameters are p0, p1, ..., columns d0, d1, ... */
export function show(kernel: Kernel): readonly string[] {
  const text = (id: number, atDefinition = false): string => {
    const name = kernel.temps.get(id as never);
    if (name !== undefined && !atDefinition) return name;
    const node = kernel.pool.node(id as never);
    switch (node.op) {
      case "const":
        return String(node.value);
      case "param":
        return `p${node.index}`;
      case "column":
        return `d${node.index}`;
      case "variable":
        return node.name;
      default:
        return `${node.name === "" ? node.op : node.name}(${node.args.map((argument) => text(argument)).join(", ")})`;
    }
  };
  const define = (id: number): string => `${text(id)} = ${text(id, true)}`;
  return [
    ...kernel.prologue.map((id) => `once ${define(id)}`),
    ...kernel.body.map((id) => `row ${define(id)}`),
    ...kernel.stores.map(({ output, slot, value }) => `${output}[${slot}] = ${text(value)}`),
  ];
}
