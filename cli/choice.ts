import { Argument, Option } from "commander";
import { listed } from "../diagnostics/index.js";
import { UsageError } from "./usage-error.js";

/** An option whose value is one of a few words. */
export function choice(flags: string, description: string, words: readonly string[]): Option {
  const option = new Option(flags, description).choices(words);
  return option.argParser(oneOf(words, option.long ?? flags));
}

/** An argument that is one of a few words. */
export function choiceArgument(name: string, description: string, words: readonly string[]): Argument {
  const argument = new Argument(name, description).choices(words);
  return argument.argParser(oneOf(words, `the ${argument.name()}`));
}

function oneOf(words: readonly string[], what: string): (value: string) => string {
  return (value) => {
    if (words.includes(value)) return value;
    const known = words.map((word) => `'${word}'`);
    throw new UsageError(`${what} must be ${listed(known, "or")}, not '${value}'`);
  };
}
