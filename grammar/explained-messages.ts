import { listed } from "../diagnostics/index.js";
import { messageTemplates as messages } from "./messages.js";
import { laterWords } from "./statements/index.js";
import { modelBlock, wordsOf } from "./syntax-table.js";

const statements = listed(wordsOf(modelBlock), "or");
const laterStatements = [...laterWords].join(", ");

/** The table of messages, with the names of the statements filled into the explanations. */
export const grammarMessages: typeof messages = {
  ...messages,
  entries: Object.fromEntries(
    Object.entries(messages.entries).map(([name, entry]) => {
      const explain = entry.explain.replace("{statements}", statements).replace("{laterStatements}", laterStatements);
      return [name, { ...entry, explain }];
    }),
  ),
};
