import { mostPoints } from "../../report/tables/points.js";
import { UsageError } from "../usage-error.js";
import { type Decimal, decimalRange, readDecimal, toDouble } from "./decimal-range.js";

/**
 * Reads the values of `--at`: `x=0:10:0.1` are start, stop and step, the stop included; others
 * are `x=1,2,5` and `x=3`. A quoted name may contain an equals sign; numbers cannot.
 * @throws UsageError for values that cannot be read, for a name given twice, for too many points
 */
export function readPoints(settings: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const points = new Map<string, readonly number[]>();
  let product = 1;
  for (const setting of settings) {
    const at = setting.lastIndexOf("=");
    const name = setting.slice(0, Math.max(0, at)).trim().normalize("NFC");
    const text = setting.slice(at + 1).trim();
    if (name === "" || text === "") {
      throw new UsageError(
        `--at must be followed by name=values, not '${setting}'`,
        "for example --at x=0:10:0.1 or --at x=1,2,5",
      );
    }
    if (points.has(name)) throw new UsageError(`--at gives '${name}' twice`, `for example --at ${name}=1,2,5`);
    const values = valuesIn(text, setting, mostPoints / product);
    points.set(name, values);
    product *= values.length;
  }
  return points;
}

function valuesIn(text: string, setting: string, most: number): readonly number[] {
  const wrong = (message: string, help: string | null = null) => new UsageError(`--at ${setting}: ${message}`, help);
  const number = (written: string): Decimal => {
    const read = readDecimal(written.trim());
    if (read !== null) return read;
    throw wrong(`'${written.trim()}' is not a finite number`);
  };
  const tooMany = () => wrong(`a curve has at most ${mostPoints} points`, "take a larger step");
  if (!text.includes(":")) {
    const values = text.split(",").map((written) => toDouble(number(written)));
    if (values.length > most) throw tooMany();
    return values;
  }
  const [start, stop, step, ...more] = text.split(":").map(number);
  if (start === undefined || stop === undefined || step === undefined || more.length > 0) {
    throw wrong("a range is start:stop:step", "for example 0:10:0.1");
  }
  if (step.digits === 0n) throw wrong("the step must not be 0");
  const range = decimalRange(start, stop, step);
  if (range.steps < 0n) throw wrong("the step leads away from the stop");
  if (range.steps >= most) throw tooMany();
  return Array.from({ length: Number(range.steps) + 1 }, (_, i) => range.at(i));
}
