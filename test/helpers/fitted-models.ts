import { fileURLToPath } from "node:url";
import type { ReportedFit } from "../../report/index.js";
import { loadData, readMatrix } from "../../runtime/data/index.js";
import { exampleSpecs } from "./example-specs.js";
import { loadModel, loadModels } from "./load-models.js";

/** The fits of the models of an example with the data of its files. */
export async function fittedExample(path: string): Promise<readonly ReportedFit[]> {
  const models = await loadModels(exampleSpecs.get(path) ?? "");
  const beside = (file: string) => fileURLToPath(new URL(file, new URL(`../../examples/${path}`, import.meta.url)));
  return [...models.values()].map((fitter) => {
    const { source } = fitter.info;
    const { covariance } = fitter.problem;
    const data = source === null ? new Map() : loadData(fitter.info, beside(source.path)).columns;
    const options = covariance === null ? {} : { covariance: readMatrix(beside(covariance.path)) };
    return { fitter, data, result: fitter.fit(data, options), options };
  });
}

/** The fit of the only model of a spec. */
export async function fittedSpec(
  spec: string,
  data: Readonly<Record<string, ArrayLike<number>>>,
): Promise<ReportedFit> {
  const fitter = await loadModel(spec);
  const columns = new Map(Object.entries(data));
  return { fitter, data: columns, result: fitter.fit(columns), options: {} };
}
