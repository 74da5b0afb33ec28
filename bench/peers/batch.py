"""SciPy's curve_fit with an analytic Jacobian on peaks, with standard errors. The arguments are
those of batch.c. Each line of standard input is the number of fits to do."""
import json
import sys
import time

import numpy as np
from scipy.optimize import curve_fit

points = int(sys.argv[1])
x = np.fromfile(sys.argv[2]).reshape(-1, points)
y = np.fromfile(sys.argv[3]).reshape(-1, points)
starts = np.fromfile(sys.argv[4]).reshape(4, -1).T


def peak(x, height, center, width, base):
    t = (x - center) / width
    return height * np.exp(-t * t) + base


def derivatives(x, height, center, width, base):
    t = (x - center) / width
    e = np.exp(-t * t)
    by_center = 2 * height / width * t * e
    return np.column_stack((e, by_center, t * by_center, np.ones_like(x)))


print("{}", flush=True)
for line in sys.stdin:
    fits = int(line)
    params, stderrs = np.empty((fits, 4)), np.empty((fits, 4))
    begin = time.perf_counter()
    for k in range(fits):
        params[k], covariance = curve_fit(
            peak, x[k], y[k], p0=starts[k], jac=derivatives, ftol=1e-10, xtol=1e-10, gtol=0.0, maxfev=1000
        )
        stderrs[k] = np.sqrt(np.diag(covariance))
    seconds = time.perf_counter() - begin
    costs = np.array([0.5 * np.sum((peak(x[k], *params[k]) - y[k]) ** 2) for k in range(fits)])
    np.concatenate((costs, stderrs.ravel())).tofile(sys.argv[5])
    print(json.dumps({"seconds": seconds}), flush=True)
