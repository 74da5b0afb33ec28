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
  doc: "The Voigt profile voigt(x, sigma, gamma), normalised to area 1: a Gaussian of deviation sigma convolved with a Lorentzian of half width gamma.",
  expand: (pool, args) => pool.call("voigt", args),
};

export const voigtDx = called("voigtDx", 3, evaluateDx, { kind: "none" });
export const voigtDsigma = called("voigtDsigma", 3, evaluateDsigma, { kind: "none" });
export const voigtDgamma = called("voigtDgamma", 3, evaluateDgamma, { kind: "none" });
