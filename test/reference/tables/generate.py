"""Tables of fits by mpmath with 40 digits, for tables.json.

For each case the minimum by Gauss-Newton steps (reweighted for a robust loss); then, with J the numerical Jacobian of
the scaled residuals over the parameters that are not on a bound and C = s^2 (J'J)^-1 (s = 1 if sigma is absolute; for a robust loss
the sandwich N/(N-n) H^-1 (sum psi^2 J J') H^-1): leverage = diag(J (J'J)^-1 J'), standardized = -r / (s sqrt(1 - h)),
stderr^2 = h'Ch, bands by the quantile of Student's t (the normal one if sigma is absolute). Nothing is shared with the runtime.
Needs mpmath and SciPy (for the quantiles, to 1e-15).
"""
import json, os, random
import mpmath as mp
from scipy.stats import norm, t as student

mp.mp.dps = 40
HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(13)
noise = lambda s: random.gauss(0, s)
E = mp.exp


def column(f, xs, digits=4):
    return [round(float(f(x)), digits) for x in xs]


def gradient(f, p):
    return [mp.diff(f, tuple(p), tuple(1 if i == j else 0 for i in range(len(p)))) for j in range(len(p))]


def minimum(residuals, rho, p):
    """The zero of J'psi by Gauss-Newton steps with the weights psi/r."""
    p = [mp.mpf(v) for v in p]
    n = len(p)
    for _ in range(200):
        J = mp.matrix([gradient(f, p) for f in residuals])
        r = [f(*p) for f in residuals]
        psi = mp.matrix([rho(v)[0] for v in r])
        weights = [rho(v)[0] / v if v != 0 else mp.mpf(1) for v in r]
        H = J.T * mp.diag(weights) * J
        step = mp.lu_solve(H, -(J.T * psi))
        p = [p[j] + step[j] for j in range(n)]
        if mp.norm(step) < mp.mpf(10) ** -25 * (1 + mp.norm(mp.matrix(p))):
            return p
    raise RuntimeError("no convergence")


def solve(case):
    data, level = case["data"], case.get("level", 0.95)
    count = len(next(iter(data.values())))
    used = [i for i in range(count) if case.get("status", ["used"] * count)[i] == "used"]
    rows = [{k: mp.mpf(repr(v[i])) for k, v in data.items()} for i in used]
    start, held = case["start"], case.get("held", {})
    free = [k for k in start if k not in held]
    pick = lambda f, q, row: f(**{k: v for k, v in {**dict(zip(free, q)), **{k: mp.mpf(v) for k, v in held.items()}, **row}.items()
                                  if k in f.__code__.co_varnames[: f.__code__.co_argcount]})
    statements = case["statements"]
    sigma = case.get("sigma", lambda: mp.mpf(1))
    scaled = []
    for row in rows:
        for s in statements:
            scaled.append(lambda *q, s=s, row=row: (pick(s["model"], q, row) - (pick(s["observed"], q, row) if "observed" in s else 0))
                          / pick(sigma, q, row))
    scale = case.get("soft_l1")
    def rho(v):
        """psi and psi'"""
        if scale is None:
            return v, mp.mpf(1)
        z = 1 + (v / scale) ** 2
        return v / mp.sqrt(z), z ** mp.mpf(-1.5)
    p = minimum(scaled, rho, [start[k] for k in free])
    n, N = len(free), len(scaled)
    r = [f(*p) for f in scaled]
    J = mp.matrix([gradient(f, p) for f in scaled])
    chi2, dof = mp.fsum(v * v for v in r), N - n
    absolute = case.get("absolute", False)
    unit = mp.mpf(1) if absolute else chi2 / dof
    inverse = (J.T * J) ** -1
    if scale is None:
        C = unit * inverse
    else:
        M, H = mp.matrix(n, n), mp.matrix(n, n)
        for i in range(N):
            psi, slope = rho(r[i])
            M += psi ** 2 * J[i, :].T * J[i, :]
            H += slope * J[i, :].T * J[i, :]
        C = mp.mpf(N) / dof * H ** -1 * M * H ** -1
    q = mp.mpf(repr(float(norm.ppf((1 + level) / 2) if absolute else student.ppf((1 + level) / 2, dof))))

    def band(s, at, known):
        f = lambda *x: pick(s["model"], x, at)
        mean, g = f(*p), mp.matrix(gradient(f, p))
        error = mp.sqrt((g.T * C * g)[0])
        variance = unit * pick(sigma, p, at) ** 2 if known else None
        whole = mp.sqrt(error ** 2 + variance) if known else None
        out = {"fitted": mean, "stderr": error, "lower": mean - q * error, "upper": mean + q * error}
        out["prediction_lower"] = mean - q * whole if known else None
        out["prediction_upper"] = mean + q * whole if known else None
        return out

    table = {}
    many = len(statements) > 1
    for k, s in enumerate(statements):
        name = (lambda c: f"{c}_{s['response']}") if many else (lambda c: c)
        for place, row in zip(used, rows):
            i = used.index(place) * len(statements) + k
            leverage = (J[i, :] * inverse * J[i, :].T)[0]
            mean = pick(s["model"], p, row)
            seen = pick(s["observed"], p, row) if "observed" in s else mp.mpf(0)
            cells = {"fitted": mean, "residual": seen - mean, "leverage": leverage,
                     "standardized": -r[i] / mp.sqrt(unit * (1 - leverage))}
            if s.get("expression"):
                cells["observed"] = seen
            if "observed" in s:
                cells.update(band(s, row, True))
            for c, v in cells.items():
                table.setdefault(name(c), [None] * count)[place] = None if v is None else float(v)
    curve = None
    if "at" in case:
        curve = {}
        for k, s in enumerate(statements):
            name = (lambda c: f"{c}_{s['response']}") if many else (lambda c: c)
            for x in case["at"]["values"]:
                for c, v in band(s, {case["at"]["name"]: mp.mpf(repr(x))}, case.get("known", True)).items():
                    curve.setdefault(name(c), []).append(None if v is None else float(v))
    return {
        "spec": case["spec"], "data": data, "level": level, "rows": table, "status": case.get("status", ["used"] * count),
        "at": None if curve is None else {case["at"]["name"]: case["at"]["values"]}, "curve": curve,
    }


