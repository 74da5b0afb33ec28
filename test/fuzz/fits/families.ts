import { type Axis, between, type Draw, decades, either, grid, type Scales, size } from "./draw.js";

/** A kind of model that people fit, with what its parameters and data look like. */
export interface Family {
  readonly name: string;
  /** The parameters, and how their true values are drawn. */
  readonly params: Readonly<Record<string, Draw>>;
  /** Where it is observed. */
  readonly axis: Axis;
  /** The predicted value of y at x; of a `curve`, the residual of the point (x, y). */
  readonly model: string;
  /** For a model that relates x and y implicitly: the point at this angle. */
  readonly curve?: (truth: Readonly<Record<string, number>>, angle: number) => readonly [number, number];
}

/** Units of a parameter, as powers of the scales of x and y. */
const y: Scales = { y: 1 };
const x: Scales = { x: 1 };
const perX: Scales = { x: -1 };

const turned = (
  { u = 0, v = 0, a = 1, b = 1, t = 0 }: Readonly<Record<string, number>>,
  angle: number,
): readonly [number, number] => {
  const [along, across] = [a * Math.cos(angle), b * Math.sin(angle)];
  return [u + along * Math.cos(t) - across * Math.sin(t), v + along * Math.sin(t) + across * Math.cos(t)];
};

const family = (
  name: string,
  model: string,
  axis: Axis,
  params: Family["params"],
  curve?: Family["curve"],
): Family => ({ name, model, axis, params, ...(curve === undefined ? {} : { curve }) });

const A = either(0.3, 3, y);
const c = between(-1, 1, y);

