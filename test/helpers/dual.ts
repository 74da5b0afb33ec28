/**
 * A value and its derivatives with respect to all parameters: forward differentiation that shares
 * no code with the compiler.
 */
export interface Dual {
  readonly value: number;
  readonly slopes: readonly number[];
}

/** The values of the names in a formula at one row. */
export type Scope = ReadonlyMap<string, Dual>;
export type Formula = (scope: Scope) => Dual;

function chain(value: number, a: Dual, slope: number): Dual {
  return { value, slopes: a.slopes.map((s) => (s === 0 ? 0 : slope * s)) };
}

function combine(value: number, a: Dual, da: number, b: Dual, db: number): Dual {
  return {
    value,
    slopes: a.slopes.map((s, j) => {
      const t = b.slopes[j] ?? 0;
      return (s === 0 ? 0 : da * s) + (t === 0 ? 0 : db * t);
    }),
  };
}

const functions: Readonly<Record<string, (a: Dual) => Dual>> = {
  exp: (a) => chain(Math.exp(a.value), a, Math.exp(a.value)),
  log: (a) => chain(Math.log(a.value), a, 1 / a.value),
  sqrt: (a) => chain(Math.sqrt(a.value), a, 0.5 / Math.sqrt(a.value)),
  sin: (a) => chain(Math.sin(a.value), a, Math.cos(a.value)),
  cos: (a) => chain(Math.cos(a.value), a, -Math.sin(a.value)),
  atan: (a) => chain(Math.atan(a.value), a, 1 / (1 + a.value * a.value)),
  abs: (a) => chain(Math.abs(a.value), a, Math.sign(a.value)),
};

function power(a: Dual, b: Dual): Dual {
  const value = a.value ** b.value;
  return combine(value, a, b.value * a.value ** (b.value - 1), b, value * Math.log(a.value));
}

/**
 * Compiles a formula of the reference tables: `+ - * / ^`, comparisons, `if(condition, a, b)`, and
 * the functions above. `^` is right-associative and binds tighter than a minus sign before it.
 */
export function formula(text: string): Formula {
  const tokens = text.match(/\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\w+|<=|>=|[-+*/^(),<>]/g) ?? [];
  let next = 0;
  const accept = (...wanted: string[]): string | null => {
    const token = tokens[next];
    if (token === undefined || !wanted.includes(token)) return null;
    next++;
    return token;
  };
  const expect = (wanted: string): void => {
    if (accept(wanted) === null) throw new Error(`expected ${wanted} at token ${next} of ${text}`);
  };
  const comparison = (): Formula => {
    const a = sum();
    const op = accept("<", "<=", ">", ">=");
    if (op === null) return a;
    const b = sum();
    return (scope) => {
      const x = a(scope).value;
      const y = b(scope).value;
      return constant(Number(op === "<" ? x < y : op === "<=" ? x <= y : op === ">" ? x > y : x >= y), scope);
    };
  };
  const sum = (): Formula => {
    let a = product();
    for (let op = accept("+", "-"); op !== null; op = accept("+", "-")) {
      const [left, right, sign] = [a, product(), op === "+" ? 1 : -1];
      a = (scope) => {
        const [x, y] = [left(scope), right(scope)];
        return combine(x.value + sign * y.value, x, 1, y, sign);
      };
    }
    return a;
  };
  const product = (): Formula => {
    let a = unary();
    for (let op = accept("*", "/"); op !== null; op = accept("*", "/")) {
      const [left, right, divide] = [a, unary(), op === "/"];
      a = (scope) => {
        const [x, y] = [left(scope), right(scope)];
        return divide
          ? combine(x.value / y.value, x, 1 / y.value, y, -x.value / (y.value * y.value))
          : combine(x.value * y.value, x, y.value, y, x.value);
      };
    }
    return a;
  };
  const unary = (): Formula => {
    if (accept("-") === null) return raised();
    const a = unary();
    return (scope) => chain(-a(scope).value, a(scope), -1);
  };
  const raised = (): Formula => {
    const a = atom();
    if (accept("^") === null) return a;
    const b = unary();
    return (scope) => power(a(scope), b(scope));
  };
  const atom = (): Formula => {
    if (accept("(") !== null) {
      const inner = comparison();
      expect(")");
      return inner;
    }
    const token = tokens[next++] ?? "";
    if (/^[\d.]/.test(token)) return (scope) => constant(Number(token), scope);
    if (accept("(") === null) {
      if (token === "pi") return (scope) => constant(Math.PI, scope);
      return (scope) => scope.get(token) ?? unknown(token, text);
    }
    const args = [comparison()];
    while (accept(",") !== null) args.push(comparison());
    expect(")");
    const [first, second, third] = args as [Formula, Formula, Formula];
    if (token === "if") return (scope) => (first(scope).value === 1 ? second(scope) : third(scope));
    const f = functions[token] ?? unknown(token, text);
    return (scope) => f(first(scope));
  };
  const whole = comparison();
  if (next !== tokens.length) throw new Error(`unexpected ${tokens[next]} in ${text}`);
  return whole;
}

function constant(value: number, scope: Scope): Dual {
  const [any] = scope.values();
  return { value, slopes: (any?.slopes ?? []).map(() => 0) };
}

function unknown(name: string, text: string): never {
  throw new Error(`unknown name ${name} in ${text}`);
}
