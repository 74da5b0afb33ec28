"""Profile-likelihood intervals by brute force, for profiles.json.

Each end: the profiled sum of squares S(c) is the minimum of the others by SciPy's least_squares (complex-step Jacobian, tolerances of
1e-15) with the quantity at c; it is scanned outwards from the minimum in steps of a twentieth of the linear half-width, each
refit begun where the last one ended and where it began, and S(c) = S_min + s^2 t^2 is bisected by brentq. A derived quantity
is held by solving it for one of the parameters. Nothing is shared with the runtime. Needs NumPy, SciPy 1.17.
"""
import csv, json, math, os
import numpy as np
from scipy.optimize import brentq, least_squares
from scipy.stats import norm, t as student

HERE = os.path.dirname(os.path.abspath(__file__))
NIST = os.path.join(HERE, "..", "nist")

def nist(name):
    info = json.load(open(os.path.join(NIST, name + ".json")))
    rows = list(csv.DictReader(open(os.path.join(NIST, name + ".csv"))))
    data = {k: np.array([float(r[k]) for r in rows]) for k in rows[0]}
    names = info["parameters"]
    env = {"exp": np.exp, "cos": np.cos, "sin": np.sin, "atan": np.arctan, "pi": math.pi, "sqrt": np.sqrt, "log": np.log}
    code = compile(info["model"].replace("^", "**"), name, "eval")
    code_y = compile(info["response_expression"].replace("^", "**"), name, "eval")
    y = eval(code_y, env, data)
    def residual(p):
        return eval(code, env, {**data, **dict(zip(names, p))}) - y
    return names, residual, [float(v) for v in info["refined_30_digits"]["parameters"]]

def fit(residual, start, bounds=None):
    n = len(start)
    if n == 0:
        return np.array([]), float(np.sum(residual([]) ** 2))
    lo, hi = bounds if bounds else (np.full(n, -np.inf), np.full(n, np.inf))
    x0 = np.clip(start, lo, hi)
    best = None
    for x_scale in ("jac", np.maximum(np.abs(x0), 1e-12)):
        r = least_squares(residual, x0, jac="cs", bounds=(lo, hi), xtol=1e-15, ftol=1e-15, gtol=1e-15, x_scale=x_scale, max_nfev=2000)
        if best is None or r.cost < best.cost:
            best = r
    return best.x, 2 * best.cost

def ends(residual, start, j, names, variance, quantile, halfwidth, bounds=None):
    n = len(start)
    others = [i for i in range(n) if i != j]
    lo = np.full(n, -np.inf) if bounds is None else np.array(bounds[0], float)
    hi = np.full(n, np.inf) if bounds is None else np.array(bounds[1], float)
    x, smin = fit(residual, np.array(start, float), (lo, hi))
    def at(c, o):
        def r(q):
            full = np.empty(n, dtype=np.result_type(np.asarray(q), float))
            full[others] = q
            full[j] = c
            return residual(full)
        return fit(r, o, (lo[others], hi[others]))
    found = []
    for sign in (-1, 1):
        bound = (lo if sign < 0 else hi)[j]
        target = smin + variance * quantile**2
        o = x[others]
        c0 = x[j]
        for step in range(1, 4001):
            c = x[j] + sign * step * halfwidth / 20
            c = max(c, bound) if sign < 0 else min(c, bound)
            o1, s = at(c, o)
            if s >= target:
                root = brentq(lambda v: at(v, o1)[1] - target, *sorted((c0, c)), xtol=1e-14, rtol=1e-12)
                found.append([root, "level"])
                break
            if c == bound:
                found.append([c, "bound"])
                break
            c0, o = c, o1
        else:
            found.append([sign * math.inf, "open"])
    return x, found

out = {}
LEVEL = 0.95

def add(key, spec, names, residual, start, rows, which, absolute=False, bounds=None):
    n = len(start)
    lo, hi = (None, None) if bounds is None else bounds
    x, s = fit(residual, np.array(start, float), None if bounds is None else (np.array(lo, float), np.array(hi, float)))
    J = np.array([[np.imag(residual([xi + (1e-20j if i == j else 0) for i, xi in enumerate(x)]))] for j in range(n)])[:, 0, :].T / 1e-20
    free = [j for j in range(n) if bounds is None or (x[j] > lo[j] + 1e-7 and x[j] < hi[j] - 1e-7)]
    dof = rows - len(free)
    variance = 1.0 if absolute else s / dof
    q = norm.ppf(0.5 + LEVEL / 2) if absolute else student.ppf(0.5 + LEVEL / 2, dof)
    intervals = {}
    for name in which:
        j = names.index(name)
        C = np.linalg.pinv(J[:, sorted(set(free + [j]))].T @ J[:, sorted(set(free + [j]))])
        k = sorted(set(free + [j])).index(j)
        half = q * math.sqrt(variance * C[k, k])
        _, found = ends(residual, x, j, names, variance, q, half, bounds)
        intervals[name] = {"lower": found[0][0], "lower_at": found[0][1], "upper": found[1][0], "upper_at": found[1][1]}
        print(key, name, x[j], found)
    out[key] = {**spec, "level": LEVEL, "intervals": intervals}

for name in ["MGH09", "BoxBOD", "Misra1a", "DanWood", "Rat43", "MGH17", "Eckerle4", "Chwirut2"]:
    names, residual, best = nist(name)
    rows = len(residual(best))
    add(name, {"nist": name}, names, residual, best, rows, names)

# A decay whose constant ends on its upper bound, and whose rate has a bound inside its interval.
t = np.arange(12) * 0.5
y = np.round(2.5 * np.exp(-0.7 * t) + 0.3 + 0.1 * np.sin(37 * np.arange(12) ** 2 + np.arange(12)), 3)
decay = lambda p: p[0] * np.exp(-p[1] * t) + p[2] - y
add("bounded decay", {"columns": {"t": t.tolist(), "y": y.tolist()}}, ["A", "k", "c"], decay, [2, 0.5, 0.1], 12, ["A", "k", "c"],
    bounds=([-np.inf, 0, 0], [np.inf, 0.72, 0.25]))

# Known deviations.
add("absolute decay", {"columns": {"t": t.tolist(), "y": y.tolist()}}, ["A", "k", "c"], lambda p: decay(p) / 0.15, [2.5, 0.8, 0.4], 12,
    ["A", "k", "c"], absolute=True)

# 1 / k in place of k: the profile of a derived quantity.
add("lifetime", {"columns": {"t": t.tolist(), "y": y.tolist()}}, ["A", "tau", "c"],
    lambda p: p[0] * np.exp(-t / p[1]) + p[2] - y, [2.5, 1.3, 0.4], 12, ["tau"])

# The prediction at t = 1, A exp(-k) + c = m: c = m - A exp(-k).
add("prediction", {"columns": {"t": t.tolist(), "y": y.tolist()}}, ["A", "k", "m"],
    lambda p: p[0] * (np.exp(-p[1] * t) - np.exp(-p[1])) + p[2] - y, [2.5, 0.8, 1.5], 12, ["m"])

# Nearly a straight line: the saturation is bounded below only. With K = V / slope, V -> inf is the line.
x = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
v = np.array([0.083, 0.133, 0.214, 0.267, 0.342, 0.383])
add("open saturation", {"columns": {"x": x.tolist(), "v": v.tolist()}}, ["V", "K"], lambda p: p[0] * x / (p[1] + x) - v, [2.5, 3.3], 6, ["V", "K"])

def plain(value):
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, float) and math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return float(value) if isinstance(value, np.floating) else value

json.dump(plain(out), open(os.path.join(HERE, "profiles.json"), "w"), indent=1)
