import type { Rule } from "../context.js";

/** Every problem that is looked for in a model, once its names are resolved. */
export const rules: readonly Rule[] = [];
