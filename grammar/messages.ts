import { defineMessages } from "../diagnostics/index.js";

/**
 * What the grammar reports: `FIT1xxx`, and `FIT9008` for a comment that documents nothing. Where an
 * explanation lists statements, `explained-messages.ts` fills them in, for their files import this
 * one.
 */
export const grammarMessages = defineMessages({
  unexpectedToken: {
    code: "FIT1001",
    severity: "error",
    message: "unexpected {found}; expected {expected}",
    explain:
      "The text does not follow the grammar at this place. Example: `param k 0.5` lacks the '=' before the start value. Write `param k = 0.5`.",
  },
  incompleteStatement: {
    code: "FIT1002",
    severity: "error",
    message: "expected {expected} after {previous}",
    explain:
      "A statement stops before it is complete. Example: `let a = b +` at the end of a line, with another statement below it. Complete the expression, or remove the last operator.",
  },
  unexpectedCharacter: {
    code: "FIT1003",
    severity: "error",
    message: "unexpected character {text}",
    help: "a name that holds other characters than letters, digits and '_' is written in backticks",
    explain:
      "The character belongs to no word, number or operator of the language. Example: `let a = b ? c : d`. Outside comments, strings and names in backticks only letters, digits, '_' and the operators may stand. A column called `a?` is written in backticks.",
  },
  letterAfterNumber: {
    code: "FIT1004",
    severity: "error",
    message: "'{text}': a letter right after a number",
    help: "write '{number} * {name}' for a product",
    explain:
      "A number and a name stand together without an operator. Example: `fit y ~ 2x`. Products are always written out: `2 * x`.",
  },
  unclosedString: {
    code: "FIT1005",
    severity: "error",
    message: "this string is not closed on its line",
    help: "close it with '\"'; a line break inside a string is written \\n",
    explain:
      'A string begins with a double quote and ends with one on the same line. Example: `data "decay.csv {`. Write `data "decay.csv" {`.',
  },
  invalidEscape: {
    code: "FIT1006",
    severity: "error",
    message: "this text has an escape that JSON does not know, or a control character",
    help: "write a backslash as \\\\ (in a path, '/' works everywhere) and a tab as \\t",
    explain:
      'Strings and names in backticks take the escapes of JSON: \\n, \\t, \\\\, \\", \\u0041 (and \\` in a name). Example: `data "C:\\data\\x.csv"` has the escape \\d. Write `data "C:/data/x.csv"`.',
  },
  unclosedComment: {
    code: "FIT1007",
    severity: "error",
    message: "this comment is never closed",
    help: "close it with '*/'",
    explain:
      "A comment that begins with '/*' ends with '*/'; everything up to the end of the file was taken for the comment.",
  },
  unclosedQuotedName: {
    code: "FIT1008",
    severity: "error",
    message: "this name in backticks is not closed on its line",
    help: "close it with '`'; a line break inside a name is written \\n",
    explain: "A quoted name begins with a backtick and ends with one on the same line. Example: `` `time (s): s``.",
  },
  emptyQuotedName: {
    code: "FIT1009",
    severity: "error",
    message: "a name in backticks may not be empty",
    explain:
      'A name has at least one character. To read a column whose header is empty, give it a name of your own: `t from ""`.',
  },
  numberTooLarge: {
    code: "FIT1010",
    severity: "error",
    message: "the number {text} is too large: the largest is about 1.8e308",
    help: "write 'inf' for infinity",
    explain: "Numbers are double-precision. Example: `param k = 1e999`. For a bound at infinity write `inf`.",
  },
  malformedNumber: {
    code: "FIT1011",
    severity: "error",
    message: "'{text}' is not a number",
    help: "a digit stands on both sides of '_', after '.', and after the 'e' of an exponent",
    explain:
      "A number is digits, a point and digits, and an exponent: `1`, `2.5`, `.5`, `1e-3`, `1_000`. Examples of what is not: `2.`, `2e`, `1__0`, `1.2.3`.",
  },
  unclosedBracket: {
    code: "FIT1012",
    severity: "error",
    message: "this '{opener}' is never closed",
    help: "close it with '{closer}'",
    explain:
      "A parenthesis, a bracket or a brace has no partner. Example: `let a = (b + c`. The place reported is where it was opened.",
  },
  unopenedBracket: {
    code: "FIT1013",
    severity: "error",
    message: "this '{closer}' closes nothing",
    explain:
      "There is a closing parenthesis, bracket or brace more than there are opening ones. Example: `let a = b + c)`. Remove it, or open it where it should begin.",
  },
  nestingTooDeep: {
    code: "FIT1014",
    severity: "error",
    message: "nested more than {limit} levels deep",
    help: "name a part with 'let'",
    explain:
      "Parentheses, calls, `if`s and chains of '-', 'not' or '^' may be nested 200 levels deep. Move a part of the expression to a `let`. Sums and products may be of any length: they do not nest.",
  },
  unknownStatement: {
    code: "FIT1015",
    severity: "error",
    message: "'{word}' does not begin a statement",
    explain: "Statements begin with a keyword: {statements}. Example: `parm k = 1`. Write `param k = 1`.",
  },
  statementOutsideModel: {
    code: "FIT1016",
    severity: "error",
    message: "'{word}' stands outside a model",
    help: "put it between the braces of a model; a '}' above may close the model too early",
    explain:
      "Outside the models of a file only `const` and `fn` may stand: they are shared by the models. Example: `param k = 1` without a model around it. Or a brace closes the model too early.",
  },
  reservedWordAsName: {
    code: "FIT1017",
    severity: "error",
    message: "'{word}' is a reserved word and cannot be a name here",
    help: "write it in backticks (`{word}`), or choose another name",
    explain:
      "The words and, or, not, if, then, else, inf and pi are part of expressions. Example: `param inf = 1`. A name in backticks may be any text: `` param `inf` = 1 ``. Every other word may be a name.",
  },
  chainedComparison: {
    code: "FIT1018",
    severity: "error",
    message: "comparisons do not chain",
    help: "write 'a < b and b < c'",
    explain:
      "A comparison is true or false, and cannot be compared with a number. Example: `where 0 < t < 5`. Write `where 0 < t and t < 5`.",
  },
  foreignSyntax: {
    code: "FIT1019",
    severity: "error",
    message: "{text} is not part of the language",
    help: "write {write}",
    explain:
      "The spelling comes from another language or a word processor: '**' is '^', '&&' is 'and', '||' is 'or', '!' is 'not', 'a ? b : c' is 'if a then b else c'; there are no semicolons; strings are in straight double quotes; comments begin with '//'.",
  },
  fitWithEquals: {
    code: "FIT1020",
    severity: "error",
    message: "a fit is written with '~', not '='",
    help: "write 'fit observed ~ predicted'",
    explain:
      "The model equation says what is fitted to what: `fit y ~ a * x + b`. The sign '=' gives a name to a value.",
  },
  noModel: {
    code: "FIT1021",
    severity: "error",
    message: "the file holds no model{but}",
    help: "a model begins with 'model', its name and an opening brace",
    explain: "A file declares at least one model. `fitc init` writes a commented one to begin with.",
  },
  syntaxNotAvailable: {
    code: "FIT1022",
    severity: "error",
    message: "{form} is not available yet",
    explain:
      'The form is part of the design of the language and is reserved, but this version of fitc does not know it: {laterStatements}, `sum(i in ...)`, `param k per subject`, and named data sets (`data spectra "a.csv"`, `spectra.y`).',
  },
  sourceNotUtf8: {
    code: "FIT1023",
    severity: "error",
    message: "the file is not valid UTF-8{but}",
    help: "save it as UTF-8",
    explain:
      "A .fit file is text in UTF-8, with or without a byte order mark. The place is that of the first byte that is not.",
  },
  nulByteInSource: {
    code: "FIT1024",
    severity: "error",
    message: "the file holds a NUL byte, so it is not text",
    help: "save it as UTF-8 text",
    explain: "A NUL byte never occurs in a text. The file may be a binary one, or text saved as UTF-16.",
  },
  moreSyntaxErrors: {
    code: "FIT1025",
    severity: "error",
    message: "and at least {count} more syntax errors from here on",
    explain: "Only the first twenty syntax errors of a file are listed. Mend them, and run again.",
  },
  missingParentheses: {
    code: "FIT1026",
    severity: "error",
    message: "'{word}' needs parentheses inside an expression",
    help: "write '({word} ...)'",
    explain:
      "An `if` or a `not` that is an operand stands in parentheses. Example: `1 + if a > 0 then 1 else 2`. Write `1 + (if a > 0 then 1 else 2)`.",
  },
  numberInUnit: {
    code: "FIT1027",
    severity: "error",
    message: "a unit is made of names, 1, '*', '/' and '^', not of the number {text}",
    explain:
      "The scale of a unit is part of its symbol (`ms`, `km`), not a number. Example: `t: 1000*s`. Write `t: ks`. An exponent is a whole number or a fraction in parentheses: `m^2`, `Hz^(-1/2)`.",
  },
  unquotedColumnName: {
    code: "FIT1028",
    severity: "error",
    message: "a column called '{word}' is written in backticks here",
    help: "write `{word}`",
    explain:
      "In a data block the words where, missing and from have a meaning of their own. A column with such a name is quoted: `` `where` ``.",
  },
  numberTooSmall: {
    code: "FIT1029",
    severity: "error",
    message: "the number {text} is too small: the smallest is about 5e-324",
    help: "write 0, or choose another unit",
    explain: "Numbers are double-precision. Example: `param k = 1e-999`, which could only be read as 0.",
  },
  functionWithModulePrefix: {
    code: "FIT1030",
    severity: "error",
    message: "functions belong to the language, not to a module '{prefix}'",
    help: "leave '{prefix}' out",
    explain:
      "Functions stand by their own name. Examples: `np.exp(x)`, `math.exp(x)` and `Math.exp(x)`. Write `exp(x)`.",
  },
  priorWithEquals: {
    code: "FIT1031",
    severity: "error",
    message: "a prior is written with '~', not '='",
    help: "write 'prior name ~ normal(mean, deviation)'",
    explain:
      "A prior says how a parameter is distributed as far as it is known before the data: `prior k ~ normal(0.5, 0.1)`. The sign '=' gives a name to a value.",
  },
  unattachedDocComment: {
    code: "FIT9008",
    severity: "warning",
    message: "this comment documents nothing",
    help: "write '//' for a plain comment, or put it on the line before a declaration or at its end",
    explain:
      "A comment of three slashes documents the declaration begun last on its line or, alone on its line, the next one. Here there is none. Plain comments have two slashes.",
  },
});
