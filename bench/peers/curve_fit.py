"""SciPy's curve_fit with an analytic Jacobian on a NIST problem. argv: the problem, binary files of
the observations and of the predictors (one after another), then the start. Each line of standard
input is a number of fits; the answer is the seconds of one."""
import json
import sys
import time
import warnings

import numpy as np
from scipy.optimize import curve_fit

from nist_models import model_of

function, jacobian = model_of(sys.argv[1])
y = np.fromfile(sys.argv[2])
x = np.fromfile(sys.argv[3])
if x.size > y.size:
    x = x.reshape(-1, y.size)
start = [float(value) for value in sys.argv[4:]]
# Ignore warnings about intermediate overflow.
warnings.simplefilter("ignore")
np.seterr(all="ignore")


def fit():
    return curve_fit(function, x, y, p0=start, jac=jacobian, ftol=1e-10, xtol=1e-10, gtol=0.0, maxfev=10000)


print("{}", flush=True)
for line in sys.stdin:
    fits = int(line)
    try:
        begin = time.perf_counter()
        for _ in range(fits):
            p, covariance = fit()
            stderr = np.sqrt(np.diag(covariance))
        seconds = (time.perf_counter() - begin) / fits
        cost = 0.5 * float(np.sum((function(x, *p) - y) ** 2))
        answer = {"seconds": seconds, "cost": cost, "x": list(p), "stderr": list(stderr)}
    except RuntimeError as error:
        answer = {"seconds": 0, "cost": None, "error": str(error)}
    print(json.dumps(answer), flush=True)
