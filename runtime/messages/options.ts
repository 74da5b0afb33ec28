import type { MessageEntry } from "../../diagnostics/index.js";

/** Errors in the arguments of a call: options, a point, a result. */
export const optionMessages = {
  unknownParameter: {
    code: "FIT5001",
    severity: "error",
    message: "the model has no parameter '{name}'",
    explain:
      "An option of the fit names a parameter that the model does not declare. Example: `--set rate=2` where the model says `param k`. Names must match exactly. Fix: use the name in the model.",
  },
  invalidOption: {
    code: "FIT5007",
    severity: "error",
    message: "option '{option}' must be {expected}, not {value}",
    explain:
      'An option of a call is out of range or has the wrong type: a tolerance is a number of at least 0, or null for no test; `maxEvals` is a whole number of at least 1; `level` is between 0 and 1; `solver` and `loss` are names. Example: `fit(data, { loss: { name: "huber", scale: 0 } })`. The message says what the option must be.',
  },
  unknownResponse: {
    code: "FIT5014",
    severity: "error",
    message: "the model has no response '{name}'; {existing}",
    explain:
      "A prediction is for the observed side of a `fit` statement, named as in the spec. A model with one `fit` needs no name. A `residual` statement has no prediction.",
  },
  contractVersionMismatch: {
    code: "FIT5015",
    severity: "error",
    message:
      "this module was compiled for version {found} of the runtime's contract, but this runtime has version {expected}",
    help: "compile the spec again",
    explain:
      "A compiled module and the runtime it imports must agree on the interface between them. Fix: compile the spec with the version of fitc that provides the runtime.",
  },
  notAFitter: {
    code: "FIT5066",
    severity: "error",
    message: "the first argument must be a fitter exported by a compiled module, not {found}",
    help: 'pass the fitter first, as in `profile(Decay, fit, data, "tau")`',
    explain:
      'The functions of `fitc/runtime` take the fitter of a model first, then their other arguments. Example: `profile(Decay, fit, data, "tau")` or `fitMany(Decay, data, offsets)`, with `Decay` imported from the compiled module. Fix: pass the fitter itself, not its result, its data or its module.',
  },
  notAResult: {
    code: "FIT5067",
    severity: "error",
    message: "argument {position} of {call} must be the result of a fit, not {found}",
    explain:
      "`compareFits` takes the results of fitting different models to the same data, one argument for each, and `intervals` takes one result. Example: `compareFits(One.fit(data), Two.fit(data))`. Fix: pass what `fit` returned; spread an array of results.",
  },
  argumentNotReadable: {
    code: "FIT5068",
    severity: "error",
    message: "{what} cannot be read: {reason}",
    help: "pass plain objects and arrays",
    explain:
      "An argument of a call is an object with code of its own, a getter, a Proxy or an iterator, and this code failed while fitc read it. The property `cause` of the error is what it threw. Example: a Proxy that has been revoked, or a list so long that there is no memory for it. Fix: pass plain objects and arrays, such as a copy of the object.",
  },
  invalidArgument: {
    code: "FIT5071",
    severity: "error",
    message: "{what} must be {expected}, not {found}",
    explain:
      'An argument of a call is something else than the function takes. Examples: `readData("data.csv")`, where the first argument is the `info` of a fitter, or `readDataText(Decay.info, bytes, "csv")` with bytes instead of a text. The message says what to pass.',
  },
  callbackReturnedPromise: {
    code: "FIT5069",
    severity: "error",
    message: "`{option}` returned a promise, and nothing waits for it",
    help: "pass a function that is not async; it can start work without returning its promise",
    explain:
      "Fits call the functions in their options, such as `onIteration` and `onProgress`, and go on at once: they do not wait for a promise, and an error in it would be lost. Example: `onProgress: async (done) => { await save(done); }`. Fix: pass a function that is not async and handles the errors of what it starts, as in `onProgress: (done) => { save(done).catch(report); }`.",
  },
  columnChanged: {
    code: "FIT5070",
    severity: "error",
    message: "column '{name}' had {rows} rows at the start of the call, and now has {found}",
    help: "leave the arrays alone until the call ends, or pass copies",
    explain:
      "Fits read the Float64Arrays that they are given in place, without a copy. While this call was running, the buffer of one of them was transferred (by `postMessage`, for example, which leaves an array of length 0) or resized. Example: `const fits = fitMany(Peak, data, offsets); worker.postMessage(data.y, [data.y.buffer]);`. Fix: wait for the call to end before passing the buffer on, or transfer a copy.",
  },
  unknownOption: {
    code: "FIT5017",
    severity: "error",
    message: "unknown option '{option}'",
    explain:
      "The options object has a property that is not an option. Ignoring it would hide a mistake. Example: `fit(data, { maxEval: 100 })`. Fix: use the name that the message suggests.",
  },
  invalidPoint: {
    code: "FIT5018",
    severity: "error",
    message: "the point must have one number for each of the {count} free parameters ({names}), not {found}",
    explain:
      "`residuals` and `jacobian` take an array with one number for each free parameter, in the order of the spec. Example: `residuals([3], data)` for a model with two free parameters. Fix: pass as many numbers as `info.free` has names.",
  },
  resultNotOfModel: {
    code: "FIT5019",
    severity: "error",
    message: "{found}, not the result of a fit of model '{model}' as compiled here",
    explain:
      "`predict`, `linearization` and the other operations on a fit need a result of the same model, compiled from the same text. Fix: pass what `fit` returned; if the spec has changed since, fit again.",
  },
  optionsNotObject: {
    code: "FIT5020",
    severity: "error",
    message: "options must be an object, not {found}",
    explain: "The options of a call are the properties of one object. Example: `fit(data, { level: 0.99 })`.",
  },
  boundsNotPair: {
    code: "FIT5029",
    severity: "error",
    message: "the bounds of '{name}' must be a pair of numbers, not {found}",
    help: "write [lower, upper], with -Infinity or Infinity for no bound",
    explain:
      "The option `bounds` gives a lower and an upper bound for each parameter that it names. Example: `fit(data, { bounds: { k: [0, 5], A: [0, Infinity] } })`. All other parameters keep the bounds of the spec.",
  },
  optionForFixedParameter: {
    code: "FIT5030",
    severity: "error",
    message: "'{name}' is fixed by the spec, but the call gives it {what}",
    help: "remove it from the call, or remove `fixed` from the spec",
    explain:
      "Bounds and scales are for parameters that the fit can change; a parameter that the spec fixes keeps its value. To change that value, write `start: { c: 2 }`.",
  },
  invalidParameterScale: {
    code: "FIT5031",
    severity: "error",
    message: "the scale of '{name}' must be a positive number, not {value}",
    explain:
      "The solver measures the change of each parameter in units of its scale. Example: `xScale: { A: 1e-9, k: 1 }`. A parameter that is not named has the scale 1. Fix: give the rough size of the parameter, without its sign.",
  },
  rowCountMismatch: {
    code: "FIT5032",
    severity: "error",
    message: "these data have {found} rows, but the fit had {rows}",
    help: "pass the data that were fitted",
    explain:
      "This operation on a finished fit computes the residuals again and needs the data that were fitted; with other data its results would be meaningless. Rows are counted after `where` and `missing drop`. Fix: pass the columns that `fit` was given, or fit these data first.",
  },
  wasmKernelNotAvailable: {
    code: "FIT5056",
    severity: "error",
    message: "there is no WebAssembly kernel for this fit: {reason}",
    help: "{fix}",
    explain:
      'The option `kernel: "wasm"` requires the WebAssembly kernel. Without the option, a fit uses it if it is available and faster, and otherwise the TypeScript kernels, whose results differ in the last digits.',
  },
  costMismatch: {
    code: "FIT5033",
    severity: "error",
    message: "with these data the cost of the result is {found}, but the fit had {cost}",
    help: "pass the data that were fitted",
    explain:
      "This operation on a finished fit computes the residuals again and needs the data that were fitted. These data have the same number of rows but other values, or the fit had a `covariance` that this call lacks. Fix: pass the columns and the covariance that `fit` was given, or fit these data first.",
  },
} as const satisfies Record<string, MessageEntry>;
