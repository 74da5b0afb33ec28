import { mapKernels } from "../plan/kernel-table.js";
import type { SimplifiedModel } from "../simplify/simplify-model.js";
import type { ModelKernels } from "./kernel.js";
import { schedule } from "./schedule.js";

/** Schedules every function of a model as a kernel. */
export function scheduleModel({ pool, plan, letNames, simplified }: SimplifiedModel): ModelKernels {
  const stems = new Map([...letNames].map(([id, name]) => [simplified(id), name] as const));
  const kernels = mapKernels(plan, (stores) =>
    schedule(
      pool,
      stores.map((store) => ({ ...store, value: simplified(store.value) })),
      stems,
    ),
  );
  return { ...plan, ...kernels };
}
