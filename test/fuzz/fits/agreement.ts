import { isDeepStrictEqual } from "node:util";
import { transform } from "esbuild";
import { fitParallel } from "fitc/runtime";
import type { Random } from "../../../math/random.js";
import type { FitOptions, FitResult, Fitter } from "../../../runtime/index.js";
import { emitted } from "../../helpers/compile.js";
import { importModels, loadModel } from "../../helpers/load-models.js";
import { pick } from "../choose.js";
import { failUnless } from "../fail-unless.js";
import { failUnlessAlike, said } from "./alike.js";
import { lengthOf } from "./first-order.js";
import { problemOf, sizeOf } from "./judged-fit.js";
import { attempt, attemptLater, derived, isResult, type MadeUp, oneOfMany, type Refusal } from "./made-up.js";
import { specOf } from "./random-fit.js";

const mostEvaluations = 100;

/** The rounding of a model, relative to its values, that both kernels may differ by. */
const rounding = 1e-10;

/**
 * The TypeScript and the WebAssembly kernel give the same residuals and derivatives: the same cost
 * and gradient at the start.
 */
export function kernelsAgreeAtStart({ fit, fitter, options }: MadeUp): void {
  const [a, b] = byBothKernels(fitter, fit.data, { ...options, maxEvals: 1 });
  if (a === null || b === null) return;
  // After one evaluation the result is the start, moved inside its bounds, or the point after it.
  if (!isDeepStrictEqual(a.x, b.x)) return;
  const r = lengthOf(fitter.residuals(a.x, fit.data)) + problemOf(fitter, fit).observed;
  if (!Number.isFinite(r * r)) return;
  const j = fitter.jacobian(a.x, fit.data);
  const n = a.x.length;
  failUnless(Math.abs(a.cost - b.cost) <= rounding * (a.cost + r * r), () => `costs at ${a.x}: ${a.cost}, ${b.cost}`);
  for (let k = 0; k < n; k++) {
    const column = lengthOf(j.filter((_, i) => i % n === k));
    const [g, h] = [a.gradient[k] as number, b.gradient[k] as number];
    // A column much smaller than the rounding of the model is all rounding.
    const least = r / Math.abs(a.x[k] as number);
    const agree = !(Math.abs(g - h) > rounding * Math.max(column, least) * r) || !Number.isFinite(column * r);
    failUnless(agree, () => `gradients at ${a.x}, parameter ${k}: ${g}, ${h}`);
  }
}

/** Both kernels lead from a start near the minimum to the same minimum. */
export function kernelsAgree({ fit, fitter, options }: MadeUp): void {
  const [a, b] = byBothKernels(fitter, fit.data, options);
  if (a !== null && b !== null) failUnlessAlike(sizeOf(fitter, fit), a, b);
}

function byBothKernels(fitter: Fitter, data: MadeUp["fit"]["data"], options: FitOptions) {
  const [a, b] = (["typescript", "wasm"] as const).map((kernel) =>
    attempt(() => fitter.fit(data, { ...options, kernel })),
  ) as [FitResult | Refusal, FitResult | Refusal];
  const [first, second] = [isResult(a) ? null : a.refused, isResult(b) ? null : b.refused];
  // A sum of squares that is too small for doubles at the result depends on where exactly that is.
  const isVanished = [first, second].includes("FIT5021");
  failUnless(first === second || isVanished, () => `one kernel refuses: ${first}, ${second}`);
  return [isResult(a) ? a : null, isResult(b) ? b : null] as const;
}

/** `fit`, `fitAsync`, `fitParallel` and `fitMany` give the same bits. */
export async function callersAgree({ fit, fitter, options }: MadeUp, random: Random): Promise<void> {
  const { data } = fit;
  const kernel = pick(random, ["typescript", "wasm"] as const);
  // fitAsync waits for the event loop after each step.
  const all = { maxEvals: mostEvaluations, ...options, kernel };
  const expected = attempt(() => fitter.fit(data, all));
  // Fits of a batch search only if asked.
  const alone = attempt(() => fitter.fit(data, { ...all, search: false }));
  const others = {
    fitAsync: await attemptLater(() => fitter.fitAsync(data, all)),
    fitParallel: await attemptLater(() => fitParallel(fitter, data, { ...all, threads: 2 })),
  };
  for (const [name, found] of Object.entries(others)) {
    failUnless(isDeepStrictEqual(found, expected), () => `${name}: ${inBrief(found)}; fit: ${inBrief(expected)}`);
  }
  const before = random.below(3);
  const many = await attemptLater(() => oneOfMany(fitter, fit, all, before));
  if ("refused" in many) return;
  const n = many.free.length;
  for (let i = 0; i <= before; i++) {
    if (!isResult(alone)) {
      failUnless((many.status[i] ?? 0) < 0, () => `fitMany fits what fit refuses: ${inBrief(alone)}`);
      continue;
    }
    const found = {
      status: many.status[i],
      x: Array.from(many.params.subarray(i * n, (i + 1) * n)),
      stderr: Array.from(many.stderr.subarray(i * n, (i + 1) * n)),
      cost: many.cost[i],
      nfev: many.nfev[i],
    };
    const wanted = {
      status: alone.status,
      x: [...alone.x],
      stderr: many.free.map((name) => alone.params[name]?.stderr ?? Number.NaN),
      cost: alone.cost,
      nfev: alone.nfev,
    };
    failUnless(
      isDeepStrictEqual(found, wanted),
      () => `fitMany, ${kernel}: ${JSON.stringify(found)}; fit: ${JSON.stringify(wanted)}`,
    );
  }
}

function inBrief(result: FitResult | Refusal): string {
  if (!isResult(result)) return result.refused;
  const { warnings, status, params } = result;
  return JSON.stringify({ ended: said(result), status, params, warnings: warnings.map(({ code }) => code) });
}

/**
 * A spec with all settings in its text gives the bits of the same settings as options; and so does
 * the module in TypeScript, without its types.
 */
export async function modulesAgree({ fit, fitter, options }: MadeUp, random: Random): Promise<void> {
  const spec = specOf(fit.family, fit.noise, fit, derived(Object.keys(fit.family.params)));
  const expected = bare(attempt(() => fitter.fit(fit.data, options)));
  const { start: _, bounds: __, solver: ___, loss: ____, ...others } = options;
  const written = await loadModel(spec);
  const found = bare(attempt(() => written.fit(fit.data, others)));
  failUnless(
    isDeepStrictEqual(found, expected),
    () => `settings in the spec: ${inBrief(found)}; as options: ${inBrief(expected)}`,
  );
  if (random.uniform() > 0.1) return;
  const { code } = await transform(await emitted(spec, ".ts"), { loader: "ts", format: "esm" });
  const here = code.replaceAll('"fitc/runtime"', JSON.stringify(import.meta.resolve("fitc/runtime")));
  const [typed] = (await importModels(here)).values();
  const same = bare(attempt(() => (typed as Fitter).fit(fit.data, others)));
  failUnless(isDeepStrictEqual(same, found), () => `in TypeScript: ${inBrief(same)}; as run: ${inBrief(found)}`);
}

/** A result without what says which spec it is of. */
function bare(result: FitResult | Refusal): FitResult | Refusal {
  if (!isResult(result)) return result;
  const { fromStart } = result;
  return { ...result, specSha256: "", fromStart: fromStart === null ? null : { ...fromStart, specSha256: "" } };
}
