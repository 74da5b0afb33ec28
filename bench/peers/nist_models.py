"""The models of NIST's nonlinear regression problems for curve_fit: values, and derivatives with
one column per parameter."""
from numpy import arctan, column_stack, cos, exp, log, ones_like, pi, sin, sqrt


def bennett5(x, b1, b2, b3):
    return b1 * (b2 + x) ** (-1 / b3)


def bennett5_jac(x, b1, b2, b3):
    s = b2 + x
    v = s ** (-1 / b3)
    return column_stack((v, -b1 * v / (b3 * s), b1 * v * log(s) / b3**2))


def boxbod(x, b1, b2):
    return b1 * (1 - exp(-b2 * x))


def boxbod_jac(x, b1, b2):
    e = exp(-b2 * x)
    return column_stack((1 - e, b1 * x * e))


def chwirut(x, b1, b2, b3):
    return exp(-b1 * x) / (b2 + b3 * x)


def chwirut_jac(x, b1, b2, b3):
    q = b2 + b3 * x
    v = exp(-b1 * x) / q
    return column_stack((-x * v, -v / q, -x * v / q))


def danwood(x, b1, b2):
    return b1 * x**b2


def danwood_jac(x, b1, b2):
    v = x**b2
    return column_stack((v, b1 * v * log(x)))


def enso(x, b1, b2, b3, b4, b5, b6, b7, b8, b9):
    year, t, u = 2 * pi * x / 12, 2 * pi * x / b4, 2 * pi * x / b7
    return b1 + b2 * cos(year) + b3 * sin(year) + b5 * cos(t) + b6 * sin(t) + b8 * cos(u) + b9 * sin(u)


def enso_jac(x, b1, b2, b3, b4, b5, b6, b7, b8, b9):
    year, t, u = 2 * pi * x / 12, 2 * pi * x / b4, 2 * pi * x / b7
    ct, st, cu, su = cos(t), sin(t), cos(u), sin(u)
    by_t, by_u = (b5 * st - b6 * ct) * t / b4, (b8 * su - b9 * cu) * u / b7
    return column_stack((ones_like(x), cos(year), sin(year), by_t, ct, st, by_u, cu, su))


def eckerle4(x, b1, b2, b3):
    return b1 / b2 * exp(-0.5 * ((x - b3) / b2) ** 2)


def eckerle4_jac(x, b1, b2, b3):
    t = (x - b3) / b2
    e = exp(-0.5 * t * t) / b2
    v = b1 * e
    return column_stack((e, v * (t * t - 1) / b2, v * t / b2))


def gauss(x, b1, b2, b3, b4, b5, b6, b7, b8):
    t, u = (x - b4) / b5, (x - b7) / b8
    return b1 * exp(-b2 * x) + b3 * exp(-t * t) + b6 * exp(-u * u)


def gauss_jac(x, b1, b2, b3, b4, b5, b6, b7, b8):
    t, u = (x - b4) / b5, (x - b7) / b8
    e, g, h = exp(-b2 * x), exp(-t * t), exp(-u * u)
    by_b4, by_b7 = 2 * b3 / b5 * t * g, 2 * b6 / b8 * u * h
    return column_stack((e, -b1 * x * e, g, by_b4, t * by_b4, h, by_b7, u * by_b7))


def cubics(x, b1, b2, b3, b4, b5, b6, b7):
    return (b1 + x * (b2 + x * (b3 + x * b4))) / (1 + x * (b5 + x * (b6 + x * b7)))


def cubics_jac(x, b1, b2, b3, b4, b5, b6, b7):
    q = 1 / (1 + x * (b5 + x * (b6 + x * b7)))
    v = (b1 + x * (b2 + x * (b3 + x * b4))) * q
    q1 = x * q
    q2 = x * q1
    q3 = x * q2
    return column_stack((q, q1, q2, q3, -v * q1, -v * q2, -v * q3))


def kirby2(x, b1, b2, b3, b4, b5):
    return (b1 + x * (b2 + x * b3)) / (1 + x * (b4 + x * b5))


def kirby2_jac(x, b1, b2, b3, b4, b5):
    q = 1 / (1 + x * (b4 + x * b5))
    v = (b1 + x * (b2 + x * b3)) * q
    q1 = x * q
    q2 = x * q1
    return column_stack((q, q1, q2, -v * q1, -v * q2))


