import { didYouMean } from "../../diagnostics/index.js";
import type { ColumnData } from "../contract/fit-problem.js";
import { FitError } from "../messages/fit-error.js";
import { runtimeMessages } from "../messages/index.js";
import { show } from "../messages/show.js";
import { standardError } from "../statistics/uncertainty.js";
import type { FittedModel } from "./fitted-model.js";

/**
 * A free parameter, or a derived quantity that depends on some, as a function of the free
 * parameters.
 */
export interface Quantity {
  readonly name: string;
  /** Its position among the free parameters of the fit; -1 for a derived quantity. */
  readonly param: number;
  readonly derived: boolean;
  /**
   * The value at all parameters `p`. Writes the derivatives by the free parameters into `slopes`.
   *
   * @param columns other data instead of those of the fit, with the same number of rows
   */
  evaluate(p: Float64Array, slopes: Float64Array, columns?: ColumnData): number;
}

/** Every free parameter, then every derived quantity that depends on some free parameter. */
export function quantitiesOf(model: FittedModel): readonly Quantity[] {
  const { problem, params, indices } = model;
  const free = indices.map((_, j) => paramQuantity(model, j));
  const slopes = new Float64Array(indices.length);
  const derived = problem.derived
    .map((_, q) => derivedQuantity(model, q))
    .filter((quantity) => Number.isFinite(quantity.evaluate(params, slopes)) && slopes.some((slope) => slope !== 0));
  return [...free, ...derived];
}

/**
 * The quantity of that name.
 *
 * @throws FitError invalidProfileQuantity for a name that is neither a parameter nor a derived
 *   quantity, or whose value does not depend on a free parameter
 */
export function quantityNamed(model: FittedModel, name: unknown): Quantity {
  const all = quantitiesOf(model);
  const found = all.find((quantity) => quantity.name === name);
  if (found !== undefined) return found;
  const { params, derived } = model.problem;
  const exists = [...params, ...derived].some((info) => info.name === name);
  const reason = exists
    ? "it does not depend on a free parameter"
    : "the model has no parameter or derived quantity of that name";
  const shown = typeof name === "string" ? `'${name}'` : show(name);
  const names = all.map((quantity) => quantity.name);
  const help =
    (typeof name === "string" && !exists ? didYouMean(name, names) : null) ?? `use one of: ${names.join(", ")}`;
  throw new FitError({ ...runtimeMessages.invalidProfileQuantity({ name: shown, reason }), help });
}

/** Whether the data leave the quantity open at the result: its standard error is infinite. */
export function isUndetermined({ result, params, indices }: FittedModel, quantity: Quantity): boolean {
  const slopes = new Float64Array(indices.length);
  quantity.evaluate(params, slopes);
  return standardError(result.uncertainty, slopes) === Number.POSITIVE_INFINITY;
}

function paramQuantity({ problem, indices }: FittedModel, j: number): Quantity {
  const index = indices[j] as number;
  return {
    name: problem.params[index]?.name ?? "",
    param: j,
    derived: false,
    evaluate(p, slopes) {
      slopes.fill(0);
      slopes[j] = 1;
      return p[index] as number;
    },
  };
}

function derivedQuantity({ problem, data, active }: FittedModel, q: number): Quantity {
  const width = problem.free.length;
  const values = new Float64Array(problem.derived.length);
  const jacobian = new Float64Array(problem.derived.length * width);
  return {
    name: problem.derived[q]?.name ?? "",
    param: -1,
    derived: true,
    evaluate(p, slopes, columns = data.columns) {
      problem.derive(p, columns, data.rows, values, jacobian);
      for (const [j, column] of active.entries()) slopes[j] = jacobian[q * width + column] as number;
      return values[q] as number;
    },
  };
}
