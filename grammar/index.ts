export type * from "./ast.js";
export { grammarMessages } from "./explained-messages.js";
export { format } from "./format.js";
export { parse, type Token, tokenize } from "./parse.js";
export { printFile } from "./print.js";
export { printExpr, printName, printUnit, printUnitSymbol } from "./print-expression.js";
export { readSource } from "./read-source.js";
export { noiseWords } from "./statements/noise.js";
export { childrenOf, postorder } from "./walk.js";
