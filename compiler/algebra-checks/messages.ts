import { defineMessages } from "../../diagnostics/index.js";

/** Problems found by the algebra of a model. */
export const algebraMessages = defineMessages({
  lossNotTwiceDifferentiable: {
    code: "FIT3026",
    severity: "error",
    message: "this loss cannot be differentiated twice: the derivative of '{name}' is not available",
    help: "write the loss without it",
    explain:
      "A robust fit needs the first and the second derivative of the loss. The compiler does not have the second derivatives of `trigamma` and of `voigt`.",
  },
  indistinguishableParameters: {
    code: "FIT9006",
    severity: "warning",
    message: "the model cannot tell parameters {names} apart",
    help: "fix one of them, or write one parameter for the combination that matters, such as a product or a sum",
    explain:
      "The derivatives of the residuals with respect to these parameters are linearly dependent, whatever the data: the parameters can change together without changing any residual. In 'fit y ~ A * B * exp(-k * t)' only the product of A and B matters: doubling A and halving B gives the same fit, so neither can be determined and their standard errors are infinite. Fix one of them ('param B = 1 fixed'), or write one parameter for the product. The check uses the rank of the exact Jacobian at random points.",
  },
});
