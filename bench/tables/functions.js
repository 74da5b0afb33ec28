// The vector functions of the WebAssembly backend, as they occur in a kernel's loop.
import { contest, ratio, timed } from "../lib/contest.js";
import { loadInternals } from "../lib/internals.js";
import { summary } from "../lib/statistics.js";
import { generator } from "../models/data.js";

export const title =
  "ns per value of the vector functions and of Math, and the largest error in units of the last place";

const count = 4096;
const passes = 100;
/** Seconds after which the engine has optimised the loops. */
const warmUp = 0.1;

/**
 * Ordinary arguments: the range of the first argument, then that of the second. `others` is for
 * functions that are not listed.
 */
const ranges = {
  acos: [-1, 1],
  asin: [-1, 1],
  atan: [-10, 10],
  atan2: [-10, 10, -10, 10],
  cos: [-10, 10],
  erf: [-3, 3],
  exp: [-20, 5],
  expm1: [-2, 2],
  log: [0, 100],
  log1p: [-0.9, 10],
  pow: [0.1, 10, -5, 5],
  sin: [-10, 10],
  tan: [-10, 10],
  tanh: [-3, 3],
  others: [0.1, 10, 0.1, 10],
};

export async function run({ report, folder, quick }) {
  const internals = await loadInternals(folder);
  const samples = quick ? 500 : count;
  for (const name of Object.keys(internals.mathFunctions)) {
    const [low, high, from, to] = ranges[name] ?? ranges.others;
    const { uniform } = generator(3);
    const x = Float64Array.from({ length: count }, () => low + (high - low) * uniform());
    const y = from === undefined ? x : Float64Array.from({ length: count }, () => from + (to - from) * uniform());
    const vector = vectorLoop(internals, name, x, y);
    const contestants = [{ name: "fitc", run: perValue(vector.run), warmUp }];
    if (name in Math) contestants.push({ name: "Math", run: perValue(engineLoop(name, x, y)), warmUp });
    const results = await contest(contestants, quick ? 7 : 25, report);

    vector.run();
    const reference = internals.references[name];
    let [worst, place] = [0, 0];
    for (let i = 0; i < samples; i++) {
      const error = internals.ulps(vector.out[i], reference(x[i], y[i]));
      if (!(error <= worst)) [worst, place] = [error, i];
    }
    const ns = [...results].map(([peer, { seconds }]) => [peer, summary(seconds.map((each) => each * 1e9)), "ns"]);
    const faster = results.has("Math") ? [["Math / fitc", ratio(results, "Math", "fitc"), "x"]] : [];
    report.line(name, [...ns, ...faster, ["largest error", worst, "ulp"]]);
    if (!(worst <= 1.5)) report.note(`${name}: ${worst} ulp at ${x[place]}, ${y[place]}`);
  }
}

const perValue = (loop) => () => {
  const { seconds } = timed(() => {
    for (let k = 0; k < passes; k++) loop();
  });
  return { seconds: seconds / (passes * count) };
};

/** A loop over all values with the function in place, as in a kernel's loop. */
function vectorLoop({ ModuleBuilder, f64x2, i32, InPlace }, name, x, y) {
  const [xAt, yAt, outAt] = [0, 8 * count, 16 * count].map((at) => 65_536 + at);
  const module = new ModuleBuilder(1024);
  module.memory({ minimum: 1 + Math.ceil((24 * count) / 65_536), exported: "memory" });
  const loop = module.define(["i32"], "i32", (body, bytes) => {
    const calls = new InPlace(body, module);
    const at = body.variable(i32.const(0));
    body.loop((again) => {
      const [a, b] = [body.let(f64x2.load(at.value, xAt)), body.let(f64x2.load(at.value, yAt))];
      body.do(f64x2.store(at.value, calls.math(name, a, b), outAt));
      at.set(i32.add(at.value, i32.const(16)));
      body.branch(again, i32.ltU(at.value, bytes));
    });
    return calls.isPartial ? calls.failed : i32.const(0);
  });
  module.export("loop", loop);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.bytes()));
  const { buffer } = exports.memory;
  new Float64Array(buffer, xAt, count).set(x);
  new Float64Array(buffer, yAt, count).set(y);
  return {
    out: new Float64Array(buffer, outAt, count),
    run() {
      if (exports.loop(8 * count) !== 0) throw new Error(`${name}: some argument is not ordinary`);
    },
  };
}

/**
 * The same loop with the engine's function. It is created anew for each function, so that the
 * engine knows which one it calls.
 */
function engineLoop(name, x, y) {
  const out = new Float64Array(count);
  const call = Math[name].length === 2 ? `Math.${name}(x[i], y[i])` : `Math.${name}(x[i])`;
  const loop = new Function("x", "y", "out", `for (let i = 0; i < x.length; i++) out[i] = ${call};`);
  return () => loop(x, y, out);
}
