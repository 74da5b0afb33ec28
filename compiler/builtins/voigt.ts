import {
  voigt as evaluate,
  voigtDgamma as evaluateDgamma,
  voigtDsigma as evaluateDsigma,
  voigtDx as evaluateDx,
} from "../../math/index.js";
import { type CalledBuiltin, called } from "./define.js";

const partials = ["voigtDx", "voigtDsigma", "voigtDgamma"] as const;

export const voigt: CalledBuiltin = {
  ...called("voigt", 3, evaluate, {
    kind: "smooth",
    partials: (pool, args) => partials.map((name) => pool.call(name, args)),
  }),
  minArgs: 3,
  maxArgs: 3,
  units: "density",
  doc: {
    what: "The Voigt profile, normalised to area 1: a Gaussian with the standard deviation sigma convolved with a Lorentzian with the half width gamma at half maximum, Re[w((x + i gamma) / (sigma sqrt(2)))] / (sigma sqrt(2 pi)), where w is the Faddeeva function.",
    args: "x, sigma, gamma",
    domain: "any numbers; a peak if sigma >= 0 and gamma >= 0, not both 0",
    derivative: "exact in x, sigma and gamma, from the same Faddeeva function",
    example: "A * voigt(x - x0, sigma, gamma)",
  },
  expand: (pool, args) => pool.call("voigt", args),
};

export const voigtDx = called("voigtDx", 3, evaluateDx, { kind: "none" });
export const voigtDsigma = called("voigtDsigma", 3, evaluateDsigma, { kind: "none" });
export const voigtDgamma = called("voigtDgamma", 3, evaluateDgamma, { kind: "none" });
