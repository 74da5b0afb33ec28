export * from "./ast.js";
export { grammarMessages } from "./messages.js";
export { parse, type Token, tokenize } from "./parse.js";
export { readSource } from "./read-source.js";
