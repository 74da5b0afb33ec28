/**
 * The normalised Voigt profile, the convolution of a Gaussian of standard deviation sigma with a
 * Lorentzian of half-width gamma (DLMF 7.19):
 *
 *   V(x, sigma, gamma) = Re w(z) / (sigma sqrt(2 pi)), z = (x + i gamma) / (sigma sqrt 2)
 *
 * and its partial derivatives, dV/dx = Re w' / (2 sqrt(pi) sigma^2), dV/dgamma = -Im w' / (2
 * sqrt(pi) sigma^2) and, since V solves the heat equation dV/dsigma = sigma d2V/dx2, dV/dsigma = Re
 * w'' / (2 sqrt(2 pi) sigma^2).
 *
 * With sigma = 0 the profile is the Lorentzian, with gamma = 0 the Gaussian. Negative gamma and
 * sigma give the analytic continuation of the formula, as in SciPy's `voigt_profile`, so that V is
 * smooth across gamma = 0.
 */
import { faddeevaFirstIm, faddeevaFirstRe, faddeevaRe, faddeevaSecondRe } from "./faddeeva.js";

/**
 * Beyond this |z| the profile is Lorentzian to the last digit: the next term is smaller by a factor
 * 1 / |z|^2.
 */
const LORENTZIAN_FROM = 1e9;

/** The Voigt profile. */
export function voigt(x: number, sigma: number, gamma: number): number {
  if (isLorentzian(x, sigma, gamma)) {
    const norm = Math.hypot(x, gamma);
    return norm === 0 ? Infinity : gamma / norm / norm / Math.PI;
  }
  const scale = sigma * Math.SQRT2;
  return faddeevaRe(x / scale, gamma / scale) / (scale * Math.sqrt(Math.PI));
}

/** The derivative of `voigt` with respect to x. */
export function voigtDx(x: number, sigma: number, gamma: number): number {
  if (isLorentzian(x, sigma, gamma)) {
    const norm = Math.hypot(x, gamma);
    return ((-2 / Math.PI) * (x / norm) * (gamma / norm)) / norm / norm;
  }
  const scale = sigma * Math.SQRT2;
  return faddeevaFirstRe(x / scale, gamma / scale) / (Math.sqrt(Math.PI) * scale * scale);
}

/** The derivative of `voigt` with respect to gamma. */
export function voigtDgamma(x: number, sigma: number, gamma: number): number {
  if (isLorentzian(x, sigma, gamma)) {
    const norm = Math.hypot(x, gamma);
    return (((x - gamma) / norm) * ((x + gamma) / norm)) / norm / norm / Math.PI;
  }
  const scale = sigma * Math.SQRT2;
  return -faddeevaFirstIm(x / scale, gamma / scale) / (Math.sqrt(Math.PI) * scale * scale);
}

/**
 * The derivative of `voigt` with respect to sigma; 0 at sigma = 0, because V is even in sigma
 * there.
 */
export function voigtDsigma(x: number, sigma: number, gamma: number): number {
  if (isLorentzian(x, sigma, gamma)) {
    const norm = Math.hypot(x, gamma);
    // sigma / pi times Re 2 i / (x + i gamma)^3.
    const c = x / norm;
    const s = gamma / norm;
    return sigma === 0 ? 0 : ((2 / Math.PI) * s * (3 * c * c - s * s) * (sigma / norm)) / norm / norm;
  }
  const scale = sigma * Math.SQRT2;
  return faddeevaSecondRe(x / scale, gamma / scale) / (Math.sqrt(2 * Math.PI) * sigma * scale * Math.SQRT2);
}

function isLorentzian(x: number, sigma: number, gamma: number): boolean {
  return Math.max(Math.abs(x), Math.abs(gamma)) >= LORENTZIAN_FROM * Math.abs(sigma);
}