export const families: readonly Family[] = [
  family("decay", "A*exp(-k*x)", grid(0, 1), { A, k: size(0.5, 10, perX) }),
  family("decay with offset", "A*exp(-k*x) + c", grid(0, 1), { A, k: size(0.5, 10, perX), c }),
  family("two decays", "A*exp(-k*x) + B*exp(-l*x)", grid(0, 1), {
    A,
    k: size(6, 30, perX),
    B: A,
    l: size(0.3, 3, perX),
  }),
  family("two decays with offset", "A*exp(-k*x) + B*exp(-l*x) + c", grid(0, 1), {
    A,
    k: size(8, 40, perX),
    B: A,
    l: size(1, 4, perX),
    c,
  }),
  family("three decays", "A*exp(-k*x) + B*exp(-l*x) + C*exp(-m*x)", grid(0, 1), {
    A: size(0.3, 3, y),
    k: size(20, 60, perX),
    B: size(0.3, 3, y),
    l: size(4, 10, perX),
    C: size(0.3, 3, y),
    m: size(0.3, 1.5, perX),
  }),
  family("growth", "A*exp(k*x)", grid(0, 1), { A: size(0.1, 1, y), k: size(0.5, 8, perX) }),
  family("logistic", "K/(1 + exp(-r*(x - m)))", grid(0, 1), {
    K: A,
    r: size(4, 40, perX),
    m: between(0.2, 0.8, x),
  }),
  family("gompertz", "K*exp(-b*exp(-r*x))", grid(0, 1), {
    K: A,
    b: size(1, 20),
    r: size(2, 15, perX),
  }),
  family("hill", "V*x^h/(K^h + x^h)", decades(0.01, 10), { V: A, K: size(0.1, 2, x), h: size(0.5, 5) }),
  family("dose and response", "lo + (hi - lo)/(1 + (x/e)^h)", decades(0.001, 100), {
    lo: between(-0.5, 0.5, y),
    hi: either(1, 3, y),
    e: size(0.03, 3, x),
    h: size(0.5, 3),
  }),
  family("michaelis-menten", "V*x/(K + x)", grid(0.02, 1), { V: size(0.3, 3, y), K: size(0.05, 2, x) }),
  family("langmuir", "q*K*x/(1 + K*x)", grid(0, 1), { q: size(0.3, 3, y), K: size(0.5, 20, perX) }),
  family("power law", "a*x^b", { ...grid(0.1, 10), natural: true }, { a: size(0.1, 10), b: either(0.3, 3) }),
  family(
    "power law with offset",
    "a*x^b + c",
    { ...grid(0.1, 10), natural: true },
    {
      a: either(0.1, 10),
      b: either(0.3, 3),
      c: between(-10, 10),
    },
  ),
  family("reciprocal", "1/(a + b*x)", { ...grid(0, 10), natural: true }, { a: size(0.1, 10), b: size(0.1, 10) }),
  family("rational", "(a + b*x + c*x^2)/(1 + d*x + e*x^2)", grid(0, 1), {
    a: either(0.3, 3, y),
    b: either(0.3, 5, { y: 1, x: -1 }),
    c: either(0.3, 5, { y: 1, x: -2 }),
    d: size(0.3, 5, perX),
    e: size(0.3, 5, { x: -2 }),
  }),
  family("gaussian", "A*exp(-((x - m)/w)^2/2)", grid(0, 1), {
    A,
    m: between(0.2, 0.8, x),
    w: size(0.03, 0.3, x),
  }),
  family("gaussian on a slope", "A*exp(-((x - m)/w)^2/2) + c + d*x", grid(0, 1), {
    A,
    m: between(0.2, 0.8, x),
    w: size(0.03, 0.2, x),
    c,
    d: between(-1, 1, { y: 1, x: -1 }),
  }),
  family("lorentzian", "A*w^2/((x - m)^2 + w^2) + c", grid(0, 1), {
    A,
    m: between(0.2, 0.8, x),
    w: size(0.02, 0.2, x),
    c,
  }),
  family("two gaussians", "A*exp(-((x - m)/w)^2/2) + B*exp(-((x - n)/v)^2/2)", grid(0, 1), {
    A: size(0.3, 3, y),
    m: between(0.15, 0.4, x),
    w: size(0.03, 0.15, x),
    B: size(0.3, 3, y),
    n: between(0.6, 0.85, x),
    v: size(0.03, 0.15, x),
  }),
  family("voigt", "A*voigt(x - m, s, g)", grid(0, 1), {
    A: either(0.3, 3, { y: 1, x: 1 }),
    m: between(0.3, 0.7, x),
    s: size(0.02, 0.15, x),
    g: size(0.02, 0.15, x),
  }),
  family("sine", "A*sin(w*x + p) + c", grid(0, 1), { A, w: size(4, 40, perX), p: between(-3, 3), c }),
  family("damped sine", "A*exp(-k*x)*cos(w*x + p)", grid(0, 1), {
    A,
    k: size(0.5, 5, perX),
    w: size(6, 40, perX),
    p: between(-3, 3),
  }),
  family("stretched decay", "A*exp(-(x/t)^b)", grid(0, 1), { A, t: size(0.1, 1, x), b: size(0.4, 2) }),
  family("weibull", "A*k/l*(x/l)^(k - 1)*exp(-(x/l)^k)", grid(0.01, 1), {
    A: size(0.3, 3, { y: 1, x: 1 }),
    l: size(0.2, 0.8, x),
    k: size(0.8, 5),
  }),
  family(
    "arrhenius",
    "A*exp(-E/(8.314*x))",
    { ...grid(280, 420), natural: true },
    {
      A: size(1e5, 1e12),
      E: size(2e4, 9e4),
    },
  ),
  family("morse", "D*(1 - exp(-a*(x - r)))^2", grid(0.4, 3), {
    D: size(0.3, 3, y),
    a: size(0.8, 3, perX),
    r: size(0.6, 1.2, x),
  }),
  family("boltzmann", "lo + (hi - lo)/(1 + exp((x - m)/s))", grid(-1, 1), {
    lo: between(-0.5, 0.5, y),
    hi: either(1, 3, y),
    m: either(0.05, 0.5, x),
    s: size(0.03, 0.3, x),
  }),
  family("log-normal", "A/x*exp(-(log(x/m)/s)^2/2)", grid(0.02, 1), {
    A: size(0.3, 3, { y: 1, x: 1 }),
    m: size(0.1, 0.6, x),
    s: size(0.2, 1),
  }),
  family("hyperbola", "hypot(a, b*(x - c))", grid(0, 1), {
    a: size(0.1, 2, y),
    b: either(0.5, 5, { y: 1, x: -1 }),
    c: between(0.1, 0.9, x),
  }),
  family(
    "circle",
    "hypot(x - u, y - v)/r - 1",
    { from: 0, to: 2 * Math.PI },
    { u: either(0.1, 5, x), v: either(0.1, 5, x), r: size(0.5, 2, x) },
    ({ u, v, r = 1 }, angle) => turned({ u, v, a: r, b: r } as Record<string, number>, angle),
  ),
  family(
    "ellipse",
    "sqrt((((x - u)*cos(t) + (y - v)*sin(t))/a)^2 + (((y - v)*cos(t) - (x - u)*sin(t))/b)^2) - 1",
    { from: 0, to: 2 * Math.PI },
    { u: either(0.1, 2, x), v: either(0.1, 2, x), a: size(1, 3, x), b: size(0.3, 0.9, x), t: between(-1.5, 1.5) },
    turned,
  ),
  family(
    "cubic in years",
    "a + b*x + c*x^2 + d*x^3",
    { ...grid(1985, 2025), natural: true },
    {
      a: either(1e4, 1e6),
      b: either(10, 1000),
      c: either(0.01, 1),
      d: either(1e-5, 1e-3),
    },
  ),
  family("planck", "A*x^3/expm1(b*x)", grid(0.02, 1), { A: size(10, 1000, { y: 1, x: -3 }), b: size(3, 15, perX) }),
  family(
    "antoine",
    "A - B/(C + x)",
    { ...grid(270, 400), natural: true },
    {
      A: between(6, 10),
      B: size(1000, 3000),
      C: between(-80, -20),
    },
  ),
  family(
    "van genuchten",
    "q + (s - q)/(1 + (a*x)^n)^(1 - 1/n)",
    { ...decades(0.1, 1e4), natural: true },
    {
      q: size(0.02, 0.15),
      s: size(0.3, 0.6),
      a: size(0.005, 0.2),
      n: size(1.2, 4),
    },
  ),
  family("two lines", "if x < b then a + s*x else a + s*b + t*(x - b)", grid(0, 1), {
    a: between(-1, 1, y),
    s: either(0.3, 3, { y: 1, x: -1 }),
    b: between(0.3, 0.7, x),
    t: either(0.3, 3, { y: 1, x: -1 }),
  }),
  family(
    "exponential of a quadratic",
    "exp(a + b*x + c*x^2)",
    { ...grid(0, 3), natural: true },
    {
      a: between(-2, 2),
      b: between(-2, 2),
      c: between(-1, 0.5),
    },
  ),
  family("bessel", "A*besselj0(k*x)", grid(0, 1), { A, k: size(3, 25, perX) }),
  family("error function", "A*erf((x - m)/s) + c", grid(0, 1), {
    A,
    m: between(0.2, 0.8, x),
    s: size(0.05, 0.4, x),
    c,
  }),
];