def lanczos(x, b1, b2, b3, b4, b5, b6):
    return b1 * exp(-b2 * x) + b3 * exp(-b4 * x) + b5 * exp(-b6 * x)


def lanczos_jac(x, b1, b2, b3, b4, b5, b6):
    e, f, g = exp(-b2 * x), exp(-b4 * x), exp(-b6 * x)
    return column_stack((e, -b1 * x * e, f, -b3 * x * f, g, -b5 * x * g))


def mgh09(x, b1, b2, b3, b4):
    return b1 * (x * x + x * b2) / (x * x + x * b3 + b4)


def mgh09_jac(x, b1, b2, b3, b4):
    square = x * x
    above, q = square + x * b2, 1 / (square + x * b3 + b4)
    v = b1 * above * q
    return column_stack((above * q, b1 * x * q, -v * x * q, -v * q))


def mgh10(x, b1, b2, b3):
    return b1 * exp(b2 / (x + b3))


def mgh10_jac(x, b1, b2, b3):
    s = x + b3
    e = exp(b2 / s)
    v = b1 * e / s
    return column_stack((e, v, -b2 * v / s))


def mgh17(x, b1, b2, b3, b4, b5):
    return b1 + b2 * exp(-x * b4) + b3 * exp(-x * b5)


def mgh17_jac(x, b1, b2, b3, b4, b5):
    e, f = exp(-x * b4), exp(-x * b5)
    return column_stack((ones_like(x), e, f, -b2 * x * e, -b3 * x * f))


def misra1b(x, b1, b2):
    return b1 * (1 - (1 + b2 * x / 2) ** -2)


def misra1b_jac(x, b1, b2):
    s = 1 + b2 * x / 2
    v = 1 / (s * s)
    return column_stack((1 - v, b1 * x * v / s))


def misra1c(x, b1, b2):
    return b1 * (1 - 1 / sqrt(1 + 2 * b2 * x))


def misra1c_jac(x, b1, b2):
    s = 1 + 2 * b2 * x
    v = 1 / sqrt(s)
    return column_stack((1 - v, b1 * x * v / s))


def misra1d(x, b1, b2):
    return b1 * b2 * x / (1 + b2 * x)


def misra1d_jac(x, b1, b2):
    s = 1 + b2 * x
    v = x / s
    return column_stack((b2 * v, b1 * v / s))


def nelson(x, b1, b2, b3):
    return b1 - b2 * x[0] * exp(-b3 * x[1])


def nelson_jac(x, b1, b2, b3):
    v = x[0] * exp(-b3 * x[1])
    return column_stack((ones_like(v), -v, b2 * x[1] * v))


def rat42(x, b1, b2, b3):
    return b1 / (1 + exp(b2 - b3 * x))


def rat42_jac(x, b1, b2, b3):
    e = exp(b2 - b3 * x)
    q = 1 / (1 + e)
    by_b2 = -b1 * e * q * q
    return column_stack((q, by_b2, -x * by_b2))


def rat43(x, b1, b2, b3, b4):
    return b1 / (1 + exp(b2 - b3 * x)) ** (1 / b4)


def rat43_jac(x, b1, b2, b3, b4):
    e = exp(b2 - b3 * x)
    s = 1 + e
    q = s ** (-1 / b4)
    by_b2 = -b1 * q * e / (s * b4)
    return column_stack((q, by_b2, -x * by_b2, b1 * q * log(s) / b4**2))


def roszman1(x, b1, b2, b3, b4):
    return b1 - b2 * x - arctan(b3 / (x - b4)) / pi


def roszman1_jac(x, b1, b2, b3, b4):
    s = x - b4
    q = 1 / (pi * (s * s + b3 * b3))
    return column_stack((ones_like(x), -x, -s * q, -b3 * q))


_shared = {"Chwirut1": "chwirut", "Chwirut2": "chwirut", "Gauss1": "gauss", "Gauss2": "gauss", "Gauss3": "gauss"}
_shared |= {"Hahn1": "cubics", "Thurber": "cubics", "Misra1a": "boxbod"}
_shared |= {"Lanczos1": "lanczos", "Lanczos2": "lanczos", "Lanczos3": "lanczos"}


def model_of(problem):
    """The value and the derivatives of a problem's model."""
    name = _shared.get(problem, problem.lower())
    return globals()[name], globals()[f"{name}_jac"]
