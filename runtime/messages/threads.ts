import type { MessageEntry } from "../../diagnostics/index.js";

/** FIT5059 to FIT5061: worker threads that fail. */
export const threadMessages = {
  workerNotStarted: {
    code: "FIT5059",
    severity: "error",
    message: "a worker thread could not be started: {reason}",
    help: "return a new Worker with the script `fitc/worker` from `worker`, or remove the option",
    explain:
      "The option `worker` of `fitParallel` and `fitMany` creates the worker threads, for programs in which the worker script of fitc is not next to its runtime. The function threw an error, or the worker thread ended before it answered. Example: in the browser `worker: () => new Worker(new URL('./fit-worker.js', import.meta.url), { type: 'module' })`, where `fit-worker.js` is `import 'fitc/worker'`. Fix: check the address of the script, and that the content security policy allows it (`worker-src`); with `threads: 1` no worker thread is needed.",
  },
  workerFailed: {
    code: "FIT5060",
    severity: "error",
    message: "a worker thread failed: {reason}",
    help: "pass `threads: 1` to fit without worker threads",
    explain:
      "A worker thread of `fitParallel` or `fitMany` ended before its work was done, or could not do it: there was not enough memory, or something else in the process ended it. The fit is abandoned, and its other worker threads are ended. Fix: use fewer `threads`, because each needs its own memory; share the columns by passing Float64Arrays on a SharedArrayBuffer.",
  },
  unexpectedWorkerAnswer: {
    code: "FIT5061",
    severity: "error",
    message: "a worker thread sent an answer that fitc does not understand",
    help: "return a new Worker with the script `fitc/worker` of the same version from `worker`",
    explain:
      "The worker threads of `fitParallel` and `fitMany` run the script `fitc/worker`. One that the option `worker` created runs another script, or that of another version of fitc. Fix: make the script of the worker thread `import 'fitc/worker'`, and nothing else that posts messages.",
  },
} as const satisfies Record<string, MessageEntry>;
