"""SciPy's leastsq with a vectorised analytic Jacobian, and the covariance that it gives. argv: model, binary files of x and y,
then the start. Each line of standard input is a fit."""
import json
import sys
import time

import numpy as np
from scipy.optimize import leastsq

x = np.fromfile(sys.argv[2])
y = np.fromfile(sys.argv[3])
start = [float(value) for value in sys.argv[4:]]
# One row a parameter (col_deriv), which spares leastsq a transposition; made once, which spares the system its pages.
J = np.empty((len(start), x.size))


def decay(p):
    return p[0] * np.exp(-p[1] * x) + p[2] - y


def decay_jacobian(p):
    e = np.exp(-p[1] * x, out=J[0])
    np.multiply(x, e, out=J[1])
    J[1] *= -p[0]
    J[2] = 1
    return J


def cosine(p):
    return p[0] * np.exp(-p[1] * x) * np.cos(p[2] * x + p[3]) + p[4] - y


def cosine_jacobian(p):
    e = np.exp(-p[1] * x)
    phase = p[2] * x + p[3]
    np.multiply(e, np.cos(phase), out=J[0])
    np.multiply(x, J[0], out=J[1])
    J[1] *= -p[0]
    np.multiply(e, np.sin(phase, out=phase), out=J[3])
    J[3] *= -p[0]
    np.multiply(x, J[3], out=J[2])
    J[4] = 1
    return J


def gauss(p):
    t = (x - p[3]) / p[4]
    u = (x - p[6]) / p[7]
    return p[0] * np.exp(-p[1] * x) + p[2] * np.exp(-t * t) + p[5] * np.exp(-u * u) - y


def gauss_jacobian(p):
    np.exp(-p[1] * x, out=J[0])
    np.multiply(x, J[0], out=J[1])
    J[1] *= -p[0]
    for j in (2, 5):
        t = (x - p[j + 1]) / p[j + 2]
        np.exp(-t * t, out=J[j])
        np.multiply(t, J[j], out=J[j + 1])
        J[j + 1] *= 2 * p[j] / p[j + 2]
        np.multiply(t, J[j + 1], out=J[j + 2])
    return J


residuals, jacobian = {"decay": (decay, decay_jacobian), "cosine": (cosine, cosine_jacobian), "gauss": (gauss, gauss_jacobian)}[sys.argv[1]]

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
