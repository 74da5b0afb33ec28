import type { MessageEntry } from "../../diagnostics/index.js";

/** What is wrong with the options, the point or the result that a call is given. */
export const optionMessages = {
  unknownParameter: {
    code: "FIT5001",
    severity: "error",
    message: "the model has no parameter '{name}'",
    explain:
      "An option of the fit names a parameter that the model does not declare. Example: `--set rate=2` where the model says `param k`. Names are compared exactly. Mend: use the model's name for it.",
  },
  invalidOption: {
    code: "FIT5007",
    severity: "error",
    message: "the option {option} is {value}; {expected}",
    explain:
      'An option of a call is out of its range or of another kind: tolerances are numbers from 0 on, or null for none; `maxEvals` is a whole number from 1 on; `level` lies between 0 and 1; `solver` and `loss` are names. Example: `fit(data, { loss: { name: "huber", scale: 0 } })`. The message says what the option must be.',
  },
  unknownResponse: {
    code: "FIT5014",
    severity: "error",
    message: "the model has no response '{name}'; {existing}",
    explain:
      "A prediction is made for what a `fit` statement observes, and names it as the spec does. A model with one `fit` needs no name. A `residual` statement predicts nothing.",
  },
  contractVersionMismatch: {
    code: "FIT5015",
    severity: "error",
    message:
      "this module was compiled for version {found} of the runtime's contract; this runtime has version {expected}",
    help: "compile the spec again",
    explain:
      "A compiled module and the runtime it imports must agree on what they call each other. Mend: compile the spec with the fitc that provides the runtime.",
  },
  notAFitter: {
    code: "FIT5066",
    severity: "error",
    message: "the first argument is {found}; it must be a fitter, what a compiled module exports",
    help: 'pass the fitter first, as in `profile(Decay, fit, data, "tau")`',
    explain:
      'The operations of `fitc/runtime` take the fitter of a model first, then what the operation works on. Example: `profile(Decay, fit, data, "tau")` or `fitMany(Decay, data, offsets)`, with `Decay` imported from the compiled module. Fix: pass the fitter itself, not its result, its data or its module.',
  },
  notAResult: {
    code: "FIT5067",
    severity: "error",
    message: "argument {position} of compareFits is {found}; it must be the result of a fit",
    explain:
      "`compareFits` takes the results of fits of different models to the same data, one argument for each. Example: `compareFits(One.fit(data), Two.fit(data))`. Fix: pass what `fit` returned; spread an array of results.",
  },
  unknownOption: {
    code: "FIT5017",
    severity: "error",
    message: "there is no option '{option}'",
    explain:
      "The object of options has a property that is none of those known; left unread, it would be taken for what was asked for. Example: `fit(data, { maxEval: 100 })`. Mend: write the name that the message suggests.",
  },
  invalidPoint: {
    code: "FIT5018",
    severity: "error",
    message: "the point is {found}; the model has {count} free parameters: {names}",
    explain:
      "`residuals` and `jacobian` take an array with one number for each free parameter, in the order of the spec. Example: `residuals([3], data)` for a model of two. Mend: pass as many numbers as `info.free` has names.",
  },
  resultNotOfModel: {
    code: "FIT5019",
    severity: "error",
    message: "{found}; pass one of model '{model}' as it was compiled",
    explain:
      "`predict`, `linearization` and the other operations on a fit need its result, of the same model, compiled from the same text. Mend: pass what `fit` returned; fit again where the spec has changed since.",
  },
  optionsNotObject: {
    code: "FIT5020",
    severity: "error",
    message: "the options are {found}; they are an object",
    explain: "The options of a call are properties of one object. Example: `fit(data, { level: 0.99 })`.",
  },
  boundsNotPair: {
    code: "FIT5029",
    severity: "error",
    message: "the bounds of '{name}' are {found}; they are a pair of numbers",
    help: "write [lower, upper], with -Infinity or Infinity where there is none",
    explain:
      "The option `bounds` gives each parameter that it names a lower and an upper bound. Example: `fit(data, { bounds: { k: [0, 5], A: [0, Infinity] } })`. Parameters that it does not name keep the bounds of the spec.",
  },
  optionForFixedParameter: {
    code: "FIT5030",
    severity: "error",
    message: "'{name}' is fixed by the spec, and the call gives it {what}",
    help: "leave it out, or remove `fixed` from the spec",
    explain:
      "Bounds and scales are for parameters that a fit may change; a parameter that the spec fixes keeps its value. Its value itself can be given: `start: { c: 2 }`.",
  },
  invalidParameterScale: {
    code: "FIT5031",
    severity: "error",
    message: "the scale of '{name}' is {value}; a scale is a positive number",
    explain:
      "A step that changes a parameter by its scale counts as long as one that changes another by its own. Example: `xScale: { A: 1e-9, k: 1 }`. A parameter that is not named has the scale 1. Mend: give a rough size of the parameter; its sign does not matter.",
  },
  rowCountMismatch: {
    code: "FIT5032",
    severity: "error",
    message: "these data leave {found} rows, and the fit had {rows}",
    help: "pass the data of the fit",
    explain:
      "An operation on a finished fit that looks at its residuals again needs the data of the fit; with others its numbers would be those of no fit at all. Rows are counted after `where` and `missing drop`. Mend: pass the columns that `fit` was given, or fit these data first.",
  },
  wasmKernelNotAvailable: {
    code: "FIT5056",
    severity: "error",
    message: "there is no WebAssembly kernel for this fit: {reason}",
    help: "{mend}",
    explain:
      'The option `kernel: "wasm"` asks for the WebAssembly kernel and nothing else. Without the option a fit takes it where it is to be had and pays, and otherwise the TypeScript kernels, whose results differ in the last digits.',
  },
  costMismatch: {
    code: "FIT5033",
    severity: "error",
    message: "with these data the cost of the result is {found}, and the fit had {cost}",
    help: "pass the data of the fit",
    explain:
      "An operation on a finished fit that looks at its residuals again needs the data of the fit. These have as many rows, but other values; or the fit had a `covariance` that this call lacks. Mend: pass the columns and the covariance that `fit` was given, or fit these data first.",
  },
} as const satisfies Record<string, MessageEntry>;
