import { defineMessages } from "../../diagnostics/index.js";

/** Problems found by the algebra of a model. */
export const algebraMessages = defineMessages({
  lossNotTwiceDifferentiable: {
    code: "FIT3026",
    severity: "error",
    message: "this loss cannot be differentiated twice: no derivative of '{name}' is known",
    help: "write the loss without it",
    explain:
      "A robust fit needs the first and the second derivative of the loss. The second derivatives of `trigamma`, of `voigt`, and of a power with the variable both below and above, as in `z^z`, are not known to the compiler.",
  },
  indistinguishableParameters: {
    code: "FIT9006",
    severity: "warning",
    message: "the model cannot tell parameters {names} apart",
    help: "the residuals depend on them only through fewer combinations, such as a product or a sum: fix one of them, or write the combination as one parameter",
    explain:
      "The derivatives of the residuals by these parameters depend on each other linearly, whatever the data: the parameters can change together without any residual changing. In 'fit y ~ A * B * exp(-k * t)' only the product of A and B matters: doubling A and halving B gives the same fit, so that neither can be determined, and their standard errors are infinite. Fix one of them ('param B = 1 fixed'), or write one parameter for the product. It is found from the rank of the exact Jacobian at random points.",
  },
});
