import { KernelInstance } from "../fold/wasm/instance.js";
import type { BatchRequest, FitsRequest } from "../threads/protocol.js";
import { BatchFit } from "./batch-fit.js";
import { recordLength, writeRecord } from "./collected.js";
import { PackedRows } from "./packed-rows.js";

/** Fits data sets of one batch in a worker thread. */
export class BatchWorker {
  private readonly instance: KernelInstance;

  /** @throws the platform's error if there is not enough memory */
  constructor(private readonly batch: BatchRequest) {
    this.instance = new KernelInstance(batch.module, batch.model);
  }

  /** Returns one record for each data set; it is NaN if the fit is left to `fit`. */
  fit({ rows, starts, residuals, columns }: FitsRequest): Float64Array<ArrayBuffer> {
    const { plan, active } = this.batch;
    const packed = columns ?? this.batch.columns;
    if (packed === null) throw new Error("fitc bug: the rows were not sent");
    const fits = new BatchFit(plan, new PackedRows(this.instance, packed, active));
    const length = recordLength(active.length);
    const values = new Float64Array(residuals.length * length).fill(Number.NaN);
    for (let k = 0; k < residuals.length; k++) {
      const [from, to] = [rows[2 * k] as number, rows[2 * k + 1] as number];
      const isFitted = fits.run(from, to, starts, 3 * k * plan.params, residuals[k] as number);
      if (isFitted) writeRecord(values, k * length, fits);
    }
    return values;
  }
}
