import {
  besselj0,
  besselj1,
  besselj1Derivative,
  cosAsin,
  digamma,
  erf,
  erfc,
  erfDerivative,
  gamma,
  lgamma,
  logistic,
  overSquareOrZero,
  powDx,
  powDy,
  productOrZero,
  quotientOrZero,
  ratioOrZero,
  sinc,
  sincDerivative,
  sinhAcosh,
  softplus,
  tetragamma,
  trigamma,
  voigt,
  voigtDgamma,
  voigtDsigma,
  voigtDx,
} from "../../../math/index.js";

type Scalar = (...args: number[]) => number;

/** What a kernel may import: the functions that TypeScript kernels call. Where one has vector code, no kernel imports it. */
const functions: ReadonlyMap<string, Scalar> = new Map<string, Scalar>(
  Object.entries({
    min: Math.min,
    max: Math.max,
    hypot: Math.hypot,
    log2: Math.log2,
    log10: Math.log10,
    cbrt: Math.cbrt,
    sinh: Math.sinh,
    cosh: Math.cosh,
    tanh: Math.tanh,
    asinh: Math.asinh,
    acosh: Math.acosh,
    atanh: Math.atanh,
    besselj0,
    besselj1,
    besselj1Derivative,
    cosAsin,
    digamma,
    erf,
    erfc,
    erfDerivative,
    gamma,
    lgamma,
    logistic,
    overSquareOrZero,
    powDx,
    powDy,
    productOrZero,
    quotientOrZero,
    ratioOrZero,
    sinc,
    sincDerivative,
    sinhAcosh,
    softplus,
    tetragamma,
    trigamma,
    voigt,
    voigtDgamma,
    voigtDsigma,
    voigtDx,
  }),
);

/**
 * The imports of a module that calls functions by these names.
 * @throws Error for a name that there is not
 */
export function importsOf(names: readonly string[]): object {
  const entries = names.map((name) => {
    const found = functions.get(name);
    if (found === undefined) throw new Error(`fitc bug: a kernel imports '${name}'`);
    return [name, found] as const;
  });
  return { math: Object.fromEntries(entries) };
}
