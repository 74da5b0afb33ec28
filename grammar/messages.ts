import { defineMessages } from "../diagnostics/index.js";

/**
 * The messages of the grammar: `FIT1xxx`, and the warnings `FIT9008` and `FIT9048`. The
 * lists of statements in the explanations are filled in by `explained-messages.ts`, because the
 * files of the statements import this one.
 */
export const messageTemplates = defineMessages({
  unexpectedToken: {
    code: "FIT1001",
    severity: "error",
    message: "unexpected {found}; expected {expected}",
    explain:
      "The text does not follow the grammar here. Example: `param k 0.5` lacks the '=' before the start value. Write `param k = 0.5`.",
  },
  incompleteStatement: {
    code: "FIT1002",
    severity: "error",
    message: "expected {expected} after {previous}",
    explain:
      "A statement ends before it is complete. Example: `let a = b +` at the end of a line, with another statement below it. Complete the expression, or remove the last operator.",
  },
  unexpectedCharacter: {
    code: "FIT1003",
    severity: "error",
    message: "unexpected character {text}",
    help: "write a name that has characters other than letters, digits and '_' in backticks",
    explain:
      "The character is not part of any word, number or operator of the language. Example: `let a = b ? c : d`. Only letters, digits, '_' and the operators are allowed outside comments, strings and names in backticks. Write a column called `a?` in backticks.",
  },
  letterAfterNumber: {
    code: "FIT1004",
    severity: "error",
    message: "'{text}' has a letter right after a number",
    help: "write '{number} * {name}' for a product",
    explain:
      "There is no operator between a number and a name. Example: `fit y ~ 2x`. Write a product with '*': `2 * x`.",
  },
  unclosedString: {
    code: "FIT1005",
    severity: "error",
    message: "this string is not closed on its line",
    help: "close it with '\"'; write a line break inside a string as \\n",
    explain:
      'A string begins with a double quote and ends with one on the same line. Example: `data "decay.csv {`. Write `data "decay.csv" {`.',
  },
  invalidEscape: {
    code: "FIT1006",
    severity: "error",
    message: "this text has an escape that JSON does not have, or a control character",
    help: "write a backslash as \\\\ (in a path, '/' works on every system) and a tab as \\t",
    explain:
      'Strings and names in backticks take the escapes of JSON: \\n, \\t, \\\\, \\", \\u0041 (and \\` in a name). Example: `data "C:\\data\\x.csv"` has the escape \\d. Write `data "C:/data/x.csv"`.',
  },
  unclosedComment: {
    code: "FIT1007",
    severity: "error",
    message: "this comment is never closed",
    help: "close it with '*/'",
    explain:
      "A comment that begins with '/*' ends with '*/'. Without it, everything up to the end of the file is part of the comment.",
  },
  unclosedQuotedName: {
    code: "FIT1008",
    severity: "error",
    message: "this name in backticks is not closed on its line",
    help: "close it with '`'; write a line break inside a name as \\n",
    explain: "A quoted name begins with a backtick and ends with one on the same line. Example: `` `time (s): s``.",
  },
  emptyQuotedName: {
    code: "FIT1009",
    severity: "error",
    message: "a name in backticks must not be empty",
    explain: 'A name has at least one character. To read a column whose header is empty, give it a name: `t from ""`.',
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
    help: "put a digit on both sides of '_', and after the 'e' of an exponent",
    explain:
      "A number has digits, a decimal point and an exponent: `1`, `2.5`, `2.`, `.5`, `1e-3`, `1_000`. These are not numbers: `2e`, `1__0`, `1.2.3`.",
  },
  unclosedBracket: {
    code: "FIT1012",
    severity: "error",
    message: "this '{opener}' is never closed",
    help: "close it with '{closer}'",
    explain:
      "A parenthesis, a bracket or a brace has no partner. Example: `let a = (b + c`. The message points to where it was opened.",
  },
  unopenedBracket: {
    code: "FIT1013",
    severity: "error",
    message: "this '{closer}' closes nothing",
    explain:
      "There are more closing parentheses, brackets or braces than opening ones. Example: `let a = b + c)`. Remove it, or open it where it should begin.",
  },
  nestingTooDeep: {
    code: "FIT1014",
    severity: "error",
    message: "nested more than {limit} levels deep",
    help: "move a part to a 'let'",
    explain:
      "Parentheses, calls, `if`s and chains of '-', 'not' or '^' can be nested 200 levels deep. Move a part of the expression to a `let`. Sums and products can have any length: they do not nest.",
  },
  unknownStatement: {
    code: "FIT1015",
    severity: "error",
    message: "'{word}' is not the beginning of a statement",
    explain: "Statements begin with a keyword: {statements}. Example: `parm k = 1`. Write `param k = 1`.",
  },
  statementOutsideModel: {
    code: "FIT1016",
    severity: "error",
    message: "'{word}' is outside a model",
    help: "move it into the braces of a model; a '}' above may close the model too early",
    explain:
      "Only `const` and `fn` are allowed outside a model: the models of the file share them. Example: `param k = 1` without a model around it. Or a brace closes the model too early.",
  },
  reservedWordAsName: {
    code: "FIT1017",
    severity: "error",
    message: "'{word}' is a reserved word and cannot be a name here",
    help: "write it in backticks (`{word}`), or choose another name",
    explain:
      "The words and, or, not, if, then, else, inf and pi are part of expressions. Example: `param inf = 1`. A name in backticks can be any text: `` param `inf` = 1 ``. Every other word can be a name.",
  },
  chainedComparison: {
    code: "FIT1018",
    severity: "error",
    message: "comparisons cannot be chained",
    help: "write 'a < b and b < c'",
    explain:
      "A comparison is true or false and cannot be compared with a number. Example: `where 0 < t < 5`. Write `where 0 < t and t < 5`.",
  },
  foreignSyntax: {
    code: "FIT1019",
    severity: "error",
    message: "{text} is not part of the language",
    help: "write {write}",
    explain:
      "This is the syntax of another language, or comes from a word processor. Write '^' for '**', 'and' for '&&', 'or' for '||', 'not' for '!', and 'if a then b else c' for 'a ? b : c'. There are no semicolons, strings have straight double quotes, and comments begin with '//'.",
  },
  fitWithEquals: {
    code: "FIT1020",
    severity: "error",
    message: "a fit is written with '~', not '='",
    help: "write 'fit observed ~ predicted'",
    explain: "The model equation says what is fitted to what: `fit y ~ a * x + b`. The sign '=' names a value.",
  },
  noModel: {
    code: "FIT1021",
    severity: "error",
    message: "the file has no model{but}",
    help: "begin a model with 'model', its name and an opening brace",
    explain: "A file declares at least one model. `fitc init` writes a commented one to start from.",
  },
  syntaxNotAvailable: {
    code: "FIT1022",
    severity: "error",
    message: "{form} is not available yet",
    explain:
      'This syntax is reserved for a later version of the language, but this version of fitc does not support it: {laterStatements}, `sum(i in ...)`, `param k per subject`, and named data sets (`data spectra "a.csv"`, `spectra.y`).',
  },
  sourceNotUtf8: {
    code: "FIT1023",
    severity: "error",
    message: "the file is not valid UTF-8{but}",
    help: "save it as UTF-8",
    explain:
      "A .fit file is text in UTF-8, with or without a byte order mark. The message points to the first invalid byte.",
  },
  nulByteInSource: {
    code: "FIT1024",
    severity: "error",
    message: "the file contains a NUL byte, so it is not text",
    help: "save it as UTF-8 text",
    explain: "Text never contains a NUL byte. The file may be binary, or text saved as UTF-16.",
  },
  moreSyntaxErrors: {
    code: "FIT1025",
    severity: "error",
    message: "there are at least {count} more syntax errors from here on",
    explain: "Only the first twenty syntax errors of a file are listed. Fix them and run fitc again.",
  },
  missingParentheses: {
    code: "FIT1026",
    severity: "error",
    message: "'{word}' needs parentheses inside an expression",
    help: "write '({word} ...)'",
    explain:
      "An `if` or a `not` that is an operand needs parentheses. Example: `1 + if a > 0 then 1 else 2`. Write `1 + (if a > 0 then 1 else 2)`.",
  },
  numberInUnit: {
    code: "FIT1027",
    severity: "error",
    message: "a unit consists of names, 1, '*', '/' and '^' and cannot contain the number {text}",
    explain:
      "The scale of a unit is part of its symbol (`ms`, `km`), not a number. Example: `t: 1000*s`. Write `t: ks`. An exponent is a whole number or a fraction in parentheses: `m^2`, `Hz^(-1/2)`.",
  },
  unquotedColumnName: {
    code: "FIT1028",
    severity: "error",
    message: "a column called '{word}' is written in backticks here",
    help: "write `{word}`",
    explain:
      "In a data block, the words where, missing and from have a special meaning. Write a column with such a name in backticks: `` `where` ``.",
  },
  numberTooSmall: {
    code: "FIT1029",
    severity: "error",
    message: "the number {text} is too small: the smallest is about 5e-324",
    help: "write 0, or choose another unit",
    explain: "Numbers are double-precision. Example: `param k = 1e-999`, which would be read as 0.",
  },
  functionWithModulePrefix: {
    code: "FIT1030",
    severity: "error",
    message: "functions have no module prefix such as '{prefix}'",
    help: "remove '{prefix}'",
    explain:
      "Functions are part of the language and are called by their own name. Examples: `np.exp(x)`, `math.exp(x)` and `Math.exp(x)`. Write `exp(x)`.",
  },
  priorWithEquals: {
    code: "FIT1031",
    severity: "error",
    message: "a prior is written with '~', not '='",
    help: "write 'prior name ~ normal(mean, deviation)'",
    explain:
      "A prior states what is known about a parameter before the fit, as a distribution: `prior k ~ normal(0.5, 0.1)`. The sign '=' names a value.",
  },
  fileTooLong: {
    code: "FIT1035",
    severity: "error",
    message: "this file is longer than {limit}",
    help: "split it into several files; numbers belong in a data file",
    explain:
      "A model file has at most 4 million characters, comments included, and at most 250 thousand words, numbers and signs (names, numbers, operators, brackets), of which a sum of a hundred thousand terms has two hundred thousand. Longer files are not read: they would take minutes and gigabytes. Put each model in a file of its own; where every point has its own term or its own number, read these from columns of the data.",
  },
  unattachedDocComment: {
    code: "FIT9008",
    severity: "warning",
    message: "this comment documents nothing",
    help: "write '//' for an ordinary comment, or put it on the line before a declaration or at its end",
    explain:
      "A comment with three slashes documents the last declaration that begins on its line or, alone on its line, the next declaration. Here there is none. Write an ordinary comment with two slashes.",
  },
  hiddenCharacter: {
    code: "FIT9048",
    severity: "warning",
    message: "the invisible character {character} can make this text look different from what it is",
    help: "remove it; in a string or a name in backticks, write it as an escape such as \\u202e",
    explain:
      "A comment, a string or a name in backticks contains a character that editors do not show, but that can reverse the order in which they show others, hide text, or break a line where the language does not. Example: U+202E in a comment, after which the code that follows seems to be part of the comment. Remove the character, or, if a name has it, write it as an escape of JSON, which can be seen.",
  },
});
