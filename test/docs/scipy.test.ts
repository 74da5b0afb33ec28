// docs/scipy.md lists every argument and output of the functions, and everything that it refers to
// exists.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { linearization } from "fitc/runtime";
import { describe, expect, it } from "vitest";
import { loadModel } from "../helpers/load-models.js";

const text = readFileSync(fileURLToPath(new URL("../../docs/scipy.md", import.meta.url)), "utf8");

/** The names in the first column of the table under a heading. */
function rowsUnder(heading: string): readonly string[] {
  const section = text.split(/^(?=#)/m).find((part) => part.startsWith(`### ${heading}\n`));
  if (section === undefined) throw new Error(`there is no '${heading}'`);
  const cells = [...section.matchAll(/^\| (.*?) \|/gm)].map(([, cell]) => cell ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => (name ?? "").replace("()", "")));
}

// The signatures that `inspect.signature` gives for SciPy 1.17.1.
const scipy: Readonly<Record<string, string>> = {
  "`leastsq`": "func x0 args Dfun full_output col_deriv ftol xtol gtol maxfev epsfcn factor diag",
  "`least_squares`":
    "fun x0 jac bounds method ftol xtol gtol x_scale loss f_scale diff_step tr_solver tr_options jac_sparsity max_nfev verbose args kwargs callback workers",
  "`curve_fit`": "f xdata ydata p0 sigma absolute_sigma check_finite bounds method jac full_output nan_policy **kwargs",
  // The outputs with `full_output`, including the keys of infodict.
  "`leastsq` and `curve_fit` with `full_output`": "x popt cov_x pcov nfev fvec fjac ipvt qtf mesg ier",
  "`OptimizeResult` of `least_squares`": "x cost fun jac grad optimality active_mask nfev njev status message success",
  // lmfit 1.3: the arguments of minimize and Model.fit, and the fields of Parameter that a fit
  // reads.
  lmfit:
    "fcn params method args kws iter_cb scale_covar nan_policy reduce_fcn calc_covar max_nfev **fit_kws data weights verbose fit_kws coerce_farray **kwargs expr brute_step",
  "`MinimizerResult` and `ModelResult` of lmfit":
    "params status var_names covar init_vals init_values aborted nfev success errorbars message ier lmdif_message nvarys ndata nfree residual chisqr redchi aic bic uvars method flatchain rsquared best_fit best_values init_fit dely ci_out",
};

describe.each(Object.entries(scipy))("%s", (heading, names) => {
  it("has a row for each", () => {
    const found = rowsUnder(heading);
    expect(names.split(" ").filter((name) => !found.includes(name))).toEqual([]);
  });
});

it("refers to what there is", async () => {
  const Line = await loadModel("model Line { input x, y\n param a = 1\n param b = 1\n fit y ~ a + b * x }");
  const data = { x: [1, 2, 3, 4], y: [1, 2, 3.5, 4] };
  const result = Line.fit(data);
  const known: Readonly<Record<string, object>> = {
    result,
    linearization: linearization(Line, result, data),
    M: Line,
  };
  for (const [, owner, name] of text.matchAll(/`(result|linearization|M)\.(\w+)/g)) {
    expect(Object.keys(known[owner ?? ""] ?? {}), `${owner}.${name}`).toContain(name);
  }
  // An undefined option counts as not given, but an option that does not exist is refused.
  for (const [, name] of text.matchAll(/`options\.(\w+)/g)) {
    expect(() => Line.fit(data, { [name ?? ""]: undefined })).not.toThrow();
  }
  expect(() => Line.fit(data, { jac: undefined } as never)).toThrow("FIT5017");
});
