import * as functions from "../../../math/special-functions.js";
import { importModule } from "../../contract/wasm-kernel.js";

type Scalar = (...args: number[]) => number;

const ours: Readonly<Record<string, Scalar>> = functions;

/**
 * The import object of a module that calls these functions: the same functions that TypeScript
 * kernels call.
 * @throws Error if there is no function of a name
 */
export function importsOf(names: readonly string[]): object {
  return { [importModule]: Object.fromEntries(names.map((name) => [name, functionNamed(name)])) };
}

function functionNamed(name: string): Scalar {
  const found: Scalar | undefined = Object.hasOwn(ours, name) ? ours[name] : Reflect.get(Math, name);
  if (found === undefined) throw new Error(`fitc bug: a kernel imports '${name}'`);
  return found;
}