t = [round(0.4 * i, 1) for i in range(12)]
decay = lambda A, k, c, t: A * E(-k * t) + c
line = lambda a, b, x: a + b * x
seen = lambda y: y
sy = [0.05, 0.1, 0.2, 0.05, 0.1, 0.3, 0.08, 0.1, 0.05, 0.2, 0.1, 0.06]
y = column(lambda x: 3 * E(-0.7 * x) + 0.4 + noise(0.1), t)
angles = [0.2, 0.9, 1.3, 2.2, 2.9, 3.4, 4.1, 4.4, 5.0, 5.9]
outliers = column(lambda x: 1 + 2 * x + noise(0.1), t)
outliers[3] += 4
outliers[8] -= 3

cases = {
    "plain": dict(
        spec="model M { input t, y  param A = 3  param k = 1  param c = 0  fit y ~ A * exp(-k * t) + c }",
        data={"t": t, "y": y}, start=dict(A=3, k=0.7, c=0.4),
        statements=[dict(response="y", model=decay, observed=seen)], at=dict(name="t", values=[-1.0, 0.0, 0.25, 5.0, 9.0])),
    "sigma absolute": dict(
        spec="model M { input t, y, sy  param A = 3  param k = 1  param c = 0  fit y ~ A * exp(-k * t) + c  sigma sy absolute }",
        data={"t": t, "y": y, "sy": sy}, start=dict(A=3, k=0.7, c=0.4), absolute=True, sigma=lambda sy: sy, level=0.9,
        statements=[dict(response="y", model=decay, observed=seen)], at=dict(name="t", values=[0.0, 2.0, 5.0]), known=False),
    "sigma relative": dict(
        spec="model M { input t, y  param A = 3  param k = 1  param c = 0  fit y ~ A * exp(-k * t) + c  sigma 0.1 + 0.2 * t relative }",
        data={"t": t, "y": y}, start=dict(A=3, k=0.7, c=0.4), sigma=lambda t: mp.mpf("0.1") + mp.mpf("0.2") * t,
        statements=[dict(response="y", model=decay, observed=seen)], at=dict(name="t", values=[0.0, 2.0, 5.0])),
    "weight": dict(
        spec="model M { input t, y, w  param a = 1  param b = 1  fit y ~ a + b * t  weight w }",
        data={"t": t, "y": outliers, "w": [1.0, 2.0, 4.0, 0.01, 1.0, 3.0, 0.5, 1.0, 0.02, 1.0, 2.0, 1.0]}, start=dict(a=1, b=2),
        sigma=lambda w: 1 / mp.sqrt(w), statements=[dict(response="y", model=lambda a, b, t: a + b * t, observed=seen)],
        at=dict(name="t", values=[1.0, 6.0]), known=False),
    "a bound that is active": dict(
        spec="model M { input t, y  param A = 3  param k = 1  param c = 0.5 in [0.45, 1]  fit y ~ A * exp(-k * t) + c }",
        data={"t": t, "y": column(lambda x: 3 * E(-0.7 * x) + 0.3 + noise(0.05), t)}, start=dict(A=3, k=0.7, c=0.45), held=dict(c="0.45"),
        statements=[dict(response="y", model=decay, observed=seen)], at=dict(name="t", values=[0.0, 3.0, 20.0])),
    "a product that is determined": dict(
        spec="model M { input x, y  param A = 1  param B = 2  param c = 0  fit y ~ A * B * x + c }",
        data={"x": t, "y": column(lambda x: 1 + 2 * x + noise(0.1), t)}, start=dict(b=2, a=1),
        statements=[dict(response="y", model=line, observed=seen)], at=dict(name="x", values=[0.0, 3.0, 20.0])),
    "a residual statement": dict(
        spec="model M { input x, y  param u = 0  param v = 0  param r = 1  residual sqrt((x - u)^2 + (y - v)^2) - r }",
        data={"x": column(lambda a: 1 + 2 * mp.cos(a) + noise(0.05), angles), "y": column(lambda a: -1 + 2 * mp.sin(a) + noise(0.05), angles)},
        start=dict(u=1, v=-1, r=2),
        statements=[dict(response="residual 1", model=lambda u, v, r, x, y: mp.sqrt((x - u) ** 2 + (y - v) ** 2) - r)]),
    "a robust loss": dict(
        spec="model M { input t, y  param a = 1  param b = 1  fit y ~ a + b * t  loss soft_l1(0.2) }",
        data={"t": t, "y": outliers}, start=dict(a=1, b=2), soft_l1=mp.mpf("0.2"),
        statements=[dict(response="y", model=lambda a, b, t: a + b * t, observed=seen)], at=dict(name="t", values=[0.0, 2.5, 6.0])),
    "two statements": dict(
        spec="model M { input t, y1, y2  param A = 3  param k = 1  fit y1 ~ A * exp(-k * t)  fit y2 ~ A * (1 - exp(-k * t)) }",
        data={"t": t, "y1": column(lambda x: 3 * E(-0.7 * x) + noise(0.05), t), "y2": column(lambda x: 3 - 3 * E(-0.7 * x) + noise(0.05), t)},
        start=dict(A=3, k=0.7),
        statements=[dict(response="y1", model=lambda A, k, t: A * E(-k * t), observed=lambda y1: y1),
                    dict(response="y2", model=lambda A, k, t: A * (1 - E(-k * t)), observed=lambda y2: y2)],
        at=dict(name="t", values=[0.0, 1.5, 8.0])),
    "two statements of one response": dict(
        spec="model M { input x, y  param a = 1  param b = 1  fit y ~ a * x  fit y ~ b + x }",
        data={"x": t, "y": column(lambda x: 1 + 1.5 * x + noise(0.2), t)}, start=dict(a=1, b=1),
        statements=[dict(response="y", model=lambda a, x: a * x, observed=seen),
                    dict(response="y (2)", model=lambda b, x: b + x, observed=seen)],
        at=dict(name="x", values=[0.5, 7.0])),
    "rows that are left out, an observed expression": dict(
        spec='model M { data "d.csv" { t, y  where t > 0.5  missing drop }  param a = 1  param k = 1  fit log(y) ~ a - k * t }',
        data={"t": t, "y": [v if i != 6 else None for i, v in enumerate(y)]},
        status=["where" if x <= 0.5 else "missing" if i == 6 else "used" for i, x in enumerate(t)],
        start=dict(a=1, k=1), statements=[dict(response="log(y)", model=lambda a, k, t: a - k * t, observed=lambda y: mp.log(y), expression=True)],
        at=dict(name="t", values=[0.0, 2.0])),
}

if __name__ == "__main__":
    results = {}
    for name, case in cases.items():
        full = dict(case)
        if "status" in full:  # A missing value is never evaluated.
            full["data"] = {k: [0.0 if v is None else v for v in vs] for k, vs in case["data"].items()}
        results[name] = {**solve(full), "data": case["data"]}
    with open(os.path.join(HERE, "tables.json"), "w") as file:
        json.dump(results, file, indent=1)
        file.write("\n")
