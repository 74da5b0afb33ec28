import { type Attempt, NAME } from "./attempt.js";

/** Columns as other programs and headers of tables write them. */
export const dataAttempts: readonly Attempt[] = [
  [
    `^(?:.*?, )??${NAME} [[(] ([^=~<>,]+?) [\\])](?: ,.*)?$`,
    (name, unit) => `write '${name}: ${unit}' for a column with a unit`,
  ],
  [`^(?:.*?, )??${NAME} = ("[^"]*")(?: ,.*)?$`, (name, column) => `write '${name} from ${column}'`],
  [
    `^(?:.*?, )??${NAME} = (?:col(?:umn)? )?\\d+(?: ,.*)?$`,
    (name) => `write '${name} from "..."' with the name of the column in the first line of the file`,
  ],
  ["^(?:filter|if|when|select|only|keep) (.+)$", (condition) => `write 'where ${condition}'`],
  ["^(?:exclude|skip|remove|drop) (.+)$", (condition) => `write 'where not (${condition})'`],
];
