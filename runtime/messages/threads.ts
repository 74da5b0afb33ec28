import type { MessageEntry } from "../../diagnostics/index.js";

/** FIT5059 to FIT5061: workers that do not do their part. */
export const threadMessages = {
  workerNotStarted: {
    code: "FIT5059",
    severity: "error",
    message: "a worker could not be started: {reason}",
    help: "let `worker` return a new Worker with the script `fitc/worker`, or leave it out",
    explain:
      "The option `worker` of `fitParallel` and `fitMany` makes the workers, for programs in which the script of fitc does not lie beside its runtime. It has thrown, or the worker ended before it answered. Example: in the browser `worker: () => new Worker(new URL('./fit-worker.js', import.meta.url), { type: 'module' })`, where `fit-worker.js` is `import 'fitc/worker'`. Mend: check the address of the script, and that the content-security policy lets workers load it (`worker-src`); with `threads: 1` there is no worker.",
  },
  workerFailed: {
    code: "FIT5060",
    severity: "error",
    message: "a worker failed: {reason}",
    help: "with `threads: 1` there is none",
    explain:
      "A worker of `fitParallel` or `fitMany` ended in the middle of its work, or could not do it: there was no memory for it, or something else in the process ended it. The fit is abandoned, as its other workers are ended too. Mend: give fewer `threads`, each of which needs memory of its own; share the columns by passing Float64Arrays over a SharedArrayBuffer.",
  },
  unexpectedWorkerAnswer: {
    code: "FIT5061",
    severity: "error",
    message: "a worker gave an answer that is not one of fitc's",
    help: "let `worker` return a new Worker with the script `fitc/worker`, of the same version",
    explain:
      "The workers of `fitParallel` and `fitMany` run one script, `fitc/worker`, which understands what it is asked. One that the option `worker` made runs another, or that of another version of fitc. Mend: let the worker's script be `import 'fitc/worker'` and nothing else that posts messages.",
  },
} as const satisfies Record<string, MessageEntry>;
