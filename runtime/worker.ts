/**
 * The script `fitc/worker`, which the worker threads of `fitParallel` and `fitMany` run. It is the
 * same for all models: requests carry what it needs of them.
 */
import { BatchWorker } from "./batch/batch-worker.js";
import { reasonOf } from "./messages/show.js";
import type { Answer, Request } from "./threads/protocol.js";
import { RowWorker } from "./threads/row-worker.js";
import { type Reply, replyToCaller } from "./threads/worker-scope.js";

replyToCaller(server());

function server(): (message: unknown) => Reply {
  let rows: RowWorker | null = null;
  let fits: BatchWorker | null = null;
  const serve = (request: Request): { readonly answer: Answer; readonly transfer: ArrayBuffer[] } => {
    switch (request.kind) {
      case "load":
        rows = new RowWorker(request);
        return { answer: { kind: "loaded" }, transfer: [] };
      case "fold": {
        if (rows === null) throw new Error("there are no rows yet");
        const values = rows.fold(request);
        return { answer: { kind: "folded", values }, transfer: [values.buffer] };
      }
      case "batch":
        fits = new BatchWorker(request);
        return { answer: { kind: "loaded" }, transfer: [] };
      case "fits": {
        if (fits === null) throw new Error("there is no batch yet");
        const values = fits.fit(request);
        return { answer: { kind: "fitted", values }, transfer: [values.buffer] };
      }
      case "forget":
        rows = null;
        fits = null;
        return { answer: { kind: "forgotten" }, transfer: [] };
      default:
        throw new Error("it does not know the request");
    }
  };
  return (message) => {
    try {
      const { answer, transfer } = serve(message as Request);
      return { message: answer, transfer };
    } catch (error) {
      return { message: { kind: "failed", message: reasonOf(error) } satisfies Answer, transfer: [] };
    }
  };
}
