"""The peer of bench/run.js: SciPy's leastsq with a vectorised analytic Jacobian on the same data.

Reads x and y as raw doubles, answers each line of standard input with one fit: seconds, cost, evaluations."""
import json
import sys
import time

import numpy as np
import scipy
from scipy.optimize import leastsq

x = np.fromfile(sys.argv[1])
y = np.fromfile(sys.argv[2])


def residuals(p):
    return p[0] * np.exp(-p[1] * x) + p[2] - y


def jacobian(p):
    e = np.exp(-p[1] * x)
    # One row a parameter (col_deriv), which spares leastsq a transposition.
    return np.stack((e, -p[0] * x * e, np.ones_like(x)))


print(json.dumps({"scipy": scipy.__version__, "numpy": np.__version__}), flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    p, _, info, _, status = leastsq(
        residuals, [1.0, 1.0, 1.0], Dfun=jacobian, col_deriv=True, ftol=1e-10, xtol=1e-10, gtol=0.0, full_output=True
    )
    seconds = time.perf_counter() - start
    cost = 0.5 * float(info["fvec"] @ info["fvec"])
    print(json.dumps({"seconds": seconds, "cost": cost, "nfev": int(info["nfev"]), "x": list(p)}), flush=True)
