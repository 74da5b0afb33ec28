import { defineMessages } from "../diagnostics/index.js";

/** What can go wrong with a fit's options, start and noise, and what its result warns of. Rows are counted from 1 in texts. */
export const runtimeMessages = defineMessages({
  FIT5001: {
    severity: "error",
    message: "the model has no parameter '{name}'",
    explain:
      "An option of the fit names a parameter that the model does not declare. Example: `--set rate=2` where the model says `param k`. Names are compared exactly. Mend: use the model's name for it.",
  },
  FIT5002: {
    severity: "error",
    message: "the start value of '{name}' is {value}",
    help: "give it a finite start value",
    explain:
      "A start value must be a finite number. One computed from the data is not if the data are such, as in `param k = 1 / min(x)` where the least x is 0. Mend: write a rule that holds for these data, or give a start value with the call (`--set k=1`).",
  },
  FIT5003: {
    severity: "error",
    message: "the {end} bound of '{name}' is not a number",
    explain:
      "A bound computed from the data gave NaN, as `log(min(y))` does where the least y is negative. Mend: write a bound that holds for these data, or `inf`.",
  },
  FIT5004: {
    severity: "error",
    message: "the lower bound of '{name}', {lower}, is not below the upper one, {upper}",
    explain:
      "Bounds must leave room between them. They may depend on the data: `in [0, max(y)]` leaves none where no y is positive. Mend: correct the bounds, or make the parameter `fixed`.",
  },
  FIT5005: {
    severity: "error",
    message: "'{name}' starts at {start}, outside its bounds {interval}",
    explain:
      "A start value must lie inside the bounds of its parameter; it is not moved there silently, because it is more often the bounds that are wrong. Mend: change the one or the other.",
  },
  FIT5006: {
    severity: "error",
    message: "'{name}' starts at {start}, an end that its bounds {interval} exclude",
    explain:
      "A parenthesis in an interval excludes its end, so that `param k = 0 in (0, 1]` cannot start at 0. Mend: start inside, or write a square bracket.",
  },
  FIT5007: {
    severity: "error",
    message: "the option {option} is {value}; {expected}",
    explain:
      "An option of the fit is out of its range: tolerances are numbers from 0 on, `maxEvals` is a whole number from 1 on, and `level` lies between 0 and 1.",
  },
  FIT5008: {
    severity: "error",
    message: "sigma `{text}` is {value} in row {row}; a standard deviation must be positive and finite",
    help: "correct the data, or leave such rows out with `where`",
    explain:
      "Residuals are divided by the standard deviation of their observation, so that it must be positive and finite in every row that is kept. Mend: correct the data, or leave such rows out: `where sy > 0`.",
  },
  FIT5009: {
    severity: "error",
    message: "weight `{text}` is {value} in row {row}; a weight must be finite and not negative",
    help: "correct the data, or leave such rows out with `where`",
    explain:
      "Squared residuals are multiplied by their weight, so that it must be finite and not negative in every row that is kept. A weight of 0 leaves a row out of the fit. Mend: correct the data, or leave such rows out with `where`.",
  },
  FIT5010: {
    severity: "error",
    message: "the model is not finite at its start: {place}`{text}` is {value}{values}",
    help: "start elsewhere, or restrict the rows with `where`",
    explain:
      "With the start values some residual is NaN or infinite, so that there is nothing to improve on. The message names the row, the smallest subexpression at fault, and what stood in it. Example: `log(k * t)` with a row where t is 0. Mend: start elsewhere; leave the row out with `where`; or write the model so that it holds there.",
  },
  FIT5011: {
    severity: "error",
    message: "the derivative by '{name}' is {value} at the start{place}, in `{text}`",
    help: "start elsewhere, or restrict the rows with `where`",
    explain:
      "The residuals are finite at the start but a derivative is not, as that of `t^b` by t at 0 with b below 1, or of `sqrt(a)` at a = 0. Mend: start elsewhere, or leave the row out with `where`.",
  },
  FIT5012: {
    severity: "error",
    message: "fewer residuals ({residuals}) than free parameters ({params}), which solver lm cannot fit",
    help: "fix some parameters, or use `solver trf`, whose result then is one of many",
    explain:
      "With fewer residuals than free parameters the minimum is not a point. MINPACK's algorithm is not made for that. Mend: give more data, fix parameters, or use `solver trf`, which finds one of the solutions and says so.",
  },
  FIT5013: {
    severity: "error",
    message: "there is nothing to fit: no parameter is free",
    help: "free a parameter, or use the fitter's `residuals` to evaluate the model",
    explain:
      "All parameters are fixed, by the spec or by the options of the call. Mend: leave at least one of them free.",
  },
  FIT5014: {
    severity: "error",
    message: "the model has no response '{name}'; {existing}",
    explain:
      "A prediction is made for what a `fit` statement observes, and names it as the spec does. A model with one `fit` needs no name. A `residual` statement predicts nothing.",
  },
  FIT5015: {
    severity: "error",
    message:
      "this module was compiled for version {found} of the runtime's contract; this runtime has version {expected}",
    help: "compile the spec again",
    explain:
      "A compiled module and the runtime it imports must agree on what they call each other. Mend: compile the spec with the fitc that provides the runtime.",
  },
  FIT5016: {
    severity: "error",
    message: "every weight is 0: there is nothing to fit to",
    help: "give some rows a weight",
    explain:
      "A weight of 0 leaves a row out of the fit, and these weights leave out all. Mend: correct the data or the expression after `weight`.",
  },
  FIT5017: {
    severity: "error",
    message: "there is no option '{option}'",
    explain:
      "The object of options has a property that is none of those known; left unread, it would be taken for what was asked for. Example: `fit(data, { maxEval: 100 })`. Mend: write the name that the message suggests.",
  },
  FIT5018: {
    severity: "error",
    message: "the point is {found}; the model has {count} free parameters: {names}",
    explain:
      "`residuals` and `jacobian` take an array with one number for each free parameter, in the order of the spec. Example: `residuals([3], data)` for a model of two. Mend: pass as many numbers as `info.free` has names.",
  },
  FIT5019: {
    severity: "error",
    message: "{found}; `predict` needs one of model '{model}' as it was compiled",
    explain:
      "A prediction needs the parameters and the covariance of a fit of the same model, compiled from the same text. Mend: pass what `fit` returned; fit again where the spec has changed since.",
  },
  FIT5020: {
    severity: "error",
    message: "the options are {found}; they are an object",
    explain: "The options of a call are properties of one object. Example: `fit(data, { level: 0.99 })`.",
  },
  FIT5021: {
    severity: "error",
    message: "the sum of squares at the start is too {size} for a number",
    help: "scale the data, by units that bring them nearer to 1",
    explain:
      "Every residual is finite, and not 0, but the sum of their squares is beyond what a number can hold, about 1e308, or below what it can resolve, about 1e-308: the fit would not see its own progress. Example: data near 1e-200, or `sigma 1e200`. Mend: express the data, or their deviations, in other units; or start nearer to the data.",
  },
  FIT5022: {
    severity: "error",
    message: "the data leave nothing to fit: {place}`{text}` is {value}{values}, whatever the parameters",
    help: "correct the data, or leave such rows out with `where`",
    explain:
      "A part of the model that no parameter occurs in is NaN or infinite, as a column with an infinite value is, or `log(t)` in a row where t is 0. No start value can mend that. Mend: correct the data, leave such rows out, `where t > 0`, or write a missing value as an empty cell and say `missing drop`.",
  },
  FIT9004: {
    severity: "warning",
    message: "'{name}' ended on its {end} bound, {bound}: {errors}",
    explain:
      "The best value inside the bounds lies on one of them: the data want the parameter outside. Its uncertainty is then not that of least squares, and those of the others suppose that the bound is right; under SciPy's rules no error takes account of it. Mend: see whether the bound is meant, or whether the model is wrong.",
  },
  FIT9005: {
    severity: "warning",
    message: "'{name}' = {value} has a standard error of {stderr}, larger than itself",
    explain:
      "The data hardly tell the parameter from 0. It may be superfluous, or the data too few or in the wrong place to determine it.",
  },
  FIT9007: {
    severity: "warning",
    message: "the data do not determine {names}",
    help: "fix one of them, or change the model; quantities that are determined have finite standard errors all the same",
    explain:
      "The Jacobian at the result has a smaller rank than the model has free parameters: some combination of the parameters named can change without any change of the residuals, so that they have infinite standard errors. Examples: a parameter whose every derivative is 0; `A * B`, where only the product matters; a peak that ended between two points. Mend: fix one of them, change the model, or start elsewhere if the fit ran off.",
  },
  FIT9009: {
    severity: "warning",
    message: "fewer residuals ({residuals}) than free parameters ({params}): the result is one of many",
    explain:
      "With fewer residuals than free parameters the minimum is not a point. The result is the one that the solver came to from this start, and the errors of what is not determined are infinite.",
  },
  FIT9010: {
    severity: "warning",
    message:
      "as many residuals as free parameters leave no degree of freedom: there is nothing to estimate errors from",
    explain:
      "The scatter of the data about the model, from which relative standard errors come, is unknown when the model can go through all of them. Mend: give more data, fix parameters, or declare known deviations (`sigma ... absolute`).",
  },
  FIT9011: {
    severity: "warning",
    message: "the fit stopped where the cost still falls: a full step promises to take {percent} % of it away",
    help: "start nearer to the data, tighten the tolerances, or scale the model",
    explain:
      "At a minimum the residuals are orthogonal to every column of the Jacobian (but for parameters on a bound), so that a Gauss-Newton step promises nothing. The solver's tolerances were met earlier: its steps were too short for the cost to notice, as they are in a narrow valley, with loose tolerances, or from a start many orders of magnitude away. Mend: start nearer to the data, or tighten the tolerances.",
  },
  FIT9012: {
    severity: "warning",
    message:
      "the residuals no longer depend on {names}: every derivative has become 0, so that the fit may have run off",
    help: "try another start, or bound the parameter",
    explain:
      "At the start the parameter mattered; at the result it does not, in any row. That happens when a step leads to where a term vanishes, as `exp(-b * x)` does for a large b: no minimum, but nothing shows the way back. Mend: start closer, or bound the parameter.",
  },
  FIT9013: {
    severity: "warning",
    message: "the derived quantity '{name}' is {value} at the result",
    help: "bound the parameters to where it has a value",
    explain:
      "A `derive` expression has no finite value at the fitted parameters, as `log(k)` has none where k ended below 0. The fit is not reported as a success then. Mend: bound the parameters, or write the expression so that it holds there.",
  },
  FIT9014: {
    severity: "warning",
    message: "the loss is flat, or falls, at {flat} of {count} residuals, which have no influence on the fit",
    help: "start closer to the data, or give the loss a larger scale",
    explain:
      "A residual pulls at the fit by the slope of its loss. Where the slope is 0 or negative for more than half of the residuals, the others alone decide, or nothing does: a start too far away, or a scale C far below the scatter, makes all data look like outliers. Example: `loss(0.1) z => 1 - exp(-z)` from a start whose residuals are about 1. Mend: start closer, give a larger C, or take a loss that keeps a slope, as `soft_l1`.",
  },
});
