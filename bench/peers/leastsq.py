"""SciPy's leastsq with a vectorised analytic Jacobian, and its covariance. argv: model, binary
files of x and y, then the start. Each line of standard input is a fit."""
import json
import sys
import time

import numpy as np
from scipy.optimize import leastsq

x = np.fromfile(sys.argv[2])
y = np.fromfile(sys.argv[3])
start = [float(value) for value in sys.argv[4:]]


# Jacobians have one row per parameter (col_deriv), which saves leastsq a transposition.
def decay(p):
    return p[0] * np.exp(-p[1] * x) + p[2] - y


def decay_jacobian(p):
    e = np.exp(-p[1] * x)
    return np.stack((e, -p[0] * x * e, np.ones_like(x)))


def cosine(p):
    return p[0] * np.exp(-p[1] * x) * np.cos(p[2] * x + p[3]) + p[4] - y


def cosine_jacobian(p):
    e = np.exp(-p[1] * x)
    phase = p[2] * x + p[3]
    c = e * np.cos(phase)
    s = -p[0] * e * np.sin(phase)
    return np.stack((c, -p[0] * x * c, x * s, s, np.ones_like(x)))


def gauss(p):
    t = (x - p[3]) / p[4]
    u = (x - p[6]) / p[7]
    return p[0] * np.exp(-p[1] * x) + p[2] * np.exp(-t * t) + p[5] * np.exp(-u * u) - y


def gauss_jacobian(p):
    t = (x - p[3]) / p[4]
    u = (x - p[6]) / p[7]
    e, g, h = np.exp(-p[1] * x), np.exp(-t * t), np.exp(-u * u)
    by_b4, by_b7 = 2 * p[2] / p[4] * t * g, 2 * p[5] / p[7] * u * h
    return np.stack((e, -p[0] * x * e, g, by_b4, t * by_b4, h, by_b7, u * by_b7))


models = {"decay": (decay, decay_jacobian), "cosine": (cosine, cosine_jacobian), "gauss": (gauss, gauss_jacobian)}
residuals, jacobian = models[sys.argv[1]]

print("{}", flush=True)
for line in sys.stdin:
    begin = time.perf_counter()
    p, cov, info, _, _ = leastsq(
        residuals, start, Dfun=jacobian, col_deriv=True, ftol=1e-10, xtol=1e-10, gtol=0.0, maxfev=1000, full_output=True
    )
    rss = float(info["fvec"] @ info["fvec"])
    stderr = np.sqrt(np.diag(cov) * rss / (x.size - p.size))
    seconds = time.perf_counter() - begin
    print(
        json.dumps({"seconds": seconds, "cost": rss / 2, "nfev": int(info["nfev"]), "x": list(p), "stderr": list(stderr)}),
        flush=True,
    )
