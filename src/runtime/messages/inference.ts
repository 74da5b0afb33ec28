import type { MessageEntry } from "../../diagnostics/index.js";

/** What profiles, contours, bootstraps and fits from several starts refuse or warn of. */
export const inferenceMessages = {
  FIT5037: {
    severity: "error",
    message: "there is no scale to measure the rise of the cost by: {reason}",
    explain:
      "A profile or a contour is where the cost has risen by a multiple of the variance of a residual. It comes from the residuals, unless `sigma ... absolute` gives it, and there is none where the model goes through all data, or where no degree of freedom is left. Mend: give more data, fix parameters, or declare known deviations.",
  },
  FIT5038: {
    severity: "error",
    message: "{name} cannot be held: {reason}",
    explain:
      'A profile or a contour holds free parameters, or derived quantities that depend on one, at other values and fits the rest. A parameter that is fixed has no other values. Example: `profile(result, data, "k")` where the spec says `param k = 1 fixed`. Mend: name one that the fit was free to change.',
  },
  FIT5039: {
    severity: "error",
    message: "a contour of {a} and {b} encloses nothing: {reason}",
    explain:
      'The joint region of a pair is drawn in the plane of two quantities that vary independently. One quantity given twice, or one that is a function of the other, has a curve for its region. Example: `contour(result, data, "k", "tau")` where the model says `derive tau = 1 / k`. Mend: name two that differ, or ask for a profile.',
  },
  FIT9022: {
    severity: "warning",
    message: "a better minimum was met on the way: its cost is {cost}, that of the result {found}; it is near {params}",
    help: "fit again from there",
    explain:
      "A refit with a quantity held at another value has come to a lower cost than the result itself, which can then be a local minimum only: its values and its intervals are not those of least squares. Mend: fit again with the start values that the message tells, or with `starts`.",
  },
  FIT9023: {
    severity: "warning",
    message:
      "the linear interval of '{name}', [{linear}], is not that of its profile, [{profile}]: the model is not linear enough",
    help: "report the profile interval",
    explain:
      "The usual interval, value plus or minus a multiple of the standard error, takes the model for linear over its length. The profile likelihood does not, and one of its half-widths differs by more than 20 %: the linear interval covers the truth more rarely than it says, or lies on the wrong side. Mend: report the profile interval; a transformed parameter, as a logarithm, may be nearer to linear.",
  },
} as const satisfies Record<string, MessageEntry>;
